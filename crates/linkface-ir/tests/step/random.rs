//! Random functions with allocas, branches and `unreachable`.

use proptest::prelude::*;
use std::fmt::Write;

/// One instruction: what, with what.
type Draft = (u8, u8, u8);

/// A block: its instructions, and how it ends.
type Block = (Vec<Draft>, Draft);

const SLOTS: u8 = 3;

/// A module with a function `@f` of one `i32`; what it does is random, and it is what LLVM accepts.
pub(crate) fn function() -> impl Strategy<Value = String> {
    let draft = || (any::<u8>(), any::<u8>(), any::<u8>());
    let block = (prop::collection::vec(draft(), 0..5), draft());
    prop::collection::vec(block, 1..9).prop_map(|blocks| text(&blocks))
}

fn text(blocks: &[Block]) -> String {
    let mut out = String::from("declare void @show(i32)\n\ndefine i32 @f(i32 %n) {\nstart:\n");
    for slot in 0..SLOTS {
        let _ = writeln!(out, "  %s{slot} = alloca [4 x i8], align 4");
    }
    for slot in 0..SLOTS {
        let _ = writeln!(out, "  store i32 {slot}, ptr %s{slot}, align 4");
    }
    out.push_str("  br label %b0\n");
    for (index, (drafts, end)) in blocks.iter().enumerate() {
        let _ = writeln!(out, "\nb{index}:");
        let mut values = vec!["%n".to_owned(), "0".to_owned(), "1".to_owned()];
        for (position, draft) in drafts.iter().enumerate() {
            instruction(
                &format!("%b{index}.{position}"),
                *draft,
                &mut values,
                &mut out,
            );
        }
        terminator(*end, index, blocks.len(), &values, &mut out);
    }
    out.push_str("}\n");
    out
}

fn pick(values: &[String], at: u8) -> &str {
    // The last ones more often.
    &values[values.len() - 1 - usize::from(at) % values.len()]
}

fn instruction(name: &str, (what, left, right): Draft, values: &mut Vec<String>, out: &mut String) {
    let slot = left % SLOTS;
    let (a, b) = (
        pick(values, left).to_owned(),
        pick(values, right).to_owned(),
    );
    let _ = match what % 8 {
        0..=2 => writeln!(out, "  {name} = load i32, ptr %s{slot}, align 4"),
        3..=5 => writeln!(out, "  store i32 {b}, ptr %s{slot}, align 4"),
        6 => writeln!(out, "  {name} = add i32 {a}, {b}"),
        _ => writeln!(out, "  call void @show(i32 {a})"),
    };
    if matches!(what % 8, 0..=2 | 6) {
        values.push(name.to_owned());
    }
}

fn terminator(
    (what, left, right): Draft,
    index: usize,
    blocks: usize,
    values: &[String],
    out: &mut String,
) {
    let block = |at: u8| usize::from(at) % blocks;
    let (one, other) = (pick(values, left), pick(values, right));
    let (x, y, z) = (block(left), block(right), block(left ^ right));
    let _ = match what % 12 {
        0..=2 => writeln!(out, "  br label %b{x}"),
        3..=5 => writeln!(
            out,
            "  %c{index} = icmp slt i32 {one}, {other}\n  br i1 %c{index}, label %b{x}, label %b{y}"
        ),
        6 | 7 => writeln!(
            out,
            "  switch i32 {one}, label %b{x} [\n    i32 0, label %b{y}\n    i32 1, label %b{z}\n  ]"
        ),
        8 | 9 => writeln!(out, "  ret i32 {one}"),
        _ => writeln!(out, "  unreachable"),
    };
}
