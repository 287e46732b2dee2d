//! What makes poison, what passes it on, and what doesn't.

use crate::kit::{binary, check, module};

#[test]
fn nsw_and_nuw_promise_not_to_wrap() {
    binary("add", "127", "1", "= -128");
    binary(
        "add nsw",
        "127",
        "1",
        "poison: `add nsw` of 127 and 1 overflows",
    );
    binary("add nuw", "127", "1", "= -128");
    binary(
        "add nuw",
        "255",
        "1",
        "poison: `add nuw` of 255 and 1 overflows",
    );
    binary(
        "sub nsw",
        "-128",
        "1",
        "poison: `sub nsw` of -128 and 1 overflows",
    );
    binary(
        "sub nuw",
        "0",
        "1",
        "poison: `sub nuw` of 0 and 1 overflows",
    );
    binary(
        "mul nsw",
        "64",
        "2",
        "poison: `mul nsw` of 64 and 2 overflows",
    );
    binary("mul nuw nsw", "8", "8", "= 64");
    binary(
        "shl nuw",
        "0x81",
        "1",
        "poison: `shl nuw` of 129 and 1 overflows",
    );
    binary(
        "shl nsw",
        "64",
        "1",
        "poison: `shl nsw` of 64 and 1 overflows",
    );
}

#[test]
fn exact_promises_no_rest() {
    binary("udiv", "7", "2", "= 3");
    binary(
        "udiv exact",
        "7",
        "2",
        "poison: `udiv exact` of 7 by 2 has a remainder",
    );
    binary(
        "sdiv exact",
        "-7",
        "2",
        "poison: `sdiv exact` of -7 by 2 has a remainder",
    );
    binary("sdiv exact", "-8", "2", "= -4");
    binary(
        "lshr exact",
        "3",
        "1",
        "poison: `lshr exact` of 3 by 1 loses bits that are set",
    );
    binary("ashr exact", "-4", "2", "= -1");
}

#[test]
fn disjoint_nneg_samesign_and_trunc_promise_too() {
    binary("or disjoint", "5", "2", "= 7");
    binary(
        "or disjoint",
        "5",
        "4",
        "poison: `or disjoint` of 5 and 4, which share set bits",
    );
    let cast = |cast: &str, a, expected: &str| {
        let (words, to) = cast.split_once(" to ").unwrap();
        let body = format!("  %r = {words} i8 %a to {to}\n  ret {to} %r");
        check(&format!("{to} @f(i8 %a)"), &body, &[a], expected);
    };
    cast("zext nneg to i16", "5", "= 5");
    cast(
        "zext nneg to i16",
        "-5",
        "poison: `zext nneg` of -5, which is negative",
    );
    cast("trunc nuw to i4", "15", "= -1");
    cast(
        "trunc nuw to i4",
        "16",
        "poison: `trunc nuw` of 16 loses bits that are set",
    );
    cast("trunc nsw to i4", "-8", "= -8");
    cast(
        "trunc nsw to i4",
        "8",
        "poison: `trunc nsw` of 8 changes its value",
    );
    cast(
        "uitofp nneg to float",
        "-1",
        "poison: `uitofp nneg` of -1, which is negative",
    );
    let samesign = "  %r = icmp samesign ult i8 %a, %b\n  ret i1 %r";
    check("i1 @f(i8 %a, i8 %b)", samesign, &["1", "2"], "= true");
    check(
        "i1 @f(i8 %a, i8 %b)",
        samesign,
        &["1", "-2"],
        "poison: `icmp samesign` of 1 and -2, which have different signs",
    );
}

#[test]
fn a_shift_is_less_than_the_width() {
    binary("shl", "1", "7", "= -128");
    binary(
        "shl",
        "1",
        "8",
        "poison: `shl` of an i8 by 8, not less than 8",
    );
    binary(
        "lshr",
        "1",
        "255",
        "poison: `lshr` of an i8 by 255, not less than 8",
    );
    binary(
        "ashr",
        "1",
        "8",
        "poison: `ashr` of an i8 by 8, not less than 8",
    );
}

