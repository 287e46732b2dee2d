//! A Rust program linked with a Rust `dylib` that holds façade and provider: calls cross from one
//! image into another.

use linkface_tests::{Crate, Profile, Workspace};

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

fn check(name: &str, profile: Profile, calls: &str, prints: &str) {
    // A dylib's file name has no hash that would tell it from another case's.
    let image = format!("image_{name}");
    let app = format!(
        "use {image} as _;\n#[allow(unused_imports)] use api::ThingApi;\nfn main() {{ println!({calls}) }}"
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
        .member(
            Crate::lib(&image)
                .types(&["dylib"])
                .dep("api")
                .dep("provider")
                .source("pub use provider as _;\npub use api as _;"),
        )
        .member(Crate::bin("app").dep("api").dep(&image).source(&app))
        .run("app")
        .succeeds()
        .prints(prints);
}

#[test]
fn required_items_are_called_across_images() {
    for profile in [Profile::Debug, Profile::Release] {
        check(
            "required",
            profile,
            "\"{} {} {}\", api::function(), api::STATIC, <api::Thing as ThingApi>::new().value()",
            "1 2 3\n",
        );
    }
}

#[test]
fn items_with_defaults_are_called_across_images() {
    for profile in [Profile::Debug, Profile::Release] {
        check(
            "defaults",
            profile,
            "\"{} {}\", api::defaulted(), api::overridden()",
            "1 5\n",
        );
    }
}
