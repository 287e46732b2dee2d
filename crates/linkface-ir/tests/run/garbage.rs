//! Texts with words exchanged, repeated and left out: whatever they say, a run ends, and nothing
//! panics.

use linkface_ir::Module;
use linkface_ir::run::{Limits, Machine, Outcome, argument};
use proptest::prelude::*;

/// One of everything.
const SEED: &str = r#"
target datalayout = "e-m:e-p270:32:32-i64:64-i128:128-f80:128-n8:16:32:64-S128"
%pair = type { i8, i32 }
%list = type { %pair, [3 x i16], <2 x i64> }
@text = private constant [4 x i8] c"a\0A\FFz"
@pair = global %pair { i8 1, i32 2 }
@zero = global [100 x i64] zeroinitializer
@list = global [2 x ptr] [ptr @pair, ptr getelementptr (i8, ptr @text, i64 2)]
@other = alias i8, ptr @text
@inner = alias i8, getelementptr (i8, ptr @text, i64 3)
@fn = global ptr @callee

define i32 @f(i32 %x, ptr %p, i64 %n) {
start:
  %a = add nsw i32 %x, 100
  %b = udiv exact i32 %a, 4
  %c = icmp samesign ult i32 %b, %a
  %d = select i1 %c, i32 %a, i32 poison
  %s = alloca [8 x i32], i64 2, align 16
  store i32 %d, ptr %s, align 4
  %q = getelementptr inbounds nuw %list, ptr @zero, i64 1, i32 1, i64 2
  store i16 7, ptr %q
  %l = load <4 x i8>, ptr @text, align 1, !noundef !1
  %e = extractelement <4 x i8> %l, i64 2
  %v = shufflevector <4 x i8> %l, <4 x i8> splat (i8 3), <2 x i32> <i32 1, i32 5>
  %w = bitcast <2 x i8> %v to i16
  %z = zext nneg i16 %w to i32
  br i1 %c, label %loop, label %end

loop:
  %i = phi i64 [ 0, %start ], [ %j, %next ]
  %sum = phi i32 [ %z, %start ], [ %more, %next ]
  %done = icmp eq i64 %i, %n
  br i1 %done, label %end, label %next

next:
  %r = getelementptr inbounds i32, ptr %p, i64 %i
  %y = load i32, ptr %r, align 4, !range !0
  %more = call i32 @llvm.uadd.sat.i32(i32 %sum, i32 %y)
  %o = call { i32, i1 } @llvm.smul.with.overflow.i32(i32 %more, i32 %y)
  %oo = extractvalue { i32, i1 } %o, 1
  %j = add nuw i64 %i, 1
  switch i32 %y, label %loop [
    i32 9, label %end
    i32 8, label %other
  ]

other:
  %g = load ptr, ptr @fn
  %h = call i32 %g(i32 noundef %y, ptr nonnull %s)
  call void @llvm.memcpy.p0.p0.i64(ptr %s, ptr %p, i64 8, i1 false)
  call void @llvm.lifetime.end.p0(ptr %s)
  %k = atomicrmw umax ptr %p, i32 %h seq_cst
  %m = cmpxchg ptr %p, i32 %k, i32 %y acq_rel monotonic
  %fl = uitofp i32 %y to double
  %fm = fmul fast double %fl, 1.5e0
  %fn = fptosi double %fm to i8
  %fo = call double @llvm.floor.f64(double %fm)
  br label %end

end:
  %res = phi i32 [ %b, %start ], [ %sum, %loop ], [ %more, %next ], [ 3, %other ]
  %fr = freeze i32 %res
  ret i32 %fr
}

define i32 @callee(i32 range(i32 0, 100) %x, ptr dereferenceable(4) %p) {
  %i = ptrtoint ptr %p to i64
  %j = inttoptr i64 %i to ptr
  %v = load i32, ptr %j
  %m = call ptr @malloc(i64 8)
  store i64 -1, ptr %m
  call void @free(ptr %m)
  %r = call i32 @callee2(i32 %v)
  ret i32 %r
}

define i32 @callee2(i32 %x) {
  %c = icmp eq i32 %x, 0
  br i1 %c, label %a, label %b
a:
  ret i32 1
b:
  %y = lshr i32 %x, 1
  %r = call i32 @callee2(i32 %y)
  ret i32 %r
}

declare ptr @malloc(i64)
declare void @free(ptr)
!0 = !{i32 0, i32 100, i32 200, i32 300}
!1 = !{}
"#;

/// Words, and what is between them.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = |letter: char| letter.is_ascii_alphanumeric() || "%@.-_!".contains(letter);
        let end = if is_word(first) {
            rest.find(|letter| !is_word(letter)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        words.push(&rest[..end]);
        rest = &rest[end..];
    }
    words
}

/// Numbers that are more than some text expects.
const EXTREMES: &[&str] = &[
    "0",
    "-1",
    "1",
    "18446744073709551615",
    "9223372036854775807",
    "i0",
    "i1",
    "i129",
    "i8388607",
    "<99999999 x i8>",
    "[9999999999 x i64]",
    "%list",
    "%pair",
    "ptr",
    "void",
    "poison",
    "undef",
    "null",
    "zeroinitializer",
    "double",
    "half",
    "@f",
    "@inner",
    "%f",
];

fn run(text: &str) -> Outcome {
    let modules = [Module::new(text)];
    let limits = Limits {
        steps: 2000,
        depth: 200,
        memory: 1 << 16,
    };
    let mut machine = Machine::new(&modules, limits);
    let given = ["4", "[1, 8, 3, 9]", "4"];
    let arguments = argument::read(&mut machine, "f", &given);
    machine.call(
        "f",
        arguments
            .map(|arguments| arguments.values)
            .unwrap_or_default(),
    )
}

/// How many texts are tried; `PROPTEST_CASES` asks for more.
fn cases() -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|cases| cases.parse().ok()).unwrap_or(1000)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_panics(edits in proptest::collection::vec((0u8..5, any::<usize>(), any::<usize>()), 0..6)) {
        let mut words = words(SEED);
        for (kind, at, from) in edits {
            let (at, from) = (at % words.len(), from % words.len());
            match kind {
                0 => { words.remove(at); }
                1 => words.insert(at, words[from]),
                2 => words[at] = words[from],
                3 => words[at] = EXTREMES[from % EXTREMES.len()],
                _ => words.swap(at, from),
            }
        }
        run(&words.concat());
    }

    #[test]
    fn half_a_text_is_no_better(end in 0..SEED.len()) {
        run(&SEED[..end]);
    }
}

#[test]
fn the_text_itself_runs() {
    let Outcome::Returned(value) = run(SEED) else {
        panic!("{:?}", run(SEED));
    };
    assert!(value.as_int().is_some());
}
