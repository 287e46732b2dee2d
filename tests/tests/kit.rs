//! The kit itself: cases are compiled and run as written, and expectations can fail.

use linkface_tests::{Crate, Output, Profile, Tool, Workspace, symbols};
use std::panic::{AssertUnwindSafe, catch_unwind};

fn case(name: &str) -> Workspace {
    let source = "#[unsafe(no_mangle)] pub extern \"C\" fn kit_answer() -> u32 { 42 }";
    Workspace::new(name)
        .member(Crate::lib("part").source(source))
        .member(
            Crate::bin("whole")
                .dep("part")
                .source("fn main() { println!(\"{}\", part::kit_answer()) }"),
        )
        .member(Crate::bin("broken").source("fn main() { nothing() }"))
}

#[test]
fn cases_are_built_and_run() {
    for profile in [Profile::Debug, Profile::Thin] {
        let case = case(&format!("kit-{}", profile.name())).profile(profile);
        case.run("whole").succeeds().prints("42\n");
        case.build_one("broken")
            .fails()
            .says("E0425")
            .says("broken/src/main.rs")
            .says_no("part");
        assert!(case.artifact("whole").exists());
    }
}

#[test]
fn expectations_fail() {
    let case = case("kit-fails");
    let ran = case.run("whole");
    let ways: [fn(Output) -> Output; 4] = [
        Output::fails,
        |ran| ran.prints("43"),
        |ran| ran.says("42"),
        |ran| ran.says_no(""),
    ];
    for way in ways {
        let ran = ran.clone();
        assert!(catch_unwind(AssertUnwindSafe(|| way(ran))).is_err());
    }
}

#[test]
fn no_two_cases_share_a_folder() {
    let _first = case("kit-twice");
    assert!(catch_unwind(|| case("kit-twice")).is_err());
}

#[test]
fn symbols_are_listed() {
    let case = case("kit-symbols");
    let _: Output = case.build_one("part").succeeds();
    let named = symbols(&case.artifact("libpart.rlib"));
    assert!(
        named
            .iter()
            .any(|symbol| symbol.name == "kit_answer" && symbol.is_defined),
        "{named:?}"
    );
}

/// Two cases of the same crates share a build folder and no file in it.
#[test]
fn cases_do_not_mix() {
    let answer = |name: &str, text: &str| {
        let source = format!("fn main() {{ println!(\"{text}\") }}");
        Workspace::new(name).member(Crate::bin("whole").source(&source))
    };
    let (one, two) = (answer("kit-one", "one"), answer("kit-two", "two"));
    one.run("whole").succeeds().prints("one\n");
    two.run("whole").succeeds().prints("two\n");
    let _: Output = one.build().succeeds();
    for (case, text) in [(&one, "one"), (&two, "two")] {
        let program = Tool::new(case.artifact("whole"), case.folder()).run();
        program.succeeds().prints(text);
    }
}
