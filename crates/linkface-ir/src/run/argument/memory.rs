//! Text and arrays: what is put into memory for a pointer.

use super::{Wrong, number};
use crate::model::ty::Float;
use crate::run::value::Value;

/// What is put into memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Memory {
    pub(super) bytes: Vec<u8>,
    /// How many bits an element has.
    pub(super) width: u32,
    /// How many elements.
    pub(super) length: usize,
}

/// How many elements `[x; n]` may have.
const MOST: usize = 1 << 20;

const SUFFIXES: &[(&str, u32)] = &[
    ("u8", 8),
    ("i8", 8),
    ("u16", 16),
    ("i16", 16),
    ("u32", 32),
    ("i32", 32),
    ("u64", 64),
    ("i64", 64),
    ("u128", 128),
    ("i128", 128),
    ("usize", 64),
    ("isize", 64),
];

impl Memory {
    /// Text as it is.
    pub(super) fn text(text: &str) -> Self {
        Self {
            bytes: text.as_bytes().to_vec(),
            width: 8,
            length: text.len(),
        }
    }

    /// Reads `"text"` or `[1, 2]`; none if it is neither.
    pub(super) fn read(text: &str, align: Option<u64>) -> Result<Option<Self>, Wrong> {
        if let Some(rest) = text.strip_prefix('"') {
            let inner = rest
                .strip_suffix('"')
                .ok_or_else(|| Wrong::new(format!("`{text}` has no `\"` at its end")))?;
            let bytes = unescape(inner);
            let length = bytes.len();
            return Ok(Some(Self {
                bytes,
                width: 8,
                length,
            }));
        }
        let Some(inner) = text.strip_prefix('[') else {
            return Ok(None);
        };
        let inner = inner
            .strip_suffix(']')
            .ok_or_else(|| Wrong::new(format!("`{text}` has no `]` at its end")))?;
        array(inner, align).map(Some)
    }
}

fn array(inner: &str, align: Option<u64>) -> Result<Memory, Wrong> {
    let (items, times) = if let Some((item, times)) = inner.split_once(';') {
        let times = times.trim().parse().ok().filter(|times| *times <= MOST);
        let wrong = || {
            Wrong::new(format!("`[{inner}]` doesn't say how many elements"))
                .help(format!("write `[0; 16]`; at most {MOST}"))
        };
        (vec![item.trim()], times.ok_or_else(wrong)?)
    } else {
        let items = inner.split(',').map(str::trim);
        let items: Vec<&str> = items.filter(|item| !item.is_empty()).collect();
        (items, 1)
    };
    let float = |item: &str| {
        let plain = item.trim_end_matches("f32").trim_end_matches("f64");
        !item.starts_with("0x") && (plain.len() < item.len() || plain.contains('.'))
    };
    let guessed = match align {
        Some(1) => 8,
        Some(2) => 16,
        Some(8) => 64,
        Some(16) => 128,
        _ => 32,
    };
    let suffix = |item: &str| {
        let found = SUFFIXES.iter().find(|(suffix, _)| item.ends_with(suffix));
        found.map(|(_, width)| *width)
    };
    let floats = items.iter().any(|item| float(item));
    let width = if items.iter().any(|item| item.ends_with("f32")) {
        32
    } else if items.iter().any(|item| item.ends_with("f64")) {
        64
    } else {
        items
            .iter()
            .find_map(|item| suffix(item))
            .unwrap_or(guessed)
    };
    let mut bytes = Vec::new();
    for item in &items {
        let bits = if floats {
            let kind = if width == 64 {
                Float::Double
            } else {
                Float::Float
            };
            let plain = item.trim_end_matches("f32").trim_end_matches("f64");
            match number::float(plain, kind)? {
                Value::Float(_, bits) => bits,
                _ => 0,
            }
        } else {
            let plain = SUFFIXES
                .iter()
                .find_map(|(suffix, _)| item.strip_suffix(suffix));
            number::int(plain.unwrap_or(item), width)?.bits()
        };
        let size = usize::try_from(width / 8).unwrap_or(1);
        bytes.extend_from_slice(&bits.to_le_bytes()[..size]);
    }
    Ok(Memory {
        bytes: bytes.repeat(times),
        width,
        length: items.len() * times,
    })
}

/// `\n`, `\t`, `\\`, `\"`, `\0`, `\x41`; anything else stands for itself.
fn unescape(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.extend_from_slice(before.as_bytes());
        let mut letters = after.chars();
        rest = match letters.next() {
            Some('n') => {
                out.push(b'\n');
                letters.as_str()
            }
            Some('t') => {
                out.push(b'\t');
                letters.as_str()
            }
            Some('r') => {
                out.push(b'\r');
                letters.as_str()
            }
            Some('0') => {
                out.push(0);
                letters.as_str()
            }
            Some(letter @ ('\\' | '"')) => {
                out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
                letters.as_str()
            }
            Some('x') => {
                let digits = letters.as_str().get(..2);
                let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
                if let Some(byte) = byte {
                    out.push(byte);
                    letters.as_str().get(2..).unwrap_or_default()
                } else {
                    out.push(b'\\');
                    after
                }
            }
            _ => {
                out.push(b'\\');
                after
            }
        };
    }
    out.extend_from_slice(rest.as_bytes());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, align: Option<u64>, bytes: &[u8], length: usize) {
        let memory = Memory::read(text, align).unwrap().unwrap();
        assert_eq!((&*memory.bytes, memory.length), (bytes, length));
    }

    #[test]
    fn text_is_bytes() {
        check("\"12ab\"", None, b"12ab", 4);
        check(r#""a\n\x41\"\\\q""#, Some(1), b"a\nA\"\\\\q", 7);
        check("\"ü\"", None, "ü".as_bytes(), 2);
        assert!(Memory::read("\"", None).is_err());
        assert_eq!(Memory::read("null", None), Ok(None));
    }

    #[test]
    fn elements_are_as_wide_as_the_alignment_or_a_suffix_says() {
        check("[1, 2]", Some(1), &[1, 2], 2);
        check("[1, -1]", Some(2), &[1, 0, 255, 255], 2);
        check("[1]", None, &[1, 0, 0, 0], 1);
        check("[1u8, 2]", Some(8), &[1, 2], 2);
        check("[7u16; 2]", None, &[7, 0, 7, 0], 2);
        check("[]", Some(4), &[], 0);
        check("[1.5]", None, &1.5f32.to_le_bytes(), 1);
        check(
            "[1.5, 2]",
            Some(8),
            &[1.5f64.to_le_bytes(), 2f64.to_le_bytes()].concat(),
            2,
        );
        check("[2f32]", Some(8), &2f32.to_le_bytes(), 1);
    }

    #[test]
    fn what_cannot_be_is_refused() {
        for text in ["[1, x]", "[300u8]", "[1; 99999999999]", "[1; x]", "[1"] {
            assert!(Memory::read(text, Some(4)).is_err(), "{text}");
        }
    }
}
