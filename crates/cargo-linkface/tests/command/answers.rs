//! What the commands answer.

use crate::kit::Workspace;

#[test]
fn silence_is_explained() {
    let workspace = Workspace::with(&["plain"]);
    let answer = workspace.run(&["check"]);
    answer.check(0, &[], &["no findings: ", " roots, 1 façade, 2 providers"]);
    assert_eq!(answer.out, "");
    assert_eq!(workspace.run(&["check", "-q"]).err, "");
}

#[test]
fn no_provider_is_a_finding() {
    let answer = Workspace::with(&[]).run(&["check"]);
    answer.check(
        1,
        &[
            "error[LF0001]: no provider for `console@0.1`\n",
            " --> console/src/lib.rs:3:8\n",
            "3 | pub fn print(line: &str);\n  |        ^^^^^ ",
            "app → greeting 0.1.0 → console 0.1.0",
            "found in bin `app`",
            "cargo add plain --package app",
        ],
        &["error: 1 finding in "],
    );
}

#[test]
fn two_providers_are_one_finding() {
    let answer = Workspace::with(&["plain", "framed"]).run(&["check", "--message-format=short"]);
    answer.check(1, &["error[LF0002]: "], &["error: 1 finding in "]);
    let lines: Vec<&str> = answer.out.lines().collect();
    let [line] = lines.as_slice() else {
        panic!("one finding is one line: {lines:#?}");
    };
    assert!(
        line.starts_with("framed/src/lib.rs:1:23: error[LF0002]: two providers"),
        "{line}"
    );
}

#[test]
fn why_names_provider_and_chains() {
    let workspace = Workspace::with(&["plain"]);
    for name in ["console", "console@0.1", "print", "console::print"] {
        let answer = workspace.run(&["why", name]);
        answer.check(
            0,
            &[
                "console@0.1 in bin `app`, unit tests of `app`: plain\n",
                "plain 0.1.0: the root depends on it, plain/src/lib.rs:1\n",
                "app → plain 0.1.0\n",
                "required by app → greeting 0.1.0 → console 0.1.0\n",
                "print: plain, declared at console/src/lib.rs:3\n",
            ],
            &[],
        );
    }
}

#[test]
fn why_asks_back() {
    let workspace = Workspace::with(&["plain"]);
    let check = |name, err| {
        workspace.run(&["why", name]).check(2, &[], &[err]);
    };
    check(
        "consle",
        "error: no root has a façade or an item named `consle`",
    );
    check("consle", "did you mean `console`?");
    check("consle::print", "did you mean `console::print`?");
    check("", "there are `console`, `print`");
    check("console@9", "did you mean `console@0.1`?");
    check("console@0.2", "did you mean `console@0.1`?");
}

/// A fake that a test implements for itself is nothing to depend on.
#[test]
fn list_has_no_fakes() {
    let workspace = Workspace::with(&["plain", "console"]);
    let fake = "#[linkface::implement(console::print)]\nfn fake(_: &str) {}\n";
    workspace.write("app/tests/faked.rs", fake);
    workspace.append(
        "app/src/main.rs",
        &format!("#[cfg(test)]\nmod tests {{ {fake} }}\n"),
    );
    let list = workspace.run(&["list"]);
    list.check(0, &["  provider plain 0.1.0: all of it"], &[]);
    assert!(!list.out.contains("provider app"), "{}", list.out);
}

#[test]
fn list_has_items_and_providers() {
    let workspace = Workspace::with(&["plain"]);
    workspace.run(&["list"]).check(
        0,
        &[
            "console@0.1 (console 0.1.0)\n",
            "  pub fn print(line: &str)\n      required, console/src/lib.rs:3\n",
            "  provider framed 0.1.0: all of it, framed/src/lib.rs:1\n",
            "  provider plain 0.1.0: all of it, plain/src/lib.rs:1\n",
        ],
        &[],
    );
    workspace.run(&["list", "--message-format", "short"]).check(
        0,
        &["console/src/lib.rs:3:8: console@0.1 print (required): framed, plain\n"],
        &[],
    );
}

#[test]
fn members_of_modules_have_their_path() {
    let workspace = Workspace::with(&["plain"]);
    workspace.write(
        "console/src/lib.rs",
        "/// Logs.\n#[linkface::interface]\npub mod log {\n    /// Writes.\n    \
         pub fn line(text: &str);\n    /// How much.\n    pub static LEVEL: u8;\n}\n",
    );
    workspace.run(&["list"]).check(
        0,
        &[
            "  pub fn log::line(text: &str)\n",
            "  pub static log::LEVEL: u8\n",
        ],
        &[],
    );
}

#[test]
fn why_knows_what_a_front_re_exports() {
    let workspace = Workspace::with(&["plain"]);
    workspace.package("front", &["console"]);
    workspace.append(
        "front/Cargo.toml",
        "\n[package.metadata.linkface]\nfacade = \"front\"\n",
    );
    workspace.write("front/src/lib.rs", "pub use console::*;\n");
    for name in ["front", "front::print"] {
        let out = "console@0.1 in bin `app`, unit tests of `app`: plain\n";
        workspace.run(&["why", name]).check(0, &[out], &[]);
    }
}

#[test]
fn a_workspace_without_facades_has_nothing_to_say() {
    let workspace = Workspace::empty();
    workspace.package("alone", &[]);
    workspace.write("alone/src/main.rs", "fn main() {}\n");
    let manifest = ["--manifest-path", "alone/Cargo.toml"];
    let run = |command| workspace.run(&[&[command], &manifest[..]].concat());
    run("check").check(
        0,
        &[],
        &["no findings: no root of the selected packages depends on a façade"],
    );
    run("list").check(0, &["no façade in this workspace"], &[]);
}

#[test]
fn findings_are_explained_everywhere() {
    let nowhere = Workspace::empty();
    nowhere
        .run(&["explain", "LF0001"])
        .check(0, &["LF0001"], &[]);
    nowhere
        .run(&["explain", "lf0011"])
        .check(0, &["LF0011"], &[]);
    for wrong in ["LF9", "E0001", "", "no such thing"] {
        let answer = nowhere.run(&["explain", wrong]);
        answer.check(2, &[], &["error: `", "LF0001  no provider", "LF0011  "]);
    }
}
