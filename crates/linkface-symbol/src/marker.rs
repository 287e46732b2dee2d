//! What compiled crates say of themselves: strings in constants, which rustc keeps in a crate's
//! metadata (`.rmeta`, and the same within an `.rlib`).
//!
//! ```ebnf
//! marker  = "~linkface:1:" , word , { US , field } , ETX ;
//! word    = "format" | "package" | "declares" | "implements" ;
//! US      = "\u{1f}" ;                                     (* unit separator *)
//! ETX     = "\u{3}" ;                                      (* end of text *)
//! ```
//!
//! | word | fields |
//! |---|---|
//! | `format` | none; in `linkface` itself: whoever doesn't find it there cannot read this metadata |
//! | `package` | name as in `Cargo.toml`, full version; once in a crate that has others |
//! | `declares` | item, kind, need, `pub` or `private`, file, line, column, symbol, ABI, declaration |
//! | `implements` | item, grade, file, line, column |
//!
//! An item is four fields: package as a crate name, compatible version, path, hash in hexadecimal.
//!
//! Metadata holds such a constant twice, as its value and as its source text. In the text a separator
//! is an escape of several characters, so it isn't taken for a marker.

use crate::{Compat, Item};
use std::io::BufRead;

/// How every marker begins. Of all bytes `~` is the rarest in metadata (7 of 10,000), which is what a
/// search lives on.
const START: &str = "~linkface:1:";
/// How it ends.
const END: char = '\u{3}';
/// What stands between fields.
pub(crate) const SEPARATOR: char = '\u{1f}';
/// No marker is longer; a start without an end in reach is none.
const LONGEST: usize = 1 << 16;

/// Something that a compiled crate says of itself.
///
/// ```
/// use linkface_symbol::{Compat, Implementation, Item, Marker, markers};
///
/// let marker = Marker::Implements(Implementation {
///     item: Item::new("console", Compat::of("0.4.7")?, ["write"], 7),
///     is_default: false,
///     file: "uart/src/lib.rs".to_owned(),
///     line: 3,
///     column: 1,
/// });
/// let metadata = [b"\x00\x02~~", marker.to_string().as_bytes(), b"\x7f"].concat();
/// assert_eq!(markers(&metadata).collect::<Vec<_>>(), [marker]);
/// # Ok::<(), linkface_symbol::CompatError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Marker {
    /// Stands in `linkface`: markers can be found.
    Format,
    /// Which package the crate belongs to.
    Package {
        /// As in `Cargo.toml`.
        name: String,
        /// In full.
        version: String,
    },
    /// The crate declares an item.
    Declares(Declaration),
    /// The crate implements an item.
    Implements(Implementation),
}

/// A declared item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// Which.
    pub item: Item,
    /// `fn`, `static`, `trait` or `type`.
    pub kind: String,
    /// `required`, `defaultable`, `defaulted`, `dynamic` or `loadable`: the last two without a default, and
    /// never missing in a program that is linked.
    pub need: String,
    /// Whether other crates can implement it.
    pub is_public: bool,
    /// As rustc names it.
    pub file: String,
    /// From 1.
    pub line: u32,
    /// From 1.
    pub column: u32,
    /// The symbol that it shares with C, or nothing.
    pub symbol: String,
    /// The ABI of that symbol, or nothing.
    pub abi: String,
    /// What its identity was made of: types, and names as far as they matter. For readers, not for
    /// parsers; a marker holds the first 32 KiB.
    pub text: String,
}

/// An implementation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Implementation {
    /// Of which item.
    pub item: Item,
    /// Whether another goes before it.
    pub is_default: bool,
    /// As rustc names it.
    pub file: String,
    /// From 1.
    pub line: u32,
    /// From 1.
    pub column: u32,
}

impl Declaration {
    /// Whether a program without a provider of it isn't complete.
    #[must_use]
    pub fn needs_a_provider(&self) -> bool {
        !["defaulted", "dynamic", "loadable"].contains(&self.need.as_str())
    }
}

