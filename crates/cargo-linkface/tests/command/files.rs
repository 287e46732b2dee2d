//! Files that are missing, are something else, or lead nowhere.

use crate::kit::{Answer, MAIN, Workspace};
use std::fs;

/// What `check` says of a workspace that was all right before.
fn after(damage: impl FnOnce(&Workspace)) -> Answer {
    let workspace = Workspace::with(&["plain"]);
    damage(&workspace);
    workspace.run(&["check"])
}

fn remove(workspace: &Workspace, path: &str) {
    let path = workspace.folder().join(path);
    let removed = if path.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    };
    removed.expect("it was written before");
}

fn folder(workspace: &Workspace, path: &str) {
    fs::create_dir(workspace.folder().join(path)).expect("nothing else is there");
}

#[test]
fn what_cargo_has_to_tell() {
    let check = |damage: &dyn Fn(&Workspace), said| {
        after(damage).check(2, &[], &["error: ", said]);
    };
    check(&|it| remove(it, "app/src/main.rs"), "no targets specified");
    check(
        &|it| remove(it, "greeting/Cargo.toml"),
        "greeting/Cargo.toml",
    );
    check(
        &|it| {
            remove(it, "app/Cargo.toml");
            folder(it, "app/Cargo.toml");
        },
        "app/Cargo.toml",
    );
    check(
        &|it| {
            remove(it, "Cargo.toml");
            folder(it, "Cargo.toml");
        },
        "Cargo.toml",
    );
    check(&|it| folder(it, "Cargo.lock"), "Cargo.lock");
}

#[test]
fn no_lock_file_that_may_be_written() {
    let workspace = Workspace::with(&["plain"]);
    for flag in ["--locked", "--frozen"] {
        workspace
            .run(&["check", flag])
            .check(2, &[], &["error: ", "Cargo.lock", flag]);
    }
}

#[cfg(unix)]
#[test]
fn a_workspace_that_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt;

    let workspace = Workspace::with(&["plain"]);
    let permit = |mode| {
        let permissions = fs::Permissions::from_mode(mode);
        fs::set_permissions(workspace.folder(), permissions).expect("it is ours");
    };
    permit(0o555);
    let answer = workspace.run(&["check"]);
    permit(0o755);
    // For root there is no folder that cannot be written.
    if workspace.folder().join("Cargo.lock").exists() {
        answer.check(0, &[], &["no findings"]);
    } else {
        answer.check(2, &[], &["error: ", "Cargo.lock"]);
    }
}

/// The rest is read, and what isn't is told.
#[track_caller]
fn check_unread(damage: impl FnOnce(&Workspace), said: &str) {
    after(damage).check(0, &[], &["warning: cannot read `app/src/", said]);
}

#[test]
fn a_module_without_file() {
    check_unread(
        |it| it.append("app/src/main.rs", "mod nowhere;"),
        "`mod nowhere;`",
    );
}

#[test]
fn modules_that_lead_back() {
    check_unread(
        |it| {
            it.append("app/src/main.rs", "mod a;");
            it.write("app/src/a.rs", "#[path = \"b.rs\"]\nmod b;");
            it.write("app/src/b.rs", "#[path = \"a.rs\"]\nmod a;");
        },
        "leads back",
    );
}

#[cfg(unix)]
#[test]
fn links_that_lead_back() {
    use std::os::unix::fs::symlink;

    check_unread(
        |it| {
            symlink("../src", it.folder().join("app/src/again")).expect("there is no such file");
            it.append(
                "app/src/main.rs",
                "#[path = \"again/again/main.rs\"]\nmod again;",
            );
        },
        "symbolic links",
    );
    check_unread(
        |it| {
            symlink("itself.rs", it.folder().join("app/src/itself.rs")).expect("it isn't there");
            it.append("app/src/main.rs", "mod itself;");
        },
        "symbolic links",
    );
}

#[test]
fn brackets_without_end() {
    let main =
        |text: String| move |it: &Workspace| it.write("app/src/main.rs", MAIN.to_owned() + &text);
    let deep = |open: &str, close: &str| open.repeat(500_000) + &close.repeat(500_000);
    check_unread(main("(".repeat(5_000_000)), "without its other half");
    check_unread(
        main(format!("const X: () = {};", deep("(", ")"))),
        "more than 256 delimiters",
    );
    check_unread(
        main(format!("#[doc({})]\nfn x() {{}}", deep("[", "]"))),
        "more than 256 delimiters",
    );
    check_unread(
        main(format!("use {};", deep("{", "}"))),
        "more than 256 delimiters",
    );
}

/// Nothing of this is between delimiters, and all of it nests.
#[test]
fn nesting_without_brackets() {
    for text in [
        format!(
            "type T = {}u8{};",
            "Vec<".repeat(100_000),
            ">".repeat(100_000)
        ),
        format!("const X: i32 = {}1;", "-".repeat(100_000)),
        format!("const X: i32 = {}1;", "1 + ".repeat(100_000)),
        format!("use {}b;", "a::".repeat(100_000)),
        format!("type T = {}u8;", "&".repeat(100_000)),
        format!("fn f() {{ {} {{}} }}", "if true {} else ".repeat(50_000)),
    ] {
        let answer = after(|it| it.append("app/src/main.rs", &text));
        assert_eq!(answer.code, Some(0), "{}: {}", &text[..40], answer.err);
    }
}

/// What was compiled is a help, if it can be read.
#[test]
fn compiled_files_that_are_none() {
    for text in [
        &b""[..],
        b"!<arch>\n",
        b"\x7fELF\x02\x01\x01",
        b"rust\0\0\0\x09",
        b"[1",
    ] {
        let workspace = Workspace::with(&["plain"]);
        for path in [
            "libplain-0123456789abcdef.rlib",
            "libplain-0123456789abcdef.rmeta",
            "plain-0123456789abcdef.d",
        ] {
            workspace.write(&format!("target/debug/deps/{path}"), text);
        }
        for path in ["app", "libconsole.rlib", "libconsole.d", "app.d"] {
            workspace.write(&format!("target/debug/{path}"), text);
        }
        workspace.run(&["check"]).check(0, &[], &["no findings"]);
    }
}
