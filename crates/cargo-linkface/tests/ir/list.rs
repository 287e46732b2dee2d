//! `cargo linkface ir list`.

use crate::kit::{Answer, Workspace};
use serde_json::Value;

fn list(args: &str) -> Answer {
    let files = Workspace::empty();
    files.write("twins.ll", include_str!("show/twins.ll"));
    files.write("hand.ll", "define void @a() {\n  ret void\n}\n");
    let args: Vec<_> = ["ir", "list"].into_iter().chain(args.split(' ')).collect();
    files.run(&args)
}

#[test]
fn the_package_s_own_the_largest_first() {
    let answer = list("--file twins.ll");
    assert_eq!(answer.code, Some(0), "{answer:#?}");
    assert_eq!(
        answer.out,
        "\
instructions  blocks  calls  bytes  function
          39       5      3   2867  all_kinds
           2       1      1    104  main
           1       1      0     94  app::main

2 functions of other crates aren't shown: `--all` shows them
"
    );
}

#[test]
fn all_of_them_by_name() {
    let answer = list("--file twins.ll --all --sort name");
    let names: Vec<&str> = answer
        .out
        .lines()
        .skip(1)
        .filter_map(|line| line.split_whitespace().nth(4))
        .collect();
    assert_eq!(
        names,
        [
            "all_kinds",
            "alloc::sync::Arc<T,A>::drop_slow::h82ccb4427f03ad08",
            "alloc::sync::Arc<T,A>::drop_slow::hb7781ff11fb1b32d",
            "app::main",
            "main",
        ]
    );
}

#[test]
fn a_part_of_a_path_selects() {
    let answer = list("Arc::drop --file twins.ll --message-format short");
    assert_eq!(
        answer.out,
        "alloc::sync::Arc<T,A>::drop_slow\nalloc::sync::Arc<T,A>::drop_slow\n"
    );
    let answer = list("nowhere --file twins.ll");
    answer.check(0, &["no function with `nowhere` in its path\n"], &[]);
    // Nobody knows whose crate it is: all is shown.
    list("--file hand.ll").check(0, &["  a\n"], &[]);
}

#[test]
fn programs_get_one_object_for_each() {
    let answer = list("--file twins.ll --all --sort calls --message-format json");
    let lines: Vec<Value> = answer
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 6);
    let first = &lines[0];
    assert_eq!(first["reason"], "linkface-ir-entry");
    assert_eq!(first["path"], "all_kinds");
    assert_eq!(first["calls"], 3);
    assert_eq!(first["own"], true);
    let twin = lines
        .iter()
        .find(|line| line["hash"] == "hb7781ff11fb1b32d");
    let twin = twin.unwrap();
    assert_eq!(twin["own"], false);
    assert_eq!(
        twin["name"],
        "_ZN5alloc4sync16Arc$LT$T$C$A$GT$9drop_slow17hb7781ff11fb1b32dE"
    );
    assert_eq!(lines[5]["reason"], "linkface-finished");
}

#[test]
fn json_has_a_short_name() {
    let short = list("--file twins.ll --json");
    assert_eq!(short.code, Some(0), "{short:#?}");
    assert_eq!(short.out, list("--file twins.ll --message-format json").out);
    assert!(short.out.contains("linkface-finished"), "{short:#?}");
}
