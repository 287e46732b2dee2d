//! No run takes forever, all memory, or the host's stack.

use crate::kit::tell;
use linkface_ir::Module;
use linkface_ir::run::{Limits, Machine};
use std::fmt::Write as _;

#[track_caller]
fn check(text: &str, expected: &str) {
    let modules = [Module::new(text)];
    let limits = Limits {
        steps: 100_000,
        depth: 5000,
        memory: 1 << 20,
    };
    let mut machine = Machine::new(&modules, limits);
    assert_eq!(tell(&machine.call("f", Vec::new())), expected);
}

#[test]
fn loops_end() {
    check(
        "define void @f() {\n  br label %a\na:\n  br label %a\n}",
        "steps: it took more than 100000 steps",
    );
    check(
        "define void @f() {\n  br label %a\na:\n  %x = phi i8 [ 0, %0 ], [ %x, %a ]\n  br label %a\n}",
        "steps: it took more than 100000 steps",
    );
}

#[test]
fn recursion_ends() {
    check(
        "define void @f() {\n  call void @f()\n  ret void\n}",
        "depth: more than 5000 calls inside of each other",
    );
}

#[test]
fn memory_ends() {
    let full = "memory: the program uses more than 1048576 bytes of memory";
    check(
        "define void @f() {\n  %p = alloca [1048577 x i8]\n  ret void\n}",
        full,
    );
    check(
        "define void @f() {\n  br label %a\na:\n  %p = alloca i64\n  br label %a\n}",
        full,
    );
    check(
        "define void @f() {\n  %p = alloca i64, i64 -1\n  ret void\n}",
        full,
    );
    check(
        "@g = global [18446744073709551615 x i8] zeroinitializer\n\
         define void @f() {\n  store i8 0, ptr @g\n  ret void\n}",
        full,
    );
}

#[test]
fn large_values_are_refused() {
    let expected = "unsupported: a value of more than 65536 fields isn't run";
    check(
        "define [1000000 x i8] @f() {\n  ret [1000000 x i8] zeroinitializer\n}",
        expected,
    );
    check(
        "define [99999999 x {}] @f() {\n  ret [99999999 x {}] undef\n}",
        expected,
    );
    check(
        "define i256 @f() {\n  ret i256 1\n}",
        "unsupported: i256: integers of more than 128 bits aren't run",
    );
    check(
        "define <vscale x 2 x i8> @f() {\n  ret <vscale x 2 x i8> zeroinitializer\n}",
        "unsupported: vectors whose length depends on the machine (`vscale`) aren't run",
    );
}

#[test]
fn what_is_made_of_itself_is_refused() {
    check(
        "%T = type { %T, %T }\ndefine void @f() {\n  %p = alloca %T\n  ret void\n}",
        "unsupported: a type is nested too deeply, or made of itself",
    );
    check(
        "@a = alias i8, ptr @b\n@b = alias i8, ptr @a\n\
         define void @f() {\n  store i8 0, ptr @a\n  ret void\n}",
        "invalid: an alias is made of itself",
    );
    check(
        "@a = alias i8, getelementptr (i8, ptr @a, i64 1)\n\
         define void @f() {\n  store i8 0, ptr @a\n  ret void\n}",
        "invalid: an alias is made of itself",
    );
}

#[test]
fn types_of_types_of_types_take_no_time() {
    let types = (1..60).map(|nth| {
        let inner = nth - 1;
        format!("%T{nth} = type {{ %T{inner}, %T{inner} }}\n")
    });
    let mut text = String::from("%T0 = type { i8, i8 }\n");
    text.extend(types);
    text.push_str("define void @f() {\n  %p = getelementptr %T59, ptr null, i64 1\n  ret void\n}");
    check(&text, "= void");
}

#[test]
fn instructions_that_take_long_count_for_many() {
    let times = |setup: &str, body: &str| {
        let text = format!(
            "declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)\n\
             define void @f() {{\n{setup}  br label %a\na:\n  \
             %n = phi i32 [ 0, %0 ], [ %m, %b ]\n{body}  br label %b\nb:\n  \
             %m = add i32 %n, 1\n  %c = icmp eq i32 %m, 2000\n  \
             br i1 %c, label %end, label %a\nend:\n  ret void\n}}\n"
        );
        check(&text, "steps: it took more than 100000 steps");
    };
    let memory = "  %p = alloca [500000 x i8]\n";
    times(
        memory,
        "  call void @llvm.memset.p0.i64(ptr %p, i8 0, i64 500000, i1 false)\n",
    );
    times(
        "",
        "  %e = extractelement <60000 x i8> zeroinitializer, i32 1\n",
    );
    let mut cases = String::new();
    for case in 0..5000 {
        let _ = writeln!(cases, "    i32 {case}, label %b");
    }
    times(
        "",
        &format!("  switch i32 -1, label %b [\n{cases}  ]\ndead:\n"),
    );
}
