//! What is wrong with a program's providers, under `cargo check`.

use crate::{api, app, case, provider, user};
use linkface_tests::{Crate, Workspace};

/// In the case's folder, whatever that is called.
fn place(case: &Workspace, file: &str) -> String {
    let folder = case.folder().file_name().unwrap().to_string_lossy();
    format!("{folder}/{file}")
}

#[test]
fn none() {
    let case = case("none").member(app());
    let out = case.check().fails();
    let api = place(&case, "api/src/lib.rs");
    out.says("error[E0277]: [LF0001] no provider for `api` 0.1")
        .says("no dependency of `app` implements it")
        .says(&format!("= note: `answer` of api 0.1 declared at {api}:3:21"))
        .says("= note: required by app → user → api")
        .says("= note: add a provider of api 0.1 to the dependencies of `app`, or implement `answer` in it");
}

#[test]
fn none_and_the_facade_suggests() {
    let api = api().manifest(
        "[package.metadata.linkface]\nfacade = \"api\"\nsuggest = [\n  \"provider\", # beside it\n  \"api-hardware\",\n]",
    );
    let case = Workspace::new("discovery-suggest")
        .member(api)
        .member(user())
        .member(provider("provider", 42))
        .member(app());
    let folder = place(&case, "provider");
    case.check()
        .fails()
        .says("= note: add one of the providers that `api` suggests:")
        .says(&format!("cargo add provider --path {folder} --package app"))
        .says("cargo add api-hardware --package app");
}

#[test]
fn two() {
    let case = case("two")
        .member(provider("second", 2))
        .member(app().dep("provider").dep("second"));
    case.check()
        .fails()
        .says("error: [LF0002] two providers for `api` 0.1: `provider` and `second` implement `answer` and `limit`")
        .says("note: app → provider\n")
        .says("note: app → second\n")
        .says("help: keep one: `cargo remove provider --package app`, or `cargo remove second --package app`");
}

#[test]
fn two_one_of_them_from_a_library() {
    let case = case("two-far")
        .member(provider("second", 2))
        .member(
            Crate::lib("legacy")
                .dep("second")
                .source("pub use second as hidden;"),
        )
        .member(app().dep("provider").dep("legacy"));
    case.check()
        .fails()
        .says("note: app → legacy → second\n")
        .says("or make `second` a dev-dependency of `legacy`")
        .says_no("LF0004");
}

#[test]
fn smuggled() {
    let legacy = Crate::lib("legacy-lib")
        .dep("provider")
        .source("pub use provider as hidden;");
    let case = case("smuggled")
        .member(legacy)
        .member(app().dep("legacy-lib"));
    case.check()
        .fails()
        .says("error: [LF0004] the library `legacy_lib` brings a provider for `api` 0.1 along: `provider`")
        .says("note: app → legacy_lib → provider\n")
        .says("help: choose this one: cargo add provider --package app")
        .says("allow = [\"LF0004:legacy_lib\"]");
}

#[test]
fn smuggled_and_allowed() {
    let platform = Crate::lib("platform")
        .dep("provider")
        .source("pub use provider as hidden;");
    let app = app()
        .dep("platform")
        .manifest("[package.metadata.linkface]\nallow = [\"LF0004:platform\"]");
    let case = case("allowed").member(platform).member(app);
    case.check().succeeds();
    case.run("app").succeeds().prints("42 42\n");
}

/// Nothing can be unlinked by a line in a manifest.
#[test]
fn two_are_not_allowed() {
    let app = app()
        .dep("provider")
        .dep("second")
        .manifest("[package.metadata.linkface]\nallow = ['LF0002']");
    case("two-allowed")
        .member(provider("second", 2))
        .member(app)
        .check()
        .fails()
        .says("[LF0002] two providers for `api` 0.1");
}

#[test]
fn named_by_a_library_and_by_the_root() {
    let legacy = Crate::lib("legacy")
        .dep("provider")
        .source("pub use provider as hidden;");
    case("both-name-it")
        .member(legacy)
        .member(app().dep("legacy").dep("provider"))
        .run("app")
        .succeeds()
        .prints("42 42\n");
}

/// A dependency that no code names isn't compiled in, so it isn't smuggled.
#[test]
fn an_unused_dependency_of_a_library_is_nowhere() {
    let legacy = Crate::lib("legacy").dep("provider").source("");
    case("unused")
        .member(legacy)
        .member(app().dep("legacy"))
        .check()
        .fails()
        .says("[LF0001] no provider for `api` 0.1")
        .says_no("LF0004");
}

#[test]
fn a_part_of_it() {
    let half = Crate::lib("half")
        .linkface()
        .dep("wide")
        .source("#[linkface::implement(wide::one)] fn one() {}");
    let wide = Crate::lib("wide").linkface().source(
        "#[linkface::interface] pub fn one();
         #[linkface::interface] pub fn two();
         #[linkface::interface] pub static THREE: u8;
         #[linkface::interface(pub Four)] pub trait FourApi { fn four(); }
         #[linkface::interface(pub Five)] pub trait FiveApi { fn five(); }
         #[linkface::interface] pub type Six: FourApi;
         #[linkface::interface] fn hidden_one();
         #[linkface::implement(hidden_one)] fn at_home() {}",
    );
    case("part")
        .member(wide)
        .member(half)
        .member(app().dep("half").dep("provider"))
        .check()
        .fails()
        .says("[LF0001] nothing implements `two`, `THREE`, `FourApi` and 2 more of `wide` 0.1, not even `half`")
        .says_no("hidden_one");
}

#[test]
fn the_root_implements_what_a_dependency_does() {
    let app = app()
        .dep("provider")
        .dep("api")
        .file(
            "src/own.rs",
            "#[linkface::implement(api::answer)] fn own() -> u32 { 1 }",
        )
        .source("mod own; linkface::link!(); fn main() { user::show() }");
    case("own-and-dep")
        .member(app)
        .check()
        .fails()
        .says("error[E0283]: type annotations needed")
        .says("app/src/own.rs:1:1")
        .says("required by a bound in `provider_implements_api_already`");
}

/// Once is enough; twice is no mistake.
#[test]
fn said_twice() {
    let app = app()
        .dep("provider")
        .dep("api")
        .source("linkface::link!(); mod deep { linkface::link!(); } fn main() { user::show() }");
    case("said-twice").member(app).run("app").succeeds();
}

#[test]
fn the_root_implements_it_itself() {
    let app = Crate::bin("app").linkface().dep("api").source(
        "linkface::link!();
         mod later { #[linkface::implement(api::answer)] fn own() -> u32 { 5 } }
         fn main() { println!(\"{}\", api::answer()) }",
    );
    case("own").member(app).run("app").succeeds().prints("5\n");
}

#[test]
fn mended_without_cargo_clean() {
    let case = case("mended").member(app());
    case.check().fails().says("LF0001");
    let case = case.member(app().dep("provider"));
    case.check().succeeds();
    case.run("app").succeeds().prints("42 42\n");
    // Files of the provider stay behind in the target folder.
    let case = case.member(app());
    case.check().fails().says("LF0001");
    case.build_one("app").fails().says("LF0001");
    // What is allowed stands in a table that Cargo doesn't look at.
    let allowed = "[package.metadata.linkface]\nallow = [\"LF0001:api\"]";
    let case = case.member(app().manifest(allowed));
    case.check().succeeds();
    let case = case.member(app().manifest("[package.metadata.linkface]\nallow = []"));
    case.check().fails().says("LF0001");
}
