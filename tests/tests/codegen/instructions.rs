//! What a call costs, on `x86_64` Linux: the numbers of the README that don't need a whole program to run.

use crate::emitted::{APP_FAT, CALLER, PROVIDER};
use crate::text::instructions;

/// Pairs of functions in the caller: through linkface, and by a symbol declared by hand.
const PAIRS: [[&str; 2]; 8] = [
    ["linked_write", "by_hand_write"],
    ["linked_kept", "by_hand_kept"],
    ["linked_replaced", "by_hand_kept"],
    ["linked_level", "by_hand_level"],
    ["linked_get", "by_hand_get"],
    ["linked_next", "by_hand_next"],
    ["linked_join", "by_hand_join"],
    ["linked_drop", "by_hand_drop"],
];

/// The instructions with the symbol that they name, which must be one, as `SYMBOL`.
fn anonymous(assembly: &str, name: &str) -> Vec<String> {
    let ours = |word: &str| word.starts_with("_R") || word.starts_with("hand_");
    let mut found = Vec::new();
    let lines = instructions(assembly, name)
        .iter()
        .map(|line| {
            let mut out = line.clone();
            for word in line.split(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
                if ours(word) {
                    out = out.replace(word, "SYMBOL");
                    found.push(word.to_owned());
                }
            }
            out
        })
        .collect();
    assert_eq!(found.len(), 1, "`{name}` should name one symbol: {found:?}");
    lines
}

#[test]
fn calls_are_like_those_by_hand() {
    let caller = &CALLER.assembly;
    for [linked, by_hand] in PAIRS {
        let [linked_lines, by_hand_lines] = [linked, by_hand].map(|name| anonymous(caller, name));
        assert_eq!(linked_lines, by_hand_lines, "{linked} and {by_hand}");
    }
    // One jump, and nothing before it.
    for name in [
        "linked_write",
        "linked_kept",
        "linked_get",
        "linked_next",
        "linked_join",
    ] {
        let lines = anonymous(caller, name);
        assert!(
            matches!(&lines[..], [only] if only.starts_with("jmp") && only.contains("SYMBOL")),
            "{name}: {lines:?}"
        );
    }
    assert_two_registers(&instructions(caller, "pass"));
}

/// A proxy by value comes in the first two argument registers and leaves in the two for results.
fn assert_two_registers(lines: &[String]) {
    let mut lines = lines.to_vec();
    lines.sort();
    assert_eq!(lines, ["movq %rdi, %rax", "movq %rsi, %rdx", "retq"]);
}

#[test]
fn a_box_becomes_a_proxy_by_a_register_move() {
    assert_eq!(
        instructions(&PROVIDER.assembly, "boxed"),
        ["movq %rdi, %rax", "retq"]
    );
}

#[test]
fn calls_are_inlined_by_fat_lto() {
    let app = &APP_FAT.assembly;
    for (name, constant) in [("inlined_write", "1016137199"), ("inlined_level", "7")] {
        let lines = instructions(app, name);
        let all = lines.join("\n");
        assert!(
            !all.contains("call") && !all.contains("jmp"),
            "{name}: {all}"
        );
        assert!(all.contains(&format!("${constant},")), "{name}: {all}");
    }
    // Who can be replaced by the linker is called, and no more than that.
    for name in ["called_kept", "called_replaced"] {
        let lines = instructions(app, name);
        assert!(
            matches!(&lines[..], [only] if only.starts_with("jmp")),
            "{name}: {lines:?}"
        );
    }
}
