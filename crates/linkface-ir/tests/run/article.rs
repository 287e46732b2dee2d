//! The article's functions, and what rustc makes of their originals today.

use crate::kit::{check, outcome, tell};
use linkface_ir::run::Outcome;
use std::path::Path;
use std::process::Command;

#[test]
fn square() {
    let body = "  %1 = mul i32 %x, %x\n  ret i32 %1";
    check("i32 @f(i32 %x)", body, &["7"], "= 49");
    check("i32 @f(i32 %x)", body, &["65536"], "= 0");
    let wide = "  %1 = sext i32 %x to i64\n  %2 = mul i64 %1, %1\n  ret i64 %2";
    check("i64 @f(i32 %x)", wide, &["-65536"], "= 4294967296");
}

#[test]
fn nothing_and_never() {
    check("void @f()", "  ret void", &[], "= void");
    check(
        "void @f()",
        "  unreachable",
        &[],
        "UB: `unreachable` was reached",
    );
}

const WRONG_DIVISION: &str = "  %1 = icmp eq i64 %d, 0\n  %2 = udiv i64 %n, %d\n  \
                              %3 = select i1 %1, i64 -1, i64 %2\n  ret i64 %3";

#[test]
fn a_select_does_not_make_a_division_safe() {
    let f = "i64 @f(i64 %n, i64 %d)";
    check(f, WRONG_DIVISION, &["7", "2"], "= 3");
    let text = format!("define {f} {{\n{WRONG_DIVISION}\n}}");
    let Outcome::Undefined(undefined) = outcome(&text, &["7", "0"]) else {
        panic!("it divides by zero");
    };
    assert_eq!(undefined.message, "`udiv` by zero");
    assert_eq!(undefined.site.span.of(&text), "%2 = udiv i64 %n, %d");
    assert_eq!(
        undefined.help,
        ["the division happens before any `select` that follows: only a branch can avoid it"]
    );
}

#[test]
fn a_branch_does() {
    let body = "  %1 = icmp eq i64 %d, 0\n  br i1 %1, label %iszero, label %nonzero\n\
                iszero:\n  ret i64 -1\nnonzero:\n  %2 = udiv i64 %n, %d\n  ret i64 %2";
    let f = "i64 @f(i64 %n, i64 %d)";
    check(f, body, &["7", "2"], "= 3");
    check(f, body, &["7", "0"], "= -1");
}

#[test]
fn pow_in_memory() {
    let body = "\
  %r = alloca i32
  %i = alloca i32
  store i32 1, ptr %r
  store i32 0, ptr %i
  br label %loop_start
loop_start:
  %i.check = load i32, ptr %i
  %done = icmp eq i32 %i.check, %y
  br i1 %done, label %exit, label %loop
loop:
  %r.old = load i32, ptr %r
  %r.new = mul i32 %r.old, %x
  store i32 %r.new, ptr %r
  %i.old = load i32, ptr %i
  %i.new = add i32 %i.old, 1
  store i32 %i.new, ptr %i
  br label %loop_start
exit:
  %r.ret = load i32, ptr %r
  ret i32 %r.ret";
    check("i32 @f(i32 %x, i32 %y)", body, &["3", "4"], "= 81");
    check("i32 @f(i32 %x, i32 %y)", body, &["3", "0"], "= 1");
}

#[test]
fn pow_with_phis() {
    let body = "\
start:
  br label %loop_start
loop_start:
  %i.0 = phi i32 [0, %start], [%i.new, %loop]
  %r.0 = phi i32 [1, %start], [%r.new, %loop]
  %done = icmp eq i32 %i.0, %y
  br i1 %done, label %exit, label %loop
loop:
  %r.new = mul i32 %r.0, %x
  %i.new = add i32 %i.0, 1
  br label %loop_start
exit:
  ret i32 %r.0";
    check("i32 @f(i32 %x, i32 %y)", body, &["3", "4"], "= 81");
    check(
        "i32 @f(i32 %x, i32 %y)",
        body,
        &["-2", "31"],
        "= -2147483648",
    );
}

const SOURCE: &str = r"
#[unsafe(no_mangle)]
pub fn f(data: &str) -> Option<u64> {
    let mut val = 0u64;
    for c in data.bytes() {
        let digit = match c {
            b'0'..=b'9' => c - b'0',
            b'a'..=b'f' => c - b'a' + 10,
            b'A'..=b'F' => c - b'A' + 10,
            _ => return None,
        };
        val = val.checked_mul(16)?;
        val = val.checked_add(digit as u64)?;
    }
    Some(val)
}
";

fn compile(source: &str, flags: &[&str]) -> String {
    let name = format!("linkface-run-{}-{}", std::process::id(), flags.join(""));
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&folder).expect("the temporary folder can be written to");
    let file = folder.join("f.rs");
    std::fs::write(&file, source).expect("the temporary folder can be written to");
    let text = rustc(&file, flags);
    let _ = std::fs::remove_dir_all(&folder);
    text
}

fn rustc(file: &Path, flags: &[&str]) -> String {
    let out = file.with_extension("ll");
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let done = Command::new(rustc)
        .args(["--edition=2024", "--crate-type=lib", "--emit=llvm-ir", "-o"])
        .args([&out, file])
        .args(flags)
        .status()
        .expect("rustc runs");
    assert!(done.success());
    std::fs::read_to_string(out).expect("rustc wrote it")
}

#[test]
fn parse_hex_as_rustc_writes_it() {
    for flags in [&["-O"][..], &[], &["-g"], &["-O", "-g"]] {
        let text = compile(SOURCE, flags);
        let run = |data: &str| tell(&outcome(&text, &[data]));
        assert_eq!(run("\"12ab\""), "= { 1, 4779 }", "{flags:?}");
        assert_eq!(run("\"FFFFFFFFFFFFFFFF\""), "= { 1, -1 }", "{flags:?}");
        for refused in ["\"10000000000000000\"", "\"xyz\""] {
            let Outcome::Returned(value) = outcome(&text, &[refused]) else {
                panic!("it returns None");
            };
            // What else is in a None is nobody's business.
            assert_eq!(value.fields().unwrap()[0].to_string(), "0", "{flags:?}");
        }
    }
}

#[test]
fn square_panics_in_a_debug_build() {
    let source = "#[unsafe(no_mangle)]\npub fn f(x: i32) -> i32 {\n    x * x\n}\n";
    let text = compile(source, &["-Coverflow-checks=on", "-Cdebuginfo=0"]);
    assert_eq!(tell(&outcome(&text, &["-7"])), "= 49");
    let found = outcome(&text, &["65536"]);
    assert_eq!(tell(&found), "panic: attempt to multiply with overflow");
    let Outcome::Panicked(panic) = found else {
        unreachable!("it was told so");
    };
    let place = panic.place.unwrap();
    assert!(place.ends_with("f.rs:3:5"), "{place}");
}
