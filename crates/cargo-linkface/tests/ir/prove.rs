//! `cargo linkface ir prove`.

use crate::kit::{Answer, Workspace};
use serde_json::Value;

const BEFORE: &str = "define i32 @_RNvC3app4main(i32 %x) {\n  %1 = call i32 @_RNvC7console5write(i32 %x)\n  ret i32 %1\n}\n\
    define i32 @_RNvC7console5write(i32 %x) {\n  ret i32 %x\n}\n";

/// `write` is inlined into `main` and called by `loud`; `deep` reaches an allocator.
const AFTER: &str = "target triple = \"x86_64-unknown-linux-gnu\"\n\
    define i32 @_RNvC3app4main(i32 %x) !dbg !1 {\n  %1 = add i32 %x, 1, !dbg !4\n  ret i32 %1, !dbg !3\n}\n\
    define i32 @_RNvC3app4loud(i32 %x) {\n  %1 = tail call i32 @_RNvC7console5write(i32 %x)\n  ret i32 %1\n}\n\
    define void @_RNvC3app4deep(ptr %f) {\n  call void @_RNvC3app5deep2()\n  call void %f()\n  ret void\n}\n\
    define internal void @_RNvC3app5deep2() {\n  %1 = call ptr @malloc(i64 8)\n  ret void\n}\n\
    declare i32 @_RNvC7console5write(i32)\ndeclare ptr @malloc(i64)\n\
    !0 = !DIFile(filename: \"src/main.rs\", directory: \"/app\")\n\
    !1 = distinct !DISubprogram(name: \"main\", linkageName: \"_RNvC3app4main\", scope: !5, file: !0, line: 1)\n\
    !2 = distinct !DISubprogram(name: \"write\", linkageName: \"_RNvC7console5write\", scope: !6, file: !7, line: 9)\n\
    !3 = !DILocation(line: 2, column: 1, scope: !1)\n\
    !4 = !DILocation(line: 10, column: 5, scope: !2, inlinedAt: !3)\n\
    !5 = !DINamespace(name: \"app\", scope: null)\n\
    !6 = !DINamespace(name: \"console\", scope: null)\n\
    !7 = !DIFile(filename: \"src/lib.rs\", directory: \"/console\")\n";

fn prove(args: &[&str]) -> Answer {
    let files = Workspace::empty();
    files.write("before.ll", BEFORE);
    files.write("after.ll", AFTER);
    files.run(&[&["ir", "prove", "--file", "after.ll"], args].concat())
}

#[test]
fn the_verdict_comes_first_and_then_its_witnesses() {
    let answer = prove(&[
        "main",
        "--through",
        "console::write",
        "--no-call",
        "--before",
        "before.ll",
    ]);
    assert_eq!(answer.code, Some(0), "{answer:#?}");
    assert_eq!(answer.err, "");
    assert_eq!(
        answer.out,
        "proven: `app::main` has no call of `console::write`\n\
         \x20 `console::write` is inlined, and no call of it is left\n\
         witnesses of `app::main`\n\
         \x20 inlined: one instruction of console::write (src/lib.rs:10:5) ← app::main (src/main.rs:2:1)\n\
         \x20 before optimisation: app::main → console::write\n\
         \x20 program: only IR was given\n"
    );
}

#[test]
fn without_a_question_the_witnesses_are_the_answer() {
    prove(&["loud", "-q"]).check(0, &["direct call: console::write"], &[]);
}

#[test]
fn a_refutation_has_the_way_to_its_witness() {
    prove(&["loud", "--through", "write", "--no-call"]).check(
        1,
        &[
            "refuted: `app::loud` has no call of `write`\n  one direct call of `write` is left\n  by app::loud → console::write\n",
            "before optimisation: not read",
        ],
        &[],
    );
    prove(&["app::deep", "--no-alloc", "-q"]).check(
        1,
        &["refuted: `app::deep` reaches no allocator\n  it reaches `malloc`\n  by app::deep → app::deep2 → malloc\n"],
        &[],
    );
}

