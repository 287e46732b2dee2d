//! Objects, pointers, and what may be done with them.

use crate::kit::{check, module};

#[test]
fn accesses_stay_inside_of_their_object() {
    let body = "  %p = alloca [4 x i8]\n  %q = getelementptr i8, ptr %p, i64 %n\n  \
                store i8 7, ptr %q\n  %r = load i8, ptr %q\n  ret i8 %r";
    let signature = "i8 @f(i64 %n)";
    check(signature, body, &["3"], "= 7");
    check(
        signature,
        body,
        &["4"],
        "UB: `store` of 1 byte at offset 4 of `%p`, which has 4 bytes",
    );
    check(
        signature,
        body,
        &["-1"],
        "UB: `store` of 1 byte at offset -1 of `%p`, which has 4 bytes",
    );
    let wide = "  %p = alloca i32\n  store i64 0, ptr %p, align 4\n  ret i8 0";
    check(
        "i8 @f()",
        wide,
        &[],
        "UB: `store` of 8 bytes at offset 0 of `%p`, which has 4 bytes",
    );
}

#[test]
fn one_object_is_not_reached_from_another() {
    let body = "  %p = alloca i8\n  %q = alloca i8\n  %a = ptrtoint ptr %p to i64\n  \
                %b = ptrtoint ptr %q to i64\n  %d = sub i64 %b, %a\n  \
                %x = getelementptr i8, ptr %p, i64 %d\n  %same = icmp eq ptr %x, %q\n  \
                store i8 1, ptr %x\n  ret i8 0";
    let found = crate::kit::outcome(&format!("define i8 @f() {{\n{body}\n}}"), &[]);
    let told = crate::kit::tell(&found);
    assert!(
        told.starts_with("UB: `store` of 1 byte at offset"),
        "{told}"
    );
    assert!(told.ends_with("of `%p`, which has 1 byte"), "{told}");
}

#[test]
fn an_address_leads_back_if_it_was_given_away() {
    let body = "  %p = alloca i8\n  store i8 9, ptr %p\n  %a = ptrtoint ptr %p to i64\n  \
                %q = inttoptr i64 %a to ptr\n  %r = load i8, ptr %q\n  ret i8 %r";
    check("i8 @f()", body, &[], "= 9");
    let body = "  %q = inttoptr i64 4096 to ptr\n  %r = load i8, ptr %q\n  ret i8 %r";
    check(
        "i8 @f()",
        body,
        &[],
        "UB: `load` through 0x1000, which points to no object that it may be used for",
    );
}

#[test]
fn accesses_are_aligned() {
    let body = "  %p = alloca [8 x i8], align 4\n  %q = getelementptr i8, ptr %p, i64 %n\n  \
                store i32 1, ptr %q, align 4\n  ret i8 0";
    check("i8 @f(i64 %n)", body, &["4"], "= 0");
    check(
        "i8 @f(i64 %n)",
        body,
        &["1"],
        "UB: `store` that isn't aligned to 4",
    );
    let body = body.replace("ptr %q, align 4", "ptr %q, align 1");
    check("i8 @f(i64 %n)", &body, &["1"], "= 0");
    // More than was asked for is chance.
    let body = "  %p = alloca i8\n  store i32 0, ptr %p\n  ret i8 0";
    check(
        "i8 @f()",
        body,
        &[],
        "UB: `store` of 4 bytes at offset 0 of `%p`, which has 1 byte",
    );
}

