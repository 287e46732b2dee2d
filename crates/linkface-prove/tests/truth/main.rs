//! `prove` against programs whose answer is known from the assembly: it is wrong in neither direction.
//!
//! `fixtures/prove` has one function for each row of the tables. Each is built without link-time
//! optimisation, with thin, with fat, and not optimised at all; what is claimed of it stands in the tables,
//! and is checked a second time by a judge that knows nothing of IR: `objdump -d` of the same program.

mod assert;
mod build;
mod objdump;
mod readme;
mod table;

use build::{Mode, case};
use linkface_ir::prove::Path;
use linkface_prove::{Outcome, Question, Verdict};
use table::{CALLS, COSTS, INTERFACE};

const MODES: [Mode; 3] = [Mode::Off, Mode::Thin, Mode::Fat];

/// `p`, `r`, `u`: proven, refuted, unknown; `-`: the function has no code of its own.
fn letter(outcome: Option<&Outcome>, question: Question) -> char {
    match outcome.map(|outcome| outcome.of(question)) {
        None => '-',
        Some(Some(Verdict::Proven)) => 'p',
        Some(Some(Verdict::Refuted)) => 'r',
        Some(_) => 'u',
    }
}

#[test]
fn what_becomes_of_calls_through_an_item_is_as_known() {
    let mut wrong = Vec::new();
    for (name, item, expected) in INTERFACE {
        let found: String = MODES
            .map(|mode| {
                let outcome = case(mode).judge(
                    &Path::new(&format!("app::interface::{name}")),
                    Some(&Path::new(item)),
                    &[Question::NoCall],
                );
                letter(outcome.ok().as_ref(), Question::NoCall)
            })
            .iter()
            .collect();
        if found != *expected {
            wrong.push(format!("{name}: {found}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_becomes_of_calls_is_as_known() {
    check(
        "app::calls",
        CALLS,
        [Question::NoCall, Question::NoIndirect],
    );
}

#[test]
fn what_panics_and_what_allocates_is_as_known() {
    check("app::costs", COSTS, [Question::NoPanic, Question::NoAlloc]);
}

/// By question: the letters of the modes.
fn check(module: &str, table: &[(&str, [&str; 2])], questions: [Question; 2]) {
    let mut wrong = Vec::new();
    for (name, expected) in table {
        let outcomes = MODES.map(|mode| {
            let path = Path::new(&format!("{module}::{name}"));
            case(mode).judge(&path, None, &questions).ok()
        });
        for (question, expected) in questions.into_iter().zip(expected) {
            let found: String = outcomes
                .iter()
                .map(|outcome| letter(outcome.as_ref(), question))
                .collect();
            if found != *expected {
                wrong.push(format!(
                    "{name}: {found}, not {expected}, of {}",
                    question.flag()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every proof and every refutation, by the other judge.
#[test]
fn the_assembly_agrees() {
    let Some(programs) = objdump::programs() else {
        eprintln!("skipped: no `objdump`, or another machine");
        return;
    };
    let all = CALLS
        .iter()
        .map(|(name, _)| format!("app::calls::{name}"))
        .chain(COSTS.iter().map(|(name, _)| format!("app::costs::{name}")))
        .chain(
            INTERFACE
                .iter()
                .map(|(name, ..)| format!("app::interface::{name}")),
        );
    let mut wrong = Vec::new();
    let mut judged = 0;
    for path in all {
        for (mode, program) in MODES.into_iter().chain([Mode::Debug]).zip(&programs) {
            let Ok(outcome) = case(mode).judge(&Path::new(&path), None, Question::ALL) else {
                continue;
            };
            for question in Question::ALL.iter().copied() {
                let verdict = outcome.of(question).unwrap();
                judged += usize::from(verdict != Verdict::Unknown);
                if let Err(why) = program.agrees(&path, question, verdict) {
                    wrong.push(format!(
                        "{path}, {mode:?}, {question:?}: {verdict:?}, but {why}"
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(judged > 400, "{judged} is nearly nothing");
}

/// Unoptimised code has what the optimiser removes.
#[test]
fn debug_builds_panic_on_overflow_and_call_what_is_small() {
    let ask = |path: &str, question| {
        let outcome = case(Mode::Debug).judge(&Path::new(path), None, &[question]);
        outcome.unwrap().of(question).unwrap()
    };
    for (path, question, expected) in [
        ("app::costs::overflow", Question::NoPanic, Verdict::Refuted),
        (
            "app::costs::index_checked",
            Question::NoPanic,
            Verdict::Refuted,
        ),
        ("app::calls::inlined", Question::NoCall, Verdict::Refuted),
        (
            "app::calls::devirtualised",
            Question::NoIndirect,
            Verdict::Refuted,
        ),
        ("app::calls::leaf", Question::NoIndirect, Verdict::Proven),
        (
            "app::costs::box_removed",
            Question::NoAlloc,
            Verdict::Refuted,
        ),
    ] {
        assert_eq!(ask(path, question), expected, "{path}, {question:?}");
    }
}
