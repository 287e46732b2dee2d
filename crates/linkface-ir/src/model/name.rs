//! Names, as they are written after `%`, `@`, `!`, `$`.

use std::borrow::Cow;
use std::fmt;

/// A name without its sigil, as it is written: `x`, `0`, `"core::option::Option<u8>"`.
///
/// `"x"` and `x` are the same name; they compare equal only through [`Name::key`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name<'a>(pub &'a str);

impl<'a> Name<'a> {
    /// As it is written, with its quotes if it has them.
    #[must_use]
    pub fn as_written(self) -> &'a str {
        self.0
    }

    /// Without quotes, escapes as they are written: what makes two names the same.
    ///
    /// Two spellings of one escape (`\0A`, `\0a`) stay two names; LLVM writes only one of them.
    #[must_use]
    pub fn key(self) -> &'a str {
        self.0
            .strip_prefix('"')
            .map_or(self.0, |rest| rest.strip_suffix('"').unwrap_or(rest))
    }

    /// Without quotes and escapes. Bytes that aren't UTF-8 become `U+FFFD`.
    #[must_use]
    pub fn text(self) -> Cow<'a, str> {
        let key = self.key();
        if key.contains('\\') {
            Cow::Owned(String::from_utf8_lossy(&unescape(key)).into_owned())
        } else {
            Cow::Borrowed(key)
        }
    }

    /// The number of an unnamed thing: `%0`, `@3`, `!17`.
    #[must_use]
    pub fn number(self) -> Option<u32> {
        let digits = !self.0.is_empty() && self.0.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| self.0.parse().ok()).flatten()
    }
}

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl fmt::Debug for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// The bytes that `text`, the inside of a string or quoted name, stands for: `\` and two hexadecimal
/// digits are one byte, `\\` is a backslash ([LangRef, Identifiers]).
///
/// [LangRef, Identifiers]: https://llvm.org/docs/LangRef.html#identifiers
#[must_use]
pub fn unescape(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'\\' {
            if bytes.get(at + 1) == Some(&b'\\') {
                out.push(b'\\');
                at += 2;
                continue;
            }
            let digit = |offset: usize| {
                let byte = bytes.get(at + offset)?;
                char::from(*byte).to_digit(16)
            };
            if let (Some(high), Some(low)) = (digit(1), digit(2)) {
                out.push(u8::try_from(high * 16 + low).unwrap_or(0));
                at += 3;
                continue;
            }
        }
        out.push(bytes[at]);
        at += 1;
    }
    out
}
