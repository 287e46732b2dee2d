//! Two texts of one function, and what LLVM prints after each pass.

use linkface_ir::Module;
use linkface_ir::diff::passes::dumps;
use linkface_ir::diff::{Diff, Row, diff};

#[track_caller]
fn compare(before: &str, after: &str) -> Diff {
    let (before, after) = (Module::new(before), Module::new(after));
    let (before, after) = (before.functions()[0], after.functions()[0]);
    diff(&before.parse(), &after.parse())
}

/// What differs, a line each: `-` and `+`.
fn changes(diff: &Diff) -> Vec<String> {
    let mut lines = Vec::new();
    for row in diff.rows.iter().filter(|row| !row.is_same()) {
        lines.extend(row.before().map(|line| format!("-{line}")));
        lines.extend(row.after().map(|line| format!("+{line}")));
    }
    lines
}

#[test]
fn a_register_more_does_not_change_the_others() {
    let before = "define i32 @f(i32 %0, i32 %1) {\n  %3 = mul i32 %0, 3\n  %4 = xor i32 %3, %1\n  \
                  %5 = mul i32 %4, 3\n  ret i32 %5\n}\n";
    let after = "define i32 @f(i32 %0, i32 %1) {\n  %3 = freeze i32 %0\n  %4 = mul i32 %3, 3\n  \
                 %5 = xor i32 %4, %1\n  %6 = mul i32 %5, 3\n  ret i32 %6\n}\n";
    let diff = compare(before, after);
    assert_eq!(
        changes(&diff),
        [
            "+  %3' = freeze i32 %0",
            "-  %3 = mul i32 %0, 3",
            "+  %3 = mul i32 %3', 3",
        ]
    );
    assert_eq!((diff.before.instructions, diff.after.instructions), (4, 5));
}

#[test]
fn numbers_of_metadata_and_places_in_the_source_are_no_change() {
    let before = "define void @f(ptr %p) #0 !dbg !5 {\nstart:\n  %v = load i32, ptr %p, align 4, !dbg !7, \
                  !noundef !3\n  #dbg_value(i32 %v, !1, !DIExpression(), !2)\n  \
                  call void @g(i32 %v) #4, !dbg !9\n  ret void, !dbg !10\n}\n";
    let after = "define void @f(ptr %0) #1 {\n  %2 = load i32, ptr %0, align 4, !noundef !31\n  \
                 call void @g(i32 %2) #9\n  ret void\n}\n";
    let diff = compare(before, after);
    assert_eq!(changes(&diff), [""; 0], "{diff:#?}");
    assert_eq!((diff.before.instructions, diff.after.instructions), (3, 3));
    assert_eq!(diff.before.calls, 1);
}

#[test]
fn a_block_is_known_by_its_content() {
    let before = "define i32 @f(i1 %c) {\n  br i1 %c, label %2, label %3\n\n2:\n  ret i32 1\n\n3:\n  ret i32 2\n}\n";
    let after = "define i32 @f(i1 %c) {\n  br i1 %c, label %2, label %4\n\n2:\n  call void @g()\n  br label %3\n\n\
                 3:\n  ret i32 1\n\n4:\n  ret i32 2\n}\n";
    let diff = compare(before, after);
    let changes = changes(&diff);
    assert!(
        changes.contains(&"+  call void @g()".to_owned()),
        "{changes:?}"
    );
    assert!(
        !changes.iter().any(|line| line.contains("ret")),
        "{changes:?}"
    );
    let call = diff
        .rows
        .iter()
        .position(|row| row.after() == Some("  call void @g()"));
    assert_eq!(
        diff.block(call.expect("it is there")),
        Some("2':"),
        "a new block; the old one has its content"
    );
}

#[test]
fn other_operands_are_a_change_of_the_line() {
    let before = "define i32 @f(i32 %a) {\n  %x = add i32 %a, 1\n  ret i32 %x\n}\n";
    let after = "define i32 @f(i32 %a) {\n  %y = add nuw i32 %a, 2\n  ret i32 %y\n}\n";
    let diff = compare(before, after);
    let changed = Row::Changed {
        before: "  %x = add i32 %a, 1".to_owned(),
        after: "  %x = add nuw i32 %a, 2".to_owned(),
    };
    assert!(diff.rows.contains(&changed), "{diff:#?}");
    let hunks = diff.hunks(0);
    assert_eq!((hunks.len(), hunks[0].clone()), (1, 1..2));
    assert_eq!(diff.hunks(5).first(), Some(&(0..diff.rows.len())));
}

