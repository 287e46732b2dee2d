//! The assertions that a project writes in its own tests.

use crate::build::{Mode, case, manifest, target_dir};
use linkface_prove::{Lto, Proof, Question, Verdict};
use std::panic::catch_unwind;

fn proof(caller: &str) -> Proof {
    // What the tables of this program need is built by now, and not at the same time.
    case(Mode::Fat);
    Proof::of(caller)
        .manifest_path(manifest())
        .package("app")
        .release()
        .lto(Lto::Fat)
        .one_unit()
        .target_dir(target_dir())
}

#[test]
fn what_holds_is_asserted_in_silence() {
    proof("app::interface::write")
        .through("api::write")
        .no_call()
        .assert();
    proof("app::costs::index_checked")
        .no_call()
        .no_indirect()
        .no_alloc()
        .no_panic()
        .assert();
}

#[test]
fn what_does_not_hold_panics_with_the_way_to_it() {
    let claim = proof("app::costs::deep_vector").no_alloc();
    let panic = catch_unwind(|| claim.assert()).unwrap_err();
    let text = panic.downcast_ref::<String>().expect("a report");
    let mut lines = text.lines();
    assert_eq!(
        lines.next(),
        Some("refuted: `app::costs::deep_vector` reaches no allocator")
    );
    assert_eq!(lines.next(), Some("  it reaches `malloc`"));
    let way = lines.next().unwrap();
    for part in [
        "  by app::costs::deep_vector → deep::outer (app/src/costs.rs:",
        " → deep::middle (deep/src/lib.rs:",
        " → malloc (",
    ] {
        assert!(way.contains(part), "no `{part}` in {way}");
    }
    assert!(text.contains("fat link-time optimisation"), "{text}");
}

#[test]
fn a_check_has_all_witnesses() {
    let outcome = proof("app::interface::method")
        .through("DiskApi::get")
        .no_call()
        .check()
        .unwrap();
    assert_eq!(outcome.verdict(), Verdict::Proven);
    assert_eq!(outcome.of(Question::NoPanic), None, "nobody asked");
    let report = &outcome.report;
    // Before: the way to the item.
    let before = report.before.as_ref().expect("it was called");
    assert_eq!(before[0].caller, "app::interface::method");
    // After: whose code it is, from the inside out.
    let crates: Vec<&str> = report.inlined[0]
        .frames
        .iter()
        .map(|frame| frame.krate.as_str())
        .collect();
    assert_eq!(crates, ["provider", "api", "api", "app"]);
    let Some(evidence) = &outcome.evidence else {
        panic!("the program says nothing: {:?}", outcome.silent)
    };
    if cfg!(target_arch = "x86_64") {
        let code = evidence.code.as_ref().expect("it is read");
        assert!(code.calls.is_empty(), "{code:?}");
    }
    if cfg!(target_os = "linux") {
        let inlined = evidence.inlined.as_ref().expect("there are line tables");
        assert!(
            inlined.iter().any(|call| call.callee == "get"),
            "{inlined:?}"
        );
    }
}

#[test]
fn who_is_not_there_is_no_proof() {
    let near = proof("app::interface::rite").no_call().check().unwrap_err();
    assert!(
        near.to_string().contains("`app::interface::write`"),
        "{near}"
    );
    let gone = proof("app::calls::eliminated")
        .no_call()
        .check()
        .unwrap_err();
    assert!(gone.to_string().contains("#[inline(never)]"), "{gone}");
    let several = proof("divide").no_call().check().unwrap_err();
    assert!(
        several.to_string().contains("`app::costs::divide`"),
        "{several}"
    );
    let panic = catch_unwind(|| proof("app::nobody").no_call().assert());
    assert!(panic.is_err());
}
