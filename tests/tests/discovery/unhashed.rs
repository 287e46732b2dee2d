//! Cargo gives the files of a workspace's own library no hash if it is a `cdylib` or `dylib`, too: under
//! `cargo build`, not under `cargo check`.

use crate::{app, case, provider};
use linkface_tests::Crate;

/// A library for Rust and for others; file names are the same for all cases, so crate names differ.
fn library(name: &str) -> Crate {
    Crate::lib(name).types(&["cdylib", "rlib"])
}

#[test]
fn the_own_library_of_a_program() {
    let both = Crate::bin("unhashed-own")
        .manifest("[lib]\nname = 'unhashed_own_lib'\ncrate-type = ['staticlib', 'cdylib', 'rlib']")
        .linkface()
        .dep("user")
        .dep("provider")
        .file(
            "src/lib.rs",
            "linkface::link!(); pub fn run() { user::show() }",
        )
        .source("linkface::link!(); fn main() { unhashed_own_lib::run() }")
        .file(
            "tests/outside.rs",
            "linkface::link!(); #[test] fn runs() { unhashed_own_lib::run() }",
        );
    let case = case("unhashed-own").member(both);
    case.check().succeeds();
    case.run("unhashed-own").succeeds().prints("42 42\n");
    case.test("unhashed-own")
        .succeeds()
        .prints("test runs ... ok");
}

#[test]
fn a_provider_and_one_behind_a_library() {
    for name in ["unhashed_near", "unhashed_far"] {
        let second = library(name)
            .linkface()
            .dep("api")
            .source("#[linkface::implement(api::answer)] fn answer() -> u32 { 7 }");
        let between = Crate::lib("between")
            .dep("unhashed_far")
            .source("pub use unhashed_far as far;");
        let case = case(name).member(provider("other", 1)).member(second);
        let (case, root) = if name == "unhashed_near" {
            (case, app().dep(name))
        } else {
            (case.member(between), app().dep("between"))
        };
        let case = case.member(root.clone().dep("provider"));
        for said in [case.check(), case.build_one("app")] {
            said.fails()
                .says("[LF0002] two providers for `api` 0.1")
                .says(&format!("`{name}`"));
        }
    }
}

/// What is in a dylib isn't known, also if it stands behind a library.
#[test]
fn a_dylib_behind_a_library() {
    let engine = Crate::lib("unhashed_engine")
        .types(&["dylib"])
        .linkface()
        .dep("own")
        .source(
            "pub use own;
             #[linkface::implement(own::answer)] fn answer() -> u32 { 8 }
             pub fn run() { println!(\"{}\", own::answer()) }",
        );
    let own = Crate::lib("own")
        .linkface()
        .source("#[linkface::interface] pub fn answer() -> u32;");
    let between = Crate::lib("between")
        .dep("unhashed_engine")
        .source("pub use unhashed_engine::run;");
    let app = Crate::bin("app")
        .linkface()
        .dep("own")
        .dep("between")
        .source("linkface::link!(); fn main() { between::run(); }");
    case("unhashed-dylib")
        .member(own)
        .member(engine)
        .member(between)
        .member(app)
        .build_one("app")
        .succeeds();
}

/// A root that is a library, too: what it implements itself is seen by the program, once.
#[test]
fn the_own_library_implements() {
    let both = Crate::bin("unhashed-implements")
        .manifest("[lib]\nname = 'unhashed_implements_lib'\ncrate-type = ['cdylib', 'rlib']")
        .linkface()
        .dep("user")
        .dep("api")
        .file(
            "src/lib.rs",
            "linkface::link!();
             #[linkface::implement(api::answer)] fn own() -> u32 { 9 }
             pub fn run() { user::show() }",
        )
        .source("linkface::link!(); fn main() { unhashed_implements_lib::run() }");
    let case = case("unhashed-implements").member(both);
    case.check().succeeds();
    case.run("unhashed-implements").succeeds().prints("9 1\n");
}
