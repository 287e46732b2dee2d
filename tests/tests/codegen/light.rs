//! What linkface-traits costs when a program runs: nothing that isn't there by hand. The instructions
//! of the same function in two crates, on `x86_64` Linux, optimized.

use crate::text::instructions;
use linkface_tests::{Crate, Profile, Workspace};
use std::fs;

/// Functions of `crates/light.rs` and `crates/by_hand.rs`.
const FUNCTIONS: [&str; 8] = [
    "inferred",
    "erased",
    "annotated",
    "helper",
    "anonymous",
    "internal",
    "qualified",
    "delegated",
];

#[test]
fn traits_written_lightly_run_as_those_by_hand() {
    let light = assembly("light", include_str!("crates/light.rs"));
    let by_hand = assembly("by_hand", include_str!("crates/by_hand.rs"));
    for name in FUNCTIONS {
        let [ours, theirs] = [&light, &by_hand].map(|text| places(&instructions(text, name)));
        assert_eq!(ours, theirs, "{name}");
        assert!(!ours.is_empty(), "{name}");
    }
}

/// Functions are counted in labels, and these have other neighbours in each crate.
fn places(lines: &[String]) -> Vec<String> {
    lines
        .iter()
        .map(|line| match line.split_once(".LBB") {
            Some((before, label)) => {
                let (_, place) = label.split_once('_').expect("a label has two numbers");
                format!("{before}.LBB_{place}")
            }
            None => line.clone(),
        })
        .collect()
}

fn assembly(name: &str, source: &str) -> String {
    let case = Workspace::new(&format!("codegen-{name}"))
        .profile(Profile::Release)
        .member(Crate::lib(name).traits().source(source));
    let file = case.folder().join("out.s");
    case.profiled("rustc")
        .args(["--package", name, "--", "-C", "codegen-units=1"])
        .arg(format!("--emit=asm={}", file.display()))
        .run()
        .succeeds();
    fs::read_to_string(file).expect("rustc emits what was asked for")
}
