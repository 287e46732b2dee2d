//! Cargo and rustc that aren't there, fail, or say what nobody understands: a clear error and 2.

use crate::kit::Workspace;
use std::fs;

/// `check`, with the path of a program in an environment variable.
#[track_caller]
fn check_with(variable: &str, program: &str, said: &str) {
    let workspace = Workspace::with(&["plain"]);
    let mut command = workspace.command(&["check"]);
    command.env(
        variable,
        program.replace("$DIR", &workspace.folder().display().to_string()),
    );
    workspace.answer(&mut command).check(2, &[], &[said]);
}

#[test]
fn they_are_not_there() {
    check_with("CARGO", "/nonexistent", "error: cannot run `/nonexistent`");
    check_with("RUSTC", "/nonexistent", "error: cannot run `/nonexistent`");
    check_with("CARGO", "$DIR/app", "error: cannot run `$DIR/app`");
}

/// `check`, with a script in the place of a program.
#[cfg(unix)]
#[track_caller]
fn check_script(variable: &str, script: &str, said: &str) {
    use std::os::unix::fs::PermissionsExt;

    let workspace = Workspace::with(&["plain"]);
    workspace.write("program", format!("#!/bin/sh\n{script}\n"));
    let program = workspace.folder().join("program");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("it is ours");
    let mut command = workspace.command(&["check"]);
    command.env(variable, program);
    workspace.answer(&mut command).check(2, &[], &[said]);
}

#[cfg(unix)]
#[test]
fn cargo_is_something_else() {
    for script in ["", "echo nonsense", "echo {}", "echo '[1'"] {
        check_script("CARGO", script, "error: cannot understand `cargo metadata`");
    }
    let said = "error: `cargo metadata` wrote something that is not UTF-8";
    check_script("CARGO", "printf '\\377\\376'", said);
    let unknown = r#"echo '{"packages":[],"workspace_members":["x"],"resolve":null,
        "target_directory":"/t","version":1,"workspace_root":"/t"}'"#;
    check_script(
        "CARGO",
        unknown,
        "error: cannot understand `cargo metadata`",
    );
}

#[cfg(unix)]
#[test]
fn cargo_fails() {
    check_script("CARGO", "echo error: why >&2; exit 101", "error: why");
    check_script(
        "CARGO",
        "exit 3",
        "error: `cargo metadata` failed: exit status: 3",
    );
    check_script(
        "CARGO",
        "kill -9 $$",
        "error: `cargo metadata` failed: signal: 9",
    );
}

#[cfg(unix)]
#[test]
fn rustc_is_something_else() {
    for script in [
        "",
        "echo nonsense",
        "exit 3",
        "kill -9 $$",
        "printf '\\377\\376'",
    ] {
        check_script("RUSTC", script, "doesn't say what its host is");
    }
    check_script(
        "RUSTC",
        "echo host: x",
        "error: target `x` is not one of rustc's own",
    );
}
