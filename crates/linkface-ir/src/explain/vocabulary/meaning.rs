//! What a word means together with what is written behind it.

use super::Word;
use crate::explain::Kind;
use std::borrow::Cow;

impl Word {
    /// What it means, with its numbers: of `i24` that it has 24 bits, of `memory(argmem: read)` which memory
    /// is read. None if it isn't known.
    #[must_use]
    pub fn meaning(&self) -> Option<Cow<'static, str>> {
        let entry = self.entry()?;
        Some(match self.special(entry.text) {
            Some(meaning) => Cow::Owned(meaning),
            None => Cow::Borrowed(entry.text),
        })
    }

    fn special(&self, text: &str) -> Option<String> {
        if self.kind == Kind::Type && self.word.starts_with(['[', '<']) {
            let inside = self.word.get(1..self.word.len().checked_sub(1)?)?;
            let (count, element) = inside.split_once(" x ")?;
            let count: u64 = count.parse().ok()?;
            let values = match count {
                1 => format!("One {element}"),
                _ => format!("{count} values of type {element}"),
            };
            return Some(text.replacen("So many values", &values, 1));
        }
        if self.kind == Kind::Type {
            let bits: u32 = self.word.strip_prefix('i')?.parse().ok()?;
            let (_, rest) = text.split_once(". ").filter(|_| bits > 1)?;
            return Some(format!("A whole number of {bits} bits. {rest}"));
        }
        if self.kind != Kind::Attribute {
            return None;
        }
        if let Some(number) = self.written.strip_prefix("align ") {
            return Some(match number {
                "1" => "Any address will do.".to_owned(),
                _ => format!("The address is divisible by {number}. Else it is poison."),
            });
        }
        let (word, inside) = self.written.strip_suffix(')')?.split_once('(')?;
        match word {
            "dereferenceable" => Some(format!(
                "At least {inside} bytes can be read there, without risk, at any time."
            )),
            "dereferenceable_or_null" => Some(format!(
                "It is null, or at least {inside} bytes can be read there."
            )),
            "range" => range(inside),
            "captures" => captures(inside),
            "memory" => memory(inside),
            "initializes" => initializes(inside),
            _ => None,
        }
    }
}

/// `i64 0, 10`
fn range(inside: &str) -> Option<String> {
    let (ty, bounds) = inside.split_once(' ')?;
    let bits: u32 = ty.strip_prefix('i')?.parse().ok()?;
    let (low, high) = bounds.split_once(", ")?;
    let (low, mut high): (i128, i128) = (low.parse().ok()?, high.parse().ok()?);
    let mut unsigned = "";
    if high <= low {
        // Behind the largest signed number come, in unsigned ones, those that are negative.
        if low < 0 || bits > 64 {
            return None;
        }
        high += 1i128 << bits;
        unsigned = " (unsigned)";
        if high == 1i128 << bits {
            return Some(format!(
                "It is at least {low} (unsigned). Else it is poison."
            ));
        }
    }
    if high == low + 1 {
        return Some(format!("It is {low}. Else it is poison."));
    }
    Some(format!(
        "It is at least {low} and at most {}{unsigned}. Else it is poison.",
        high - 1
    ))
}

/// `address, read_provenance`, `ret: address, provenance`, `none`
fn captures(inside: &str) -> Option<String> {
    let part = |word: &str| {
        Some(match word {
            "address_is_null" => "whether it is null",
            "address" => "its number",
            "read_provenance" => "a copy of it to read through",
            "provenance" => "a copy of it",
            _ => return None,
        })
    };
    let join = |words: &str| {
        let parts: Option<Vec<&str>> = words.split(", ").map(part).collect();
        parts.map(|parts| parts.join(" and "))
    };
    if inside == "none" {
        return Some("After the call nobody has a copy of the pointer.".to_owned());
    }
    if let Some(words) = inside.strip_prefix("ret: ") {
        let words = join(words)?;
        return Some(format!("After the call only the result may hold {words}."));
    }
    let words = join(inside)?;
    Some(format!(
        "After the call somebody may still have {words}, and nothing more."
    ))
}

