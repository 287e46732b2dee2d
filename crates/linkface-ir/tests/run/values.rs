//! What instructions compute.

use crate::kit::{binary, check};

/// One expression of `i8`s.
#[track_caller]
fn value(instruction: &str, expected: &str) {
    let body = format!("  %r = {instruction}\n  ret i8 %r");
    check("i8 @f()", &body, &[], &format!("= {expected}"));
}

#[test]
fn whole_numbers() {
    binary("add", "100", "100", "= -56");
    binary("sub", "0", "1", "= -1");
    binary("mul", "16", "17", "= 16");
    binary("udiv", "200", "3", "= 66");
    binary("sdiv", "-7", "2", "= -3");
    binary("urem", "200", "3", "= 2");
    binary("srem", "-7", "2", "= -1");
    binary("and", "12", "10", "= 8");
    binary("or", "12", "10", "= 14");
    binary("xor", "12", "10", "= 6");
    check(
        "i128 @f(i128 %a)",
        "  %r = mul i128 %a, %a\n  ret i128 %r",
        &["18446744073709551617"],
        "= 36893488147419103233",
    );
    check(
        "i1 @f()",
        "  %r = add i1 true, true\n  ret i1 %r",
        &[],
        "= false",
    );
}

#[test]
fn comparisons() {
    for (predicate, expected) in [
        ("eq", "false"),
        ("ne", "true"),
        ("ugt", "true"),
        ("uge", "true"),
        ("ult", "false"),
        ("ule", "false"),
        ("sgt", "false"),
        ("sge", "false"),
        ("slt", "true"),
        ("sle", "true"),
    ] {
        let body = format!("  %r = icmp {predicate} i8 -1, 1\n  ret i1 %r");
        check("i1 @f()", &body, &[], &format!("= {expected}"));
    }
    for (predicate, of_nan, of_two) in [
        ("oeq", "false", "false"),
        ("une", "true", "true"),
        ("olt", "false", "true"),
        ("ult", "true", "true"),
        ("ord", "false", "true"),
        ("uno", "true", "false"),
        ("one", "false", "true"),
        ("ueq", "true", "false"),
        ("oge", "false", "false"),
        ("uge", "true", "false"),
        ("true", "true", "true"),
        ("false", "false", "false"),
    ] {
        let body = format!("  %r = fcmp {predicate} double %a, 2.0\n  ret i1 %r");
        check("i1 @f(double %a)", &body, &["nan"], &format!("= {of_nan}"));
        check("i1 @f(double %a)", &body, &["1"], &format!("= {of_two}"));
    }
}

#[test]
fn conversions() {
    let cast = |from: &str, a, cast: &str, to: &str, expected: &str| {
        let body = format!("  %r = {cast} {from} %a to {to}\n  ret {to} %r");
        check(
            &format!("{to} @f({from} %a)"),
            &body,
            &[a],
            &format!("= {expected}"),
        );
    };
    cast("i32", "300", "trunc", "i8", "44");
    cast("i8", "-1", "zext", "i32", "255");
    cast("i8", "-1", "sext", "i32", "-1");
    cast("i8", "-1", "uitofp", "double", "255.0");
    cast("i8", "-1", "sitofp", "float", "-1.0");
    cast("double", "1.5", "fptrunc", "float", "1.5");
    cast("float", "0.1", "fpext", "double", "0.10000000149011612");
    cast("double", "-2.9", "fptosi", "i8", "-2");
    cast("double", "1", "bitcast", "i64", "4607182418800017408");
    cast("i32", "0x3f800000", "bitcast", "float", "1.0");
    cast("<2 x i16>", "[1, 2]", "bitcast", "i32", "131073");
    cast("<4 x i1>", "[1, 0, 1, 1]", "bitcast", "i4", "-3");
    cast("i64", "0", "inttoptr", "ptr", "null");
}

#[test]
fn aggregates() {
    value(
        "extractvalue {i8, [2 x i8]} {i8 1, [2 x i8] [i8 2, i8 3]}, 1, 1",
        "3",
    );
    value("extractelement <3 x i8> <i8 1, i8 2, i8 3>, i32 2", "3");
    value("extractvalue {i8, i8} zeroinitializer, 1", "0");
    let body = "  %s = insertvalue {i8, {i8, i8}} zeroinitializer, i8 7, 1, 0\n  \
                ret {i8, {i8, i8}} %s";
    check("{i8, {i8, i8}} @f()", body, &[], "= { 0, { 7, 0 } }");
    let body = "  %v = insertelement <2 x i8> zeroinitializer, i8 7, i64 1\n  \
                %w = shufflevector <2 x i8> %v, <2 x i8> <i8 8, i8 9>, <3 x i32> <i32 1, i32 3, i32 0>\n  \
                ret <3 x i8> %w";
    check("<3 x i8> @f()", body, &[], "= { 7, 9, 0 }");
}

