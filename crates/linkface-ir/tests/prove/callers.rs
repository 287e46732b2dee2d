//! Which function is meant, and what is known of it.

use crate::kit::{ALLOC, ask, assert_verdict, program};
use linkface_ir::prove::{Inquiry, Path, Question, Refusal, Verdict};

#[test]
fn a_symbol_is_looked_for_in_all_modules() {
    let caller = "declare void @g()\ndefine void @f() {\n  call void @g()\n  ret void\n}\ndefine internal void @h() {\n  ret void\n}\n";
    let local = "define internal void @g() {\n  ret void\n}\n";
    let strong = "define void @g() {\n  call void @h()\n  ret void\n}\ndeclare void @h()\n";
    let weak = "define weak void @g() {\n  ret void\n}\n";
    let copy = "define available_externally void @g() {\n  ret void\n}\n";
    let verdict = |texts: &[&str]| {
        ask(&program(texts), "f")
            .verdict(Question::NoPanic)
            .unwrap()
    };
    assert_eq!(
        verdict(&[caller, local]),
        Verdict::Unknown,
        "nobody else sees it"
    );
    assert_eq!(
        verdict(&[caller, weak]),
        Verdict::Unknown,
        "there may be another"
    );
    let whole = program(&[caller, weak]).whole();
    assert_eq!(
        ask(&whole, "f").verdict(Question::NoPanic),
        Some(Verdict::Proven)
    );
    assert_eq!(
        verdict(&[caller, copy]),
        Verdict::Unknown,
        "the code is elsewhere"
    );
    // The strong one it is, and its `h` isn't the caller's own.
    assert_eq!(verdict(&[caller, weak, strong]), Verdict::Unknown);
    assert_eq!(
        verdict(&[caller, weak, weak]),
        Verdict::Unknown,
        "nobody knows which"
    );
}

#[test]
fn who_is_meant_has_to_be_clear() {
    let text = "define void @_RNvC1a1f() {\n  ret void\n}\ndefine void @_RNvC1b1f() {\n  ret void\n}\ndefine void @main() {\n  ret void\n}\ndefine void @_RNvC1a4main() {\n  ret void\n}\n";
    let program = program(&[text]);
    let refusal = |path: &str| {
        Inquiry::new(&program, Path::new(path))
            .answer()
            .unwrap_err()
    };
    let Refusal::Ambiguous { paths, .. } = refusal("f") else {
        panic!()
    };
    assert_eq!(paths, ["a::f", "b::f"]);
    let Refusal::Missing { near, before, .. } = refusal("mein") else {
        panic!()
    };
    assert_eq!(near, ["a::main", "main"]);
    assert!(!before);
    assert_eq!(ask(&program, "a::f").caller, "a::f");
    assert_eq!(ask(&program, "main").caller, "a::main", "the program's own");
}

#[test]
fn a_function_that_was_merged_with_another_is_found_by_its_alias() {
    let text = "@_RNvC1a6second = alias void (), ptr @_RNvC1a5first\n\
                define void @_RNvC1a5first() {\n  call void @g()\n  ret void\n}\ndeclare void @g()\n";
    let report = ask(&program(&[text]), "second");
    assert_eq!(report.caller, "a::second");
    assert_eq!(report.symbols, ["_RNvC1a5first"]);
    assert_eq!(report.verdict(Question::NoCall), Some(Verdict::Refuted));
}

#[test]
fn what_the_program_defines_is_read_whatever_its_name() {
    let rest = format!(
        "{ALLOC}define double @cbrt(double %x) {{\n  call void @bottom(ptr null)\n  \
         call void @_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_bounds_check()\n  ret double %x\n}}\n"
    );
    let body = "%1 = call double @cbrt(double %d)\nret void";
    for question in [Question::NoPanic, Question::NoAlloc] {
        assert_verdict(body, &rest, question, Verdict::Refuted);
        assert_verdict(
            body,
            "declare double @cbrt(double)",
            question,
            Verdict::Proven,
        );
    }
}

#[test]
fn garbage_gets_an_answer() {
    let nested = format!(
        "define void @\"{}\"() {{\n  ret void\n}}\n",
        "<".repeat(200_000)
    );
    for text in [
        &nested,
        "",
        "define",
        "define void @f(",
        "define void @f() {\n  call",
        "@a = alias void (), ptr @a\ndefine void @f() {\n  call void @a()\n  ret void\n}\n",
    ] {
        let program = program(&[text]);
        let answer = Inquiry::new(&program, Path::new("f"))
            .through(Path::new("a"))
            .questions(Question::ALL.iter().copied())
            .answer();
        if let Ok(report) = answer {
            assert_ne!(
                report.verdict(Question::NoPanic),
                Some(Verdict::Proven),
                "{text}"
            );
        }
    }
}
