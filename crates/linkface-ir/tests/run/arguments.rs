//! Arguments from text.

use crate::kit::{check, outcome, tell};
use linkface_ir::Module;
use linkface_ir::run::argument;
use linkface_ir::run::{Limits, Machine};

#[test]
fn lengths_come_by_themselves() {
    let body = "  %q = getelementptr i8, ptr %p, i64 %n\n  %l = getelementptr i8, ptr %q, i64 -1\n  \
                %r = load i8, ptr %l\n  ret i8 %r";
    check("i8 @f(ptr %p, i64 %n)", body, &["\"12ab\""], "= 98");
    check("i8 @f(ptr %p, i64 %n)", body, &["\"12ab\"", "2"], "= 50");
    check("i8 @f(ptr align 1 %p, i64 %n)", body, &["[7, 8, 9]"], "= 9");
    check("i8 @f(ptr %p, i64 %n)", body, &["12ab"], "= 98");
    check("i8 @f(ptr %p, i64 %n)", body, &["12"], "= 50");
}

#[test]
fn structs_floats_and_special_values() {
    let pair = "  %r = extractvalue {i8, double} %a, 0\n  ret i8 %r";
    check("i8 @f({i8, double} %a)", pair, &["{3, 1.5}"], "= 3");
    check(
        "i8 @f({i8, double} %a)",
        pair,
        &["poison"],
        "poison: `poison` is an argument",
    );
    check("i8 @f({i8, double} %a)", pair, &["{undef, 0}"], "= undef");
    check("float @f(float %a)", "  ret float %a", &["-0.1"], "= -0.1");
}

#[test]
fn a_result_in_memory_has_its_place() {
    let text = "define void @f(ptr sret([2 x i8]) align 4 %r, i8 %a) {\n  store i8 %a, ptr %r\n  \
                %q = getelementptr i8, ptr %r, i64 1\n  store i8 9, ptr %q\n  ret void\n}";
    let modules = [Module::new(text)];
    let mut machine = Machine::new(&modules, Limits::default());
    let arguments = argument::read(&mut machine, "f", &["5"]).unwrap();
    let (place, size) = arguments.result.unwrap();
    assert_eq!(tell(&machine.call("f", arguments.values)), "= void");
    assert_eq!(machine.read(place, size), Some(vec![5, 9]));
}

#[test]
fn memory_can_be_looked_at_afterwards() {
    let text = "define void @f(ptr %p, i64 %n) {\n  store i32 5, ptr %p\n  ret void\n}";
    let modules = [Module::new(text)];
    let mut machine = Machine::new(&modules, Limits::default());
    let arguments = argument::read(&mut machine, "f", &["[1, 2]"]).unwrap();
    let passed = arguments.memories[0].clone();
    assert_eq!(passed.bytes, [1, 0, 0, 0, 2, 0, 0, 0]);
    machine.call("f", arguments.values);
    assert_eq!(
        machine.read(passed.pointer, 8),
        Some(vec![5, 0, 0, 0, 2, 0, 0, 0])
    );
}

#[track_caller]
fn refused(signature: &str, texts: &[&str], expected: &str) {
    let text = format!("define void @f({signature}) {{\n  ret void\n}}");
    let modules = [Module::new(&text)];
    let mut machine = Machine::new(&modules, Limits::default());
    let wrong = argument::read(&mut machine, "f", texts).unwrap_err();
    assert_eq!(wrong.message, expected);
}

#[test]
fn what_is_wrong_is_said() {
    refused(
        "i8 %a",
        &[],
        "the function takes 1 argument, and 0 are given",
    );
    refused(
        "i8 %a",
        &["1", "2"],
        "the function takes 1 argument, and 2 are given",
    );
    refused(
        "i8 %a, i8 %b",
        &["1"],
        "the function takes 2 arguments, and 1 is given",
    );
    refused("i8 %a", &["300"], "`300` doesn't fit into i8");
    refused("i8 %a", &["abc"], "`abc` is no i8");
    refused("double %a", &["abc"], "`abc` is no double");
    refused("ptr %a", &["abc"], "`abc` is no pointer");
    refused("ptr %a", &["@abc"], "there is no `@abc` in this file");
    refused("{i8, i8} %a", &["{1}"], "`{1}` has 1 fields, not 2");
    refused("[2 x i8] %a", &["[1]"], "`[1]` has 1 elements, not 2");
    refused(
        "i999 %a",
        &["1"],
        "i999: integers of more than 128 bits aren't run",
    );
}

#[test]
fn undef_is_an_argument() {
    assert_eq!(
        tell(&outcome(
            "define i8 @f(i8 %a) {\n  ret i8 %a\n}",
            &["undef"]
        )),
        "= undef"
    );
}
