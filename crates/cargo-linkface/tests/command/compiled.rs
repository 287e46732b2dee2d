//! Compiled files: what only they say, and when they are believed.

use crate::kit::Workspace;
use std::path::Path;
use std::process::Command;

/// A provider whose `#[implement]` a macro writes: its source doesn't say what it implements.
fn with_macro() -> Workspace {
    let workspace = Workspace::with(&["plain"]);
    workspace.write(
        "plain/src/lib.rs",
        "macro_rules! provide {\n    ($name:ident) => {\n        \
         #[linkface::implement(console::$name)]\n        fn $name(line: &str) {\n            \
         println!(\"{line}\");\n        }\n    };\n}\n\nprovide!(print);\n",
    );
    workspace
}

fn cargo(workspace: &Workspace, args: &[&str]) {
    let output = Command::new(env!("CARGO"))
        .args(args)
        .args(["--offline", "--quiet"])
        .current_dir(workspace.folder())
        .env("CARGO_TARGET_DIR", workspace.folder().join("target"))
        .output()
        .expect("there is Cargo");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

#[test]
fn what_macros_make_is_seen_when_it_is_compiled() {
    let workspace = with_macro();
    workspace.run(&["check"]).check(1, &["LF0001"], &[]);
    cargo(&workspace, &["build", "-p", "plain"]);
    workspace.run(&["check"]).check(0, &[], &["no findings"]);
    workspace.run(&["why", "print", "-p", "app"]).check(
        0,
        &["bin `app`, unit tests of `app`: plain\n"],
        &[],
    );
    // With other features it may be something else.
    workspace.append("plain/Cargo.toml", "\n[features]\nloud = []\n");
    workspace
        .run(&["check", "--features", "plain/loud", "--workspace"])
        .check(1, &["LF0001"], &[]);
    // And a source that has changed since is believed more.
    workspace.append("plain/src/lib.rs", "// changed\n");
    workspace.run(&["check"]).check(1, &["LF0001"], &[]);
}

#[test]
fn the_target_folder_is_that_of_the_flag() {
    let workspace = with_macro();
    cargo(&workspace, &["build", "-p", "plain"]);
    workspace
        .run(&["check", "--target-dir", "other"])
        .check(1, &["LF0001"], &[]);
    workspace
        .run(&["check", "--target-dir", "target"])
        .check(0, &[], &[]);
    let mut command = workspace.command(&["check"]);
    command.env("CARGO_TARGET_DIR", Path::new("other"));
    workspace.answer(&mut command).check(1, &["LF0001"], &[]);
}

#[test]
fn compiled_and_source_are_one() {
    let workspace = Workspace::with(&["plain"]);
    let before = workspace.run(&["list"]).out;
    cargo(&workspace, &["build", "--workspace"]);
    assert_eq!(workspace.run(&["list"]).out, before);
    workspace.run(&["check"]).check(0, &[], &["no findings"]);
}

#[test]
fn a_library_that_is_loaded_says_the_same_when_it_is_linked() {
    let workspace = Workspace::with(&["plain"]);
    workspace.package("plugin", &["greeting"]);
    workspace.append("plugin/Cargo.toml", "\n[lib]\ncrate-type = [\"cdylib\"]\n");
    workspace.write(
        "plugin/src/lib.rs",
        "#[unsafe(no_mangle)]\npub extern \"C\" fn start() {\n    greeting::greet();\n}\n",
    );
    let args = ["check", "-p", "plugin"];
    let before = workspace.run(&args);
    before.check(
        1,
        &["no provider for `console@0.1`", "cdylib `plugin`"],
        &[],
    );
    // ELF's linkers leave it to whoever loads it.
    if cfg!(target_os = "linux") {
        cargo(&workspace, &["build", "-p", "plugin"]);
        assert_eq!(workspace.run(&args).out, before.out);
    }
}

#[test]
fn compiled_files_that_are_none() {
    let workspace = with_macro();
    cargo(&workspace, &["build", "-p", "plain"]);
    let deps = workspace.folder().join("target/debug/deps");
    for entry in std::fs::read_dir(deps).expect("it was built").flatten() {
        if entry.path().extension().is_some_and(|end| end == "rmeta") {
            std::fs::write(entry.path(), "~linkface:1:declares\u{1f}\u{3}").expect("it is ours");
        }
    }
    workspace.run(&["check"]).check(1, &["LF0001"], &[]);
}
