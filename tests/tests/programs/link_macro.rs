//! `link!` in a root links the providers that it names.

use linkface_tests::{Crate, Workspace};

const API: &str = r"
use linkface::interface;
#[interface] pub fn answer() -> u32;
#[interface] pub fn limit() -> u32 { 1 }
";
const PROVIDER: &str = r"
use linkface::implement;
#[implement(api::answer)] fn answer() -> u32 { 42 }
#[implement(api::limit)] fn limit() -> u32 { 2 }
";
const MAIN: &str = "fn main() { println!(\"{} {}\", api::answer(), api::limit()) }";

fn case(name: &str) -> Workspace {
    Workspace::new(name)
        .member(Crate::lib("api").linkface().source(API))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(PROVIDER),
        )
}

fn app(name: &str, link: &str) -> Crate {
    Crate::bin(name)
        .linkface()
        .dep("api")
        .dep("provider")
        .source(&format!("{link}\n{MAIN}"))
}

#[test]
fn providers_are_named() {
    case("link-named")
        .member(app("app", "linkface::link!(provider);"))
        .run("app")
        .succeeds()
        .prints("42 2\n");
}

#[test]
fn a_provider_that_does_not_exist_is_an_error() {
    case("link-unknown")
        .member(app("app", "linkface::link!(nobody);"))
        .check()
        .fails()
        .says("nobody")
        .says("app/src/main.rs");
}
