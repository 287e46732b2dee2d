//! What became of the calls of an item: inlined, eliminated, left, under another name.

use crate::kit::program;
use crate::kit::{ALLOC, lines};
use linkface_ir::prove::{Fate, Inquiry, Path, Question, Report, Verdict};

/// `item` called by `f` before; what is left after.
fn through(before: &str, after: &str) -> Report {
    let before = program(&[before]);
    let after = program(&[after]);
    Inquiry::new(&after, Path::new("f"))
        .before(&before)
        .through(Path::new("item"))
        .questions([Question::NoCall])
        .answer()
        .unwrap()
}

const BEFORE: &str = "define void @f() {\n  call void @wrapper()\n  ret void\n}\n\
    define void @wrapper() {\n  call void @item()\n  ret void\n}\ndefine void @item() {\n  ret void\n}\n";

#[test]
fn what_became_of_an_item_needs_witnesses() {
    let gone = through(BEFORE, "define void @f() {\n  ret void\n}\n");
    assert_eq!(gone.verdict(Question::NoCall), Some(Verdict::Proven));
    let way: Vec<String> = gone
        .before
        .unwrap()
        .into_iter()
        .map(|step| step.callee)
        .collect();
    assert_eq!(way, ["wrapper", "item"]);

    let never = through(
        "define void @f() {\n  ret void\n}\n",
        "define void @f() {\n  ret void\n}\n",
    );
    assert_eq!(never.verdict(Question::NoCall), Some(Verdict::Unknown));

    let left = through(
        BEFORE,
        "define void @f() {\n  tail call void @item()\n  ret void\n}\ndeclare void @item()\n",
    );
    assert_eq!(left.verdict(Question::NoCall), Some(Verdict::Refuted));
    assert_eq!(left.fate, Some(Fate::Direct));

    let deeper = through(BEFORE, BEFORE);
    assert_eq!(deeper.verdict(Question::NoCall), Some(Verdict::Refuted));
    assert_eq!(deeper.answers[0].path.len(), 2);
}

/// LLVM lets the calls of one function lead to another with the same code.
#[test]
fn a_call_of_the_item_under_another_name_is_one() {
    let functions = "define internal i32 @other(i32 %x) {\n  ret i32 %x\n}\n";
    let item = "define internal i32 @item(i32 %x) {\n  ret i32 %x\n}\n";
    let calls = |first: &str, second: &str| {
        format!(
            "define i32 @f(i32 %x) !dbg !1 {{\n  %1 = call i32 @{first}(i32 %x), !dbg !2\n  \
             %2 = call i32 @{second}(i32 %1), !dbg !3\n  ret i32 %2, !dbg !2\n}}\n{functions}"
        )
    };
    let gone = format!(
        "define i32 @f(i32 %x) !dbg !1 {{\n  %1 = call i32 @other(i32 %x), !dbg !2\n  \
         ret i32 %1, !dbg !2\n}}\n{functions}"
    );
    let both = lines(&[(2, 5), (3, 5)]);
    let before = format!("{}{item}{both}", calls("other", "item"));
    for (after, expected, fate) in [
        (
            calls("other", "other") + &both,
            Verdict::Refuted,
            Some(Fate::Direct),
        ),
        (
            gone.clone() + &both,
            Verdict::Proven,
            Some(Fate::Eliminated),
        ),
        // Two calls became one, and nobody says which.
        (gone.clone() + &lines(&[(0, 0)]), Verdict::Unknown, None),
    ] {
        let report = through(&before, &after);
        assert_eq!(report.fate, fate, "{after}");
        assert_eq!(report.verdict(Question::NoCall), Some(expected), "{after}");
    }
    // Nobody wrote down where the calls were.
    let report = through(
        &before.replace("!dbg", "!other"),
        &(calls("other", "other") + &both),
    );
    assert_eq!(report.verdict(Question::NoCall), Some(Verdict::Unknown));
    // A macro has made both, so they stand in one place.
    let one = lines(&[(2, 5), (2, 5)]);
    let report = through(
        &format!("{}{item}{one}", calls("other", "item")),
        &(gone + &one),
    );
    assert_eq!(report.verdict(Question::NoCall), Some(Verdict::Proven));
}

#[test]
fn a_call_that_is_left_elsewhere_counts_though_another_is_inlined() {
    let debug = lines(&[(2, 1)])
        + "!3 = distinct !DISubprogram(name: \"item\", linkageName: \"item\", file: !0, line: 9)\n\
           !4 = !DILocation(line: 10, column: 5, scope: !3, inlinedAt: !2)\n";
    let f = "define void @f(ptr %p) !dbg !1 {\n  store i8 1, ptr %p, !dbg !4\n  \
             call void @wrapper(), !dbg !2\n  ret void, !dbg !2\n}\n";
    let rest = "define void @wrapper() {\n  call void @item()\n  ret void\n}\n\
                define void @item() {\n  ret void\n}\n";
    let report = through(BEFORE, &format!("{f}{rest}{debug}"));
    assert_eq!(report.fate, Some(Fate::Inlined));
    assert_eq!(report.verdict(Question::NoCall), Some(Verdict::Refuted));
}