impl std::fmt::Display for Marker {
    /// Writes the marker. Control characters within a field become spaces.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (word, fields) = self.parts();
        write!(f, "{START}{word}")?;
        for field in fields {
            write!(f, "{SEPARATOR}{field}")?;
        }
        write!(f, "{END}")
    }
}

impl Marker {
    fn parts(&self) -> (&'static str, Vec<String>) {
        match self {
            Self::Format => ("format", Vec::new()),
            Self::Package { name, version } => ("package", vec![tame(name), tame(version)]),
            Self::Declares(declared) => (
                "declares",
                vec![
                    item_fields(&declared.item),
                    tame(&declared.kind),
                    tame(&declared.need),
                    if declared.is_public { "pub" } else { "private" }.to_owned(),
                    tame(&declared.file),
                    declared.line.to_string(),
                    declared.column.to_string(),
                    tame(&declared.symbol),
                    tame(&declared.abi),
                    tame(shortened(&declared.text)),
                ],
            ),
            Self::Implements(implemented) => (
                "implements",
                vec![
                    item_fields(&implemented.item),
                    if implemented.is_default {
                        "default"
                    } else {
                        "ordinary"
                    }
                    .to_owned(),
                    tame(&implemented.file),
                    implemented.line.to_string(),
                    implemented.column.to_string(),
                ],
            ),
        }
    }

    /// Reads what stands between the start and the end.
    fn read(text: &str) -> Option<Self> {
        let mut fields = text.split(SEPARATOR);
        let word = fields.next()?;
        let marker = match word {
            "format" => Self::Format,
            "package" => Self::Package {
                name: fields.next()?.to_owned(),
                version: fields.next()?.to_owned(),
            },
            "declares" => Self::Declares(Declaration {
                item: read_item(&mut fields)?,
                kind: fields.next()?.to_owned(),
                need: fields.next()?.to_owned(),
                is_public: fields.next()? == "pub",
                file: fields.next()?.to_owned(),
                line: fields.next()?.parse().ok()?,
                column: fields.next()?.parse().ok()?,
                symbol: fields.next()?.to_owned(),
                abi: fields.next()?.to_owned(),
                text: fields.next()?.to_owned(),
            }),
            "implements" => Self::Implements(Implementation {
                item: read_item(&mut fields)?,
                is_default: fields.next()? == "default",
                file: fields.next()?.to_owned(),
                line: fields.next()?.parse().ok()?,
                column: fields.next()?.parse().ok()?,
            }),
            _ => return None,
        };
        fields.next().is_none().then_some(marker)
    }
}

/// The four fields of an item, for whoever writes a marker in two halves: a façade's macro knows the
/// item, and its implementor the rest.
#[must_use]
pub fn item_fields(item: &Item) -> String {
    let path: Vec<&str> = item.names().collect();
    format!(
        "{package}{SEPARATOR}{version}{SEPARATOR}{path}{SEPARATOR}{hash:x}",
        package = tame(&item.crate_name()),
        version = item.version,
        path = tame(&path.join("::")),
        hash = item.hash
    )
}

fn read_item<'a>(fields: &mut impl Iterator<Item = &'a str>) -> Option<Item> {
    let package = fields.next()?;
    let version = Compat::of(fields.next()?).ok()?;
    let path = fields.next()?.split("::");
    let hash = u64::from_str_radix(fields.next()?, 16).ok()?;
    Some(Item::new(package, version, path, hash))
}

/// What leaves room for the other fields: a trait can be longer than any marker.
fn shortened(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST / 2)]
}

/// Without characters that a reader would take for the marker's own.
fn tame(text: &str) -> String {
    text.replace(|c: char| c.is_ascii_control(), " ")
}

/// Every marker in the bytes of a compiled crate, in the order in which they stand there.
///
/// Bytes that are no metadata are no error: there is nothing to be found in them.
pub fn markers(bytes: &[u8]) -> impl Iterator<Item = Marker> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        loop {
            // Macros are not optimized, whatever the profile; this searches in code that is.
            let skipped = rest.skip_until(START.as_bytes()[0]).unwrap_or(0);
            if skipped == 0 {
                return None;
            }
            if let Some(marker) = at(rest) {
                return Some(marker);
            }
        }
    })
}

