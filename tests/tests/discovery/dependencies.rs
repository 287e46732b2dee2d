//! However a provider becomes a dependency.

use crate::{MAIN, app, case, provider};
use linkface_tests::Crate;
use std::process::Command;

#[test]
fn renamed() {
    let app = app().dep_as("the_answer", "provider", "provider");
    let case = case("renamed").member(app);
    case.check().succeeds();
    case.run("app").succeeds().prints("42 42\n");
}

#[test]
fn renamed_names_are_the_ones_in_errors() {
    case("renamed-two")
        .member(provider("second", 2))
        .member(
            app()
                .dep_as("the_answer", "provider", "provider")
                .dep("second"),
        )
        .check()
        .fails()
        .says("two providers for `api` 0.1: `the_answer` and `second`")
        .says("cargo remove the_answer --package app");
}

#[test]
fn with_a_dash_and_a_keyword() {
    let app = Crate::bin("app")
        .linkface()
        .dep("user")
        .manifest("[dependencies.dyn]\npackage = 'my-provider'\npath = '../my-provider'")
        .source(MAIN);
    let case = case("dash").member(provider("my-provider", 9)).member(app);
    case.run("app").succeeds().prints("9 9\n");
}

#[test]
fn optional() {
    let app = app().manifest(
        "[dependencies.provider]\npath = '../provider'\noptional = true\n[features]\nreal = ['dep:provider']",
    );
    let case = case("optional").member(app);
    case.check().fails().says("LF0001");
    case.cargo("run")
        .args(["--package", "app", "--features", "app/real"])
        .run()
        .succeeds()
        .prints("42 42\n");
}

#[test]
fn of_another_target() {
    let app = app().manifest(
        "[target.'cfg(windows)'.dependencies.provider]\npath = '../provider'\n\
         [target.'cfg(not(windows))'.dependencies.other]\npath = '../other'",
    );
    case("target")
        .member(provider("other", 6))
        .member(app)
        .run("app")
        .succeeds()
        .prints(if cfg!(windows) { "42 42\n" } else { "6 6\n" });
}

/// With `--target` the program's crates and the host's are in two folders.
#[test]
fn built_for_a_named_target() {
    let case = case("triple").member(app().dep("provider"));
    let version = Command::new("rustc").arg("-vV").output().unwrap();
    let version = String::from_utf8(version.stdout).unwrap();
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap();
    case.cargo("run")
        .args(["--package", "app", "--target", host])
        .run()
        .succeeds()
        .prints("42 42\n");
}

/// An incremental build for other flags reuses metadata that names the files of the one before.
#[test]
fn built_for_other_flags_before() {
    let case = case("flags").member(app().dep("provider"));
    let run = |flags: &str, answer: &str| {
        case.cargo("run")
            .args(["--package", "app"])
            .env("RUSTFLAGS", flags)
            .run()
            .succeeds()
            .prints(answer);
    };
    let edit = |value: u32| {
        let source = format!(
            "use linkface::implement;
             #[implement(api::answer)] fn answer() -> u32 {{ {value} }}
             #[implement(api::limit)] fn limit() -> u32 {{ {value} }}"
        );
        std::fs::write(case.folder().join("provider/src/lib.rs"), source).unwrap();
        format!("{value} {value}\n")
    };
    for flags in ["", "--cfg one", "--cfg other", ""] {
        run(flags, "42 42\n");
    }
    let now = edit(7);
    for flags in ["--cfg other", "", "--cfg one"] {
        run(flags, &now);
    }
    let now = edit(6);
    for flags in ["--cfg one", "--cfg other", ""] {
        run(flags, &now);
    }
}

/// As above, and the file that the metadata names is gone: nothing is called missing then.
#[test]
fn built_for_other_flags_before_and_cleaned() {
    let platform = Crate::lib("platform")
        .dep("provider")
        .source("pub use provider as hidden;");
    let app = app()
        .dep("platform")
        .manifest("[package.metadata.linkface]\nallow = ['LF0004:platform']");
    let case = case("cleaned").member(platform).member(app);
    let run = |flags: &str| {
        case.cargo("run")
            .args(["--package", "app"])
            .env("RUSTFLAGS", flags)
            // `cargo clean` looks where programs are.
            .env("CARGO_BUILD_BUILD_DIR", case.folder().join("own"))
            .run()
            .succeeds()
            .prints("42 42\n");
    };
    run("");
    run("--cfg one");
    case.cargo("clean")
        .args(["--package", "provider"])
        .env("CARGO_BUILD_BUILD_DIR", case.folder().join("own"))
        .run()
        .succeeds();
    run("--cfg one");
    run("");
}

#[test]
fn linkface_by_another_name() {
    let app = Crate::bin("app")
        .linkface_as("lf")
        .dep("user")
        .dep("provider")
        .source("lf::link!(crate = lf); fn main() { user::show() }");
    case("lf")
        .member(app)
        .run("app")
        .succeeds()
        .prints("42 42\n");
}

/// A façade's features reach its providers through macros that the façade exports.
#[test]
fn features_of_a_facade() {
    let facade = Crate::lib("wide")
        .linkface()
        .manifest("[features]\nsum = []\nproduct = []")
        .source(
            "#[linkface::interface] pub fn one() -> u32;
             #[cfg(feature = \"sum\")] #[linkface::interface] pub fn sum() -> u32;
             #[cfg(feature = \"product\")] #[linkface::interface] pub fn product() -> u32;
             #[doc(hidden)] #[macro_export] #[cfg(feature = \"sum\")]
             macro_rules! __feature_sum { ($($item:tt)*) => { $($item)* } }
             #[doc(hidden)] #[macro_export] #[cfg(not(feature = \"sum\"))]
             macro_rules! __feature_sum { ($($item:tt)*) => {} }
             #[doc(hidden)] #[macro_export] #[cfg(feature = \"product\")]
             macro_rules! __feature_product { ($($item:tt)*) => { $($item)* } }
             #[doc(hidden)] #[macro_export] #[cfg(not(feature = \"product\"))]
             macro_rules! __feature_product { ($($item:tt)*) => {} }",
        );
    let provider = Crate::lib("all").linkface().dep("wide").source(
        "use linkface::implement;
         #[implement(wide::one)] fn one() -> u32 { 1 }
         wide::__feature_sum! { #[implement(wide::sum)] fn sum() -> u32 { 2 } }
         wide::__feature_product! { #[implement(wide::product)] fn product() -> u32 { 3 } }",
    );
    let needs = |name: &str, feature: &str, body: &str| {
        Crate::lib(name)
            .manifest(&format!(
                "[dependencies.wide]\npath = '../wide'\nfeatures = ['{feature}']"
            ))
            .source(&format!("pub fn value() -> u32 {{ {body} }}"))
    };
    let app = Crate::bin("wide-app")
        .linkface()
        .dep("all")
        .dep("adds")
        .dep("multiplies")
        .source("linkface::link!(); fn main() { println!(\"{} {}\", adds::value(), multiplies::value()) }");
    let alone = Crate::bin("alone")
        .linkface()
        .dep("all")
        .dep("wide")
        .source("linkface::link!(); fn main() { println!(\"{}\", wide::one()) }");
    let case = case("features")
        .member(facade)
        .member(provider)
        .member(needs("adds", "sum", "wide::sum()"))
        .member(needs("multiplies", "product", "wide::product()"))
        .member(app)
        .member(alone);
    case.run("wide-app").succeeds().prints("2 3\n");
    case.run("alone").succeeds().prints("1\n");
}
