//! Whether a function calls, panics, allocates.

use crate::kit::{ALLOC, ask, assert_verdict, lines, program};
use linkface_ir::prove::{Inquiry, Path, Question, Verdict};

#[test]
fn a_call_refutes_and_a_maybe_leaves_it_open() {
    let q = Question::NoCall;
    assert_verdict("ret void", "", q, Verdict::Proven);
    assert_verdict(
        "call void @g()\nret void",
        "declare void @g()",
        q,
        Verdict::Refuted,
    );
    assert_verdict("call void %p()\nret void", "", q, Verdict::Refuted);
    assert_verdict("%1 = urem i128 %w, %w\nret void", "", q, Verdict::Refuted);
    assert_verdict("%1 = urem i128 %w, 3\nret void", "", q, Verdict::Unknown);
    assert_verdict(
        "call void asm sideeffect \"call g\", \"\"()\nret void",
        "",
        q,
        Verdict::Unknown,
    );
    assert_verdict("%1 = frobnicate i32 5\nret void", "", q, Verdict::Unknown);
}

#[test]
fn indirect_calls_are_told_from_direct_ones() {
    let q = Question::NoIndirect;
    assert_verdict(
        "call void @g()\nret void",
        "declare void @g()",
        q,
        Verdict::Proven,
    );
    assert_verdict("call void %p()\nret void", "", q, Verdict::Refuted);
}

#[test]
fn allocators_are_reached_over_direct_calls() {
    let q = Question::NoAlloc;
    let alloc = "%1 = call ptr @_RNvCsfLfy6EI15iL_7___rustc12___rust_alloc(i64 1, i64 1)\nret void";
    assert_verdict(alloc, ALLOC, q, Verdict::Refuted);
    assert_verdict(
        "call void @middle(ptr %p)\nret void",
        ALLOC,
        q,
        Verdict::Refuted,
    );
    assert_verdict(
        "%1 = call ptr @odd(i64 1)\nret void",
        ALLOC,
        q,
        Verdict::Refuted,
    );
    assert_verdict(
        "call void @circle(ptr %p)\nret void",
        ALLOC,
        q,
        Verdict::Proven,
    );
    assert_verdict(
        "call void @elsewhere()\nret void",
        ALLOC,
        q,
        Verdict::Unknown,
    );
    assert_verdict("call void %p()\nret void", ALLOC, q, Verdict::Unknown);
    let free =
        "call void @_RNvCsfLfy6EI15iL_7___rustc14___rust_dealloc(ptr %p, i64 1, i64 1)\nret void";
    assert_verdict(free, ALLOC, q, Verdict::Proven);
    // What wasn't seen doesn't matter once there is a witness.
    let both = "call void @elsewhere()\ncall void @middle(ptr %p)\nret void";
    assert_verdict(both, ALLOC, q, Verdict::Refuted);
}

#[test]
fn panics_are_reached_over_direct_calls() {
    let q = Question::NoPanic;
    let panics =
        "call void @_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_bounds_check()\nunreachable";
    assert_verdict(panics, ALLOC, q, Verdict::Refuted);
    assert_verdict(panics, ALLOC, Question::NoAlloc, Verdict::Proven);
    let trap = "call void @llvm.trap()\nunreachable";
    assert_verdict(trap, "declare void @llvm.trap()", q, Verdict::Refuted);
    let never_back = "call void @_RNvNtCsjrHSEGnQ3l9_3std3abc6shrugs()\nunreachable";
    assert_verdict(never_back, ALLOC, q, Verdict::Refuted);
    let exit = "call void @_RNvNtCsjrHSEGnQ3l9_3std7process4exit()\nunreachable";
    assert_verdict(exit, ALLOC, q, Verdict::Unknown);
    let news = "call void @llvm.news.from.tomorrow()\nret void";
    assert_verdict(news, "", q, Verdict::Unknown);
    assert_verdict(
        "call void @elsewhere()\nret void",
        ALLOC,
        q,
        Verdict::Unknown,
    );
    assert_verdict(
        "call void @elsewhere() nounwind\nret void",
        ALLOC,
        q,
        Verdict::Unknown,
    );
    assert_verdict(
        "call void @middle(ptr %p)\nret void",
        ALLOC,
        q,
        Verdict::Proven,
    );
    assert_verdict("%1 = udiv i128 %w, %w\nret void", ALLOC, q, Verdict::Proven);
}

