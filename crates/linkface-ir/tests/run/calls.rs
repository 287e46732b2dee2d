//! Calls, returns, panics, and what isn't there.

use crate::kit::{check, module, outcome, tell};
use linkface_ir::Module;
use linkface_ir::run::{Limits, Machine, Outcome, Value};

#[test]
fn functions_call_each_other() {
    let items = "define i32 @fact(i32 %n) {\n  %z = icmp eq i32 %n, 0\n  br i1 %z, label %a, label %b\n\
                 a:\n  ret i32 1\nb:\n  %m = sub i32 %n, 1\n  %f = call i32 @fact(i32 %m)\n  \
                 %r = mul i32 %n, %f\n  ret i32 %r\n}";
    let body = "  %r = call i32 @fact(i32 %n)\n  ret i32 %r";
    module(items, "i32 @f(i32 %n)", body, &["5"], "= 120");
}

#[test]
fn pointers_to_functions_are_called() {
    let items = "@table = constant [2 x ptr] [ptr @one, ptr @two]\n\
                 define i8 @one() {\n  ret i8 1\n}\ndefine i8 @two() {\n  ret i8 2\n}";
    let body = "  %p = getelementptr ptr, ptr @table, i64 %n\n  %f = load ptr, ptr %p\n  \
                %r = call i8 %f()\n  ret i8 %r";
    module(items, "i8 @f(i64 %n)", body, &["1"], "= 2");
}

#[test]
fn invoke_goes_on_where_it_returns() {
    let items = "define i8 @g() {\n  ret i8 3\n}\ndeclare i32 @personality(...)";
    let body = "  %x = invoke i8 @g() to label %ok unwind label %bad\nok:\n  ret i8 %x\n\
                bad:\n  %l = landingpad { ptr, i32 } cleanup\n  resume { ptr, i32 } %l";
    module(
        items,
        "i8 @f() personality ptr @personality",
        body,
        &[],
        "= 3",
    );
}

#[test]
fn what_is_only_declared_is_named() {
    let items = "declare i8 @_ZN5thing4work17h0123456789abcdefE()";
    let body = "  %r = call i8 @_ZN5thing4work17h0123456789abcdefE()\n  ret i8 %r";
    let expected = "missing: it calls `thing::work`, which is not in this file";
    module(items, "i8 @f()", body, &[], expected);
}

#[test]
fn other_modules_are_looked_at() {
    let modules = [
        Module::new(
            "declare i8 @g()\n@x = external global i8\ndefine i8 @f() {\n  \
                     %a = call i8 @g()\n  %b = load i8, ptr @x\n  %r = add i8 %a, %b\n  ret i8 %r\n}",
        ),
        Module::new("@x = global i8 30\ndefine i8 @g() {\n  ret i8 4\n}"),
    ];
    let mut machine = Machine::new(&modules, Limits::default());
    let Outcome::Returned(value) = machine.call("f", Vec::new()) else {
        panic!("it returns");
    };
    assert_eq!(value.to_string(), "34");
}

#[test]
fn intrinsics_that_are_not_known_are_named() {
    let body = "  %r = call i8 @llvm.no.such.thing.i8()\n  ret i8 %r";
    check(
        "i8 @f()",
        body,
        &[],
        "unsupported: `@llvm.no.such.thing.i8` isn't run",
    );
    let body = "  call void @llvm.trap()\n  unreachable";
    check(
        "i8 @f()",
        body,
        &[],
        "ended: the program ends itself: `llvm.trap`",
    );
    let body = "  call void asm sideeffect \"nop\", \"\"()\n  ret i8 0";
    check(
        "i8 @f()",
        body,
        &[],
        "unsupported: inline assembly isn't run",
    );
}