#[test]
fn getelementptr_counts_bytes() {
    let offset = |ty: &str, indices: &str, expected: &str| {
        let body = format!(
            "  %p = getelementptr {ty}, ptr null, {indices}\n  %r = ptrtoint ptr %p to i64\n  ret i64 %r"
        );
        check("i64 @f()", &body, &[], &format!("= {expected}"));
    };
    offset("i32", "i64 3", "12");
    offset("{i8, i32}", "i64 1, i32 1", "12");
    offset("<{i8, i32}>", "i64 1, i32 1", "6");
    offset("[4 x i16]", "i64 0, i64 3", "6");
    offset("{i32, {[5 x i8], i64}}", "i64 2, i32 1, i32 1", "64");
    offset("i8", "i8 -1", "-1");
    let body = "  %p = getelementptr i32, ptr null, <2 x i64> <i64 1, i64 2>\n  \
                %n = ptrtoint <2 x ptr> %p to <2 x i64>\n  ret <2 x i64> %n";
    check("<2 x i64> @f()", body, &[], "= { 4, 8 }");
}

#[test]
fn overflow_is_told() {
    let check = |name: &str, a, b, expected: &str| {
        let body = format!(
            "  %r = call {{i8, i1}} @llvm.{name}.with.overflow.i8(i8 %a, i8 %b)\n  ret {{i8, i1}} %r"
        );
        check("{i8, i1} @f(i8 %a, i8 %b)", &body, &[a, b], expected);
    };
    check("smul", "16", "8", "= { -128, true }");
    check("smul", "16", "7", "= { 112, false }");
    check("umul", "16", "16", "= { 0, true }");
    check("sadd", "127", "1", "= { -128, true }");
    check("uadd", "127", "1", "= { -128, false }");
    check("ssub", "-128", "1", "= { 127, true }");
    check("usub", "0", "1", "= { -1, true }");
}

#[test]
fn intrinsics_on_whole_numbers() {
    value("call i8 @llvm.umax.i8(i8 -1, i8 1)", "-1");
    value("call i8 @llvm.smax.i8(i8 -1, i8 1)", "1");
    value("call i8 @llvm.uadd.sat.i8(i8 200, i8 100)", "-1");
    value("call i8 @llvm.sadd.sat.i8(i8 100, i8 100)", "127");
    value("call i8 @llvm.ctpop.i8(i8 7)", "3");
    value("call i8 @llvm.ctlz.i8(i8 1, i1 false)", "7");
    value("call i8 @llvm.bitreverse.i8(i8 1)", "-128");
    value("call i8 @llvm.fshl.i8(i8 1, i8 -128, i8 1)", "3");
    value("call i8 @llvm.fshr.i8(i8 1, i8 0, i8 9)", "-128");
    value("call i8 @llvm.scmp.i8.i32(i32 -1, i32 1)", "-1");
    value("call i8 @llvm.ucmp.i8.i32(i32 -1, i32 1)", "1");
    value("call i8 @llvm.abs.i8(i8 -5, i1 false)", "5");
    value(
        "call i8 @llvm.fptosi.sat.i8.f64(double 0x7FF0000000000000)",
        "127",
    );
    value("call i8 @llvm.fptoui.sat.i8.f64(double -1.0)", "0");
    value(
        "call i8 @llvm.vector.reduce.add.v3i8(<3 x i8> <i8 1, i8 2, i8 3>)",
        "6",
    );
    value(
        "call i8 @llvm.vector.reduce.umax.v3i8(<3 x i8> <i8 1, i8 -2, i8 3>)",
        "-2",
    );
    value("call i8 @llvm.expect.i8(i8 3, i8 4)", "3");
}

#[test]
fn intrinsics_on_floats() {
    let float = |call: &str, a, expected: &str| {
        let body = format!("  %r = call double @llvm.{call}\n  ret double %r");
        check(
            "double @f(double %a)",
            &body,
            &[a],
            &format!("= {expected}"),
        );
    };
    float("fabs.f64(double %a)", "-1.5", "1.5");
    float("sqrt.f64(double %a)", "2", "1.4142135623730951");
    float("floor.f64(double %a)", "-1.5", "-2.0");
    float("ceil.f64(double %a)", "-1.5", "-1.0");
    float("trunc.f64(double %a)", "-1.5", "-1.0");
    float("round.f64(double %a)", "-2.5", "-3.0");
    float("roundeven.f64(double %a)", "-2.5", "-2.0");
    float("copysign.f64(double %a, double -0.0)", "1.5", "-1.5");
    float("fma.f64(double %a, double 2.0, double 1.0)", "1.5", "4.0");
    float("minnum.f64(double %a, double 2.0)", "nan", "2.0");
    float("maxnum.f64(double %a, double 2.0)", "1", "2.0");
    float("minimum.f64(double %a, double 2.0)", "nan", "NaN");
    float("minimum.f64(double 2.0, double %a)", "nan", "NaN");
    float("maximum.f64(double %a, double -0.0)", "0", "0.0");
    let body = "  %r = call i1 @llvm.is.fpclass.f64(double %a, i32 516)\n  ret i1 %r";
    check("i1 @f(double %a)", body, &["inf"], "= true");
    check("i1 @f(double %a)", body, &["-inf"], "= true");
    check("i1 @f(double %a)", body, &["1"], "= false");
}