/// `argmem: read, inaccessiblemem: readwrite`, `read, argmem: none`, `none`
fn memory(inside: &str) -> Option<String> {
    let verb = |access: &str| {
        Some(match access {
            "none" => "leaves alone",
            "read" => "reads",
            "write" => "writes",
            "readwrite" => "reads and writes",
            _ => return None,
        })
    };
    let mut other = "none";
    let mut places = Vec::new();
    for part in inside.split(", ") {
        let Some((place, access)) = part.split_once(": ") else {
            other = part;
            continue;
        };
        let place = match place {
            "argmem" => "what its arguments point to",
            "inaccessiblemem" => "memory that the program can't see",
            "errnomem" => "`errno`",
            // Registers of other processors.
            _ if access == "none" => continue,
            _ => return None,
        };
        places.push(format!("{} {place}", verb(access)?));
    }
    let places = places.join(" and ");
    Some(match (other, places.as_str()) {
        ("none", "") => "It accesses no memory.".to_owned(),
        ("none", places) => format!("It {places}, and accesses no other memory."),
        (other, "") => format!("It {} memory.", verb(other)?),
        (other, places) => format!("It {places}, and {} other memory.", verb(other)?),
    })
}

/// `(0, 8), (16, 24)`
fn initializes(inside: &str) -> Option<String> {
    let inside = inside.strip_prefix('(')?.strip_suffix(')')?;
    let ranges: Option<Vec<String>> = inside
        .split("), (")
        .map(|range| {
            let (from, to) = range.split_once(", ")?;
            let to: i64 = to.parse().ok()?;
            Some(format!("{from} to {}", to.checked_sub(1)?))
        })
        .collect();
    let ranges = ranges?.join(" and ");
    Some(format!(
        "The bytes {ranges} there are written before they are read."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: Kind, word: &str, written: &str, meaning: &str) {
        let word = Word::written(kind, word, written);
        assert_eq!(word.meaning().as_deref(), Some(meaning));
    }

    #[test]
    fn numbers_are_told() {
        let attribute = |word, written, meaning| check(Kind::Attribute, word, written, meaning);
        attribute(
            "align",
            "align 8",
            "The address is divisible by 8. Else it is poison.",
        );
        attribute(
            "range",
            "range(i64 0, -9223372036854775808)",
            "It is at least 0 and at most 9223372036854775807 (unsigned). Else it is poison.",
        );
        attribute(
            "range",
            "range(i8 -1, 2)",
            "It is at least -1 and at most 1. Else it is poison.",
        );
        attribute(
            "range",
            "range(i64 1, 0)",
            "It is at least 1 (unsigned). Else it is poison.",
        );
        attribute(
            "captures",
            "captures(none)",
            "After the call nobody has a copy of the pointer.",
        );
        attribute(
            "captures",
            "captures(ret: address, provenance)",
            "After the call only the result may hold its number and a copy of it.",
        );
        attribute(
            "memory",
            "memory(argmem: read)",
            "It reads what its arguments point to, and accesses no other memory.",
        );
        attribute("memory", "memory(none)", "It accesses no memory.");
        attribute(
            "memory",
            "memory(read, inaccessiblemem: write, target_mem0: none, target_mem1: none)",
            "It writes memory that the program can't see, and reads other memory.",
        );
        attribute(
            "initializes",
            "initializes((0, 8), (16, 24))",
            "The bytes 0 to 7 and 16 to 23 there are written before they are read.",
        );
    }

    #[test]
    fn types_have_numbers() {
        let of = |ty| {
            Word::written(Kind::Type, ty, ty)
                .meaning()
                .unwrap_or_default()
        };
        assert!(of("i24").starts_with("A whole number of 24 bits. It has no sign"));
        assert!(of("i1").starts_with("One bit"));
        assert!(of("[24 x i8]").starts_with("24 values of type i8 side by side."));
        assert!(of("<4 x float>").starts_with("4 values of type float in one register"));
        assert!(of("<vscale x 4 x i32>").starts_with("A vector whose length"));
        assert!(of("<{ i8 }>").starts_with("Several values"));
    }

    #[test]
    fn what_cannot_be_read_means_what_the_word_means() {
        for written in [
            "range(i64 x, y)",
            "captures(tomorrow)",
            "memory(",
            "initializes()",
        ] {
            let word = written.split('(').next().unwrap();
            let word = Word::written(Kind::Attribute, word, written);
            assert_eq!(
                word.meaning().as_deref(),
                word.entry().map(|entry| entry.text)
            );
        }
    }
}
