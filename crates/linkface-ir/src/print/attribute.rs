//! Attributes.

use crate::model::Attribute;
use std::fmt::{self, Display, Formatter};

/// As behind a type; in a group `align` and `alignstack` are written with `=`.
impl Display for Attribute<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => f.write_str(word),
            Self::Number("align", number) => write!(f, "align {number}"),
            Self::Number(word, number) => write!(f, "{word}({number})"),
            Self::Type(word, ty) => write!(f, "{word}({ty})"),
            Self::Range(ty, low, high) => write!(f, "range({ty} {low}, {high})"),
            Self::Arguments(word, arguments) => write!(f, "{word}({arguments})"),
            Self::Text(key, None) => write!(f, "\"{key}\""),
            Self::Text(key, Some(value)) => write!(f, "\"{key}\"=\"{value}\""),
            Self::Group(number) => write!(f, "#{number}"),
        }
    }
}
