//! `cargo linkface ir cfg`.

use crate::kit::{Answer, Workspace};
use serde_json::Value;
use std::fs;

const DIGIT: &str = include_str!("cfg/digit.ll");

const BOXES: &str = "\
                                   ┌─ %start ──────────────────────────── entry ─┐
                                   │ switch i32 %value, label %other [ 3 cases ] │
                                   └─────────────────────────────────────────────┘
";

fn files() -> Workspace {
    let files = Workspace::empty();
    files.write("digit.ll", DIGIT);
    files
}

/// `cargo linkface ir cfg digit --file digit.ll` with more arguments, where everything can be shown.
fn cfg(files: &Workspace, args: &[&str]) -> Answer {
    let all = ["ir", "cfg", "digit", "--file", "digit.ll"];
    let all: Vec<_> = all.iter().chain(args).collect();
    files.answer(files.command(&all).env("LC_ALL", "C.UTF-8"))
}

#[test]
fn boxes_by_default() {
    let answer = cfg(&files(), &[]);
    answer.check(
        0,
        &[
            "┌─ %again",
            "│true",
            "dead end: only leads to `unreachable`",
        ],
        &[],
    );
    let heading: Vec<_> = answer.out.lines().take(3).map(str::trim_start).collect();
    let expected: Vec<_> = BOXES.lines().map(str::trim_start).collect();
    assert_eq!(heading, expected, "{}", answer.out);
    assert_eq!(answer.err, "");
}

#[test]
fn a_list_if_it_is_asked_for() {
    let answer = cfg(&files(), &["--list"]);
    assert_eq!(
        answer.out,
        "\
%start     1  entry  else ↓, 0 → %zero, 1, 2 → %one
│ %other   2  dead end
│ %one     1  ↓
│ %again   2  loop  true ↑ %again, false ↓
%zero      1  return

dead end: only leads to `unreachable`
"
    );
}

#[test]
fn ascii_where_the_locale_knows_no_more() {
    let files = files();
    let all = ["ir", "cfg", "digit", "--file", "digit.ll"];
    let answer = files.answer(files.command(&all).env("LC_ALL", "C"));
    answer.check(0, &["+- %again"], &[]);
    assert!(answer.out.is_ascii());
    let answer = cfg(&files, &["--charset", "ascii", "--dom"]);
    answer.check(0, &["+-- %one > %again (loop)\n"], &[]);
    let all = [
        "ir",
        "cfg",
        "--file",
        "digit.ll",
        "--charset",
        "utf8",
        "--dom",
    ];
    let answer = files.answer(files.command(&all).env("LC_ALL", "C"));
    answer.check(
        0,
        &["├── %one › %again (loop)\n", "└── %other (dead end)\n"],
        &[],
    );
}

#[test]
fn colours_if_they_are_asked_for() {
    let answer = cfg(&files(), &["--color", "always"]);
    answer.check(0, &["\u{1b}[32m│true\u{1b}[0m"], &[]);
    let answer = cfg(&files(), &[]);
    assert!(!answer.out.contains('\u{1b}'));
}

#[test]
fn pictures_and_pages_go_to_files() {
    let files = files();
    let answer = cfg(
        &files,
        &["--svg", "a.svg", "--html", "a.html", "--dot=a.dot"],
    );
    let wrote = ["Wrote a.html\n", "Wrote a.svg\n", "Wrote a.dot\n"];
    answer.check(0, &[], &wrote);
    assert_eq!(answer.out, "");
    let read = |file: &str| fs::read_to_string(files.folder().join(file)).unwrap();
    assert!(read("a.svg").starts_with("<svg "));
    assert!(read("a.html").contains("<title>app::digit</title>"));
    assert!(read("a.dot").starts_with("digraph {\n"));
    let answer = cfg(&files, &["--svg", "-"]);
    answer.check(0, &["<svg "], &[]);
    assert!(!answer.err.contains("Wrote"), "{}", answer.err);
    let answer = cfg(&files, &["--svg", "no/such/folder.svg"]);
    answer.check(2, &[], &["error: cannot write `no/such/folder.svg`: "]);
}

