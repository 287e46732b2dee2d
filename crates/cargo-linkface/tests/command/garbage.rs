//! Input that is wrong: a finding, or a clear error and 2. Never a panic.

use crate::kit::{MAIN, Workspace};
use std::fs;

#[test]
fn without_a_workspace() {
    let nowhere = Workspace::empty();
    for command in ["check", "list"] {
        nowhere
            .run(&[command])
            .check(2, &[], &["error: could not find `Cargo.toml`"]);
    }
}

#[test]
fn broken_manifests_are_cargos_to_tell() {
    let check = |path, text: &str, said| {
        let workspace = Workspace::with(&["plain"]);
        workspace.write(path, text);
        workspace.run(&["check"]).check(2, &[], &["error: ", said]);
    };
    check("app/Cargo.toml", "[package\n", "app/Cargo.toml");
    check("app/Cargo.toml", "", "app/Cargo.toml");
    check("Cargo.toml", "[workspace]\nmembers = 7\n", "Cargo.toml");
    check("Cargo.toml", "[workspace]\nresolver = \"9\"\n", "resolver");
}

#[test]
fn broken_configuration() {
    let check = |text: &str| {
        let workspace = Workspace::with(&["plain"]);
        workspace.write(".cargo/config.toml", text);
        workspace
            .run(&["check"])
            .check(2, &[], &["error: ", "config.toml"]);
    };
    check("[build\n");
    check("build = 7\n");
}

#[test]
fn metadata_that_is_not_ours() {
    for text in [
        "[package.metadata]\nlinkface = 7\n",
        "[package.metadata.linkface]\nfacade = 7\nprovides = \"console\"\nnonsense = true\n",
        "[package.metadata.linkface]\nprovides = [\"@\", \"\", 7, \"a@b@c\"]\nallow = [\"LF9\"]\n",
        "[package.metadata.linkface.pin]\n\"\" = \"\"\n\"a@1\" = 7\n",
    ] {
        let workspace = Workspace::with(&["plain"]);
        workspace.append("app/Cargo.toml", &format!("\n{text}"));
        let answer = workspace.run(&["check"]);
        assert!(matches!(answer.code, Some(0 | 1)), "{answer:#?}");
        assert!(!answer.err.contains("panicked"), "{answer:#?}");
    }
}

#[test]
fn sources_that_are_no_rust() {
    for source in [
        &b"fn main() { \"\n"[..],
        b"\xff\xfe\x00",
        b"}}}}",
        b"mod nowhere; linkface::link!(;",
        b"#[path = \"\"] mod a; #[linkface::implement()] #[linkface::interface(((] fn",
    ] {
        let workspace = Workspace::with(&["plain"]);
        workspace.write("app/src/main.rs", source);
        let answer = workspace.run(&["check"]);
        assert!(
            matches!(answer.code, Some(0 | 1)),
            "{source:?}: {answer:#?}"
        );
        assert!(
            answer.err.contains("warning: cannot read `app/src/"),
            "{source:?}: {answer:#?}"
        );
    }
}

#[test]
fn nesting_without_end() {
    let workspace = Workspace::with(&["plain"]);
    workspace.write(
        "app/src/main.rs",
        MAIN.to_owned() + &"mod a { ".repeat(100_000),
    );
    let answer = workspace.run(&["check"]);
    assert!(
        matches!(answer.code, Some(0 | 1)),
        "{:?} {}",
        answer.code,
        answer.err
    );
}

#[test]
fn a_module_that_is_itself() {
    let workspace = Workspace::with(&["plain"]);
    workspace.write(
        "app/src/main.rs",
        MAIN.to_owned() + "\n#[path = \"main.rs\"]\nmod again;\n",
    );
    let answer = workspace.run(&["check"]);
    assert!(
        matches!(answer.code, Some(0 | 1)),
        "{:?} {}",
        answer.code,
        answer.err
    );
}

#[test]
fn a_closed_pipe_is_quiet() {
    let workspace = Workspace::with(&[]);
    let (reader, writer) = std::io::pipe().expect("there are pipes");
    drop(reader);
    let mut command = workspace.command(&["list"]);
    let output = command
        .stdout(writer)
        .stderr(std::process::Stdio::piped())
        .spawn()
        .and_then(std::process::Child::wait_with_output)
        .expect("the binary was built for this test");
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(!err.contains("panicked") && !err.contains("error"), "{err}");
}

#[cfg(unix)]
#[test]
fn paths_that_are_not_utf8() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let workspace = Workspace::with(&["plain"]);
    let inner = workspace.folder().join(OsStr::from_bytes(b"na\xffme"));
    fs::create_dir(&inner).expect("the file system takes any name");
    for name in [
        "Cargo.toml",
        "app",
        "console",
        "framed",
        "greeting",
        "plain",
    ] {
        fs::rename(workspace.folder().join(name), inner.join(name)).expect("both are there");
    }
    let mut command = workspace.command(&["check"]);
    command.current_dir(&inner);
    let answer = workspace.answer(&mut command);
    assert!(matches!(answer.code, Some(0 | 2)), "{answer:#?}");
    if answer.code == Some(2) {
        assert!(answer.err.contains("error: "), "{answer:#?}");
    }
    let manifest = OsStr::from_bytes(b"na\xff/Cargo.toml");
    let args = [OsStr::new("check"), OsStr::new("--manifest-path"), manifest];
    workspace.run(&args).check(2, &[], &["error: "]);
}

#[cfg(unix)]
#[test]
fn a_target_folder_that_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt;

    let workspace = Workspace::with(&["plain"]);
    let target = workspace.folder().join("target");
    fs::create_dir(&target).expect("it is not there yet");
    fs::set_permissions(&target, fs::Permissions::from_mode(0o555)).expect("it is ours");
    workspace.run(&["check"]).check(0, &[], &["no findings"]);
    workspace.write("file", "");
    workspace
        .run(&["check", "--target-dir", "file"])
        .check(0, &[], &["no findings"]);
}
