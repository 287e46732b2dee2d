//! Two texts, compared for a reader.

use std::fmt::Write as _;

/// How many equal lines are shown around what differs.
const CONTEXT: usize = 2;

/// What differs: lines of `expected` behind `-`, lines of `found` behind `+`.
pub(crate) fn diff(expected: &str, found: &str) -> String {
    let expected: Vec<&str> = expected.lines().collect();
    let found: Vec<&str> = found.lines().collect();
    let pairs = || expected.iter().zip(&found);
    let before = pairs().take_while(|(a, b)| a == b).count();
    let room = expected.len().min(found.len()) - before;
    let after = expected
        .iter()
        .rev()
        .zip(found.iter().rev())
        .take(room)
        .take_while(|(a, b)| a == b)
        .count();
    let mut out = String::new();
    let mut show = |mark: char, lines: &[&str]| {
        for line in lines {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "    {mark} {line}");
        }
    };
    show(' ', &expected[before.saturating_sub(CONTEXT)..before]);
    show('-', &expected[before..expected.len() - after]);
    show('+', &found[before..found.len() - after]);
    let rest = &expected[expected.len() - after..];
    show(' ', &rest[..rest.len().min(CONTEXT)]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_marked() {
        assert_eq!(
            diff("a\nb\nc\nd\ne\n", "a\nb\nx\nd\ne\n"),
            "      a\n      b\n    - c\n    + x\n      d\n      e\n"
        );
        assert_eq!(diff("a\na\n", "a\n"), "      a\n    - a\n");
        assert_eq!(diff("", "a\n"), "    + a\n");
    }
}
