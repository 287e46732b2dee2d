//! What the README says of the cost of a call, proven by `prove`.

use crate::build::{Mode, case};
use linkface_ir::prove::Path;
use linkface_prove::{Outcome, Question, Verdict};

const README: &str = include_str!("../../../../README.md");

fn ask(mode: Mode, caller: &str, item: &str) -> Outcome {
    let questions = [
        Question::NoCall,
        Question::NoIndirect,
        Question::NoAlloc,
        Question::NoPanic,
    ];
    let caller = Path::new(&format!("app::interface::{caller}"));
    let outcome = case(mode).judge(&caller, Some(&Path::new(item)), &questions);
    outcome.unwrap_or_else(|why| panic!("{why}"))
}

/// Whether the item's call is one jump to it, and nothing else.
fn is_one_jump(outcome: &Outcome) -> bool {
    let code = outcome
        .evidence
        .as_ref()
        .and_then(|evidence| evidence.code.as_ref());
    code.is_none_or(|code| code.calls.len() == 1 && code.instructions == 1)
}

#[test]
fn a_required_item_is_inlined_by_thin_and_fat_lto() {
    let claim = "Under thin and fat LTO a call to a required item is inlined";
    assert!(README.contains(claim), "the README says something else now");
    for mode in [Mode::Thin, Mode::Fat] {
        for (caller, item) in [("write", "api::write"), ("method", "api::DiskApi::get")] {
            let outcome = ask(mode, caller, item);
            assert_eq!(outcome.verdict(), Verdict::Proven, "{outcome}");
            assert!(!outcome.report.inlined.is_empty(), "{outcome}");
        }
    }
}

#[test]
fn without_lto_a_call_is_one_direct_jump() {
    // The table's row: in brackets, how many more than a direct call.
    let row = README
        .lines()
        .find(|line| line.starts_with("| **linkface** |"));
    assert!(row.is_some_and(|row| row.contains("| 5 (1) | 5 (1) | 5 (1) |")));
    for (caller, item) in [
        ("write", "api::write"),
        ("kept", "api::kept"),
        ("replaced", "api::replaced"),
        ("method", "api::DiskApi::get"),
    ] {
        let outcome = ask(Mode::Off, caller, item);
        assert_eq!(
            outcome.of(Question::NoCall),
            Some(Verdict::Refuted),
            "{outcome}"
        );
        assert_eq!(
            outcome.of(Question::NoIndirect),
            Some(Verdict::Proven),
            "{outcome}"
        );
        assert!(is_one_jump(&outcome), "{outcome}");
    }
}

/// `guide/defaults.md`: shims of overridable items are not inlined, under LTO neither.
#[test]
fn an_item_with_a_default_is_called_directly_under_lto_too() {
    for mode in [Mode::Thin, Mode::Fat] {
        for (caller, item) in [("kept", "api::kept"), ("replaced", "api::replaced")] {
            let outcome = ask(mode, caller, item);
            assert_eq!(
                outcome.of(Question::NoCall),
                Some(Verdict::Refuted),
                "{outcome}"
            );
            assert_eq!(
                outcome.of(Question::NoIndirect),
                Some(Verdict::Proven),
                "{outcome}"
            );
            assert!(is_one_jump(&outcome), "{outcome}");
        }
    }
}

/// A call through linkface neither allocates nor panics by itself.
#[test]
fn calling_neither_allocates_nor_panics() {
    for mode in [Mode::Off, Mode::Thin, Mode::Fat] {
        for (caller, item) in [
            ("write", "api::write"),
            ("kept", "api::kept"),
            ("replaced", "api::replaced"),
        ] {
            let outcome = ask(mode, caller, item);
            for question in [Question::NoAlloc, Question::NoPanic] {
                assert_eq!(
                    outcome.of(question),
                    Some(Verdict::Proven),
                    "{mode:?}: {outcome}"
                );
            }
        }
    }
}