/// rustc 1.95's dump of a loop that sums, with a call that is inlined; cut off after the first pass over
/// machine code.
const DUMP: &str = include_str!("diff/sum.dump");

#[test]
fn passes_are_told_apart() {
    let dumps = dumps(DUMP);
    let names: Vec<String> = dumps
        .iter()
        .map(linkface_ir::diff::passes::Dump::name)
        .collect();
    assert_eq!(
        names[..7],
        [
            "ee-instrument",
            "sroa",
            "early-cse",
            "globalopt",
            "instcombine",
            "inline",
            "function-attrs"
        ]
    );
    assert!(dumps[0].before && !dumps[1].before);
    assert!(names.contains(&"loop-rotate".to_owned()), "{names:?}");
    assert!(
        dumps.iter().all(|dump| !dump.pass.contains("DAG")),
        "no machine code"
    );
    let inline = dumps
        .iter()
        .find(|dump| dump.is("inline"))
        .expect("it is there");
    assert!(inline.is("InlinerPass") && inline.is("inliner") && !inline.is("sroa"));
    assert!(inline.on.starts_with('('), "{}", inline.on);
}

#[test]
fn what_a_pass_did() {
    let dumps = dumps(DUMP);
    let at = dumps
        .iter()
        .position(|dump| dump.is("inline"))
        .expect("it is there");
    let (before, after) = (dumps[at - 1].text, dumps[at].text);
    let diff = compare(before, after);
    assert_eq!(
        (diff.before.calls, diff.after.calls),
        (1, 1),
        "of the panic now"
    );
    let changes = changes(&diff);
    assert!(
        changes
            .iter()
            .any(|line| line.starts_with('-') && line.contains("@x::leaf2("))
    );
    assert!(
        changes
            .iter()
            .any(|line| line.starts_with('+') && line.contains("panic"))
    );
    assert!(changes.len() < 16, "what stayed is not in it: {changes:#?}");
}

#[test]
fn a_text_is_the_same_as_itself() {
    for dump in dumps(DUMP) {
        let diff = compare(dump.text, dump.text);
        assert!(diff.is_same());
        assert_eq!(diff.hunks(3), []);
    }
}

#[test]
fn both_texts_are_in_the_rows() {
    let dumps = dumps(DUMP);
    for two in dumps.windows(2) {
        let there = compare(two[0].text, two[1].text);
        let back = compare(two[1].text, two[0].text);
        let count =
            |diff: &Diff, of: fn(&Row) -> Option<&str>| diff.rows.iter().filter_map(of).count();
        assert_eq!(count(&there, Row::before), count(&back, Row::after));
        assert_eq!(count(&there, Row::after), count(&back, Row::before));
        assert_eq!((there.before, there.after), (back.after, back.before));
    }
}

#[test]
fn anything_can_be_compared() {
    for text in [
        "define void @f() {\n",
        "define void @f() {\n  %x = what %x, %y\n}\n",
        "define @ {\n}\n",
    ] {
        let module = Module::new(text);
        for entry in module.functions() {
            let function = entry.parse();
            let _ = diff(&function, &function).hunks(usize::MAX);
        }
    }
    assert!(dumps("*** IR Dump After  on  ***\n*** IR Dump After x on y").is_empty());
}

#[test]
fn dumps_that_are_cut_off_or_mixed_up_can_be_compared() {
    let whole = dumps(DUMP);
    let last = whole.last().expect("there are some").module();
    let last = last.functions()[0].parse();
    for cut in (0..DUMP.len()).step_by(4999) {
        let text = format!("{}warning: between\n{}", &DUMP[..cut], &DUMP[cut..]);
        for text in [&DUMP[..cut], &DUMP[cut..], &text] {
            for dump in dumps(text) {
                for entry in dump.module().functions() {
                    let there = diff(&entry.parse(), &last);
                    let back = diff(&last, &entry.parse());
                    assert_eq!((there.before, there.after), (back.after, back.before));
                }
            }
        }
    }
}
