//! What rustc writes: every function goes through both passes, and LLVM accepts the result.

use crate::oracle::accepts;
use crate::{constructed, eliminated};

const INPUTS: &[(&str, &str)] = &[
    ("debug.ll", include_str!("inputs/debug.ll")),
    ("parse.ll", include_str!("inputs/parse.ll")),
];

#[test]
fn unreachable_code_of_rustcs_output() {
    for (name, text) in INPUTS {
        eprintln!("{name}");
        accepts(&eliminated(text, false));
        // Wrong, but still a function.
        accepts(&eliminated(text, true));
    }
}

#[test]
fn ssa_of_rustcs_output() {
    for (name, text) in INPUTS {
        eprintln!("{name}");
        let result = constructed(text);
        let slots = |text: &str| text.matches(" = alloca ").count();
        assert!(slots(&result) < slots(text), "{name}");
        accepts(&result);
        accepts(&constructed(&eliminated(text, false)));
        // Once is enough.
        assert_eq!(constructed(&result), result, "{name}");
    }
}
