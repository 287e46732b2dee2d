//! Small programs, and questions about them.

use linkface_ir::Module;
use linkface_ir::prove::{Inquiry, Path, Program, Question, Report, Unit, Verdict};

pub(crate) const X86: &str = "target triple = \"x86_64-unknown-linux-gnu\"\n";

pub(crate) fn program<'a>(texts: &[&'a str]) -> Program<'a> {
    let units = texts.iter().enumerate();
    let unit = |(at, text): (usize, &&'a str)| Unit {
        name: format!("{at}.ll"),
        module: Module::new(text),
    };
    Program::new(units.map(unit).collect())
}

pub(crate) fn ask(program: &Program<'_>, caller: &str) -> Report {
    Inquiry::new(program, Path::new(caller))
        .questions(Question::ALL.iter().copied())
        .answer()
        .unwrap()
}

#[track_caller]
pub(crate) fn assert_verdict(body: &str, rest: &str, question: Question, verdict: Verdict) {
    let text =
        format!("{X86}define void @f(ptr %p, i64 %n, i128 %w, double %d) {{\n{body}\n}}\n{rest}");
    let program = program(&[&text]);
    let report = ask(&program, "f");
    let answer = report
        .answers
        .iter()
        .find(|answer| answer.question == question)
        .unwrap();
    assert_eq!(answer.verdict, verdict, "{answer:?}\n{text}");
    assert_eq!(
        answer.path.is_empty(),
        verdict != Verdict::Refuted,
        "a witness: {answer:?}"
    );
}

pub(crate) const ALLOC: &str = "declare ptr @_RNvCsfLfy6EI15iL_7___rustc12___rust_alloc(i64, i64)\n\
    declare void @_RNvCsfLfy6EI15iL_7___rustc14___rust_dealloc(ptr, i64, i64)\n\
    declare void @_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_bounds_check() noreturn\n\
    declare void @_RNvNtCsjrHSEGnQ3l9_3std7process4exit() noreturn\n\
    declare void @_RNvNtCsjrHSEGnQ3l9_3std3abc6shrugs() #7\n\
    declare ptr @odd(i64) allockind(\"alloc,zeroed\")\n\
    attributes #7 = { noreturn }\n\
    define internal void @middle(ptr %p) {\n  call void @bottom(ptr %p)\n  ret void\n}\n\
    define internal void @bottom(ptr %p) {\n  %1 = call ptr @_RNvCsfLfy6EI15iL_7___rustc12___rust_alloc(i64 1, i64 1)\n  ret void\n}\n\
    define internal void @circle(ptr %p) {\n  call void @back(ptr %p)\n  ret void\n}\n\
    define internal void @back(ptr %p) {\n  call void @circle(ptr %p)\n  ret void\n}\n\
    declare void @elsewhere()\n";

/// `!N`, for `f` and for locations in it: each is a line and a column.
pub(crate) fn lines(of: &[(u32, u32)]) -> String {
    let mut text = "!0 = !DIFile(filename: \"src/lib.rs\", directory: \"/a\")\n\
        !1 = distinct !DISubprogram(name: \"f\", linkageName: \"f\", file: !0, line: 1)\n"
        .to_owned();
    for (at, (line, column)) in (2..).zip(of) {
        let location = format!("!{at} = !DILocation(line: {line}, column: {column}, scope: !1)\n");
        text.push_str(&location);
    }
    text
}