#[test]
fn atomics_in_one_thread() {
    let body = |op: &str| {
        format!(
            "  %p = alloca i8\n  store atomic i8 %a, ptr %p release, align 1\n  \
             %o = atomicrmw {op} ptr %p, i8 %b seq_cst\n  fence acquire\n  \
             %r = load atomic i8, ptr %p acquire, align 1\n  ret i8 %r"
        )
    };
    for (op, expected) in [
        ("xchg", "3"),
        ("add", "8"),
        ("sub", "2"),
        ("and", "1"),
        ("nand", "-2"),
        ("or", "7"),
        ("xor", "6"),
        ("max", "5"),
        ("min", "3"),
        ("umax", "5"),
        ("umin", "3"),
        ("uinc_wrap", "0"),
        ("udec_wrap", "3"),
        ("usub_cond", "2"),
        ("usub_sat", "2"),
    ] {
        let expected = format!("= {expected}");
        check("i8 @f(i8 %a, i8 %b)", &body(op), &["5", "3"], &expected);
    }
    let body = "  %p = alloca i8\n  store i8 5, ptr %p\n  \
                %c = cmpxchg ptr %p, i8 %a, i8 7 acq_rel monotonic\n  \
                %r = load i8, ptr %p\n  %s = insertvalue {{i8, i1}, i8} undef, {i8, i1} %c, 0\n  \
                %t = insertvalue {{i8, i1}, i8} %s, i8 %r, 1\n  ret {{i8, i1}, i8} %t";
    check(
        "{{i8, i1}, i8} @f(i8 %a)",
        body,
        &["5"],
        "= { { 5, true }, 7 }",
    );
    check(
        "{{i8, i1}, i8} @f(i8 %a)",
        body,
        &["6"],
        "= { { 5, false }, 5 }",
    );
    let body = "  %p = alloca i8\n  \
                %c = cmpxchg weak ptr %p, i8 1, i8 7 acq_rel monotonic\n  ret i8 0";
    check("i8 @f()", body, &[], "UB: `cmpxchg` compares undef");
}

#[test]
fn phis_choose_all_at_once() {
    // The two are exchanged: each takes the other's old value.
    let body = "\
start:
  br label %loop
loop:
  %a = phi i8 [ 1, %start ], [ %b, %loop ]
  %b = phi i8 [ 2, %start ], [ %a, %loop ]
  %i = phi i8 [ 0, %start ], [ %j, %loop ]
  %j = add i8 %i, 1
  %done = icmp eq i8 %j, %n
  br i1 %done, label %end, label %loop
end:
  %r = mul i8 %a, 10
  %s = add i8 %r, %b
  ret i8 %s";
    check("i8 @f(i8 %n)", body, &["1"], "= 12");
    check("i8 @f(i8 %n)", body, &["2"], "= 21");
    check("i8 @f(i8 %n)", body, &["3"], "= 12");
}

#[test]
fn what_is_no_valid_ir_is_said_and_does_not_panic() {
    for (body, expected) in [
        ("  ret i8 %x", "invalid: `%x` is used, but never defined"),
        (
            "  br label %b\na:\n  %x = add i8 1, 1\n  br label %b\nb:\n  ret i8 %x",
            "invalid: `%x` has no value here: its definition hasn't run",
        ),
        (
            "  %x = add i8 1, 1",
            "invalid: a block ends without an instruction that says where to go",
        ),
        (
            "  %x = extractvalue {i8} {i8 1}, 3\n  ret i8 0",
            "invalid: there is no field of this number",
        ),
        (
            "  br label %nowhere",
            "invalid: there is no block of this label",
        ),
        (
            "  br label %a\na:\n  %x = phi i8 [ 1, %b ]\n  ret i8 %x\nb:\n  br label %a",
            "invalid: this phi has no value for `%0`, from where the run comes",
        ),
        (
            "  %x = add i8 1, 1\n  %y = add i16 %x, 1\n  ret i8 0",
            "invalid: an operand isn't of the type that is written before it",
        ),
    ] {
        check("i8 @f()", body, &[], expected);
    }
}
