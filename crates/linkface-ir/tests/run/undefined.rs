//! What has no meaning: undefined behaviour, and poison that is used.

use crate::kit::{binary, check, module};

const OVERFLOWS: &str = "because `add nsw` of 127 and 1 overflows";

#[test]
fn branches_look_at_poison() {
    let body = "  %p = add nsw i8 %a, 1\n  %c = icmp sgt i8 %p, 0\n  \
                br i1 %c, label %x, label %y\nx:\n  ret i8 1\ny:\n  ret i8 2";
    check("i8 @f(i8 %a)", body, &["1"], "= 1");
    check(
        "i8 @f(i8 %a)",
        body,
        &["127"],
        &format!("UB: `br` on poison, {OVERFLOWS}"),
    );
    let body = "  %p = add nsw i8 %a, 1\n  switch i8 %p, label %x [ i8 2, label %y ]\n\
                x:\n  ret i8 1\ny:\n  ret i8 2";
    check("i8 @f(i8 %a)", body, &["1"], "= 2");
    check(
        "i8 @f(i8 %a)",
        body,
        &["127"],
        &format!("UB: `switch` on poison, {OVERFLOWS}"),
    );
}

#[test]
fn addresses_are_looked_at() {
    let load = "  %r = load i8, ptr poison\n  ret i8 %r";
    let why = "because `poison` is written here";
    check(
        "i8 @f()",
        load,
        &[],
        &format!("UB: `load` through a poison pointer, {why}"),
    );
    let store = "  store i8 1, ptr poison\n  ret i8 1";
    check(
        "i8 @f()",
        store,
        &[],
        &format!("UB: `store` through a poison pointer, {why}"),
    );
    let call = "  %r = call i8 poison()\n  ret i8 %r";
    check(
        "i8 @f()",
        call,
        &[],
        &format!("UB: `call` through a poison pointer, {why}"),
    );
    let null = "  %r = load i8, ptr null\n  ret i8 %r";
    check("i8 @f()", null, &[], "UB: `load` through a null pointer");
    let undef = "  %r = load i8, ptr undef\n  ret i8 %r";
    check("i8 @f()", undef, &[], "UB: `load` through an undef pointer");
}

#[test]
fn divisors_are_looked_at() {
    for word in ["udiv", "sdiv", "urem", "srem"] {
        binary(word, "1", "0", &format!("UB: `{word}` by zero"));
        binary(word, "poison", "0", &format!("UB: `{word}` by zero"));
        let by = format!("UB: `{word}` by poison, because `poison` is an argument");
        binary(word, "1", "poison", &by);
        binary(word, "1", "undef", &format!("UB: `{word}` by undef"));
    }
    binary("sdiv", "-128", "-1", "UB: `sdiv` overflows");
    binary("srem", "-128", "-1", "UB: `srem` overflows");
    binary("sdiv", "-128", "1", "= -128");
    let vector = "  %v = udiv <2 x i8> <i8 1, i8 1>, <i8 1, i8 0>\n  ret i8 0";
    check("i8 @f()", vector, &[], "UB: `udiv` by zero");
}

#[test]
fn unreachable_is_not_reached() {
    let body = "  br i1 %c, label %a, label %b\na:\n  ret i8 1\nb:\n  unreachable";
    check("i8 @f(i1 %c)", body, &["true"], "= 1");
    check(
        "i8 @f(i1 %c)",
        body,
        &["false"],
        "UB: `unreachable` was reached",
    );
}

#[test]
fn assumptions_are_true() {
    let body = "  call void @llvm.assume(i1 %c)\n  ret i8 1";
    check("i8 @f(i1 %c)", body, &["true"], "= 1");
    check(
        "i8 @f(i1 %c)",
        body,
        &["false"],
        "UB: `llvm.assume` of what is false",
    );
    check(
        "i8 @f(i1 %c)",
        body,
        &["undef"],
        "UB: `llvm.assume` of undef",
    );
    check(
        "i8 @f(i1 %c)",
        body,
        &["poison"],
        "UB: `llvm.assume` of poison, because `poison` is an argument",
    );
    let body = "  call void @llvm.assume(i1 true) [ \"nonnull\"(ptr %p) ]\n  ret i8 1";
    check(
        "i8 @f(ptr %p)",
        body,
        &["null"],
        "UB: `llvm.assume` with `nonnull` of null",
    );
    let body = "  call void @llvm.assume(i1 true) [ \"align\"(ptr %p, i64 8) ]\n  ret i8 1";
    check("i8 @f(ptr %p)", body, &["0x10"], "= 1");
    check(
        "i8 @f(ptr %p)",
        body,
        &["0x14"],
        "UB: `llvm.assume` with `align` of an address that isn't",
    );
}

