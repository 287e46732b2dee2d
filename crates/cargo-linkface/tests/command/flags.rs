//! Cargo's flags.

use crate::kit::Workspace;
use std::fs;

#[test]
fn it_is_a_command_of_cargo_and_a_program() {
    let workspace = Workspace::with(&["plain"]);
    workspace.run(&["linkface", "check"]).check(0, &[], &[]);
    workspace.run(&["check"]).check(0, &[], &[]);
    workspace
        .run(&["--version"])
        .check(0, &["cargo-linkface 0."], &[]);
    let help = workspace.run(&["--help"]);
    help.check(
        0,
        &[
            "Usage: cargo linkface [OPTIONS] <COMMAND>",
            "Exit codes:",
            "Examples:",
        ],
        &[],
    );
    for command in [
        "check", "tree", "why", "list", "add", "new", "header", "explain",
    ] {
        help.check(0, &[&format!("\n  {command} ")], &[]);
        workspace
            .run(&[command, "--help"])
            .check(0, &["Usage: cargo linkface "], &[]);
    }
}

#[test]
fn wrong_arguments_are_2() {
    let workspace = Workspace::with(&["plain"]);
    for args in [
        &[][..],
        &["chekc"],
        &["check", "--colour=never"],
        &["why"],
        &["check", "--message-format", "xml"],
        &["add", "plain", "--message-format", "json"],
        &["new", "--app", "a", "--message-format", "json"],
        &["header", "console", "--message-format", "json"],
        &["check", "-q", "-v"],
    ] {
        workspace.run(args).check(2, &[], &[]);
    }
}

#[test]
fn flags_stand_before_or_after_the_command() {
    let workspace = Workspace::with(&[]);
    workspace
        .run(&["-p", "plain", "check"])
        .check(0, &[], &["no findings"]);
    workspace
        .run(&["check", "-p", "plain"])
        .check(0, &[], &["no findings"]);
}

#[test]
fn verbose_says_what_is_read() {
    let workspace = Workspace::with(&["plain"]);
    workspace.package("alone", &[]);
    workspace.write("alone/src/main.rs", "fn main() {}\n");
    let answer = workspace.run(&["check", "-v"]);
    assert!(
        !answer.err.contains("alone"),
        "it has nothing to do with linkface: {answer:#?}"
    );
    answer.check(
        0,
        &[],
        &["     Reading app 0.1.0\n", "     Reading console 0.1.0\n"],
    );
}

#[test]
fn packages_are_selected() {
    let workspace = Workspace::with(&[]);
    let check = |args: &[&str], code, err| {
        let args = [&["check"], args].concat();
        workspace.run(&args).check(code, &[], &[err]);
    };
    check(&["-p", "app"], 1, "1 finding");
    check(&["-p", "app@0.1.0"], 1, "1 finding");
    check(&["-p", "plain", "-p", "app"], 1, "1 finding");
    check(&["--workspace"], 1, "1 finding");
    check(&["--workspace", "--exclude", "app"], 0, "no findings");
    check(
        &["--exclude", "app"],
        2,
        "--exclude can only be used together with --workspace",
    );
    check(&["-p", "ap"], 2, "this workspace has no package `ap`");
    check(&["-p", "ap"], 2, "did you mean `app`?");
    check(
        &["-p", "app@0.2.0"],
        2,
        "this workspace has no package `app@0.2.0`",
    );
    check(&["--manifest-path", "plain/Cargo.toml"], 0, "no findings");
    check(
        &["--manifest-path", "nowhere/Cargo.toml"],
        2,
        "nowhere/Cargo.toml",
    );
}

