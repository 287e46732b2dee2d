//! Compiled files: what only they say, and when they are believed.

use crate::kit::Workspace;
use linkface_symbol::{Compat, Item, Role, encode};
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

/// A WebAssembly module that imports a function of this name, and nothing else.
fn module_importing(name: &str) -> Vec<u8> {
    // Lengths have seven bits for each byte.
    let length = |bytes: usize| {
        let low = u8::try_from(bytes & 0x7f).expect("it has seven bits");
        [
            low | 0x80,
            u8::try_from(bytes >> 7).expect("names are short"),
        ]
    };
    let head = [1, 3, b'e', b'n', b'v']; // one import, from the module `env`
    let import = [&head[..], &length(name.len()), name.as_bytes(), &[0, 0]].concat();
    let mut module = b"\0asm\x01\0\0\0".to_vec();
    module.extend([1, 4, 1, 0x60, 0, 0]); // one type: a function without parameters and results
    module.push(2);
    module.extend(length(import.len()));
    module.extend(import);
    module
}

#[test]
fn what_a_module_imports_nobody_brings() {
    let workspace = Workspace::with(&["plain"]);
    workspace.package("plugin", &["greeting", "linkface", "plain"]);
    workspace.append("plugin/Cargo.toml", "\n[lib]\ncrate-type = [\"cdylib\"]\n");
    workspace.write("plugin/src/lib.rs", "linkface::link!();\n");
    let args = [
        "check",
        "-p",
        "plugin",
        "--target",
        "wasm32-unknown-unknown",
    ];
    workspace.run(&args).check(0, &[], &["no findings"]);

    // As if it had been linked without `link!()`: this machine may have no linker for it.
    let version = Compat::of("0.1.0").expect("a version");
    let symbol = encode(&Item::new("console", version, ["print"], 7), Role::Required);
    let debug = "target/wasm32-unknown-unknown/debug";
    workspace.write(&format!("{debug}/.fingerprint/plugin-0/lib-plugin"), "");
    workspace.write(
        &format!("{debug}/plugin.d"),
        "plugin.wasm: plugin/src/lib.rs\n",
    );
    workspace.write(&format!("{debug}/plugin.wasm"), module_importing(&symbol));
    workspace.run(&args).check(
        1,
        &[
            "error[LF0001]: `plugin.wasm` has no implementation of",
            "cdylib `plugin`",
        ],
        &[],
    );
    workspace.write(
        &format!("{debug}/plugin.wasm"),
        "neither a module nor anything else",
    );
    workspace.run(&args).check(0, &[], &["no findings"]);
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
