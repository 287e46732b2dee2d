//! The words between an opcode and its operands: `nuw`, `inbounds`, `fast`.

use std::fmt;

/// The words between an opcode and its operands.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Flags(u32);

macro_rules! flags {
    ($($(#[$inner:meta])* $name:ident = $word:literal,)*) => {
        flags!(@bits 0u32; $($(#[$inner])* $name = $word,)*);

        impl Flags {
            /// All words, in the order in which LLVM writes them.
            pub const ALL: &[(Self, &'static str)] = &[$((Self::$name, $word),)*];

            /// From one word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
    (@bits $at:expr;) => {};
    (@bits $at:expr; $(#[$inner:meta])* $name:ident = $word:literal, $($rest:tt)*) => {
        impl Flags {
            $(#[$inner])*
            #[doc = concat!("`", $word, "`")]
            pub const $name: Self = Self(1 << ($at));
        }
        flags!(@bits $at + 1; $($rest)*);
    };
}

flags! {
    WEAK = "weak",
    INALLOCA = "inalloca",
    SWIFTERROR = "swifterror",
    VOLATILE = "volatile",
    FAST = "fast",
    REASSOC = "reassoc",
    NNAN = "nnan",
    NINF = "ninf",
    NSZ = "nsz",
    ARCP = "arcp",
    CONTRACT = "contract",
    AFN = "afn",
    INBOUNDS = "inbounds",
    NUSW = "nusw",
    NUW = "nuw",
    NSW = "nsw",
    EXACT = "exact",
    DISJOINT = "disjoint",
    NNEG = "nneg",
    SAMESIGN = "samesign",
}

impl Flags {
    /// No word.
    pub const NONE: Self = Self(0);

    /// Whether all words of `other` are among these.
    #[must_use]
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// These words and those.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These words without those.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The words, in the order in which LLVM writes them.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        Self::ALL
            .iter()
            .filter(move |(flag, _)| self.has(*flag))
            .map(|(_, word)| *word)
    }
}

impl fmt::Debug for Flags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.words()).finish()
    }
}