/// A cleanup's own panics come after another one: that one counts.
#[test]
fn unwinding_neither_panics_nor_allocates_but_it_calls() {
    let cleanup = |callee: &str| {
        format!(
            "invoke void @{callee}(ptr %p) to label %fine unwind label %bad\nfine:\nret void\nbad:\n\
             %1 = landingpad {{ ptr, i32 }} cleanup\n\
             call void @_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_bounds_check()\nunreachable"
        )
    };
    assert_verdict(
        &cleanup("circle"),
        ALLOC,
        Question::NoPanic,
        Verdict::Proven,
    );
    assert_verdict(
        &cleanup("circle"),
        ALLOC,
        Question::NoCall,
        Verdict::Refuted,
    );
    assert_verdict(
        &cleanup("elsewhere"),
        ALLOC,
        Question::NoPanic,
        Verdict::Unknown,
    );
}

#[test]
fn the_way_to_a_witness_is_the_shortest() {
    let text = format!(
        "{ALLOC}define void @f(ptr %p) {{\n  call void @circle(ptr %p)\n  call void @middle(ptr %p)\n  call void @bottom(ptr %p)\n  ret void\n}}\n"
    );
    let program = program(&[&text]);
    let report = ask(&program, "f");
    let answer = report
        .answers
        .iter()
        .find(|answer| answer.question == Question::NoAlloc)
        .unwrap();
    let way: Vec<&str> = answer
        .path
        .iter()
        .map(|step| step.callee.as_str())
        .collect();
    assert_eq!(way, ["bottom", "__rustc::__rust_alloc"]);
}

#[test]
fn a_closure_that_runs_elsewhere_is_said_to() {
    let closure = "define void @_ZN1a1f28_$u7b$$u7b$closure$u7d$$u7d$17h0123456789abcdefE() {\n  ret void\n}\n"
        .replace("@_ZN", "@\"_ZN")
        .replace("E()", "E\"()");
    let f = "define void @_ZN1a1f17h0123456789abcdefE() {\n  ret void\n}\n";
    let calls = f.replace(
        "  ret",
        "  call void @\"_ZN1a1f28_$u7b$$u7b$closure$u7d$$u7d$17h0123456789abcdefE\"()\n  ret",
    );
    for (before, said) in [
        (format!("{f}{closure}"), 1),
        (format!("{calls}{closure}"), 0),
        (f.to_owned(), 0),
    ] {
        let (before, after) = (program(&[&before]), program(&[f]));
        let report = Inquiry::new(&after, Path::new("a::f"))
            .before(&before)
            .questions([Question::NoPanic])
            .answer()
            .unwrap();
        assert_eq!(report.verdict(Question::NoPanic), Some(Verdict::Proven));
        assert_eq!(report.answers[0].assumptions.len(), said);
    }
}

#[test]
fn what_follows_a_caught_panic_counts() {
    let handler = |clause: &str| {
        format!(
            "invoke void @circle(ptr %p) to label %fine unwind label %bad\nfine:\nret void\nbad:\n\
             %1 = landingpad {{ ptr, i32 }} {clause}\ncall void @bottom(ptr %p)\nret void"
        )
    };
    for (clause, expected) in [
        ("catch ptr null", Verdict::Refuted),
        ("cleanup catch ptr null", Verdict::Refuted),
        ("cleanup", Verdict::Proven),
    ] {
        assert_verdict(&handler(clause), ALLOC, Question::NoAlloc, expected);
    }
}

/// The allocator of a program may be small enough to be inlined.
#[test]
fn an_allocator_that_is_inlined_allocates() {
    let method = |name: &str| {
        format!(
            "define void @f(ptr %p) !dbg !1 {{\n  store i8 1, ptr %p, !dbg !4\n  ret void, !dbg !2\n}}\n{}\
             !3 = distinct !DISubprogram(name: \"a\", linkageName: \
             \"_RNvXCs1_3appNtB2_4BumpNtNtNtCs2_4core5alloc6global11GlobalAlloc{name}\", file: !0)\n\
             !4 = !DILocation(line: 10, column: 5, scope: !3, inlinedAt: !2)\n",
            lines(&[(2, 1)])
        )
    };
    for (name, expected) in [("5alloc", Verdict::Refuted), ("7dealloc", Verdict::Proven)] {
        let text = method(name);
        let report = ask(&program(&[&text]), "f");
        assert_eq!(report.verdict(Question::NoAlloc), Some(expected), "{name}");
    }
}
