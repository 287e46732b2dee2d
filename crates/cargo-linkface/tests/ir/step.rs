//! `cargo linkface ir step`.

use crate::kit::{Answer, Workspace};
use serde_json::Value;
use std::fs;
use std::path::Path;

const POW: &str = include_str!("step/pow.ll");
const CHAIN: &str = include_str!("step/chain.ll");
const PARSE: &str = include_str!("step/parse.ll");

fn files() -> Workspace {
    let files = Workspace::empty();
    files.write("pow.ll", POW);
    files.write("chain.ll", CHAIN);
    files.write("parse.ll", PARSE);
    files
}

/// `cargo linkface ir step` with these arguments.
fn step(args: &str) -> Answer {
    let args: Vec<_> = ["ir", "step"].into_iter().chain(args.split(' ')).collect();
    files().run(&args)
}

/// What it prints is what is recorded. `LINKFACE_BLESS=1` records it.
#[track_caller]
fn prints(args: &str, name: &str) {
    let answer = step(args);
    assert_eq!(answer.code, Some(0), "{answer:#?}");
    assert_eq!(answer.err, "");
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/ir/step")
        .join(name);
    let now = format!("$ cargo linkface ir step {args}\n{}", answer.out);
    if std::env::var_os("LINKFACE_BLESS").is_some() {
        fs::write(&file, &now).expect("the record can be written");
    }
    let recorded = fs::read_to_string(&file).expect("LINKFACE_BLESS=1 records it");
    assert_eq!(now, recorded);
}

#[test]
fn the_five_steps() {
    prints("pick dce --file chain.ll", "chain.txt");
}

#[test]
fn panics_stay() {
    prints("total dce --file parse.ll", "panics.txt");
}

#[test]
fn the_naive_rule_goes_wrong() {
    prints("total dce --naive --file parse.ll", "naive.txt");
}

#[test]
fn blocks_that_an_invoke_needs() {
    prints("parse::digit dce --file parse.ll", "invoke.txt");
}

#[test]
fn from_allocas_to_phis() {
    prints("pow ssa --file pow.ll", "pow.txt");
}

#[test]
fn what_stays_in_memory() {
    prints("parse::digit ssa --file parse.ll", "stays.txt");
}

#[test]
fn nothing_but_the_result() {
    let answer = step("pow ssa --result --file pow.ll");
    assert_eq!(answer.code, Some(0), "{answer:#?}");
    assert!(
        answer
            .out
            .starts_with("define i32 @pow(i32 %x, i32 %y) {\n")
    );
    assert!(answer.out.ends_with("\n}\n"));
    assert_eq!(answer.out.matches(" = phi i32 ").count(), 2);
}

/// The only function of a file needs no name.
#[test]
fn the_only_function() {
    step("dce --file chain.ll").check(0, &["pick\n"], &[]);
    step("dce --file parse.ll").check(2, &[], &["which of"]);
    step("pik dce --file chain.ll").check(2, &[], &["did you mean `pick`"]);
}

#[test]
fn what_cannot_be_asked() {
    step("pow ssa --naive --file pow.ll").check(2, &[], &["`--naive` is a rule of `dce`"]);
    step("pow inline --file pow.ll").check(2, &[], &["possible values: dce, ssa"]);
    step("pow --file pow.ll").check(2, &[], &["pow"]);
}

#[test]
fn colours_say_what_a_step_adds_and_removes() {
    let answer = step("pow ssa --file pow.ll --color always");
    assert!(
        answer.out.contains("\u{1b}[31m-   %r = alloca"),
        "{}",
        answer.out
    );
    assert!(
        answer.out.contains("\u{1b}[32m+   %r.0 = phi"),
        "{}",
        answer.out
    );
}

/// The lines of JSON; each is what the schema says.
fn lines(args: &str) -> Vec<Value> {
    let answer = step(&format!("{args} --message-format json"));
    assert_eq!(answer.code, Some(0), "{answer:#?}");
    let schema = include_str!("../../docs/schema-v1.json");
    let schema = serde_json::from_str(schema).expect("the schema is JSON");
    let schema = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let lines = answer.out.lines().map(|line| {
        let value: Value = serde_json::from_str(line).expect("each line is JSON");
        if let Err(error) = schema.validate(&value) {
            panic!("{error}, at {} of {line}", error.instance_path());
        }
        value
    });
    lines.collect()
}

#[test]
fn steps_of_dce_are_objects() {
    let lines = lines("total dce --file parse.ll");
    let kept = &lines[0]["kept"][0];
    assert_eq!(lines[0]["reason"], "linkface-ir-step");
    assert_eq!(lines[0]["function"], "parse::total");
    assert_eq!(
        (&lines[0]["round"], &lines[0]["step"]),
        (&1.into(), &1.into())
    );
    assert_eq!(kept["why"], "no-return");
    assert!(
        kept["instruction"]
            .as_str()
            .is_some_and(|text| text.contains("call void @"))
    );
    let last = lines.last().unwrap();
    assert_eq!(last["reason"], "linkface-finished");

    let lines = self::lines("pick dce --file chain.ll");
    // Three rounds of five steps, the result, and the end.
    assert_eq!(lines.len(), 17);
    assert_eq!(lines[1]["deleted_labels"][0]["from"], "%negative");
    assert_eq!(lines[1]["deleted_labels"][0]["label"], "true");
    assert_eq!(lines[15]["reason"], "linkface-ir-step-result");
}

#[test]
fn steps_of_ssa_are_objects() {
    let lines = lines("pow ssa --file pow.ll");
    let phi = &lines[0]["phis"][0];
    assert_eq!(phi["phi"], "%r.0");
    assert_eq!(phi["because"], "%loop");
    assert_eq!(phi["incoming"][1]["value"], "%r.new");
    assert_eq!(lines[0]["reads"][0]["origin"], "phi");

    let lines = self::lines("parse::digit ssa --file parse.ll");
    let stays = lines
        .iter()
        .filter(|line| line["stays"].is_object())
        .count();
    assert!(stays > 0);
}