#[test]
fn an_item_whose_address_is_used_may_be_called_through_it() {
    let apply = "define void @apply(ptr %p) {\n  call void %p()\n  ret void\n}\n";
    let after = "define void @f() {\n  call void @apply(ptr @item)\n  ret void\n}\n\
                 define void @item() {\n  ret void\n}\n";
    let report = through(BEFORE, &format!("{after}{apply}"));
    assert_eq!(report.verdict(Question::NoCall), Some(Verdict::Unknown));

    let loaded = "define void @f() {\n  %1 = load ptr, ptr @table\n  \
                  call void @apply(ptr %1)\n  ret void\n}\n@table = global ptr null\n";
    let report = through(BEFORE, &format!("{loaded}{apply}"));
    assert_eq!(report.verdict(Question::NoCall), Some(Verdict::Proven));
    assert!(
        !report.answers[0].assumptions.is_empty(),
        "the pointer may lead to the item"
    );
}

/// Of two calls that became one, nobody says that one was the item's.
#[test]
fn a_call_without_a_place_may_be_through_the_item() {
    let item = "!3 = distinct !DISubprogram(name: \"item\", linkageName: \"item\", file: !0, line: 9)\n\
                !4 = !DILocation(line: 10, column: 5, scope: !3, inlinedAt: !2)\n";
    for (at, expected) in [((7, 1), Verdict::Proven), ((0, 0), Verdict::Unknown)] {
        let text = format!(
            "{ALLOC}define void @f(ptr %p) !dbg !1 {{\n  store i8 1, ptr %p, !dbg !4\n  \
             call void @bottom(ptr %p), !dbg !5\n  ret void, !dbg !2\n}}\n{}{item}\
             !5 = !DILocation(line: {}, column: {}, scope: !1)\n",
            lines(&[(2, 1)]),
            at.0,
            at.1
        );
        let program = program(&[&text]);
        let report = Inquiry::new(&program, Path::new("f"))
            .through(Path::new("item"))
            .questions([Question::NoAlloc])
            .answer()
            .unwrap();
        assert_eq!(report.verdict(Question::NoAlloc), Some(expected), "{text}");
    }
}

#[test]
fn inlined_code_says_whose_it_is() {
    let after = "define void @f(ptr %p) !dbg !1 {\n  store i8 1, ptr %p, !dbg !4\n  ret void, !dbg !3\n}\n\
        !0 = !DIFile(filename: \"src/lib.rs\", directory: \"/a\")\n\
        !1 = distinct !DISubprogram(name: \"f\", linkageName: \"f\", scope: !5, file: !0, line: 1)\n\
        !2 = distinct !DISubprogram(name: \"item\", linkageName: \"item\", scope: !5, file: !0, line: 9)\n\
        !3 = !DILocation(line: 2, column: 1, scope: !1)\n\
        !4 = !DILocation(line: 10, column: 5, scope: !2, inlinedAt: !3)\n\
        !5 = !DINamespace(name: \"krate\", scope: null)\n";
    let report = through(BEFORE, after);
    assert_eq!(report.verdict(Question::NoCall), Some(Verdict::Proven));
    assert_eq!(report.fate, Some(Fate::Inlined));
    let [inlined] = &report.inlined[..] else {
        panic!("{:?}", report.inlined)
    };
    assert_eq!(inlined.instructions, 1);
    let frames: Vec<_> = inlined
        .frames
        .iter()
        .map(|frame| (frame.function.as_str(), frame.krate.as_str(), frame.line))
        .collect();
    assert_eq!(frames, [("item", "krate", 10), ("f", "krate", 2)]);
}

#[test]
fn calls_of_inlined_code_are_through_the_item() {
    let after = "define void @f(ptr %p) !dbg !1 {\n  call void %p(), !dbg !4\n  ret void, !dbg !3\n}\n\
        !0 = !DIFile(filename: \"src/lib.rs\", directory: \"/a\")\n\
        !1 = distinct !DISubprogram(name: \"f\", linkageName: \"f\", file: !0, line: 1)\n\
        !2 = distinct !DISubprogram(name: \"item\", linkageName: \"item\", file: !0, line: 9)\n\
        !3 = !DILocation(line: 2, column: 1, scope: !1)\n\
        !4 = !DILocation(line: 10, column: 5, scope: !2, inlinedAt: !3)\n";
    let program = program(&[after]);
    let report = Inquiry::new(&program, Path::new("f"))
        .through(Path::new("item"))
        .questions([Question::NoCall, Question::NoIndirect, Question::NoAlloc])
        .answer()
        .unwrap();
    assert_eq!(report.verdict(Question::NoCall), Some(Verdict::Proven));
    assert!(
        !report.answers[0].assumptions.is_empty(),
        "the pointer may lead back"
    );
    assert_eq!(report.verdict(Question::NoIndirect), Some(Verdict::Refuted));
    assert_eq!(report.verdict(Question::NoAlloc), Some(Verdict::Unknown));
}
