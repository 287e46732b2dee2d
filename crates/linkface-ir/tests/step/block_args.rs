//! Phi nodes as arguments of blocks.

use crate::constructed;
use linkface_ir::Module;
use linkface_ir::block_args::{Scope, text};
use std::fmt::Write;

const POW: &str = include_str!("inputs/pow.ll");

#[track_caller]
fn writes(module: &str, scope: Scope, expected: &str) {
    let module = Module::new(module);
    let function = module.functions()[0].parse();
    let text = text(&function, scope).unwrap();
    let (head, body) = text.split_once('\n').unwrap();
    assert!(head.contains("Not LLVM IR"));
    assert_eq!(body, expected);
}

/// What the article's footnote writes, without its slips.
#[test]
fn the_articles_pow() {
    writes(
        &constructed(POW),
        Scope::Block,
        "define i32 @pow(i32 %x, i32 %y) {
start:
  br %loop_start(i32 1, i32 0)

loop_start(i32 %r.0, i32 %i.0):
  %done = icmp eq i32 %i.0, %y
  br i1 %done, %exit(i32 %r.0), %loop(i32 %r.0, i32 %i.0)

loop(i32 %r.0, i32 %i.0):
  %r.new = mul i32 %r.0, %x
  %i.new = add i32 %i.0, 1
  br %loop_start(i32 %r.new, i32 %i.new)

exit(i32 %r.0):
  ret i32 %r.0
}",
    );
    writes(
        &constructed(POW),
        Scope::Function,
        "define i32 @pow(i32 %x, i32 %y) {
start:
  br %loop_start(i32 1, i32 0)

loop_start(i32 %r.0, i32 %i.0):
  %done = icmp eq i32 %i.0, %y
  br i1 %done, %exit, %loop

loop:
  %r.new = mul i32 %r.0, %x
  %i.new = add i32 %i.0, 1
  br %loop_start(i32 %r.new, i32 %i.new)

exit:
  ret i32 %r.0
}",
    );
}

#[test]
fn labels_may_begin_like_others() {
    writes(
        "define void @f(i1 %c) {
  br i1 %c, label %b, label %b1

b:
  ret void

b1:
  ret void
}
",
        Scope::Block,
        "define void @f(i1 %c) {
  br i1 %c, %b, %b1

b:
  ret void

b1:
  ret void
}",
    );
}

#[test]
fn every_terminator_says_what_it_gives() {
    writes(
        "define i32 @f(i32 %x) personality ptr @p {
  switch i32 %x, label %a [
    i32 0, label %b
    i32 1, label %b
  ]

a:
  %r = invoke i32 @g(i32 %x)
          to label %b unwind label %c

b:
  %y = phi i32 [ 7, %0 ], [ 7, %0 ], [ %r, %a ]
  ret i32 %y

c:
  %z = phi i32 [ %x, %a ]
  %pad = landingpad { ptr, i32 }
          cleanup
  ret i32 %z
}
",
        Scope::Function,
        "define i32 @f(i32 %x) personality ptr @p {
  switch i32 %x, %a [
    i32 0, %b(i32 7)
    i32 1, %b(i32 7)
  ]

a:
  %r = invoke i32 @g(i32 %x)
          to %b(i32 %r) unwind %c(i32 %x)

b(i32 %y):
  ret i32 %y

c(i32 %z):
  %pad = landingpad { ptr, i32 }
          cleanup
  ret i32 %z
}",
    );
}

/// All blocks need all values: the square of the size is too much.
#[test]
fn too_many_arguments_are_refused() {
    let mut source = String::from("define void @f(i32 %n) {\ns:\n");
    for value in 0..3000 {
        let _ = writeln!(source, "  %v{value} = add i32 %n, {value}");
    }
    source += "  br label %b0\n";
    for block in 0..3000 {
        let _ = write!(source, "b{block}:\n  br label %b{}\n", block + 1);
    }
    source += "b3000:\n";
    for value in 0..3000 {
        let _ = writeln!(source, "  call void @use(i32 %v{value})");
    }
    source += "  ret void\n}\n";
    let module = Module::new(&source);
    let function = module.functions()[0].parse();
    assert!(text(&function, Scope::Block).is_none());
    assert!(text(&function, Scope::Function).is_some());
}
