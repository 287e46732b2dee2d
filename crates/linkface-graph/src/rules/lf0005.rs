//! LF0005: an item not covered, or of another type.

use super::Rule;
use crate::finding::Code;

/// rustc finds it, at the provider, with the types at hand. Facts hold no types, and source facts
/// miss what macros declare: whatever this rule could add would be a guess. So it is here to be
/// explained, and checks nothing.
pub(super) const RULE: Rule = Rule {
    code: Code::LF0005,
    title: "an item not covered, or of another type",
    explanation: include_str!("lf0005.md"),
    check: |_| Vec::new(),
};
