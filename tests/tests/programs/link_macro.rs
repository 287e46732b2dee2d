//! `link!` in a root links the providers that it names, and, once it looks for them itself, every
//! provider among its dependencies.

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
#[ignore = "`link!()` does not look for providers yet"]
fn providers_are_found() {
    case("link-found")
        .member(app("app", "linkface::link!();"))
        .run("app")
        .succeeds()
        .prints("42 2\n");
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
#[ignore = "`link!()` does not look for providers yet"]
fn tests_find_providers_among_dev_dependencies() {
    let it = "linkface::link!();\n#[test] fn it() { assert_eq!(api::answer(), 42) }";
    case("link-tests")
        .member(
            Crate::lib("tested")
                .linkface()
                .dep("api")
                .dev_dep("provider")
                .source("#[cfg(test)] mod tests { linkface::link!(); #[test] fn unit() { assert_eq!(api::answer(), 42) } }")
                .file("tests/it.rs", it),
        )
        .test("tested")
        .succeeds()
        .prints("test tests::unit ... ok")
        .prints("test it ... ok");
}

#[test]
#[ignore = "`link!()` does not look for providers yet"]
fn a_missing_provider_is_told_by_cargo_check() {
    let app = Crate::bin("app")
        .linkface()
        .dep("api")
        .source(&format!("linkface::link!();\n{MAIN}"));
    case("link-missing")
        .member(app)
        .check()
        .fails()
        .says("LF0001")
        .says("api")
        .says("answer");
}

#[test]
#[ignore = "`link!()` does not look for providers yet"]
fn two_providers_are_told_by_cargo_check() {
    let other = Crate::lib("other").linkface().dep("api").source(PROVIDER);
    case("link-duplicate")
        .member(other)
        .member(app("app", "linkface::link!();").dep("other"))
        .check()
        .fails()
        .says("LF0002")
        .says("provider")
        .says("other");
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