const PANIC: &str = "\
@text = constant [5 x i8] c\"oh no\"
@file = constant [10 x i8] c\"src/lib.rs\"
@place = constant <{ ptr, [16 x i8] }> <{ ptr @file, [16 x i8] c\"\\0A\\00\\00\\00\\00\\00\\00\\00\\03\\00\\00\\00\\05\\00\\00\\00\" }>
declare void @_ZN4core9panicking5panic17ha338a74a5d65bf6fE(ptr, i64, ptr) noreturn
declare void @_ZN4core9panicking9panic_fmt17ha338a74a5d65bf6fE(ptr, ptr, ptr) noreturn
declare void @_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_bounds_check(i64, i64, ptr) noreturn
declare void @_RNvNtNtCsgEmfK2I1SDS_4core9panicking11panic_const24panic_const_mul_overflow(ptr) noreturn";

#[test]
fn panics_say_what_the_program_would() {
    let run = |call: &str, message: &str| {
        let text = format!("{PANIC}\ndefine void @f() {{\n  call void {call}\n  unreachable\n}}");
        let found = outcome(&text, &[]);
        assert_eq!(tell(&found), format!("panic: {message}"));
        let Outcome::Panicked(panic) = found else {
            unreachable!("it was told so");
        };
        assert_eq!(panic.place.as_deref(), Some("src/lib.rs:3:5"));
    };
    run(
        "@_ZN4core9panicking5panic17ha338a74a5d65bf6fE(ptr @text, i64 5, ptr @place)",
        "oh no",
    );
    run(
        "@_ZN4core9panicking9panic_fmt17ha338a74a5d65bf6fE(ptr @text, ptr inttoptr (i64 11 to ptr), ptr @place)",
        "oh no",
    );
    run(
        "@_RNvNtCsgEmfK2I1SDS_4core9panicking18panic_bounds_check(i64 7, i64 3, ptr @place)",
        "index out of bounds: the len is 3 but the index is 7",
    );
    run(
        "@_RNvNtNtCsgEmfK2I1SDS_4core9panicking11panic_const24panic_const_mul_overflow(ptr @place)",
        "attempt to multiply with overflow",
    );
}

#[test]
fn the_calls_that_led_there_are_told() {
    let text =
        "define void @g() {\n  unreachable\n}\ndefine void @f() {\n  call void @g()\n  ret void\n}";
    let Outcome::Undefined(undefined) = outcome(text, &[]) else {
        panic!("it is undefined");
    };
    assert_eq!(undefined.site.span.of(text), "unreachable");
    let calls: Vec<&str> = undefined
        .calls
        .iter()
        .map(|site| site.span.of(text))
        .collect();
    assert_eq!(calls, ["call void @g()"]);
}

#[test]
fn a_machine_runs_again_after_an_error() {
    let modules = [Module::new(
        "define i8 @f(i8 %a) {\n  %r = udiv i8 6, %a\n  ret i8 %r\n}",
    )];
    let mut machine = Machine::new(&modules, Limits::default());
    let run = |machine: &mut Machine<'_, '_>, a| tell(&machine.call("f", vec![Value::int(8, a)]));
    assert_eq!(run(&mut machine, 0), "UB: `udiv` by zero");
    assert_eq!(run(&mut machine, 3), "= 2");
    assert_eq!(
        tell(&machine.call("g", Vec::new())),
        "missing: no function `@g` is defined here"
    );
    assert_eq!(
        tell(&machine.call("f", Vec::new())),
        "UB: `@f` takes 1 arguments, and gets 0"
    );
}

#[test]
fn a_call_fits_the_function_it_reaches() {
    let items = "define i32 @wide() {\n  ret i32 3\n}\ndefine void @none() {\n  ret void\n}\n\
                 define fastcc i8 @fast() {\n  ret i8 3\n}";
    let fails = |body: &str, expected: &str| module(items, "i8 @f()", body, &[], expected);
    fails(
        "  %r = call i8 @wide()\n  ret i8 %r",
        "UB: a call that wants i8 gets i32",
    );
    fails(
        "  %r = call i8 @none()\n  ret i8 %r",
        "UB: a call that wants i8 gets void",
    );
    fails(
        "  call void @wide()\n  ret i8 0",
        "UB: a call that wants void gets i32",
    );
    fails(
        "  %r = call i8 @fast()\n  ret i8 %r",
        "UB: `@fast` is fastcc, and called as ccc",
    );
    fails("  %r = call fastcc i8 @fast()\n  ret i8 %r", "= 3");
}