#[test]
fn lifetimes_begin_and_end() {
    let around = |inside: &str| {
        format!(
            "  %p = alloca i8\n{}\n  call void @llvm.lifetime.start.p0(ptr %p)\n  \
             store i8 1, ptr %p\n{}\n  call void @llvm.lifetime.end.p0(ptr %p)\n{}\n  ret i8 0",
            if inside == "before" {
                "  store i8 1, ptr %p"
            } else {
                ""
            },
            if inside == "within" {
                "  %r = load i8, ptr %p\n  ret i8 %r\nnever:"
            } else {
                ""
            },
            match inside {
                "store" => "  store i8 1, ptr %p",
                "load" => "  %r = load i8, ptr %p\n  ret i8 %r\nnever:",
                _ => "",
            },
        )
    };
    let dead = "UB: `store` to `%p` before its `lifetime.start` or after its `lifetime.end`";
    check("i8 @f()", &around("before"), &[], dead);
    check("i8 @f()", &around("within"), &[], "= 1");
    check("i8 @f()", &around("store"), &[], dead);
    check(
        "i8 @f()",
        &around("load"),
        &[],
        "poison: it is loaded before `lifetime.start` or after `lifetime.end`",
    );
}

#[test]
fn what_a_function_leaves_behind_is_gone() {
    let g = "define ptr @g() {\n  %x = alloca i8\n  store i8 1, ptr %x\n  ret ptr %x\n}";
    let body = "  %p = call ptr @g()\n  %r = load i8, ptr %p\n  ret i8 %r";
    module(
        g,
        "i8 @f()",
        body,
        &[],
        "UB: `load` at offset 0 of `%x`, which is gone: its function has returned",
    );
}

#[test]
fn constants_are_not_written() {
    let items = "@c = constant i8 5\n@g = global i8 5";
    let body = "  store i8 1, ptr @c\n  ret i8 0";
    module(
        items,
        "i8 @f()",
        body,
        &[],
        "UB: `store` to `@c`, which is `constant`",
    );
    let body = "  store i8 1, ptr @g\n  %a = load i8, ptr @g\n  %b = load i8, ptr @c\n  \
                %r = add i8 %a, %b\n  ret i8 %r";
    module(items, "i8 @f()", body, &[], "= 6");
}

#[test]
fn globals_hold_what_they_are_initialised_with() {
    let items = "\
%pair = type { i8, i32 }
@text = private constant [4 x i8] c\"a\\0A\\FFz\"
@pair = global %pair { i8 1, i32 2 }
@zero = global [1000000 x i64] zeroinitializer
@list = global [2 x ptr] [ptr @pair, ptr getelementptr (i8, ptr @text, i64 2)]
@loop = global ptr @loop
@vector = global <4 x i8> <i8 1, i8 2, i8 3, i8 4>
@splat = global <4 x i8> splat (i8 9)
@other = alias i8, ptr @text
@inner = alias i8, getelementptr (i8, ptr @text, i64 3)
@elsewhere = external global i8";
    let load = |from: &str, expected: &str| {
        let body = format!("  %r = load i8, ptr {from}\n  ret i8 %r");
        module(items, "i8 @f()", &body, &[], expected);
    };
    load("@text", "= 97");
    load("getelementptr (i8, ptr @text, i64 1)", "= 10");
    load(
        "getelementptr inbounds (%pair, ptr @pair, i64 0, i32 1)",
        "= 2",
    );
    load("getelementptr (i8, ptr @pair, i64 1)", "= undef");
    load("getelementptr (i8, ptr @zero, i64 7999999)", "= 0");
    load("getelementptr (i8, ptr @vector, i64 2)", "= 3");
    load("getelementptr (i8, ptr @splat, i64 3)", "= 9");
    load("@other", "= 97");
    load("@inner", "= 122");
    load(
        "@elsewhere",
        "missing: `@elsewhere` is defined in another file: what it holds isn't known",
    );
    load("@f", "UB: `load` of the function `@f` as if it were data");
    let body = "  %p = load ptr, ptr getelementptr (i8, ptr @list, i64 8)\n  \
                %r = load i8, ptr %p\n  ret i8 %r";
    module(items, "i8 @f()", body, &[], "= -1");
    let body = "  %p = load ptr, ptr @loop\n  %c = icmp eq ptr %p, @loop\n  ret i1 %c";
    module(items, "i1 @f()", body, &[], "= true");
}

