//! Every kind of root.

use crate::{MAIN, TEST, app, case, provider};
use linkface_tests::{Crate, Profile, repository};

#[test]
fn programs_in_every_profile() {
    for profile in [
        Profile::Debug,
        Profile::Release,
        Profile::Thin,
        Profile::Fat,
    ] {
        case(&format!("bin-{}", profile.name()))
            .profile(profile)
            .member(app().dep("provider"))
            .run("app")
            .succeeds()
            .prints("42 42\n");
    }
}

#[test]
fn checked_and_linted() {
    let case = case("check").member(app().dep("provider"));
    case.check().succeeds();
    case.cargo("clippy")
        .args([
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
            "-W",
            "clippy::pedantic",
        ])
        .run()
        .succeeds();
}

#[test]
fn several_programs_of_one_package_and_of_a_workspace() {
    let second = Crate::bin("second")
        .linkface()
        .dep("user")
        .dep("other")
        .file("src/main.rs", MAIN)
        .file("src/bin/third.rs", MAIN);
    let case = case("bins")
        .member(provider("other", 7))
        .member(app().dep("provider"))
        .member(second);
    case.build().succeeds();
    case.run("app").prints("42 42\n");
    for bin in ["second", "third"] {
        case.profiled("run")
            .args(["--package", "second", "--bin", bin])
            .run()
            .succeeds()
            .prints("7 7\n");
    }
}

#[test]
fn a_package_with_library_and_program() {
    let both = Crate::bin("app")
        .linkface()
        .dep("user")
        .dep("provider")
        .file(
            "src/lib.rs",
            "pub fn run() { user::show() } pub use provider as _;",
        )
        .source("linkface::link!(); fn main() { app::run() }");
    case("lib-and-bin")
        .member(both)
        .run("app")
        .succeeds()
        .prints("42 42\n");
}

#[test]
fn unit_tests_integration_tests_and_examples_with_a_dev_dependency() {
    let library = Crate::lib("library")
        .dep("user")
        .dep("api")
        .linkface()
        .dev_dep("provider")
        .source(&format!(
            "//! ```\n//! linkface::link!();\n//! fn main() {{ assert_eq!(api::answer(), 42); library::f(); }}\n//! ```\n\
             pub fn f() {{ user::show() }}\n#[cfg(test)] mod tests {{ {TEST} }}"
        ))
        .file("tests/outside.rs", TEST)
        .file("examples/shown.rs", MAIN)
        .file("benches/timed.rs", TEST);
    let case = case("tests").member(library);
    case.test("library")
        .succeeds()
        .prints("test tests::shows ... ok")
        .prints("test shows ... ok")
        .prints("library/src/lib.rs - (line 1) ... ok");
    case.cargo("run")
        .args(["--package", "library", "--example", "shown"])
        .run()
        .succeeds()
        .prints("42 42\n");
    case.check().succeeds();
    // The library itself has none.
    case.build_one("library").succeeds();
}

#[test]
fn mocks_per_test() {
    let library = Crate::lib("library")
        .dep("api")
        .linkface()
        .source("pub fn doubled() -> u32 { api::answer() * 2 }")
        .file(
            "tests/three.rs",
            "linkface::link!();
             #[linkface::implement(api::answer)] fn mock() -> u32 { 3 }
             #[test] fn six() { assert_eq!(library::doubled(), 6) }",
        )
        .file(
            "tests/four.rs",
            "#[linkface::implement(api::answer)] fn mock() -> u32 { 4 }
             #[test] fn eight() { assert_eq!(library::doubled(), 8) }
             linkface::link!();",
        );
    case("mocks")
        .member(library)
        .test("library")
        .succeeds()
        .prints("test six ... ok")
        .prints("test eight ... ok");
}

#[test]
fn shared_and_static_libraries() {
    for kind in ["cdylib", "staticlib", "dylib"] {
        let root = Crate::lib("root")
            .types(&[kind])
            .linkface()
            .dep("user")
            .source("linkface::link!(); #[unsafe(no_mangle)] pub extern \"C\" fn shown() { user::show() }");
        let case = case(&format!("lib-{kind}"))
            .member(root.clone().dep("provider"))
            .member(
                Crate::lib("lonely")
                    .types(&[kind])
                    .linkface()
                    .dep("user")
                    .source("linkface::link!(); pub fn shown() { user::show() }"),
            );
        case.build_one("root").succeeds();
        // Neither the linker nor cargo says anything of a cdylib.
        case.build_one("lonely")
            .fails()
            .says("error[E0277]: [LF0001] no provider for `api` 0.1");
    }
}

#[test]
fn build_scripts_and_proc_macros() {
    let scripted = Crate::bin("scripted")
        .manifest(
            "[build-dependencies]\nuser = { path = '../user' }\nprovider = { path = '../provider' }\n",
        )
        .manifest(&format!(
            "[build-dependencies.linkface]\npath = {:?}",
            repository().join("crates/linkface")
        ))
        .file("build.rs", "linkface::link!(); fn main() { user::show() }")
        .source("fn main() {}");
    let expander = Crate::lib("expander")
        .manifest("[lib]\nproc-macro = true")
        .linkface()
        .dep("api")
        .dep("provider")
        .source(
            "linkface::link!();
             #[proc_macro] pub fn answer(_: proc_macro::TokenStream) -> proc_macro::TokenStream {
                 api::answer().to_string().parse().unwrap()
             }",
        );
    let caller = Crate::bin("caller")
        .dep("expander")
        .source("fn main() { println!(\"{}\", expander::answer!()) }");
    let case = case("host")
        .member(scripted)
        .member(expander)
        .member(caller);
    case.run("caller").succeeds().prints("42\n");
    case.build_one("scripted").succeeds();
}

#[test]
fn documentation_needs_no_provider() {
    let case = case("doc").member(app());
    case.cargo("doc").arg("--no-deps").run().succeeds();
}

#[test]
fn a_library_is_no_root() {
    case("no-root")
        .member(
            Crate::lib("library")
                .linkface()
                .dep("provider")
                .source("linkface::link!();"),
        )
        .check()
        .fails()
        .says("error: `link!()` stands in a root, and this is a library")
        .says("#[cfg(test)] linkface::link!();");
}
