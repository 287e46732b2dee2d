//! Who may implement is who may name: a private item can only be implemented at home.

use linkface_tests::{Crate, Workspace};

const API: &str = r"
use linkface::interface;
#[interface] pub(crate) fn hidden() -> u32 { 1 }
mod inner {
    use linkface::interface;
    #[interface] pub(super) fn deeper() -> u32;
    #[interface] pub fn public_in_private() -> u32;
}
mod home {
    use linkface::implement;
    #[implement(super::inner::deeper)] fn deeper() -> u32 { 2 }
    #[implement(crate::inner::public_in_private)] fn other() -> u32 { 3 }
}
pub fn sum() -> u32 { hidden() + inner::deeper() + inner::public_in_private() }
";

#[test]
fn at_home_private_items_are_implemented() {
    Workspace::new("privacy-home")
        .member(Crate::lib("api").linkface().source(API))
        .member(
            Crate::bin("app")
                .dep("api")
                .source("fn main() { println!(\"{}\", api::sum()) }"),
        )
        .run("app")
        .succeeds()
        .prints("6\n");
}

fn check(name: &str, path: &str) {
    let provider = format!("#[linkface::implement({path})] fn mine() -> u32 {{ 5 }}");
    Workspace::new(name)
        .member(Crate::lib("api").linkface().source(API))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(&provider),
        )
        .check()
        .fails()
        .says("private")
        .says("provider/src/lib.rs");
}

#[test]
fn outside_they_are_not() {
    check("privacy-item", "api::hidden");
    check("privacy-module", "api::inner::public_in_private");
}
