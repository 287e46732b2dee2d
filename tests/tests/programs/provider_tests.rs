//! Crates around a façade under test: the provider's own tests call what it implements, the façade's
//! tests may have a provider, `provider!` holds a provider to the whole façade.

use linkface_tests::{Crate, Workspace};

const API: &str = "
    use linkface::interface;
    #[interface] pub fn answer() -> u32;
    #[interface] pub fn limit() -> u32 { 1 }
    #[interface(pub Thing)] pub trait ThingApi: Sized { fn new() -> Self; fn value(&self) -> u32; }
    pub fn sum() -> u32 { answer() + limit() + Thing::new().value() }
";
const PROVIDER: &str = "
    use linkface::implement;
    #[implement(api::answer)] fn answer() -> u32 { 40 }
    pub struct Mine;
    #[implement] impl api::ThingApi for Mine {
        fn new() -> Self { Self }
        fn value(&self) -> u32 { 2 }
    }
";

#[test]
fn a_provider_tests_itself_through_the_facade() {
    let tests = "#[cfg(test)] #[test] fn unit() { assert_eq!(api::sum(), 43) }";
    let documented =
        "//! ```\n//! # use provider as _;\n//! assert_eq!(api::sum(), 43);\n//! ```\n";
    Workspace::new("provider-tests")
        .member(Crate::lib("api").linkface().source(API))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(&format!("{documented}{PROVIDER}{tests}"))
                .file(
                    "tests/it.rs",
                    "use provider as _;\n#[test] fn it() { assert_eq!(api::sum(), 43) }",
                ),
        )
        .test("provider")
        .succeeds()
        .prints("test unit ... ok")
        .prints("test it ... ok")
        .prints("test result: ok. 1 passed");
}

/// The façade's unit tests are another compilation of it than the one that the provider knows.
#[test]
fn a_facade_has_a_provider_as_dev_dependency() {
    let tests = "#[cfg(test)] #[test] fn unit() { assert_eq!(limit(), 1) }";
    Workspace::new("provider-dev")
        .member(
            Crate::lib("api")
                .linkface()
                .dev_dep("provider")
                .source(&format!("{API}{tests}"))
                .file(
                    "tests/it.rs",
                    "use provider as _;\n#[test] fn it() { assert_eq!(api::sum(), 43) }",
                ),
        )
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(PROVIDER),
        )
        .test("api")
        .succeeds()
        .prints("test unit ... ok")
        .prints("test it ... ok");
}

fn declared(name: &str, provider: &str) -> Workspace {
    let provider = format!("linkface::provider!(api);\n{provider}");
    Workspace::new(name)
        .member(Crate::lib("api").linkface().source(API))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(&provider),
        )
}

#[test]
fn a_declared_provider_covers_the_facade() {
    let said = declared("provider-covers", PROVIDER).check().succeeds();
    assert!(said.stderr.is_empty(), "{said}");
}

#[test]
fn a_declared_provider_forgets_an_item() {
    let half = "#[linkface::implement(api::answer)] fn answer() -> u32 { 40 }";
    declared("provider-forgets", half)
        .check()
        .fails()
        .says("this crate does not implement `api::ThingApi`")
        .says_no("api::limit")
        .says_no("api::answer");
}

/// Under Miri there is no `global_asm!`: crates must compile without.
#[test]
fn miri_has_a_path_of_its_own() {
    declared("provider-miri", PROVIDER)
        .member(
            Crate::bin("app")
                .dep("api")
                .dep("provider")
                .source("use provider as _;\nfn main() { println!(\"{}\", api::sum()) }"),
        )
        .cargo("check")
        .arg("--workspace")
        .env("RUSTFLAGS", "--cfg miri -Aexplicit_builtin_cfgs_in_flags")
        .run()
        .succeeds();
}
