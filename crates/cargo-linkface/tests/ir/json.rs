//! What all commands write for programs is what `docs/schema-v1.json` says.

use crate::kit::Workspace;
use jsonschema::Validator;
use serde_json::Value;
use std::collections::BTreeSet;

const SCHEMA: &str = include_str!("../../docs/schema-v1.json");
const PAGE: &str = include_str!("../../docs/json-ir.md");

const LOOP: &str = "declare i32 @outside(i32)\n\
    define i32 @pow(i32 %x, i32 %y) {\nstart:\n  br label %head\n\
    head:\n  %i = phi i32 [ 0, %start ], [ %j, %body ]\n  %r = phi i32 [ 1, %start ], [ %s, %body ]\n  \
    %done = icmp eq i32 %i, %y\n  br i1 %done, label %exit, label %body\n\
    body:\n  %s = mul i32 %r, %x\n  %j = add i32 %i, 1\n  br label %head\n\
    exit:\n  ret i32 %r\n}\n\
    define i32 @calls(i32 %x) {\n  %r = call i32 @outside(i32 %x)\n  ret i32 %r\n}\n\
    define i1 @grows(i32 %x) {\n  %y = add nsw i32 %x, 1\n  %c = icmp sgt i32 %y, %x\n  ret i1 %c\n}\n\
    define i32 @bump(ptr %p) {\n  %x = load i32, ptr %p\n  %y = add i32 %x, 1\n  store i32 %y, ptr %p\n  \
    ret i32 %y\n}\n\
    define void @never() {\n  unreachable\n}\n\
    define i32 @wrong(i32) {\n  %1 = add i32 %0, %0\n  ret i32 %1\n}\n";

fn schema() -> Validator {
    let schema = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is a schema")
}

/// The reasons of the objects that `ir ARGS` writes; each is valid, and the last one is the end.
#[track_caller]
fn reasons(files: &Workspace, args: &str, code: i32) -> BTreeSet<String> {
    let mut all = vec!["ir"];
    all.extend(args.split(' '));
    all.extend(["--message-format", "json"]);
    let answer = files.run(&all);
    assert_eq!(answer.code, Some(code), "{answer:#?}");
    let schema = schema();
    let mut reasons = Vec::new();
    for line in answer.out.lines() {
        let value: Value = serde_json::from_str(line).expect("each line is JSON");
        if let Err(error) = schema.validate(&value) {
            panic!("{error}, at {} of {line}", error.instance_path());
        }
        reasons.push(value["reason"].as_str().expect("it has one").to_owned());
    }
    assert_eq!(
        reasons.pop().as_deref(),
        Some("linkface-finished"),
        "{args}"
    );
    reasons.into_iter().collect()
}

#[test]
fn what_is_said_of_a_file() {
    let files = Workspace::empty();
    files.write("a.ll", LOOP);
    files.write("b.ll", LOOP.replace("%i, 1", "%i, 2"));
    let cases = [
        ("list --file a.ll", 0, &["entry"] as &[_]),
        ("show pow --file a.ll", 0, &["function"]),
        ("show wrong --file a.ll", 1, &["function"]),
        ("cfg pow --file a.ll", 0, &["cfg"]),
        ("step never dce --file a.ll", 0, &["step", "step-result"]),
        ("diff pow --file a.ll --against-file b.ll", 0, &["diff"]),
        ("prove pow --no-call --no-panic --file a.ll", 0, &["proof"]),
        (
            "prove calls --no-alloc --through outside --file a.ll",
            1,
            &["proof"],
        ),
        ("run pow 3 2 --file a.ll --trace", 0, &["run", "run-step"]),
        ("run grows 2147483647 --file a.ll", 0, &["run"]),
        ("run bump [5] --file a.ll", 0, &["run"]),
        ("run never --file a.ll", 1, &["run"]),
        ("run calls 1 --file a.ll", 2, &["run"]),
    ];
    for (args, code, expected) in cases {
        let expected: BTreeSet<String> = expected
            .iter()
            .map(|reason| format!("linkface-ir-{reason}"))
            .collect();
        assert_eq!(reasons(&files, args, code), expected, "{args}");
    }
}

#[test]
fn what_is_said_of_a_package() {
    let files = Workspace::empty();
    files.write(
        "Cargo.toml",
        "[package]\nname = \"app\"\nedition = \"2024\"\n[workspace]\n",
    );
    files.write(
        "src/main.rs",
        "#[inline(never)]\nfn total(v: &[u32]) -> u32 {\n    let mut t = 0;\n    \
         for i in 0..v.len() { t += v[i]; }\n    t\n}\n\
         fn main() { println!(\"{}\", total(&[1, 2, std::process::id()])); }\n",
    );
    for (args, code, expected) in [
        ("show total -q", 0, "linkface-ir-function"),
        ("run app::total [1,2] -q", 0, "linkface-ir-run"),
        ("diff app::total -q", 0, "linkface-ir-diff"),
        ("diff app::total --passes -q", 0, "linkface-ir-pass"),
        (
            "prove app::main --through total --no-call --release -q",
            1,
            "linkface-ir-proof",
        ),
        ("bisect -q", 1, "linkface-ir-bisect"),
    ] {
        let expected = BTreeSet::from([expected.to_owned()]);
        assert_eq!(reasons(&files, args, code), expected, "{args}");
    }
}

#[test]
fn the_page_and_the_schema_know_the_same_objects() {
    let in_text = |text: &str| -> BTreeSet<String> {
        let mut parts = text.split("linkface-ir-").skip(1).map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_lowercase() && c != '-');
            rest[..end.unwrap_or(rest.len())].to_owned()
        });
        parts.by_ref().collect()
    };
    assert_eq!(in_text(PAGE), in_text(SCHEMA));
    assert!(in_text(PAGE).len() >= 11);
}
