//! `tree`: on the terminal, and to files.

use crate::kit::Workspace;
use std::fs;

const TREE: &str = "\
app 0.1.0  bin `app`
├── greeting 0.1.0
│   └── console 0.1.0  façade
│       └─► plain 0.1.0  implements it: the root depends on it
└── plain 0.1.0  implements console@0.1

2 packages without façade or provider below them aren't shown
";

#[test]
fn programs_are_drawn_and_the_rest_is_named() {
    let answer = Workspace::with(&["plain"]).run(&["tree"]);
    answer.check(
        0,
        &[],
        &["not shown: unit tests of `", "`--root NAME` shows one"],
    );
    assert_eq!(answer.out, TREE);
}

#[test]
fn problems_are_drawn_and_are_no_failure() {
    let answer = Workspace::with(&[]).run(&["tree", "--charset", "ascii", "-q"]);
    answer.check(
        0,
        &["    `-- console 0.1.0  façade\n        `-x no provider for `print`\n"],
        &[],
    );
    assert_eq!(answer.err, "");
}

#[test]
fn any_root_has_a_tree() {
    let workspace = Workspace::with(&["plain"]);
    workspace.write("app/tests/it.rs", "linkface::link!();\n");
    let answer = workspace.run(&["tree", "--root", "it"]);
    answer.check(0, &["app 0.1.0  test `it`\n"], &[]);
    let answer = workspace.run(&["tree", "--root", "unit tests of app"]);
    answer.check(0, &["app 0.1.0  unit tests of `app`\n"], &[]);
    let answer = workspace.run(&["tree", "--root", "ap"]);
    answer.check(2, &[], &["error: no root is named `ap`", "`app`"]);
}

#[test]
fn a_workspace_without_facades_is_told_so() {
    let workspace = Workspace::empty();
    workspace.package("app", &[]);
    workspace.write("app/src/main.rs", "fn main() {}\n");
    workspace.write("Cargo.toml", "[workspace]\nmembers = [\"app\"]\n");
    workspace.run(&["tree"]).check(
        2,
        &[],
        &["error: no root that was looked at depends on a façade"],
    );
}

#[test]
fn pictures_and_pages_go_to_files() {
    let workspace = Workspace::with(&["plain"]);
    let answer = workspace.run(&["tree", "--svg", "tree.svg", "--html", "tree.html"]);
    answer.check(
        0,
        &[],
        &["       Wrote tree.html\n", "       Wrote tree.svg\n"],
    );
    assert_eq!(answer.out, "");
    let read = |file: &str| fs::read_to_string(workspace.folder().join(file)).unwrap();
    assert!(read("tree.svg").starts_with("<svg "));
    let page = read("tree.html");
    assert!(page.contains("\"title\":\"unit tests of `app`\""));
    assert!(
        page.contains("console/src/lib.rs:3\""),
        "places are relative"
    );
    let answer = workspace.run(&["tree", "--svg", "no/such/folder.svg"]);
    answer.check(2, &[], &["error: cannot write `no/such/folder.svg`: "]);
}