#[test]
fn nnan_and_ninf_promise_numbers() {
    let add = |words: &str, a, b, expected: &str| {
        let body = format!("  %r = fadd {words} double %a, %b\n  ret double %r");
        check("double @f(double %a, double %b)", &body, &[a, b], expected);
    };
    add("", "nan", "1", "= NaN");
    add("nnan", "nan", "1", "poison: `fadd nnan` met NaN");
    add("nnan", "inf", "-inf", "poison: `fadd nnan` met NaN");
    add("nnan", "inf", "1", "= inf");
    add("ninf", "1", "inf", "poison: `fadd ninf` met an infinity");
    add(
        "ninf",
        "1.7e308",
        "1.7e308",
        "poison: `fadd ninf` met an infinity",
    );
    add("fast", "nan", "1", "poison: `fadd nnan` met NaN");
    add("nsz arcp contract afn reassoc", "1", "2", "= 3.0");
}

#[test]
fn a_float_that_is_no_integer_is_poison() {
    let body = "  %r = fptosi double %a to i8\n  ret i8 %r";
    check("i8 @f(double %a)", body, &["-128.9"], "= -128");
    check(
        "i8 @f(double %a)",
        body,
        &["128"],
        "poison: `fptosi` of 128.0, which is no i8",
    );
    check(
        "i8 @f(double %a)",
        body,
        &["nan"],
        "poison: `fptosi` of NaN, which is no i8",
    );
    let body = "  %r = fptoui float %a to i8\n  ret i8 %r";
    check("i8 @f(float %a)", body, &["255.5"], "= -1");
    check(
        "i8 @f(float %a)",
        body,
        &["-1"],
        "poison: `fptoui` of -1.0, which is no i8",
    );
}

#[test]
fn poison_that_nobody_looks_at_is_silence() {
    let body = "  %r = add nsw i8 %a, 1\n  ret i8 7";
    check("i8 @f(i8 %a)", body, &["127"], "= 7");
    let body = "  %p = alloca i8\n  store i8 poison, ptr %p\n  store i8 3, ptr %p\n  \
                %r = load i8, ptr %p\n  ret i8 %r";
    check("i8 @f()", body, &[], "= 3");
    let body = "  %v = insertvalue {i8, i8} undef, i8 poison, 0\n  \
                %w = insertvalue {i8, i8} %v, i8 4, 1\n  \
                %r = extractvalue {i8, i8} %w, 1\n  ret i8 %r";
    check("i8 @f()", body, &[], "= 4");
}

#[test]
fn operations_pass_it_on() {
    for operation in [
        "add i8 poison, 1",
        "mul i8 0, poison",
        "and i8 0, poison",
        "udiv i8 poison, 1",
        "shl i8 1, poison",
        "call i8 @llvm.umax.i8(i8 poison, i8 1)",
        "bitcast <8 x i1> <i1 1, i1 1, i1 1, i1 1, i1 1, i1 1, i1 1, i1 poison> to i8",
    ] {
        let body = format!("  %r = {operation}\n  ret i8 %r");
        check("i8 @f()", &body, &[], "poison: `poison` is written here");
    }
    check(
        "i1 @f()",
        "  %r = icmp eq i8 poison, poison\n  ret i1 %r",
        &[],
        "poison: `poison` is written here",
    );
}