#[test]
fn noundef_is_neither_poison_nor_undef() {
    let signature = "i8 @f(i8 noundef %a)";
    check(signature, "  ret i8 0", &["1"], "= 0");
    check(
        signature,
        "  ret i8 0",
        &["undef"],
        "UB: argument 1 is undef, and `noundef`",
    );
    check(
        signature,
        "  ret i8 0",
        &["poison"],
        "UB: argument 1 is poison, and `noundef`, because `poison` is an argument",
    );
    let returns = "noundef i8 @f(i8 %a)";
    check(
        returns,
        "  ret i8 %a",
        &["undef"],
        "UB: the result is undef, and `noundef`",
    );
    let call = "  call void @g(i8 noundef %a)\n  ret i8 0";
    let g = "define void @g(i8 %a) {\n  ret void\n}";
    module(
        g,
        "i8 @f(i8 %a)",
        call,
        &["undef"],
        "UB: argument 1 is undef, and `noundef`",
    );
    let result = "  %r = call noundef i8 @g()\n  ret i8 0";
    let g = "define i8 @g() {\n  ret i8 undef\n}";
    module(
        g,
        "i8 @f()",
        result,
        &[],
        "UB: the result is undef, and `noundef`",
    );
    let load = "  %p = alloca i8\n  %r = load i8, ptr %p, !noundef !0\n  ret i8 %r";
    module(
        "!0 = !{}",
        "i8 @f()",
        load,
        &[],
        "UB: what is loaded is undef, and `noundef`",
    );
}

#[test]
fn broken_promises_that_are_noundef_are_undefined() {
    check(
        "i8 @f(ptr noundef nonnull %p)",
        "  ret i8 0",
        &["null"],
        "UB: argument 1 is poison, and `noundef`, because argument 1 is null, but promised to be \
         `nonnull`",
    );
    check(
        "i8 @f(i8 noundef range(i8 0, 2) %a)",
        "  ret i8 0",
        &["7"],
        "UB: argument 1 is poison, and `noundef`, because argument 1 is 7, outside of the promised \
         range(0, 2)",
    );
}

#[test]
fn dereferenceable_memory_is_there() {
    let signature = "i8 @f(ptr dereferenceable(4) %p)";
    check(signature, "  ret i8 0", &["[1u8, 2, 3, 4]"], "= 0");
    check(
        signature,
        "  ret i8 0",
        &["[1u8, 2, 3]"],
        "UB: argument 1 isn't dereferenceable(4)",
    );
    check(
        signature,
        "  ret i8 0",
        &["null"],
        "UB: argument 1 isn't dereferenceable(4)",
    );
    let or_null = "i8 @f(ptr dereferenceable_or_null(4) %p)";
    check(or_null, "  ret i8 0", &["null"], "= 0");
}

#[test]
fn functions_that_never_return_do_not() {
    let g = "define void @g() noreturn {\n  ret void\n}";
    let body = "  call void @g()\n  ret i8 0";
    module(
        g,
        "i8 @f()",
        body,
        &[],
        "UB: a function that is `noreturn` returns",
    );
}

#[test]
fn what_is_called_is_a_function_of_this_type() {
    let body = "  %r = call i8 %p()\n  ret i8 %r";
    let f = "i8 @f(ptr %p)";
    check(f, body, &["null"], "UB: a call of a null pointer");
    check(
        f,
        body,
        &["[1]"],
        "UB: a call of the memory of argument 1, which is no function",
    );
    check(
        f,
        body,
        &["0x1234"],
        "UB: a call of 0x1234, where no function is",
    );
    let g = "define i8 @g(i8 %a) {\n  ret i8 %a\n}";
    module(
        g,
        f,
        body,
        &["@g"],
        "UB: `@g` takes 1 arguments, and gets 0",
    );
    let body = "  %r = call i8 %p(i16 1)\n  ret i8 %r";
    module(
        g,
        f,
        body,
        &["@g"],
        "UB: argument 1 of `@g` is of another type than its parameter",
    );
    let body = "  %r = call i8 %p(i8 1)\n  ret i8 %r";
    module(g, f, body, &["@g"], "= 1");
}

#[test]
fn the_way_of_poison_is_told() {
    let text = "\
define i8 @f(i8 %a) {
  %p = add nsw i8 %a, 1
  %q = select i1 true, i8 %p, i8 0
  %c = icmp eq i8 %q, 0
  br i1 %c, label %x, label %x
x:
  ret i8 1
}
";
    let linkface_ir::run::Outcome::Undefined(undefined) = crate::kit::outcome(text, &["127"])
    else {
        panic!("poison was looked at");
    };
    let here = |site: linkface_ir::run::Site| site.span.of(text);
    assert_eq!(here(undefined.site), "br i1 %c, label %x, label %x");
    let poison = undefined.poison.unwrap();
    assert_eq!(here(poison.origin().0), "%p = add nsw i8 %a, 1");
    let way: Vec<&str> = poison.way().into_iter().map(here).collect();
    assert_eq!(
        way,
        ["%q = select i1 true, i8 %p, i8 0", "%c = icmp eq i8 %q, 0"]
    );
}