#[test]
fn copies_keep_pointers_poison_and_undef() {
    let body = "  %x = alloca i8\n  store i8 4, ptr %x\n  %a = alloca ptr\n  %b = alloca ptr\n  \
                store ptr %x, ptr %a\n  \
                call void @llvm.memcpy.p0.p0.i64(ptr %b, ptr %a, i64 8, i1 false)\n  \
                %q = load ptr, ptr %b\n  %r = load i8, ptr %q\n  ret i8 %r";
    check("i8 @f()", body, &[], "= 4");
    let through_an_integer = body.replace(
        "call void @llvm.memcpy.p0.p0.i64(ptr %b, ptr %a, i64 8, i1 false)",
        "%w = load i64, ptr %a\n  store i64 %w, ptr %b",
    );
    check("i8 @f()", &through_an_integer, &[], "= 4");
    let body = "  %a = alloca [2 x i8]\n  %b = alloca [2 x i8]\n  store i8 poison, ptr %a\n  \
                call void @llvm.memcpy.p0.p0.i64(ptr %b, ptr %a, i64 2, i1 false)\n  \
                %p = getelementptr i8, ptr %b, i64 %n\n  %r = load i8, ptr %p\n  ret i8 %r";
    check(
        "i8 @f(i64 %n)",
        body,
        &["0"],
        "poison: `poison` is written here",
    );
    check("i8 @f(i64 %n)", body, &["1"], "= undef");
}

#[test]
fn memcpy_does_not_overlap_and_memmove_may() {
    let body = |word: &str| {
        format!(
            "  %q = getelementptr i8, ptr %p, i64 %n\n  \
             call void @llvm.{word}.p0.p0.i64(ptr %q, ptr %p, i64 2, i1 false)\n  \
             %w = getelementptr i8, ptr %p, i64 2\n  %r = load i8, ptr %w\n  ret i8 %r"
        )
    };
    let f = "i8 @f(ptr %p, i64 %n)";
    let memory = "[1u8, 2, 3, 4]";
    check(f, &body("memcpy"), &[memory, "2"], "= 1");
    check(
        f,
        &body("memcpy"),
        &[memory, "1"],
        "UB: `memcpy` of 2 bytes whose source and target overlap",
    );
    check(f, &body("memmove"), &[memory, "1"], "= 2");
    // The same place is allowed.
    check(f, &body("memcpy"), &[memory, "0"], "= 3");
    check(
        f,
        &body("memmove"),
        &[memory, "3"],
        "UB: `memmove` of 2 bytes at offset 3 of the memory of argument 1, which has 4 bytes",
    );
}

#[test]
fn memset_writes_every_byte() {
    let body = "  %p = alloca i32\n  call void @llvm.memset.p0.i64(ptr %p, i8 1, i64 %n, i1 false)\n  \
                %r = load i32, ptr %p\n  ret i32 %r";
    check("i32 @f(i64 %n)", body, &["4"], "= 16843009");
    check("i32 @f(i64 %n)", body, &["0"], "= undef");
    check(
        "i32 @f(i64 %n)",
        body,
        &["5"],
        "UB: `memset` of 5 bytes at offset 0 of `%p`, which has 4 bytes",
    );
    check(
        "i32 @f(i64 %n)",
        body,
        &["poison"],
        "UB: a size is poison, because `poison` is an argument",
    );
}

#[test]
fn a_load_with_one_poison_byte_is_poison() {
    let body = "  %p = alloca i16\n  store i16 0, ptr %p\n  store i8 poison, ptr %p\n  \
                %r = load i16, ptr %p\n  ret i16 %r";
    check("i16 @f()", body, &[], "poison: `poison` is written here");
}