#[test]
fn dot_goes_to_standard_output() {
    let answer = cfg(&files(), &["--dot"]);
    answer.check(0, &["  b0 -> b2 [label=\"1, 2\""], &[]);
    assert!(answer.out.starts_with("digraph {\n") && answer.out.ends_with("}\n"));
    let answer = cfg(&files(), &["--dot", "--dom"]);
    answer.check(
        0,
        &["  b2 -> b3 [color=\"#5f6878\", arrowhead=none];\n"],
        &[],
    );
}

#[test]
fn the_graph_for_programs() {
    let answer = cfg(&files(), &["--message-format", "json"]);
    let lines: Vec<Value> = answer
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let [graph, end] = lines.as_slice() else {
        panic!("{answer:#?}");
    };
    assert_eq!(graph["reason"], "linkface-ir-cfg");
    assert_eq!(graph["version"], 1);
    assert_eq!(graph["function"], "app::digit");
    assert_eq!(graph["symbol"], "_RNvCs1234_3app5digit");
    assert_eq!(graph["file"], "digit.ll");
    let again = &graph["blocks"][3];
    let expected = serde_json::json!({
        "name": "again", "marks": ["loop"], "instructions": 2, "terminator": "br",
        "dominator": 2, "loop_depth": 1,
    });
    assert_eq!(*again, expected);
    let edges = graph["edges"].as_array().unwrap();
    let back =
        serde_json::json!({ "from": 3, "to": 3, "kind": "true", "label": "true", "back": true });
    assert!(edges.contains(&back), "{edges:#?}");
    let cases =
        serde_json::json!({ "from": 0, "to": 2, "kind": "case", "label": "1, 2", "back": false });
    assert!(edges.contains(&cases), "{edges:#?}");
    assert_eq!(end["reason"], "linkface-finished");
}

#[test]
fn source_code_is_on_the_page_and_nothing_else_of_the_machine() {
    let files = files();
    files.write("src/lib.rs", "// one\nfn twice() { /* two */ }\n");
    files.write("secret", "do not show\n");
    let place = |name: &str| {
        let folder = files.folder().display();
        format!(
            "define i32 @twice(i32 %x) !dbg !4 {{\n  %y = mul i32 %x, 2, !dbg !5\n  ret i32 %y, !dbg !5\n}}\n\
             !0 = distinct !DICompileUnit(language: DW_LANG_Rust, file: !1, emissionKind: LineTablesOnly)\n\
             !1 = !DIFile(filename: \"{name}\", directory: \"{folder}\")\n\
             !2 = !DISubroutineType(types: !3)\n!3 = !{{}}\n\
             !4 = distinct !DISubprogram(name: \"twice\", scope: !1, file: !1, line: 1, type: !2, unit: !0)\n\
             !5 = !DILocation(line: 1, column: 1, scope: !4)\n"
        )
    };
    let html = |name: &str| {
        files.write("twice.ll", place(name));
        files
            .run(&[
                "ir", "cfg", "twice", "--file", "twice.ll", "--html", "a.html", "-q",
            ])
            .check(0, &[], &[]);
        fs::read_to_string(files.folder().join("a.html")).unwrap()
    };
    assert!(html("src/lib.rs").contains("fn twice() { /* two */ }"));
    let page = html("secret");
    assert!(!page.contains("do not show"));
    assert!(page.contains("<li title=\"secret\">secret:1</li>"));
    assert!(html("src/gone.rs").contains("<li title=\"src/gone.rs\">src/gone.rs:1</li>"));
}

#[test]
fn what_there_is_not_is_said() {
    let files = files();
    let answer = files.run(&["ir", "cfg", "digits", "--file", "digit.ll"]);
    answer.check(
        2,
        &[],
        &["error: no function `digits` in this IR", "`app::digit`"],
    );
    let answer = files.run(&["ir", "cfg", "digit", "--file", "no.ll"]);
    answer.check(2, &[], &["error: cannot read `no.ll`"]);
}