#[test]
fn vectors_are_poison_element_by_element() {
    let body = "  %v = add nsw <2 x i8> %a, <i8 1, i8 1>\n  \
                %r = extractelement <2 x i8> %v, i64 %n\n  ret i8 %r";
    let signature = "i8 @f(<2 x i8> %a, i64 %n)";
    check(
        signature,
        body,
        &["[127, 1]", "0"],
        "poison: `add nsw` of 127 and 1 overflows",
    );
    check(signature, body, &["[127, 1]", "1"], "= 2");
    check(
        signature,
        body,
        &["[127, 1]", "2"],
        "poison: element 2 of a vector that has 2",
    );
    let body = "  %v = shufflevector <2 x i8> <i8 1, i8 2>, <2 x i8> <i8 3, i8 4>, \
                <2 x i32> <i32 3, i32 poison>\n  \
                %r = extractelement <2 x i8> %v, i64 %n\n  ret i8 %r";
    check("i8 @f(i64 %n)", body, &["0"], "= 4");
    check(
        "i8 @f(i64 %n)",
        body,
        &["1"],
        "poison: `poison` is written here",
    );
}

#[test]
fn select_passes_what_it_chooses() {
    let body = "  %p = add nsw i8 127, 1\n  %r = select i1 %c, i8 %p, i8 5\n  ret i8 %r";
    check(
        "i8 @f(i1 %c)",
        body,
        &["true"],
        "poison: `add nsw` of 127 and 1 overflows",
    );
    check("i8 @f(i1 %c)", body, &["false"], "= 5");
    let body = "  %r = select i1 poison, i8 5, i8 5\n  ret i8 %r";
    check("i8 @f()", body, &[], "poison: `poison` is written here");
    let body = "  %v = select <2 x i1> <i1 true, i1 poison>, <2 x i8> <i8 1, i8 2>, \
                <2 x i8> <i8 3, i8 4>\n  %r = extractelement <2 x i8> %v, i64 0\n  ret i8 %r";
    check("i8 @f()", body, &[], "= 1");
}

#[test]
fn phi_passes_what_it_chooses() {
    let body = "\
start:
  %p = add nsw i8 127, 1
  br i1 %c, label %a, label %b
a:
  br label %end
b:
  br label %end
end:
  %r = phi i8 [ %p, %a ], [ 5, %b ]
  ret i8 %r";
    check(
        "i8 @f(i1 %c)",
        body,
        &["true"],
        "poison: `add nsw` of 127 and 1 overflows",
    );
    check("i8 @f(i1 %c)", body, &["false"], "= 5");
}

#[test]
fn freeze_stops_it() {
    let body = "  %p = add nsw i8 127, 1\n  %q = freeze i8 %p\n  %r = sub i8 %q, %q\n  ret i8 %r";
    check("i8 @f()", body, &[], "= 0");
    let body = "  %q = freeze i1 poison\n  br i1 %q, label %a, label %a\na:\n  ret i8 1";
    check("i8 @f()", body, &[], "= 1");
    let body = "  %q = freeze {i8, ptr} poison\n  %r = extractvalue {i8, ptr} %q, 0\n  ret i8 %r";
    check("i8 @f()", body, &[], "= 0");
}

#[test]
fn inbounds_stays_in_the_object() {
    let step = |words: &str, index, expected: &str| {
        let body = format!(
            "  %p = alloca [4 x i8]\n  %q = getelementptr {words} i8, ptr %p, i64 %n\n  \
             %a = ptrtoint ptr %p to i64\n  %b = ptrtoint ptr %q to i64\n  \
             %r = sub i64 %b, %a\n  ret i64 %r"
        );
        check("i64 @f(i64 %n)", &body, &[index], expected);
    };
    step("inbounds", "3", "= 3");
    step("inbounds", "4", "= 4");
    step("", "5", "= 5");
    step("", "-1", "= -1");
    step(
        "inbounds",
        "5",
        "poison: `getelementptr inbounds` leads to offset 5 of `%p`, which has 4 bytes",
    );
    step(
        "inbounds",
        "-1",
        "poison: `getelementptr inbounds` leads to offset -1 of `%p`, which has 4 bytes",
    );
    step(
        "nuw",
        "-1",
        "poison: `getelementptr nuw` by -1 wraps around",
    );
    step("nusw", "-1", "= -1");
    step(
        "nusw",
        "0x8000000000000000",
        "poison: the address of `getelementptr nusw` overflows",
    );
}