#[test]
fn an_allocator_of_the_program_goes_first() {
    // Fat link-time optimisation takes parameters away that are always the same.
    let items = "\
define internal ptr @_RNvCsfLfy6EI15iL_7___rustc12___rust_alloc(i64 %size) {
  %p = call ptr @malloc(i64 %size)
  store i8 7, ptr %p
  ret ptr %p
}
define internal void @_RNvCsfLfy6EI15iL_7___rustc14___rust_dealloc(ptr %p) {
  call void @free(ptr %p)
  ret void
}
declare ptr @malloc(i64)
declare void @free(ptr)
declare i32 @posix_memalign(ptr, i64, i64)";
    let body = "  %p = call ptr @_RNvCsfLfy6EI15iL_7___rustc12___rust_alloc(i64 4)
  %r = load i8, ptr %p
  call void @_RNvCsfLfy6EI15iL_7___rustc14___rust_dealloc(ptr %p)
  ret i8 %r";
    module(items, "i8 @f()", body, &[], "= 7");
    let body = "  %out = alloca ptr
  %r = call i32 @posix_memalign(ptr %out, i64 64, i64 4)
  %p = load ptr, ptr %out
  %a = ptrtoint ptr %p to i64
  %m = and i64 %a, 63
  call void @free(ptr %p)
  ret i64 %m";
    module(items, "i64 @f()", body, &[], "= 0");
}

#[test]
fn allocators_give_and_take() {
    let items = "\
declare ptr @_RNvCsfLfy6EI15iL_7___rustc12___rust_alloc(i64, i64)
declare void @_RNvCsfLfy6EI15iL_7___rustc14___rust_dealloc(ptr, i64, i64)
declare ptr @__rust_realloc(ptr, i64, i64, i64)
declare ptr @__rust_alloc_zeroed(i64, i64)
declare ptr @malloc(i64)
declare void @free(ptr)";
    let run = |body: &str, expected: &str| module(items, "i8 @f()", body, &[], expected);
    let alloc = "  %p = call ptr @_RNvCsfLfy6EI15iL_7___rustc12___rust_alloc(i64 4, i64 4)\n";
    let free = "  call void @_RNvCsfLfy6EI15iL_7___rustc14___rust_dealloc(ptr %p, i64 4, i64 4)\n";
    let ret = "  ret i8 0";
    run(&format!("{alloc}{free}{ret}"), "= 0");
    run(
        &format!("{alloc}{free}  %r = load i8, ptr %p\n  ret i8 %r"),
        "UB: `load` at offset 0 of memory of `__rust_alloc`, which is freed",
    );
    run(
        &format!("{alloc}{free}{free}{ret}"),
        "UB: memory is freed a second time",
    );
    run(
        &format!(
            "{alloc}{}{ret}",
            free.replace("i64 4, i64 4", "i64 8, i64 4")
        ),
        "UB: memory of 4 bytes, aligned to 4, is freed as 8 bytes, aligned to 4",
    );
    // As link-time optimisation leaves it.
    run(&format!("{alloc}  call void @free(ptr %p)\n{ret}"), "= 0");
    run(
        &format!("  %p = call ptr @malloc(i64 4)\n{free}{ret}"),
        "= 0",
    );
    run(
        "  %p = alloca i8\n  call void @free(ptr %p)\n  ret i8 0",
        "UB: a free of `%p`, which no allocator made",
    );
    run(
        &format!("{alloc}  %r = load i8, ptr %p\n  ret i8 %r"),
        "= undef",
    );
    run(
        "  %p = call ptr @__rust_alloc_zeroed(i64 4, i64 4)\n  %r = load i8, ptr %p\n  ret i8 %r",
        "= 0",
    );
    run(
        &format!(
            "{alloc}  store i8 5, ptr %p\n  \
             %q = call ptr @__rust_realloc(ptr %p, i64 4, i64 4, i64 100)\n  \
             %r = load i8, ptr %q\n  ret i8 %r"
        ),
        "= 5",
    );
    run(
        "  %p = call ptr @malloc(i64 1)\n  call void @free(ptr %p)\n  ret i8 0",
        "= 0",
    );
    run("  call void @free(ptr null)\n  ret i8 0", "= 0");
}

#[test]
fn byte_order_is_that_of_the_module() {
    let body = "  %p = alloca i16\n  store i16 258, ptr %p\n  %r = load i8, ptr %p\n  ret i8 %r";
    module("target datalayout = \"e\"", "i8 @f()", body, &[], "= 2");
    module("target datalayout = \"E\"", "i8 @f()", body, &[], "= 1");
}