#[test]
fn features_change_the_program() {
    let workspace = Workspace::with(&[]);
    workspace.append(
        "app/Cargo.toml",
        "plain = { path = '../plain', optional = true }\n\
         framed = { path = '../framed', optional = true }\n\n\
         [features]\ndefault = [\"plain\"]\nplain = [\"dep:plain\"]\nframed = [\"dep:framed\"]\n",
    );
    let check = |args: &[&str], code, out: &[&str], err| {
        let args = [&["check", "-p", "app"], args].concat();
        workspace.run(&args).check(code, out, &[err]);
    };
    check(&[], 0, &[], "no findings");
    check(&["--no-default-features"], 1, &["LF0001"], "1 finding");
    check(
        &["--no-default-features", "--features", "framed"],
        0,
        &[],
        "no findings",
    );
    check(&["-F", "plain,framed"], 1, &["LF0002"], "1 finding");
    check(&["--all-features"], 1, &["LF0002"], "1 finding");
    check(&["--features", "farmed"], 2, &[], "feature `farmed`");
}

#[test]
fn targets_change_the_program() {
    let workspace = Workspace::with(&[]);
    workspace.append(
        "app/Cargo.toml",
        "\n[target.'cfg(unix)'.dependencies]\nplain = { path = '../plain' }\n\n\
         [target.'cfg(windows)'.dependencies]\nframed = { path = '../framed' }\n",
    );
    let why = |args: &[&str], out: &[&str]| {
        let args = [&["why", "console", "-p", "app"], args].concat();
        workspace.run(&args).check(0, out, &[]);
    };
    why(
        &["--target", "x86_64-unknown-linux-gnu"],
        &["bin `app`, unit tests of `app`: plain\n"],
    );
    why(
        &["--target", "x86_64-pc-windows-msvc"],
        &["bin `app`, unit tests of `app`: framed\n"],
    );
    why(
        &["--target", "wasm32-unknown-unknown"],
        &["bin `app`, unit tests of `app`: no provider\n"],
    );
    why(
        &[
            "--target",
            "x86_64-unknown-linux-gnu",
            "--target",
            "x86_64-pc-windows-msvc",
        ],
        &[
            "(x86_64-unknown-linux-gnu, default features): plain",
            "default features): framed",
        ],
    );
    let unknown = workspace.run(&["check", "--target", "pdp11-dec-unix"]);
    unknown.check(
        2,
        &[],
        &[
            "rustc doesn't take target `pdp11-dec-unix`",
            "--print target-list",
        ],
    );
}

#[test]
fn the_configured_target_is_taken() {
    let workspace = Workspace::with(&[]);
    workspace.append(
        "app/Cargo.toml",
        "\n[target.'cfg(windows)'.dependencies]\nplain = { path = '../plain' }\n",
    );
    let windows = "x86_64-pc-windows-msvc";
    let mut by_environment = workspace.command(&["check"]);
    by_environment.env("CARGO_BUILD_TARGET", windows);
    workspace
        .answer(&mut by_environment)
        .check(0, &[], &["no findings"]);
    workspace.write(
        ".cargo/config.toml",
        format!("[build]\ntarget = \"{windows}\"\n"),
    );
    workspace.run(&["check"]).check(0, &[], &["no findings"]);
}

#[test]
fn the_lock_file_is_cargos() {
    let workspace = Workspace::with(&["plain"]);
    let lock = workspace.folder().join("Cargo.lock");
    workspace
        .run(&["check", "--locked"])
        .check(2, &[], &["error: ", "--locked"]);
    assert!(!lock.exists());
    workspace.run(&["check", "--offline"]).check(0, &[], &[]);
    let written = fs::read_to_string(&lock).expect("Cargo writes it");
    workspace.run(&["check", "--locked"]).check(0, &[], &[]);
    workspace.run(&["check", "--frozen"]).check(0, &[], &[]);
    assert_eq!(fs::read_to_string(&lock).expect("still there"), written);
}

#[test]
fn cargo_and_rustc_are_those_of_the_environment() {
    let workspace = Workspace::with(&["plain"]);
    for (name, said) in [
        ("CARGO", "cannot run `/no/such/program`"),
        ("RUSTC", "/no/such/program"),
        ("RUSTC_WRAPPER", "/no/such/program"),
        ("CARGO_BUILD_RUSTC", "/no/such/program"),
    ] {
        let mut command = workspace.command(&["check"]);
        command.env(name, "/no/such/program");
        workspace.answer(&mut command).check(2, &[], &[said]);
    }
}
