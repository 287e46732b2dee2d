//! Unreachable code.

use crate::machine::{End, run};
use crate::oracle::{accepts, reads};
use crate::{eliminated, random};
use linkface_ir::Module;
use linkface_ir::cfg::{Cfg, Doomed, Fate, Obstacle, Transfer};
use linkface_ir::model::BlockId;
use linkface_ir::step::dce::{Action, Elimination, Kept, Rule, Stuck};
use proptest::prelude::*;
use std::fmt::Write;

/// Asserts what is made of one function.
#[track_caller]
fn becomes(before: &str, after: &str) {
    let result = eliminated(before, false);
    assert_eq!(body(&result), after.trim());
    accepts(&result);
}

/// The one function, without `; preds` comments and declarations.
fn body(text: &str) -> String {
    let lines = text.lines().skip_while(|line| !line.starts_with("define"));
    let lines = lines.map(|line| line.split("; preds").next().unwrap().trim_end());
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

const CHAIN: &str = include_str!("inputs/chain.ll");

#[test]
fn unreachable_goes_up_a_chain_of_blocks() {
    becomes(
        CHAIN,
        "define i32 @pick(i32 %x) {
start:
  %neg = icmp slt i32 %x, 0
  br label %fine

fine:
  ret i32 %x
}",
    );
}

#[test]
fn the_five_steps_are_told_round_by_round() {
    let module = Module::new(CHAIN);
    let function = module.function("pick").unwrap().parse();
    let cfg = Cfg::new(&function);
    let transfer = Transfer::new(&module, &function);
    let steps = Elimination::new(&function, &cfg, Rule::Sound(&transfer), &[]);
    let told: Vec<_> = steps
        .steps()
        .iter()
        .map(|step| (step.round, step.action.number()))
        .collect();
    let expected: Vec<_> = (1..=3)
        .flat_map(|round| (1..=5).map(move |step| (round, step)))
        .collect();
    assert_eq!(told, expected);
    // never, never_either, negative: each makes the next one unreachable.
    let deleted: Vec<_> = steps.deleted().collect();
    assert_eq!(deleted, [BlockId(2), BlockId(3), BlockId(1)]);
    assert!(matches!(
        steps.steps().last().unwrap().action,
        Action::Repeat { again: false }
    ));
    // Every step's function can be looked at.
    for count in 0..=steps.steps().len() {
        let text = linkface_ir::print::Printer::new(&steps.after(count)).function();
        reads(&text);
    }
}

#[test]
fn a_panic_stays_and_says_why() {
    let text = "declare void @panic() noreturn\ndeclare void @maybe()\ndeclare void @fine() #0\n\n\
        define void @f(i32 %x) {
start:
  switch i32 %x, label %ok [
    i32 0, label %a
    i32 1, label %b
    i32 2, label %c
    i32 3, label %d
  ]

a:
  call void @panic()
  unreachable

b:
  call void @maybe()
  unreachable

c:
  call void @fine()
  unreachable

d:
  store volatile i32 0, ptr null, align 4
  unreachable

ok:
  ret void
}

attributes #0 = { nounwind willreturn }
";
    let module = Module::new(text);
    let function = module.function("f").unwrap().parse();
    let cfg = Cfg::new(&function);
    let transfer = Transfer::new(&module, &function);
    let steps = Elimination::new(&function, &cfg, Rule::Sound(&transfer), &[]);
    let kept: Vec<_> = steps
        .kept()
        .map(|(block, why)| match why {
            Kept::Obstacle(_, why) => (block.0, why),
            why => panic!("{why:?}"),
        })
        .collect();
    assert_eq!(
        kept,
        [
            (1, Obstacle::NoReturn),
            (2, Obstacle::MayUnwind),
            (4, Obstacle::Volatile)
        ]
    );
    assert_eq!(steps.deleted().collect::<Vec<_>>(), [BlockId(3)]);
    let naive = Elimination::new(&function, &cfg, Rule::Naive, &[]);
    assert_eq!(naive.deleted().count(), 4);
    accepts(&eliminated(text, false));
    accepts(&eliminated(text, true));

    let doomed = Doomed::new(&function, &cfg, &transfer);
    assert!(matches!(doomed.fate(BlockId(1)), Some(Fate::Stops(_))));
    assert!(matches!(
        doomed.fate(BlockId(2)),
        Some(Fate::MayStop(_, Obstacle::MayUnwind))
    ));
    assert_eq!(doomed.fate(BlockId(3)), Some(Fate::Undefined));
    assert_eq!(doomed.fate(BlockId(0)), None);
}

#[test]
fn doom_is_inherited_from_all_successors() {
    let text = "declare void @panic() noreturn

define void @f(i1 %c) {
start:
  br i1 %c, label %both, label %round
both:
  br i1 %c, label %stop, label %never
stop:
  call void @panic()
  unreachable
never:
  unreachable
round:
  br label %round
}
";
    let module = Module::new(text);
    let function = module.function("f").unwrap().parse();
    let doomed = Doomed::new(
        &function,
        &Cfg::new(&function),
        &Transfer::new(&module, &function),
    );
    let fates: Vec<_> = doomed.blocks().collect();
    assert_eq!(
        fates.len(),
        3,
        "what goes round forever isn't doomed: {fates:?}"
    );
    assert!(matches!(
        fates[0],
        (BlockId(1), Fate::MayStop(_, Obstacle::NoReturn))
    ));
}