/// The marker whose first byte has just been skipped.
fn at(bytes: &[u8]) -> Option<Marker> {
    let text = bytes.strip_prefix(&START.as_bytes()[1..])?;
    let text = &text[..text.len().min(LONGEST)];
    let end = text.iter().position(|byte| *byte == END as u8)?;
    Marker::read(std::str::from_utf8(&text[..end]).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item() -> Item {
        Item::new(
            "my-console",
            Compat::of("0.4.7").unwrap(),
            ["raw", "r#type"],
            u64::MAX,
        )
    }

    fn all() -> Vec<Marker> {
        vec![
            Marker::Format,
            Marker::Package {
                name: "my-console".to_owned(),
                version: "0.4.7-rc.1".to_owned(),
            },
            Marker::Declares(Declaration {
                item: item(),
                kind: "fn".to_owned(),
                need: "required".to_owned(),
                is_public: true,
                file: "größe/~lib.rs".to_owned(),
                line: 3,
                column: 14,
                symbol: String::new(),
                abi: "C".to_owned(),
                text: "fn write(bytes: &[u8]) -> usize".to_owned(),
            }),
            Marker::Implements(Implementation {
                item: item(),
                is_default: true,
                file: String::new(),
                line: u32::MAX,
                column: 0,
            }),
        ]
    }

    #[test]
    fn what_is_written_is_read() {
        let text: Vec<String> = all().iter().map(ToString::to_string).collect();
        assert_eq!(markers(text.concat().as_bytes()).collect::<Vec<_>>(), all());
    }

    #[test]
    fn a_long_declaration_is_read_in_part() {
        let long = |length: usize| {
            let mut marker = all().swap_remove(2);
            if let Marker::Declares(declared) = &mut marker {
                declared.text = format!("-{}", "ß".repeat(length / 2));
            }
            marker
        };
        assert_eq!(
            markers(long(1 << 20).to_string().as_bytes()).collect::<Vec<_>>(),
            [long((1 << 15) - 2)]
        );
    }

    #[test]
    fn halves_make_a_whole() {
        let by_hand = format!(
            "~linkface:1:implements\x1f{}\x1fdefault\x1f\x1f4294967295\x1f0\x03",
            item_fields(&item())
        );
        assert_eq!(by_hand, all()[3].to_string());
    }

    #[test]
    fn control_characters_break_nothing() {
        let marker = Marker::Package {
            name: "a\u{1f}b\u{3}c".to_owned(),
            version: "1\n".to_owned(),
        };
        assert_eq!(
            markers(marker.to_string().as_bytes()).collect::<Vec<_>>(),
            [Marker::Package {
                name: "a b c".to_owned(),
                version: "1 ".to_owned(),
            }]
        );
    }

    #[test]
    fn source_text_of_a_marker_is_none() {
        for text in [
            r#""~linkface:1:implements\u{1f}console\u{1f}0.4\u{1f}write\u{1f}7\u{3}""#,
            r#""~linkface:1:implements\x1f""#,
            "~linkface:1:format",
            "~linkface:2:format\x03",
            "~linkface:1:declares\x1fconsole\x03",
            "~linkface:1:package\x1fa\x1f1\x1ftoo many\x03",
            "~",
            "",
        ] {
            assert_eq!(markers(text.as_bytes()).count(), 0, "{text}");
        }
    }

    #[test]
    fn cut_and_flipped_bytes_are_no_trouble() {
        let bytes = all().iter().map(ToString::to_string).collect::<String>();
        let bytes = bytes.as_bytes();
        for n in 0..bytes.len() {
            let found = markers(&bytes[..n]).count();
            assert!(found <= all().len());
            let mut flipped = bytes.to_vec();
            flipped[n] ^= 0x80;
            assert!(markers(&flipped).count() <= all().len());
        }
    }
}
