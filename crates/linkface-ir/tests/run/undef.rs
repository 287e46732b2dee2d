//! `undef`: bits that nobody wrote.

use crate::kit::check;

#[test]
fn memory_that_nobody_wrote_is_undef() {
    let body = "  %p = alloca i32\n  %r = load i32, ptr %p\n  ret i32 %r";
    check("i32 @f()", body, &[], "= undef");
    let body = "  %p = alloca i16\n  store i8 1, ptr %p\n  %r = load i16, ptr %p\n  ret i16 %r";
    check("i16 @f()", body, &[], "= 0b????????00000001");
}

#[test]
fn padding_is_undef() {
    let body = "  %p = alloca {i8, i16}, align 4\n  store {i8, i16} {i8 1, i16 2}, ptr %p\n  \
                %r = load i32, ptr %p\n  ret i32 %r";
    check(
        "i32 @f()",
        body,
        &[],
        "= 0b0000000000000010????????00000001",
    );
}

#[test]
fn looking_at_it_is_undefined() {
    let body = "  br i1 undef, label %a, label %a\na:\n  ret i8 0";
    check("i8 @f()", body, &[], "UB: `br` on undef");
    let body = "  switch i8 undef, label %a [ ]\na:\n  ret i8 0";
    check("i8 @f()", body, &[], "UB: `switch` on undef");
    let body = "  %c = icmp ult i8 undef, 5\n  br i1 %c, label %a, label %a\na:\n  ret i8 0";
    check("i8 @f()", body, &[], "UB: `br` on undef");
}

#[test]
fn every_use_may_be_another_value() {
    check(
        "i8 @f()",
        "  %r = xor i8 undef, undef\n  ret i8 %r",
        &[],
        "= undef",
    );
    check(
        "i8 @f(i8 %a)",
        "  %r = sub i8 %a, %a\n  ret i8 %r",
        &["undef"],
        "= undef",
    );
}

#[test]
fn freeze_makes_it_one_value() {
    let body = "  %b = freeze i8 %a\n  %r = sub i8 %b, %b\n  ret i8 %r";
    check("i8 @f(i8 %a)", body, &["undef"], "= 0");
    let body = "  %b = freeze i1 %a\n  br i1 %b, label %x, label %x\nx:\n  ret i8 1";
    check("i8 @f(i1 %a)", body, &["undef"], "= 1");
}

#[test]
fn bits_that_cannot_matter_do_not() {
    check(
        "i8 @f()",
        "  %r = and i8 undef, 15\n  ret i8 %r",
        &[],
        "= 0b0000????",
    );
    check(
        "i8 @f()",
        "  %r = or i8 undef, -1\n  ret i8 %r",
        &[],
        "= -1",
    );
    check("i8 @f()", "  %r = and i8 undef, 0\n  ret i8 %r", &[], "= 0");
    let body = "  %p = alloca i16\n  store i8 7, ptr %p\n  %w = load i16, ptr %p\n  \
                %r = trunc i16 %w to i8\n  ret i8 %r";
    check("i8 @f()", body, &[], "= 7");
    let body = "  %m = and i8 undef, -2\n  %r = icmp eq i8 %m, 1\n  ret i1 %r";
    check("i1 @f()", body, &[], "= false");
}

#[test]
fn a_select_by_it_is_one_of_the_two() {
    check(
        "i8 @f()",
        "  %r = select i1 undef, i8 5, i8 5\n  ret i8 %r",
        &[],
        "= 5",
    );
    check(
        "i8 @f()",
        "  %r = select i1 undef, i8 4, i8 5\n  ret i8 %r",
        &[],
        "= 0b0000010?",
    );
}
