//! The codes of findings: `LF0001`.

use serde::{Deserialize, Serialize};
use std::error::Error;
use std::fmt;
use std::str::FromStr;

/// The code of a finding. They are never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Code {
    /// No provider.
    LF0001,
    /// Two or more providers.
    LF0002,
    /// A provider of another version.
    LF0003,
    /// A library's dependency smuggles a provider in.
    LF0004,
    /// An item not covered, or of another type.
    LF0005,
    /// A root has to name its provider.
    LF0006,
    /// A default that is missing, no implementation, or a cycle.
    LF0007,
    /// One crate declares and implements the same public item.
    LF0008,
    /// Manifest and code disagree.
    LF0009,
    /// A provider that nobody needs.
    LF0010,
    /// The choice differs between targets or features.
    LF0011,
    /// A plugin that is no library to load, or is linked.
    LF0012,
    /// A plugin whose panics end the program.
    LF0013,
    /// A same-build interface that every image has for itself.
    LF0014,
    /// A `dylib` with a standard library of its own.
    LF0015,
    /// An implementation in another image than its façade.
    LF0016,
    /// A library to load that exports nothing.
    LF0017,
}

impl Code {
    /// All codes, in their order.
    pub const ALL: [Self; 17] = [
        Self::LF0001,
        Self::LF0002,
        Self::LF0003,
        Self::LF0004,
        Self::LF0005,
        Self::LF0006,
        Self::LF0007,
        Self::LF0008,
        Self::LF0009,
        Self::LF0010,
        Self::LF0011,
        Self::LF0012,
        Self::LF0013,
        Self::LF0014,
        Self::LF0015,
        Self::LF0016,
        Self::LF0017,
    ];

    /// Its number: 1 for `LF0001`.
    fn number(self) -> u32 {
        self as u32 + 1
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LF{:04}", self.number())
    }
}

impl FromStr for Code {
    type Err = CodeError;

    /// Reads `LF0001`, in upper or lower case.
    ///
    /// ```
    /// use linkface_graph::finding::Code;
    ///
    /// assert_eq!("lf0004".parse(), Ok(Code::LF0004));
    /// let error = "LF04".parse::<Code>().unwrap_err();
    /// assert_eq!(error.to_string(), "`LF04` is no finding of linkface: did you mean `LF0004`?");
    /// ```
    fn from_str(text: &str) -> Result<Self, CodeError> {
        Self::ALL
            .into_iter()
            .find(|code| code.to_string().eq_ignore_ascii_case(text))
            .ok_or_else(|| CodeError {
                text: text.to_owned(),
                nearest: nearest(text),
            })
    }
}

/// The code with the same number. People lose zeros and letters, and seldom digits.
fn nearest(text: &str) -> Option<Code> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let number: u32 = digits.parse().ok()?;
    Code::ALL.into_iter().find(|code| code.number() == number)
}

/// A text that is no [`Code`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeError {
    text: String,
    nearest: Option<Code>,
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no finding of linkface: ", self.text)?;
        if let Some(code) = self.nearest {
            return write!(f, "did you mean `{code}`?");
        }
        let [first, .., last] = Code::ALL;
        write!(f, "they are `{first}` to `{last}`")
    }
}

impl Error for CodeError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read_back() {
        for code in Code::ALL {
            assert_eq!(code.to_string().parse(), Ok(code));
            assert_eq!(code.to_string().to_lowercase().parse(), Ok(code));
            assert_eq!(code.to_string(), format!("{code:?}"), "as serde writes it");
        }
    }

    #[test]
    fn a_wrong_code_is_told_the_nearest() {
        for (text, said) in [
            ("LF1", "did you mean `LF0001`?"),
            ("11", "did you mean `LF0011`?"),
            ("E0004", "did you mean `LF0004`?"),
            ("LF0000", "they are `LF0001` to `LF0017`"),
            ("LF0018", "they are `LF0001` to `LF0017`"),
            ("LF99999999999999999999", "they are `LF0001` to `LF0017`"),
            ("duplicate", "they are `LF0001` to `LF0017`"),
            ("", "they are `LF0001` to `LF0017`"),
        ] {
            let error = text.parse::<Code>().unwrap_err();
            assert_eq!(
                error.to_string(),
                format!("`{text}` is no finding of linkface: {said}"),
            );
        }
    }
}
