//! Attributes of parameters, results, calls and functions.

use super::Type;

/// Attributes, in the order in which they are written.
pub type Attributes<'a> = Box<[Attribute<'a>]>;

/// One attribute ([LangRef, Parameter Attributes](https://llvm.org/docs/LangRef.html#parameter-attributes)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attribute<'a> {
    /// A word: `noundef`, `nonlazybind`, `inreg`.
    Word(&'a str),
    /// A word and a number: `align 8`, `dereferenceable(24)`, `alignstack(16)`. The word decides how
    /// it is written.
    Number(&'a str, u64),
    /// A word and a type: `sret([24 x i8])`, `byval(T)`, `elementtype(i8)`.
    Type(&'a str, Type<'a>),
    /// `range(i64 0, 10)`: the first value, and the one after the last, as they are written.
    Range(Type<'a>, &'a str, &'a str),
    /// `captures(…)`, `memory(…)`, `initializes(…)`, `allocsize(…)`, …: the word, and what is written
    /// between the parentheses.
    Arguments(&'a str, &'a str),
    /// `"key"` or `"key"="value"`: without the quotes.
    Text(&'a str, Option<&'a str>),
    /// `#0`: an attribute group of the module.
    Group(u32),
}

impl<'a> Attribute<'a> {
    /// The word that says which attribute it is; `#` for a group.
    #[must_use]
    pub fn word(&self) -> &'a str {
        match self {
            Self::Word(word)
            | Self::Number(word, _)
            | Self::Type(word, _)
            | Self::Arguments(word, _)
            | Self::Text(word, _) => word,
            Self::Range(..) => "range",
            Self::Group(_) => "#",
        }
    }
}