#[test]
fn inbounds_of_no_object_goes_nowhere() {
    let body = "  %q = getelementptr inbounds i8, ptr null, i64 %n\n  ret ptr %q";
    check("ptr @f(i64 %n)", body, &["0"], "= null");
    check(
        "ptr @f(i64 %n)",
        body,
        &["1"],
        "poison: `getelementptr inbounds` by 1 from 0x0, where no object is",
    );
}

#[test]
fn nonnull_align_and_range_make_poison() {
    check(
        "ptr @f(ptr nonnull %p)",
        "  ret ptr %p",
        &["null"],
        "poison: argument 1 is null, but promised to be `nonnull`",
    );
    check(
        "ptr @f(ptr align 8 %p)",
        "  ret ptr %p",
        &["0x14"],
        "poison: argument 1 is 0x14, but promised to be aligned to 8",
    );
    check(
        "i8 @f(i8 range(i8 0, 3) %a)",
        "  ret i8 %a",
        &["3"],
        "poison: argument 1 is 3, outside of the promised range(0, 3)",
    );
    check("i8 @f(i8 range(i8 0, 3) %a)", "  ret i8 %a", &["2"], "= 2");
    module(
        "define <2 x i8> @g(<2 x i8> range(i8 0, 3) %v) {\n  ret <2 x i8> %v\n}",
        "i8 @f()",
        "  %v = call <2 x i8> @g(<2 x i8> <i8 1, i8 9>)\n  \
         %r = extractelement <2 x i8> %v, i32 1\n  ret i8 %r",
        &[],
        "poison: an element of argument 1 is 9, outside of the promised range(0, 3)",
    );
    check(
        "i8 @f(i8 range(i8 -2, 3) %a)",
        "  ret i8 %a",
        &["-2"],
        "= -2",
    );
    check(
        "range(i8 0, 3) i8 @f(i8 %a)",
        "  ret i8 %a",
        &["5"],
        "poison: the result is 5, outside of the promised range(0, 3)",
    );
}

#[test]
fn metadata_of_loads_makes_poison() {
    let body =
        "  %p = alloca i8\n  store i8 %a, ptr %p\n  %r = load i8, ptr %p, !range !0\n  ret i8 %r";
    let text = format!("define i8 @f(i8 %a) {{\n{body}\n}}\n!0 = !{{i8 0, i8 2, i8 5, i8 6}}\n");
    let run = |a| crate::kit::tell(&crate::kit::outcome(&text, &[a]));
    assert_eq!(run("1"), "= 1");
    assert_eq!(run("5"), "= 5");
    assert_eq!(
        run("3"),
        "poison: 3 was loaded, outside of what `!range !0` promises"
    );
    let body = "  %p = alloca ptr\n  store ptr null, ptr %p\n  \
                %r = load ptr, ptr %p, !nonnull !0\n  ret ptr %r";
    module(
        "!0 = !{}",
        "ptr @f()",
        body,
        &[],
        "poison: null was loaded, but `!nonnull` promises otherwise",
    );
}

#[test]
fn intrinsics_that_rule_a_value_out_make_poison() {
    let one = |name: &str, a, promise: &str, expected: &str| {
        let body = format!("  %r = call i8 @llvm.{name}.i8(i8 %a, i1 {promise})\n  ret i8 %r");
        check("i8 @f(i8 %a)", &body, &[a], expected);
    };
    one("ctlz", "0", "false", "= 8");
    one(
        "ctlz",
        "0",
        "true",
        "poison: `llvm.ctlz` of 0, which its second argument rules out",
    );
    one(
        "cttz",
        "0",
        "true",
        "poison: `llvm.cttz` of 0, which its second argument rules out",
    );
    one("abs", "-128", "false", "= -128");
    one(
        "abs",
        "-128",
        "true",
        "poison: `llvm.abs` of -128, which its second argument rules out",
    );
}