#[test]
fn what_was_not_seen_is_not_proven() {
    prove(&["deep", "--no-panic", "-q"]).check(
        1,
        &["not proven: `app::deep` reaches no panic\n  it calls a function pointer that is handed in\n"],
        &[],
    );
    prove(&["deep2", "--through", "console::write", "--no-call", "-q"]).check(
        1,
        &["not proven: ", "the code before optimisation wasn't read"],
        &[],
    );
}

#[test]
fn several_callers_are_all_judged() {
    let answer = prove(&["main", "loud", "deep2", "--no-indirect", "-q"]);
    answer.check(0, &["`app::main`", "`app::loud`", "`app::deep2`"], &[]);
    assert_eq!(answer.out.matches("proven: ").count(), 3);
    prove(&["main", "deep", "--no-indirect", "-q"]).check(1, &["refuted: `app::deep`"], &[]);
}

#[test]
fn without_a_question_it_says_what_became_of_the_calls() {
    prove(&["deep"]).check(
        0,
        &[
            "direct call: app::deep2",
            "indirect call: a function pointer that is handed in",
        ],
        &[],
    );
}

#[test]
fn who_is_meant_has_to_be_clear() {
    prove(&["laud", "--no-call"]).check(
        2,
        &[],
        &[
            "error: no function `laud` in the program",
            "near are `app::loud`",
        ],
    );
    prove(&[]).check(2, &[], &["CALLER"]);
    prove(&["main", "--pass", "--no-call"]).check(2, &[], &["--pass"]);
}

#[test]
fn programs_get_one_object_for_each_caller() {
    let answer = prove(&[
        "main",
        "loud",
        "--no-call",
        "--no-panic",
        "--message-format",
        "json",
    ]);
    assert_eq!(answer.code, Some(1), "{answer:#?}");
    let lines: Vec<Value> = answer
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let [main, loud, finished] = &lines[..] else {
        panic!("{lines:#?}")
    };
    assert_eq!(main["reason"], "linkface-ir-proof");
    assert_eq!(main["version"], 1);
    assert_eq!(main["caller"], "app::main");
    assert_eq!(main["verdict"], "proven");
    assert_eq!(main["answers"][0]["question"], "no-call");
    assert_eq!(loud["verdict"], "refuted");
    assert_eq!(loud["answers"][0]["path"][0]["callee"], "console::write");
    assert_eq!(loud["answers"][1]["verdict"], "unknown");
    assert_eq!(loud["calls"][0]["fate"], "direct");
    assert_eq!(finished["reason"], "linkface-finished");
}

/// A build, and with it the machine code, and how it compares with what is shipped.
#[test]
fn a_package_is_built_and_its_machine_code_heard() {
    let workspace = Workspace::empty();
    workspace.package("app", &[]);
    workspace.write(
        "app/src/main.rs",
        "use std::hint::black_box;\n#[inline(never)]\nfn pick(bytes: &[u8], at: usize) -> u8 {\n    twice(bytes[at])\n}\n\
         fn twice(x: u8) -> u8 {\n    x.wrapping_mul(2)\n}\n\
         #[inline(never)]\nfn calm(x: u8) -> u8 {\n    twice(x) ^ 1\n}\n\
         fn main() {\n    let bytes = black_box([1, 2, 3]);\n    \
         std::process::exit((pick(black_box(&bytes), black_box(2)) ^ calm(bytes[1])).into());\n}\n",
    );
    let args = [
        "ir",
        "prove",
        "--release",
        "--manifest-path",
        "app/Cargo.toml",
    ];
    let run = |more: &[&str]| workspace.run(&[&args, more].concat());
    run(&["app::pick", "--no-panic"]).check(
        1,
        &[
            "refuted: `app::pick` reaches no panic\n  it reaches `core::panicking::panic_bounds_check`\n  by app::pick → core::panicking::panic_bounds_check (src/main.rs:4:11)\n",
            "build: this function's machine code is the same as shipped",
        ],
        &[],
    );
    let calm = run(&[
        "calm",
        "--no-panic",
        "--no-alloc",
        "--no-call",
        "--no-indirect",
    ]);
    calm.check(0, &["proven: `app::calm` has no call\n"], &[]);
    if cfg!(target_arch = "x86_64") {
        calm.check(0, &["bytes, no call\n"], &[]);
    }
}
