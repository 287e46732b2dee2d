//! Façades and providers of edition 2021, in every mixture with 2024.

use linkface_tests::{Crate, Workspace};

const API: &str = r"
use linkface::interface;
#[interface] pub fn function(text: &str) -> usize;
#[interface] pub fn defaulted() -> u32 { 1 }
#[interface] pub static STATIC: u32;
#[interface(pub Thing)]
pub trait ThingApi: Sized + core::fmt::Debug { fn new() -> Self; fn value(&self) -> u32; }
";

const PROVIDER: &str = r"
use linkface::implement;
#[implement(api::function)] fn function(text: &str) -> usize { text.len() }
#[implement(api::defaulted)] fn defaulted() -> u32 { 2 }
#[implement(api::STATIC)] static STATIC: u32 = 3;
#[derive(Debug)] struct Mine;
#[implement] impl api::ThingApi for Mine {
    fn new() -> Self { Self }
    fn value(&self) -> u32 { 4 }
}
";

const APP: &str = r#"
use provider as _;
use api::ThingApi;
fn main() {
    let thing = <api::Thing as ThingApi>::new();
    let value = ThingApi::value(&thing);
    println!("{} {} {} {value} {thing:?}", api::function("x"), api::defaulted(), api::STATIC);
}
"#;

fn check(api: &str, provider: &str, app: &str) {
    Workspace::new(&format!("editions-{api}-{provider}-{app}"))
        .member(Crate::lib("api").edition(api).linkface().source(API))
        .member(
            Crate::lib("provider")
                .edition(provider)
                .linkface()
                .dep("api")
                .source(PROVIDER),
        )
        .member(
            Crate::bin("app")
                .edition(app)
                .dep("api")
                .dep("provider")
                .source(APP),
        )
        .run("app")
        .succeeds()
        .prints("1 2 3 4 Mine\n");
}

#[test]
fn old_facade() {
    check("2021", "2024", "2024");
}

#[test]
fn old_provider() {
    check("2024", "2021", "2024");
}

#[test]
fn all_old() {
    check("2021", "2021", "2021");
}