#[test]
fn a_switch_gets_another_default() {
    becomes(
        "define i32 @f(i32 %x) {
start:
  switch i32 %x, label %never [
    i32 0, label %a
    i32 1, label %b
    i32 2, label %never
    i32 3, label %a
  ]

a:
  %y = phi i32 [ 1, %start ], [ 1, %start ]
  ret i32 %y

b:
  ret i32 2

never:
  unreachable
}
",
        "define i32 @f(i32 %x) {
start:
  switch i32 %x, label %a [
    i32 0, label %a
    i32 1, label %b
  ]

a:
  %y = phi i32 [ 1, %start ], [ 1, %start ]
  ret i32 %y

b:
  ret i32 2
}",
    );
}

#[test]
fn an_invoke_that_cannot_unwind_is_a_call() {
    becomes(
        "declare i32 @g()
declare i32 @personality(...)

define i32 @f() personality ptr @personality {
start:
  %x = invoke i32 @g()
          to label %ok unwind label %never, !prof !0

ok:
  ret i32 %x

never:
  %pad = landingpad { ptr, i32 }
          cleanup
  unreachable
}

!0 = !{!\"branch_weights\", i32 1, i32 2000}
",
        "define i32 @f() personality ptr @personality {
start:
  %x = call i32 @g()
  br label %ok

ok:
  ret i32 %x
}

!0 = !{!\"branch_weights\", i32 1, i32 2000}",
    );
}

#[test]
fn an_invoke_needs_its_normal_label() {
    let text = "declare void @panic() noreturn
declare i32 @personality(...)

define void @f() personality ptr @personality {
start:
  invoke void @panic()
          to label %never unwind label %clean

never:
  unreachable

clean:
  %pad = landingpad { ptr, i32 }
          cleanup
  resume { ptr, i32 } %pad
}
";
    becomes(text, &body(text));
    let module = Module::new(text);
    let function = module.function("f").unwrap().parse();
    let cfg = Cfg::new(&function);
    let transfer = Transfer::new(&module, &function);
    let steps = Elimination::new(&function, &cfg, Rule::Sound(&transfer), &[]);
    assert!(steps.steps().iter().any(|step| matches!(
        &step.action,
        Action::DeleteLabels { stuck, .. } if stuck == &[(BlockId(0), BlockId(1), Stuck::Invoke)]
    )));
}

#[test]
fn a_call_outlives_its_invoke() {
    becomes(
        "declare void @g()
declare i32 @personality(...)

define void @f(i1 %c) personality ptr @personality {
start:
  br i1 %c, label %call, label %ok

call:
  invoke void @g()
          to label %never unwind label %never_either

never:
  unreachable

never_either:
  %pad = landingpad { ptr, i32 }
          cleanup
  unreachable

ok:
  ret void
}
",
        "define void @f(i1 %c) personality ptr @personality {
start:
  br i1 %c, label %call, label %ok

call:
  call void @g()
  unreachable

ok:
  ret void
}",
    );
}

#[test]
fn the_first_block_stays_and_numbers_are_in_order() {
    becomes(
        "define void @f() {\n  unreachable\n}\n",
        "define void @f() {\n  unreachable\n}",
    );
    becomes(
        "define i32 @f(i1 %0) {
  br i1 %0, label %2, label %4

2:
  %3 = add i32 1, 1
  unreachable

4:
  %5 = add i32 1, 1
  ret i32 %5
}
",
        "define i32 @f(i1 %0) {
  br label %2

2:
  %3 = add i32 1, 1
  ret i32 %3
}",
    );
}

#[test]
fn a_block_whose_address_is_taken_stays() {
    let text = "@a = global ptr blockaddress(@f, %never)

define void @f(i1 %c) {
start:
  br i1 %c, label %never, label %ok

never:
  unreachable

ok:
  ret void
}
";
    assert!(eliminated(text, false).contains("\nnever:"));
    accepts(&eliminated(text, false));
}

#[test]
fn code_that_cannot_run_may_read_what_is_gone() {
    becomes(
        "define i32 @f(i1 %c) {
start:
  br i1 %c, label %never, label %ok

never:
  %x = add i32 1, 2
  unreachable

ok:
  ret i32 1

nobody:
  ret i32 %x
}
",
        "define i32 @f(i1 %c) {
start:
  br label %ok

ok:
  ret i32 1

nobody:                                           ; No predecessors!
  ret i32 poison
}",
    );
}

/// A chain that dissolves from its end, one block in each round.
#[test]
fn ten_thousand_rounds() {
    let blocks = 10_000;
    let mut text = String::from(
        "define void @f(i1 %c) {\nstart:\n  br i1 %c, label %b0, label %ok\nok:\n  ret void\n",
    );
    for block in 1..blocks {
        let _ = write!(text, "b{}:\n  br label %b{block}\n", block - 1);
    }
    let _ = write!(text, "b{}:\n  unreachable\n}}\n", blocks - 1);
    let result = eliminated(&text, false);
    assert!(result.contains("  br label %ok"));
    assert_eq!(
        Module::new(&result).functions()[0].parse().blocks().len(),
        2
    );
}

proptest! {
    /// What runs without undefined behaviour runs the same.
    #[test]
    fn the_function_means_the_same(text in random::function(), argument in -2i32..4) {
        let result = eliminated(&text, false);
        reads(&result);
        let (before, after) = (Module::new(&text), Module::new(&result));
        let before = run(&before.functions()[0].parse(), argument);
        let after = run(&after.functions()[0].parse(), argument);
        if before.end == End::Unreachable {
            // What was shown before isn't lost: a call may not return.
            prop_assert!(after.shown.starts_with(&before.shown), "{}\n{}", text, result);
        } else {
            prop_assert_eq!(before, after, "{}\n{}", text, result);
        }
    }
}
