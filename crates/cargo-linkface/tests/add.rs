//! `cargo linkface add`: manifests and sources, and what Cargo makes of them.

#[path = "new/case.rs"]
mod case;

use case::Case;

const MAIN: &str =
    "//! Greets.\n\nfn main() {\n    println!(\"{}\", console::write(b\"hi\"));\n}\n";

/// A façade, two providers of it, a library, and a program that has no provider yet.
fn workspace(name: &str) -> Case {
    let case = Case::new(name);
    case.write(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"*/\"]\nexclude = [\"target\"]\n",
    );
    let package = |name: &str, more: &str, source: &str| {
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n{more}"
        );
        case.write(&format!("{name}/Cargo.toml"), &manifest);
        let file = if source.contains("fn main") {
            "main"
        } else {
            "lib"
        };
        case.write(&format!("{name}/src/{file}.rs"), source);
    };
    let linkface = "[dependencies]\nlinkface = { path = \"<linkface>\" }\n";
    let facade =
        "[package.metadata.linkface]\nfacade = \"console\"\nsuggest = [\"console-uart\"]\n\n";
    package(
        "console",
        &format!("{facade}{linkface}"),
        "/// Writes.\n#[linkface::interface]\npub fn write(bytes: &[u8]) -> usize;\n",
    );
    let provider = "#[linkface::implement(console::write)]\n\
                    fn write(bytes: &[u8]) -> usize {\n    bytes.len()\n}\n";
    let on_console = "console = { path = \"../console\" }\n";
    package("plain", &format!("{linkface}{on_console}"), provider);
    package("framed", &format!("{linkface}{on_console}"), provider);
    let only_console = format!("[dependencies]\n{on_console}");
    package("app", &only_console, MAIN);
    package(
        "greeting",
        &only_console,
        "pub fn greet() {\n    console::write(b\"hi\");\n}\n",
    );
    case
}

#[test]
fn a_provider_of_the_workspace() {
    let case = workspace("add");
    case.linkface(&["add", "plain", "--package", "app"])
        .succeeds()
        .says("Adding plain (local) to dependencies")
        .says("Adding linkface (local) to dependencies")
        .says("Linking it in app/src/main.rs");
    assert_eq!(
        case.read("app/src/main.rs"),
        MAIN.replace("//! Greets.\n", "//! Greets.\n\nlinkface::link!();\n")
    );
    case.cargo("app", &["run", "--quiet"])
        .succeeds()
        .prints("2\n");

    // A second time there is nothing to do.
    let (manifest, source) = (case.read("app/Cargo.toml"), case.read("app/src/main.rs"));
    case.linkface(&["add", "plain", "--package", "app"])
        .succeeds();
    assert_eq!(case.read("app/Cargo.toml"), manifest);
    assert_eq!(case.read("app/src/main.rs"), source);
}

#[test]
fn names_get_one_more() {
    let case = workspace("add-names");
    let call = "linkface::link!(framed);\n";
    case.write(
        "app/src/main.rs",
        &format!("{call}{MAIN}").replace("//! Greets.\n", ""),
    );
    case.linkface(&[
        "add", "plain", "-p", "app", "--rename", "my-plain", "--path", "plain",
    ])
    .succeeds();
    assert!(
        case.read("app/src/main.rs")
            .starts_with("linkface::link!(framed, my_plain);\n")
    );
    assert!(
        case.read("app/Cargo.toml").contains(
            "my-plain = { version = \"0.1.0\", path = \"../plain\", package = \"plain\" }"
        )
    );
}

/// Tests that hold a mock keep it.
#[test]
fn for_tests() {
    let case = workspace("add-dev");
    let test = "#[test]\nfn it_greets() {\n    greeting::greet();\n}\n";
    let mock = "#[linkface::implement(console::write)]\nfn write(_: &[u8]) -> usize {\n    0\n}\n";
    case.write("greeting/tests/real.rs", test);
    case.write("greeting/tests/mock.rs", &format!("{mock}{test}"));
    case.linkface(&["add", "plain", "-p", "greeting", "--dev"])
        .succeeds()
        .says("Skipping greeting/tests/mock.rs: it implements items itself")
        .says("Linking it in greeting/tests/real.rs");
    assert_eq!(
        case.read("greeting/tests/real.rs"),
        format!("linkface::link!();\n\n{test}")
    );
    case.cargo("greeting", &["test"]).succeeds();
}

