//! What has no C type: every mistake, with what to write instead.

use crate::{board, written};
use linkface_graph::header::header;

#[track_caller]
fn check(signature: &str, types: &str, expected: &[&str]) {
    let problems = written(&[signature], types).expect_err("no header");
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, expected);
}

#[test]
fn types_that_c_does_not_have() {
    check(
        "pub fn send(text: &str, bytes: &mut [u8]) -> (u8, u8)",
        "",
        &[
            "C has no type for `&str` (parameter `text` of `board::send`): take a `*const c_char` \
             that ends with a zero, or a pointer and a length",
            "C has no type for `&mut [u8]` (parameter `bytes` of `board::send`): take a pointer to \
             the first element, and the length as a `usize`",
            "C has no type for `(u8, u8)` (the result of `board::send`): declare a `#[repr(C)]` \
             struct for it",
        ],
    );
    for (of, why) in [
        (
            "u128",
            "C has no type for `u128` (parameter `of` of `board::take`): take two `u64`",
        ),
        (
            "char",
            "C has no type for `char` (parameter `of` of `board::take`): take a `u32`, and check it",
        ),
        (
            "Option<u8>",
            "C has no type for `Option<u8>` (parameter `of` of `board::take`): only references, \
             `NonNull`, `NonZero` and function pointers can be optional in C",
        ),
        (
            "[u8; 4]",
            "C has no type for `[u8; 4]` (parameter `of` of `board::take`): pass a pointer to the \
             array: C passes none by value",
        ),
        (
            "Mac",
            "C has no type for `Mac` (parameter `of` of `board::take`): pass a pointer to the \
             array: C passes none by value",
        ),
        (
            "fn(u8)",
            "C has no type for `fn(u8)` (parameter `of` of `board::take`): write `extern \"C\" fn`: \
             only that has C's ABI",
        ),
        (
            "other::Thing",
            "`other::Thing` isn't declared in the façade (parameter `of` of `board::take`): declare \
             it there, as a `#[repr(C)]` type, or take a pointer to it",
        ),
        (
            "&[u8; N]",
            "the length of `[u8; N]` isn't known here (parameter `of` of `board::take`): write a \
             number above 0, or a constant of the façade that is one",
        ),
        (
            "&AtomicU32",
            "C has no type for `AtomicU32` (parameter `of` of `board::take`): declare functions \
             that read and write it: C99 and C++ share no atomics",
        ),
    ] {
        check(
            &format!("pub fn take(of: {of})"),
            "type Mac = [u8; 6];",
            &[why],
        );
    }
}

#[test]
fn types_of_the_facade() {
    for (types, why) in [
        (
            "struct T { a: u8 }",
            "`T` isn't `#[repr(C)]`, so its layout is rustc's own (parameter `of` of \
             `board::take`): write `#[repr(C)]` above `T`, or take a pointer to it",
        ),
        (
            "#[repr(C)] struct T { a: Inner } #[repr(C)] struct Inner { text: String }",
            "C has no type for `String` (field `text` of `Inner`, in field `a` of `T`, in parameter \
             `of` of `board::take`): take a pointer, and a length where there is one",
        ),
        (
            "#[repr(C, align(16))] struct T { a: u8 }",
            "C99 cannot say `align`, which `T` is (parameter `of` of `board::take`): take a pointer \
             to a struct that isn't `#[repr(C)]`: C won't look into it",
        ),
        (
            "#[repr(C)] struct T<A> { a: A }",
            "C has no type for the generic `T` (parameter `of` of `board::take`): declare a struct \
             with the types that are meant",
        ),
        (
            "enum T { A, B }",
            "`T` has no `#[repr]`, so its size is rustc's own choice (parameter `of` of \
             `board::take`): write `#[repr(C)]` or `#[repr(u8)]` above `T`",
        ),
        (
            "#[repr(C)] enum T { A(u8) }",
            "C has no type for `T` (parameter `of` of `board::take`): take a pointer to it, or \
             declare a `#[repr(C)]` struct with a tag",
        ),
        (
            "#[repr(C)] struct T { #[cfg(unix)] a: u8 }",
            "a header is the same for every target and feature, so nothing in it can be under a \
             `cfg` (field `a` of `T`, in parameter `of` of `board::take`): take the `cfg` away, or \
             put it around two types with different names",
        ),
        (
            "#[cfg(unix)] type T = u8; #[cfg(not(unix))] type T = u16;",
            "the façade has more than one type `T`, and a header has one (parameter `of` of \
             `board::take`): give them different names",
        ),
        (
            "#[repr(transparent)] struct T(*mut T);",
            "`T` is made of itself, which C cannot write (the field of `T`, in parameter `of` of \
             `board::take`): put a `#[repr(C)]` struct between",
        ),
        (
            "#[repr(C)] struct T { a: Inner } type Inner = T;",
            "`T` is made of itself, which C cannot write (alias `Inner`, in field `a` of `T`, in \
             parameter `of` of `board::take`): put a `#[repr(C)]` struct between",
        ),
    ] {
        check("pub fn take(of: T)", types, &[why]);
    }
}

/// What C may look into has to be defined, though nobody passes it by value.
#[test]
fn behind_a_pointer() {
    check(
        "pub fn take(of: &T)",
        "#[repr(C)] pub struct T {\n    text: &'static str,\n}",
        &[
            "C has no type for `&str` (field `text` of `T`): take a `*const c_char` that ends with a \
           zero, or a pointer and a length",
        ],
    );
}

#[test]
fn whole_items() {
    check(
        "pub async fn wait()",
        "",
        &[
            "C cannot wait for an `async fn` (in `board::wait`): take a callback and its `*mut c_void`",
        ],
    );
    check(
        "pub fn broken(",
        "",
        &[
            "`pub fn broken(` cannot be read: cannot parse string into token stream (in \
           `board::broken`): write the signature without macros",
        ],
    );
    let problems = header(&board(), &[], &[]).expect_err("no header");
    assert_eq!(
        problems[0].to_string(),
        "`board` declares nothing that C can use (functions need `abi = \"C\"` and a `symbol`, \
         statics a `symbol`): write `#[interface(abi = \"C\", symbol = unsafe(\"the_name\"))]`"
    );
}

#[test]
fn source_that_is_not_rust() {
    let problems = written(&["pub fn f()"], "fn {").expect_err("no header");
    let place = problems[0].place.as_ref().expect("a place");
    assert_eq!((place.line, place.column), (1, 4));
    assert!(problems[0].message.starts_with("this is not Rust"));
}
