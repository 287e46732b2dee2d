//! `cargo linkface ir run`.

use crate::kit::{Answer, Workspace};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

fn files() -> Workspace {
    let files = Workspace::empty();
    files.write("article.ll", include_str!("run/article.ll"));
    files.write("poison.ll", include_str!("run/poison.ll"));
    files
}

/// `cargo linkface ir run` with these arguments.
fn run(args: &str) -> Answer {
    let args: Vec<_> = ["ir", "run"].into_iter().chain(args.split(' ')).collect();
    files().run(&args)
}

/// What it says is what is recorded. `LINKFACE_BLESS=1` records it.
#[track_caller]
fn says(args: &str, code: i32, name: &str) {
    let answer = run(args);
    assert_eq!(answer.code, Some(code), "{answer:#?}");
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/ir/run")
        .join(name);
    let now = format!(
        "$ cargo linkface ir run {args}\n{}{}",
        answer.out, answer.err
    );
    if std::env::var_os("LINKFACE_BLESS").is_some() {
        fs::write(&file, &now).expect("the record can be written");
    }
    let recorded = fs::read_to_string(&file).expect("LINKFACE_BLESS=1 records it");
    assert_eq!(now, recorded);
}

#[track_caller]
fn returns(args: &str, expected: &str) {
    let answer = run(args);
    assert_eq!((answer.code, &*answer.err), (Some(0), ""), "{answer:#?}");
    assert_eq!(answer.out, format!("{expected}\n"));
}

#[test]
fn results_have_both_signs_where_they_differ() {
    returns("square 7 --file article.ll", "square(7) = 49");
    returns(
        "by_branch 7 0 --file article.ll",
        "by_branch(7, 0) = -1 (18446744073709551615 unsigned)",
    );
    returns(
        "pow -3 3 --file article.ll",
        "pow(-3, 3) = -27 (4294967269 unsigned)",
    );
    returns("--file article.ll pow -3 2", "pow(-3, 2) = 9");
}

#[test]
fn memory_of_arguments_and_results_is_shown() {
    returns(
        "total [1,2,3] --file poison.ll",
        "total([1,2,3]) = 6\n  argument 1 is now [0, 0, 0]",
    );
    returns("pair 5 --file poison.ll", "pair(5) = bytes [5, 9]");
}

#[test]
fn a_division_before_a_select() {
    says("by_select 7 0 --file article.ll", 1, "select.txt");
}

#[test]
fn unreachable() {
    says("do_not_call --file article.ll", 1, "unreachable.txt");
}

#[test]
fn poison_that_is_witnessed() {
    says("witnessed 2147483647 --file poison.ll", 1, "witnessed.txt");
}

#[test]
fn poison_that_is_returned() {
    says("half 7 --file poison.ll", 0, "returned.txt");
}

#[test]
fn memory_of_another_function() {
    says("outer --file poison.ll", 1, "outside.txt");
}

#[test]
fn a_trace() {
    says("pow 3 2 --file article.ll --trace", 0, "trace.txt");
}

#[test]
fn a_trace_of_calls() {
    says("outer --file poison.ll --trace", 1, "calls.txt");
}

#[test]
fn what_stops_a_run() {
    says("elsewhere --file poison.ll", 2, "elsewhere.txt");
    says("pow 3 -1 --steps 100 --file article.ll", 2, "steps.txt");
}

#[test]
fn wrong_arguments() {
    run("square --file article.ll").check(
        2,
        &[],
        &[
            "error: the function takes 1 argument, and 0 are given",
            "= help: its parameters are (",
        ],
    );
    run("square x --file article.ll").check(2, &[], &["error: `x` is no i32"]);
    run("square 1 2 --file article.ll").check(
        2,
        &[],
        &["error: the function takes 1 argument, and 2 are given"],
    );
    run("sqare 1 --file article.ll").check(2, &[], &["did you mean `square`?"]);
}

fn json(args: &str, code: i32) -> Vec<Value> {
    let answer = run(&format!("{args} --message-format json"));
    assert_eq!(answer.code, Some(code), "{answer:#?}");
    let lines = answer.out.lines();
    lines
        .map(|line| serde_json::from_str(line).expect("each line is JSON"))
        .collect()
}

#[test]
fn json_of_a_result() {
    let lines = json("pow -3 3 --file article.ll", 0);
    let [run, finished] = lines.as_slice() else {
        panic!("the run, and the end: {lines:#?}");
    };
    assert_eq!(run["reason"], "linkface-ir-run");
    assert_eq!(run["version"], 1);
    assert_eq!(run["outcome"], "returned");
    assert_eq!(run["arguments"], serde_json::json!(["-3", "3"]));
    assert_eq!(
        run["value"],
        serde_json::json!({"kind": "int", "bits": 32, "signed": "-27", "unsigned": "4294967269"})
    );
    assert_eq!(finished["reason"], "linkface-finished");
}

#[test]
fn json_of_undefined_behaviour() {
    let lines = json("witnessed 2147483647 --file poison.ll", 1);
    let run = &lines[0];
    assert_eq!(run["outcome"], "undefined");
    assert_eq!(run["message"], "`br` on poison");
    assert_eq!(run["place"]["file"], "poison.ll");
    assert_eq!(run["place"]["line"], 6);
    assert_eq!(run["poison"]["made"]["line"], 3);
    assert_eq!(run["poison"]["passed"][0]["line"], 4);
    let rendered = run["rendered"].as_str().unwrap();
    assert!(rendered.starts_with("error: undefined behaviour: `br` on poison"));
}

#[test]
fn json_of_a_trace() {
    let lines = json("pow 3 1 --file article.ll --trace", 0);
    let phi = lines.iter().find(|line| line["kind"] == "phi").unwrap();
    assert_eq!(phi["reason"], "linkface-ir-run-step");
    assert_eq!(phi["register"], "%i.0");
    assert_eq!(phi["from"], "%start");
    assert_eq!(phi["value"]["signed"], "0");
    let kinds = |wanted| lines.iter().filter(|line| line["kind"] == wanted).count();
    assert_eq!((kinds("enter"), kinds("leave")), (1, 1));
    assert_eq!(kinds("block"), 5);
}

const RUST: &str = "\
#[unsafe(no_mangle)]
pub fn product(a: i32, b: i32) -> i32 {
    a * b
}
";

/// A panic, and undefined behaviour, are told on the line of the source.
#[test]
fn the_source_is_shown() {
    let files = files();
    files.write("product.rs", RUST);
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let done = Command::new(rustc)
        .args(["--crate-type=lib", "--emit=llvm-ir", "-g", "--edition=2024"])
        .args(["product.rs", "-o", "product.ll"])
        .current_dir(files.folder())
        .status()
        .expect("rustc runs");
    assert!(done.success());
    let args = [
        "ir",
        "run",
        "product",
        "65536",
        "65536",
        "--file",
        "product.ll",
    ];
    files.run(&args).check(
        1,
        &[
            "error: the program panics: attempt to multiply with overflow",
            "this calls `core::panicking::panic_const::panic_const_mul_overflow`",
            "::: product.rs:3:5",
            "3 |     a * b",
            "note: it says that it is at product.rs:3:5",
        ],
        &[],
    );
}
