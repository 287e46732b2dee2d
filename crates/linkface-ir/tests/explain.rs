//! Explanations and listings cope with whatever is in the text.

use linkface_ir::Module;
use linkface_ir::explain::{Explainer, words_of_instruction, words_of_signature};
use linkface_ir::listing::{Fold, Listing, painted};

/// Says everything that can be said.
fn exercise(text: &str) {
    let module = Module::new(text);
    for entry in module.functions() {
        let function = entry.parse();
        let explainer = Explainer::new(Some(&module), &function);
        for word in words_of_signature(function.signature()) {
            let _ = word.meaning();
        }
        for instruction in function.instructions() {
            assert!(!explainer.sentence(instruction).is_empty());
            for word in words_of_instruction(instruction) {
                let _ = word.meaning();
            }
        }
        for fold in [Fold::All, Fold::Metadata, Fold::Nothing] {
            assert!(!Listing::new(&module, &function, fold).lines().is_empty());
        }
    }
    let _ = painted(&module, text, Fold::All);
}

const TEXT: &str = r#"%T = type { %T, [2 x %T] }
@a = constant [3 x i8] c"a\0Ab"
define <4 x i8> @f(ptr align 8 captures(none) %p, i8 range(i8 1, -1) %x, <4 x i8> %v) memory(argmem: read) {
start:
  %q = getelementptr inbounds { i32, [4 x %T] }, ptr %p, i64 -9223372036854775808, i32 1, i64 99999999999999999999
  %y = shl nuw i8 %x, -1
  %z = ashr i8 %y, 170141183460469231731687303715884105727
  %m = and i8 %z, -170141183460469231731687303715884105728
  %n = add i8 %m, -128
  %c = icmp ult i8 %n, 0
  %d = icmp ugt i8 %n, 255
  %w = shufflevector <4 x i8> %v, <4 x i8> %v, <4 x i32> <i32 -1, i32 9, i32 poison, i32 2147483647>
  %e = extractvalue { i8, i1 } %pair, 18446744073709551615
  %pair = call { i8, i1 } @llvm.uadd.with.overflow.i8(i8 %n)
  call void @llvm.memcpy.p0.p0.i64()
  call void @llvm.lifetime.start.p0()
  call void @llvm.assume(i1 %c) [ "align"() ]
  #dbg_value(i8 %x, !0, !DIExpression(), !0)
  %o = load i8, ptr @a, align 1, !range !0, !prof !1, !dbg !0
  br i1 %d, label %start, label %nowhere, !prof !1
more:
  %i = phi i8 [ %i, %more ], [ 0, %start ], [ %x, %nowhere ]
  switch i8 %i, label %more []
}
!0 = !{!0}
!1 = !{!"branch_weights", i32 -1, i64 99999999999999999999}
"#;

#[test]
fn nonsense_is_explained_as_well_as_it_can_be() {
    exercise(TEXT);
}

#[test]
fn cut_off_at_many_places() {
    for end in (0..TEXT.len())
        .step_by(3)
        .filter(|end| TEXT.is_char_boundary(*end))
    {
        exercise(&TEXT[..end]);
        // A function that ends there.
        exercise(&format!("{}\n}}\n", &TEXT[..end]));
    }
}

#[test]
fn pieces_left_out() {
    let lines: Vec<&str> = TEXT.lines().collect();
    for left_out in 0..lines.len() {
        let kept = lines.iter().enumerate().filter(|(at, _)| *at != left_out);
        let text: Vec<&str> = kept.map(|(_, line)| *line).collect();
        exercise(&text.join("\n"));
    }
    for (at, _) in TEXT.match_indices([' ', '(', ',']) {
        let mut text = TEXT.to_owned();
        text.remove(at);
        exercise(&text);
    }
}

#[test]
fn types_that_hold_themselves_have_no_size() {
    let text = "%T = type { %T }\ndefine void @f(ptr %p) {\n  %q = alloca %T\n  ret void\n}\n";
    let module = Module::new(text);
    let function = module.functions()[0].parse();
    let explainer = Explainer::new(Some(&module), &function);
    let alloca = &function.instructions()[0];
    assert_eq!(
        explainer.sentence(alloca),
        "%q is the address of stack for a %T."
    );
}
