//! linkface by another name, and façades through other crates.

use linkface_tests::{Crate, Workspace};

const API: &str = r"
use LINKFACE::interface;
#[interface(ARGUMENT)] pub fn function() -> u32;
#[interface(ARGUMENT)] pub fn defaulted() -> u32 { 1 }
#[interface(ARGUMENT)] pub static STATIC: u32;
#[interface(pub Thing, ARGUMENT)]
pub trait ThingApi: Sized { fn new() -> Self; fn value(&self) -> u32; }
";

const PROVIDER: &str = r"
use LINKFACE::implement;
#[implement(API::function, ARGUMENT)] fn function() -> u32 { 4 }
#[implement(API::defaulted, ARGUMENT)] fn defaulted() -> u32 { 5 }
#[implement(API::STATIC, ARGUMENT)] static STATIC: u32 = 6;
struct Mine;
#[implement(ARGUMENT)] impl API::ThingApi for Mine {
    fn new() -> Self { Self }
    fn value(&self) -> u32 { 7 }
}
";

const APP: &str = r#"
use provider as _;
use API::ThingApi;
fn main() {
    let thing = <API::Thing as ThingApi>::new();
    println!("{} {} {} {}", API::function(), API::defaulted(), API::STATIC, ThingApi::value(&thing));
}
"#;
const PRINTS: &str = "4 5 6 7\n";

/// `text` with linkface found at `linkface` and the façade at `api`.
fn spelled(text: &str, linkface: &str, argument: &str, api: &str) -> String {
    let text = text
        .replace("LINKFACE", linkface)
        .replace("API::", &format!("{api}::"));
    if argument.is_empty() {
        text.replace(", ARGUMENT", "").replace("(ARGUMENT)", "")
    } else {
        text.replace("ARGUMENT", argument)
    }
}

#[test]
fn linkface_is_renamed_in_the_manifest() {
    let argument = "crate = lf";
    Workspace::new("names-renamed")
        .member(
            Crate::lib("api")
                .linkface_as("lf")
                .source(&spelled(API, "lf", argument, "api")),
        )
        .member(
            Crate::lib("provider")
                .linkface_as("lf")
                .dep("api")
                .source(&spelled(PROVIDER, "lf", argument, "api")),
        )
        .member(
            Crate::bin("app")
                .dep("api")
                .dep("provider")
                .source(&spelled(APP, "", "", "api")),
        )
        .run("app")
        .succeeds()
        .prints(PRINTS);
}

#[test]
fn linkface_comes_from_the_facade() {
    let api = format!("pub use linkface;\n{}", spelled(API, "linkface", "", "api"));
    Workspace::new("names-from-facade")
        .member(Crate::lib("api").linkface().source(&api))
        .member(Crate::lib("provider").dep("api").source(&spelled(
            PROVIDER,
            "api::linkface",
            "crate = api::linkface",
            "api",
        )))
        .member(
            Crate::bin("app")
                .dep("api")
                .dep("provider")
                .source(&spelled(APP, "", "", "api")),
        )
        .run("app")
        .succeeds()
        .prints(PRINTS);
}

#[test]
fn the_facade_is_re_exported_through_other_crates() {
    // Once as a crate, once item by item under other names, once by a glob.
    Workspace::new("names-re-exported")
        .member(
            Crate::lib("api")
                .linkface()
                .source(&spelled(API, "linkface", "", "api")),
        )
        .member(
            Crate::lib("kit")
                .dep("api")
                .source("pub mod io { pub use api::*; }"),
        )
        .member(
            Crate::lib("front")
                .dep("api")
                .source("pub extern crate api as all;"),
        )
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("kit")
                .source(&spelled(PROVIDER, "linkface", "", "kit::io")),
        )
        .member(
            Crate::bin("app")
                .dep("front")
                .dep("provider")
                .source(&spelled(APP, "", "", "front::all")),
        )
        .run("app")
        .succeeds()
        .prints(PRINTS);
}

#[test]
fn items_are_re_exported_by_other_names() {
    let kit = "pub use api::{function as call, STATIC as VALUE, ThingApi as Api, Thing as Object};\n\
               pub use api::defaulted;";
    let provider = r"
        use linkface::implement;
        #[implement(kit::call)] fn function() -> u32 { 4 }
        #[implement(kit::defaulted)] fn defaulted() -> u32 { 5 }
        #[implement(kit::VALUE)] static STATIC: u32 = 6;
        struct Mine;
        #[implement] impl kit::Api for Mine {
            fn new() -> Self { Self }
            fn value(&self) -> u32 { 7 }
        }
    ";
    Workspace::new("names-other-names")
        .member(
            Crate::lib("api")
                .linkface()
                .source(&spelled(API, "linkface", "", "api")),
        )
        .member(Crate::lib("kit").dep("api").source(kit))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("kit")
                .source(provider),
        )
        .member(
            Crate::bin("app")
                .dep("api")
                .dep("provider")
                .source(&spelled(APP, "", "", "api")),
        )
        .run("app")
        .succeeds()
        .prints(PRINTS);
}

#[test]
fn the_facade_package_is_renamed_by_its_users() {
    Workspace::new("names-renamed-facade")
        .member(
            Crate::lib("api")
                .linkface()
                .source(&spelled(API, "linkface", "", "api")),
        )
        .member(
            Crate::lib("provider")
                .linkface()
                .dep_as("spec", "api", "api")
                .source(&spelled(PROVIDER, "linkface", "", "spec")),
        )
        .member(
            Crate::bin("app")
                .dep_as("device", "api", "api")
                .dep("provider")
                .source(&spelled(APP, "", "", "device")),
        )
        .run("app")
        .succeeds()
        .prints(PRINTS);
}
