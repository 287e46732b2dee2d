//! A Rust program linked with a Rust `dylib` that holds façade and provider: calls cross from one
//! image into another. What cannot be done is said in words when linking.

use linkface_symbol::Role;
use linkface_tests::{Crate, Output, Profile, Workspace, sentence};

const API: &str = r"
use linkface::interface;
#[interface] pub fn function() -> u32;
#[interface] pub static STATIC: u32;
#[interface(pub Thing)] pub trait ThingApi: Sized { fn new() -> Self; fn value(&self) -> u32; }
#[interface] pub fn defaulted() -> u32 { 1 }
#[interface] pub fn overridden() -> u32 { 1 }
";
const PROVIDER: &str = r"
use linkface::implement;
#[implement(api::function)] fn function() -> u32 { 1 }
#[implement(api::STATIC)] static STATIC: u32 = 2;
#[implement(api::overridden)] fn overridden() -> u32 { 5 }
struct Mine;
#[implement] impl api::ThingApi for Mine { fn new() -> Self { Self } fn value(&self) -> u32 { 3 } }
";
const PROFILES: [Profile; 2] = [Profile::Debug, Profile::Release];

/// A program that prints `values` and takes `holds` from a dylib.
fn run(name: &str, profile: Profile, holds: &[&str], values: &str) -> Output {
    // A dylib's file name has no hash that would tell it from another case's.
    let image = format!("image_{name}");
    let uses = holds
        .iter()
        .map(|held| format!("pub extern crate {held};\n"))
        .collect::<Vec<_>>()
        .concat();
    let held = Crate::lib(&image).types(&["dylib"]).source(&uses);
    let app = format!(
        "use {image} as _;\n#[allow(unused_imports)] use provider as _;\n\
         #[allow(unused_imports)] use api::ThingApi;\nfn main() {{ println!(\"{{:?}}\", {values}) }}"
    );
    Workspace::new(&format!("dylibs-{name}-{}", profile.name()))
        .profile(profile)
        .member(Crate::lib("api").linkface().source(API))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(PROVIDER),
        )
        .member(holds.iter().fold(held, |image, held| image.dep(held)))
        .member(
            Crate::bin("app")
                .dep("api")
                .dep("provider")
                .dep(&image)
                .source(&app),
        )
        .run("app")
}

#[test]
fn required_items_are_called_across_images() {
    for profile in PROFILES {
        let values = "[api::function(), api::STATIC, <api::Thing as ThingApi>::new().value()]";
        run("required", profile, &["api", "provider"], values)
            .succeeds()
            .prints("[1, 2, 3]\n");
    }
}

#[test]
fn defaults_are_not_called_across_images() {
    for profile in PROFILES {
        let values = "[api::defaulted(), api::overridden()]";
        run("defaults", profile, &["api", "provider"], values)
            .fails()
            .says(&sentence(Role::Defaulted, "api::defaulted", "0.1.0"))
            .says(&sentence(Role::Defaulted, "api::overridden", "0.1.0"));
    }
}

/// What implements an item must be in the image that declares it.
#[test]
fn a_facade_in_a_dylib_has_no_provider_outside() {
    for profile in PROFILES {
        run("alone", profile, &["api"], "api::function()")
            .fails()
            .says(&sentence(Role::Declared, "api", "0.1.0"));
    }
}
