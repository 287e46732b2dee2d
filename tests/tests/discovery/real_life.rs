//! What people do with Cargo beside building: packaging, installing, running tests one by one.

use crate::{MAIN, TEST, app, case};
use linkface_tests::{Crate, Tool, Workspace, repository};
use std::fs;
use std::path::Path;

#[test]
fn a_program_is_installed() {
    let case = case("install").member(app().dep("provider"));
    let root = case.folder().join("installed");
    case.cargo("install")
        .args(["--path", "app", "--root"])
        .arg(&root)
        .run()
        .succeeds();
    Tool::new(root.join("bin/app"), case.folder())
        .run()
        .succeeds()
        .prints("42 42\n");
}

#[test]
fn a_program_without_provider_is_not_installed() {
    let case = case("install-none").member(app());
    case.cargo("install")
        .args(["--path", "app", "--root", "installed"])
        .run()
        .fails()
        .says("[LF0001] no provider for `api` 0.1");
}

/// nextest lists the tests of a binary, and runs each in a process of its own.
#[test]
fn every_test_in_a_process_of_its_own() {
    let library = Crate::lib("library")
        .dep("user")
        .dep("api")
        .linkface()
        .dev_dep("provider")
        .source(&format!(
            "pub fn f() {{ user::show() }}\n#[cfg(test)] mod tests {{ {TEST} }}"
        ))
        .file("tests/outside.rs", TEST);
    let case = case("one-by-one").member(library);
    let built = case
        .profiled("test")
        .args([
            "--package",
            "library",
            "--no-run",
            "--tests",
            "--message-format",
            "json",
        ])
        .run()
        .succeeds();
    let binaries: Vec<&str> = built
        .stdout
        .split("\"executable\":\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(binaries.len(), 2, "{built}");
    for binary in binaries {
        let run = |args: &[&str]| Tool::new(binary, case.folder()).args(args).run().succeeds();
        let listed = run(&["--list", "--format", "terse"]).stdout;
        let tests: Vec<&str> = listed
            .lines()
            .filter_map(|line| line.strip_suffix(": test"))
            .collect();
        assert_eq!(tests.len(), 1, "{listed}");
        for test in tests {
            let _ = run(&["--exact", test, "--nocapture"])
                .prints("42 42")
                .prints("1 passed");
        }
    }
}

/// `cargo publish` does the same, and uploads; it would need the network.
#[test]
fn facade_provider_and_program_are_packaged() {
    let case = Workspace::new("discovery-package");
    let folder = case.folder().to_owned();
    for name in ["linkface", "linkface-macros", "linkface-symbol"] {
        copy(&repository().join("crates").join(name), &folder.join(name));
        // Tests aren't packaged, and need crates from the network.
        let manifest = folder.join(name).join("Cargo.toml");
        let text = fs::read_to_string(&manifest).unwrap();
        let (before, rest) = text.split_once("[dev-dependencies]").unwrap_or((&text, ""));
        let behind = rest.find("\n[").map_or("", |at| &rest[at..]);
        fs::write(&manifest, format!("{before}{behind}")).unwrap();
    }
    let versioned = |package: Crate, dependencies: &[&str]| {
        let lines: Vec<String> = dependencies
            .iter()
            .map(|name| format!("[dependencies.{name}]\npath = '../{name}'\nversion = '0.1'\n"))
            .collect();
        package.manifest(&lines.concat())
    };
    let case = case
        .member(
            versioned(Crate::lib("console"), &["linkface"])
                .source("#[linkface::interface] pub fn write(bytes: &[u8]) -> usize;"),
        )
        .member(
            versioned(Crate::lib("console-std"), &["linkface", "console"]).source(
                "#[linkface::implement(console::write)]
                 fn write(bytes: &[u8]) -> usize { bytes.len() }",
            ),
        )
        .member(
            versioned(Crate::bin("shout"), &["linkface", "console", "console-std"])
                .source("linkface::link!(); fn main() { console::write(b\"!\"); }"),
        );
    let manifest = folder.parent().unwrap().join("Cargo.toml");
    let text = fs::read_to_string(&manifest).unwrap();
    let name = folder.file_name().unwrap().to_str().unwrap();
    let shared = fs::read_to_string(repository().join("Cargo.toml")).unwrap();
    let shared = shared
        .split_once("[workspace.package]")
        .unwrap()
        .1
        .replace("path = \"crates/", &format!("path = \"{name}/"));
    let members = text.replace("members = [", &format!("members = ['{name}/linkface*', "));
    fs::write(&manifest, format!("{members}\n[workspace.package]{shared}")).unwrap();
    case.cargo("package")
        .args(["--workspace", "--allow-dirty", "--exclude-lockfile"])
        // Cargo unpacks what it verifies there, and keeps it.
        .env("CARGO_HOME", folder.join("home"))
        .run()
        .succeeds();
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let copied = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &copied);
        } else {
            fs::copy(&path, &copied).unwrap();
        }
    }
}

/// A workspace's own crate chooses for all its programs.
#[test]
fn a_platform_crate() {
    let allow = "[package.metadata.linkface]\nallow = [\"LF0004:platform\"]";
    let program = |name: &str| {
        Crate::bin(name)
            .linkface()
            .dep("user")
            .dep("platform")
            .manifest(allow)
            .source(MAIN)
    };
    let case = case("platform")
        .member(
            Crate::lib("platform")
                .linkface()
                .dep("provider")
                .source("linkface::link!(provider); pub fn start() {}"),
        )
        .member(program("one"))
        .member(program("two"));
    case.build().succeeds();
    case.run("two").prints("42 42\n");
}
