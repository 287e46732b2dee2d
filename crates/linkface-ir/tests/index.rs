//! Functions are found in texts that aren't laid out as LLVM does it.

use linkface_ir::Module;

#[track_caller]
fn finds(text: &str, expected: &[(&str, usize)]) {
    let module = Module::new(text);
    let found: Vec<_> = module
        .functions()
        .iter()
        .map(|entry| (entry.name.key(), entry.parse().instructions().len()))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn indented() {
    finds(
        "
        define void @a() {
          ret void
        }
        ; define void @not_this() {
        @s = constant [7 x i8] c\"define \"
        \tdefine i32 @b() {
          ret i32 1
        }
        ",
        &[("a", 1), ("b", 1)],
    );
}

#[test]
fn on_one_line_and_over_several() {
    finds(
        "define void @a() { ret void }\ndefine void @b() { ret void }\n",
        &[("a", 1), ("b", 1)],
    );
    finds(
        "define { i32,\n i32 } @a(i32 %x,\n i32 %y)\n{\nret { i32, i32 } poison }\ndefine void\n@b() {\n ret void }",
        &[("a", 1), ("b", 1)],
    );
}

#[test]
fn with_a_brace_at_the_end_of_the_last_line() {
    finds(
        "define void @a() {\n  ret void }\ndefine void @b() {\n  ret void\n}\n!0 = !{}\n",
        &[("a", 1), ("b", 1)],
    );
}

#[test]
fn that_never_end() {
    let text = "define void @a() {\n  ret void\ndefine void @b() {\n  ret void\n}\n";
    let module = Module::new(text);
    let names = module.functions().iter().map(|entry| entry.name.key());
    let names: Vec<_> = names.collect();
    assert_eq!(names, ["a", "b"]);
    let problems = module.functions()[0].parse();
    assert_eq!(problems.problems()[0].message, "this function never ends");
    // Many of them take no longer than their text.
    let text = "define void @a(\n".repeat(200_000);
    assert_eq!(Module::new(&text).functions().len(), 200_000);
}
