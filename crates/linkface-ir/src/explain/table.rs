//! The sentences, one file for each kind of words.

pub(super) mod atomic;
pub(super) mod attribute;
pub(super) mod flag;
pub(super) mod intrinsic;
pub(super) mod metadata;
pub(super) mod opcode;
pub(super) mod predicate;
pub(super) mod runtime;
pub(super) mod symbol;
pub(super) mod ty;

/// Tables: a word, the anchor in LLVM's language reference, and what it means.
macro_rules! entries {
    ($(#[$outer:meta])* $name:ident = $($word:literal @ $anchor:literal : $text:literal,)*) => {
        $(#[$outer])*
        pub(in crate::explain) const $name: &[crate::explain::Entry] = &[
            $(crate::explain::Entry { word: $word, text: $text, anchor: $anchor },)*
        ];
    };
}
use entries;