#[test]
fn a_dry_run_changes_nothing() {
    let case = workspace("add-dry");
    let before = case.read("app/Cargo.toml");
    case.linkface(&["add", "plain", "-p", "app", "--dry-run"])
        .succeeds()
        .says("Linking it in app/src/main.rs")
        .says("Dry run: nothing was changed");
    assert_eq!(case.read("app/Cargo.toml"), before);
    assert_eq!(case.read("app/src/main.rs"), MAIN);
}

#[test]
fn a_facade_has_providers_to_choose_from() {
    let case = workspace("add-facade");
    case.linkface(&["add", "console", "-p", "app"])
        .fails()
        .says("error: `console` is a façade: it declares what a provider implements")
        .says("= help: `cargo linkface add console-uart`: `console` suggests it")
        .says("= help: `cargo linkface add framed`: it implements the façade")
        .says("= help: `cargo linkface add plain`: it implements the façade");
    assert_eq!(case.read("app/src/main.rs"), MAIN);
}

/// A workspace without providers, beside one that has them.
fn elsewhere(name: &str) -> Case {
    let case = workspace(name);
    case.write(
        "other/Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"*/\"]\n",
    );
    case.write(
        "Cargo.toml",
        &case
            .read("Cargo.toml")
            .replace("[\"target\"]", "[\"target\", \"other\"]"),
    );
    for name in ["hello", "nothing"] {
        let manifest =
            format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
        case.write(&format!("other/{name}/Cargo.toml"), &manifest);
    }
    case.write("other/hello/src/main.rs", "fn main() {}\n");
    case.write("other/nothing/src/lib.rs", "");
    case
}

#[test]
fn a_provider_of_another_workspace_brings_its_linkface() {
    let case = elsewhere("add-elsewhere");
    let to = ["--manifest-path", "other/hello/Cargo.toml"];
    case.linkface(&[&["add", "plain"], &to[..]].concat())
        .fails()
        .says("error: `plain` is no member of this workspace, and there is a package of that name in `plain`")
        .says("= help: if you mean that one: `cargo linkface add plain --path plain --package hello`");
    case.linkface(&[&["add", "plain", "--path", "plain"], &to[..]].concat())
        .succeeds();
    case.cargo("other/hello", &["run", "--quiet"]).succeeds();
}

#[test]
fn what_is_no_provider() {
    let case = elsewhere("add-nothing");
    let to = ["--manifest-path", "other/hello/Cargo.toml"];
    let before = case.read("other/hello/Cargo.toml");
    case.linkface(&[&["add", "console", "--path", "console"], &to[..]].concat())
        .fails()
        .says("error: `console` is a façade: it declares what a provider implements")
        .says("`cargo linkface add console-uart`: `console` suggests it")
        .says("Restored the manifest as it was");
    assert_eq!(case.read("other/hello/Cargo.toml"), before);
    assert!(!case.read("other/Cargo.lock").contains("console"));
    case.linkface(&[&["add", "nothing"], &to[..]].concat())
        .finds()
        .says("warning: `nothing 0.1.0` is no provider")
        .says("= help: take it back: `cargo remove nothing --package hello`");
    assert_eq!(case.read("other/hello/src/main.rs"), "fn main() {}\n");
}

#[test]
fn refusals() {
    let case = workspace("add-refusals");
    case.write("framed/src/main.rs", "fn main() {");
    for (args, says) in [
        (&["add"][..], "required arguments were not provided"),
        (
            &["add", "plain"],
            "error: this workspace has several packages",
        ),
        (&["add", "plain", "-p", "nobody"], "no package `nobody`"),
        (
            &["add", "plain", "-p", "app", "-p", "plain"],
            "one package at a time",
        ),
        (
            &["add", "plain", "-p", "greeting"],
            "error: `greeting` is a library, and programs choose providers",
        ),
        (
            &["add", "plain", "-p", "greeting", "--dev"],
            "error: `greeting` has no tests",
        ),
        (
            &["add", "plain", "-p", "framed"],
            "error: cannot read `framed/src/main.rs`",
        ),
        (
            &["add", "plain", "-p", "app", "--path", "nowhere"],
            "nowhere",
        ),
    ] {
        let before = case.read("app/Cargo.toml");
        case.linkface(args).fails().says(says);
        assert_eq!(case.read("app/Cargo.toml"), before, "{args:?}");
        assert_eq!(case.read("app/src/main.rs"), MAIN, "{args:?}");
    }
}
