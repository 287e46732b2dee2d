//! A name as people write it.

use crate::draw::measure::printable;

/// A demangled name: `core::str::<impl str>::bytes`. Names that Rust didn't mangle stay as they are,
/// but for what a terminal would obey: that is escaped.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Path {
    text: String,
    hash: Option<String>,
    demangled: bool,
}

/// How deep types in a path are looked into: `<<A as B>::C as D>::f`.
const DEPTH: usize = 4;

impl Path {
    /// Of a name without `@`, quotes and escapes: [`Name::text`](crate::model::Name::text).
    #[must_use]
    pub fn new(name: &str) -> Self {
        // What LLVM adds to symbols that it makes visible to other units.
        let plain = name.find(".llvm.").map_or(name, |at| &name[..at]);
        let Ok(demangled) = rustc_demangle::try_demangle(plain) else {
            return Self {
                text: printable(name).into_owned(),
                hash: None,
                demangled: false,
            };
        };
        let (text, whole) = (format!("{demangled:#}"), format!("{demangled}"));
        let hash = whole
            .strip_prefix(&text)
            .and_then(|rest| rest.strip_prefix("::"));
        Self {
            hash: hash.map(str::to_owned),
            text,
            demangled: true,
        }
    }

    /// Without the hash: `hex::parse_hex`.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What legacy mangling puts at the end to tell apart what has one path: `h0123456789abcdef`.
    #[must_use]
    pub fn hash(&self) -> Option<&str> {
        self.hash.as_deref()
    }

    /// Whether it was mangled by Rust.
    #[must_use]
    pub fn is_demangled(&self) -> bool {
        self.demangled
    }

    /// Without generic arguments, `<…>` replaced by what it is about: one spelling for the type, one for
    /// the trait. Those of `<hex::Parser<T> as core::fmt::Debug>::fmt` are `hex::Parser::fmt` and
    /// `core::fmt::Debug::fmt`.
    #[must_use]
    pub fn spellings(&self) -> Vec<String> {
        if self.demangled {
            spellings(&self.text, DEPTH)
        } else {
            vec![self.text.clone()]
        }
    }

    /// The crates that it names: that of the path; of a method that of its type and that of its trait.
    /// None if Rust didn't mangle it.
    #[must_use]
    pub fn crates(&self) -> Vec<String> {
        if !self.demangled {
            return Vec::new();
        }
        let mut crates: Vec<String> = Vec::new();
        for spelling in self.spellings() {
            let Some((first, _)) = spelling.split_once("::") else {
                continue;
            };
            if !crates.iter().any(|known| known == first) {
                crates.push(first.to_owned());
            }
        }
        crates
    }
}

fn spellings(path: &str, depth: usize) -> Vec<String> {
    let mut all = vec![String::new()];
    for (nth, segment) in segments(path).into_iter().enumerate() {
        let Some(inside) = segment
            .strip_prefix('<')
            .and_then(|rest| rest.strip_suffix('>'))
        else {
            let name = closure(segment.split('<').next().unwrap_or_default());
            for spelling in &mut all {
                push(spelling, name);
            }
            continue;
        };
        let implementation = inside.strip_prefix("impl ");
        if nth > 0 && implementation.is_none() {
            // `f::<u8>`: arguments.
            continue;
        }
        let sides = match implementation {
            Some(inside) => split(inside, " for "),
            None => split(inside, " as "),
        };
        let heads = sides
            .into_iter()
            .flat_map(|side| type_spellings(side, depth));
        let mut heads: Vec<String> = heads.collect();
        if nth > 0 {
            // `core::str::<impl str>`: the module is a way to say it, too.
            heads.append(&mut all);
        }
        if !heads.is_empty() {
            all = heads;
        }
    }
    all.retain(|spelling| !spelling.is_empty());
    all
}

/// Spellings of a type: of `&mut [hex::Parser<T>]`, `hex::Parser`.
fn type_spellings(ty: &str, depth: usize) -> Vec<String> {
    let Some(depth) = depth.checked_sub(1) else {
        return Vec::new();
    };
    let mut ty = ty.trim();
    loop {
        let words = ["&", "*const ", "*mut ", "mut ", "dyn ", "["];
        let Some(rest) = words.iter().find_map(|word| ty.strip_prefix(word)) else {
            break;
        };
        ty = rest;
    }
    spellings(ty.trim_end_matches(']'), depth)
}

/// Legacy mangling's `{{closure}}` is `{closure}`.
fn closure(segment: &str) -> &str {
    match segment
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
    {
        Some(inside) if inside.starts_with('{') && inside.ends_with('}') => inside,
        _ => segment,
    }
}

fn push(path: &mut String, segment: &str) {
    if segment.is_empty() {
        return;
    }
    if !path.is_empty() {
        path.push_str("::");
    }
    path.push_str(segment);
}

/// The parts between `::`, those inside of brackets left alone.
fn segments(path: &str) -> Vec<&str> {
    outside(path, "::")
}

/// The two sides of `word`, or the whole if it isn't there.
fn split<'t>(text: &'t str, word: &str) -> Vec<&'t str> {
    outside(text, word)
}

/// Splits at `separator` where it stands outside of all brackets.
fn outside<'t>(text: &'t str, separator: &str) -> Vec<&'t str> {
    let (mut parts, mut start, mut at, mut depth) = (Vec::new(), 0, 0, 0usize);
    let bytes = text.as_bytes();
    while at < bytes.len() {
        if depth == 0 && bytes[at..].starts_with(separator.as_bytes()) {
            parts.push(&text[start..at]);
            at += separator.len();
            start = at;
            continue;
        }
        match bytes[at] {
            b'<' | b'(' | b'[' | b'{' => depth += 1,
            // Of an arrow: `fn() -> u8`.
            b'>' if at > 0 && bytes[at - 1] == b'-' => {}
            b'>' | b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(mangled: &str, text: &str, spellings: &[&str]) {
        let path = Path::new(mangled);
        assert_eq!(path.text(), text);
        assert_eq!(path.spellings(), spellings);
    }

    #[test]
    fn both_manglings_are_read() {
        check(
            "_ZN3hex9parse_hex17hbb180a5f7dc1c1a4E",
            "hex::parse_hex",
            &["hex::parse_hex"],
        );
        check(
            "_RNvCs1234_7mycrate3foo.llvm.123",
            "mycrate::foo",
            &["mycrate::foo"],
        );
        assert_eq!(
            Path::new("_ZN3hex9parse_hex17hbb180a5f7dc1c1a4E").hash(),
            Some("hbb180a5f7dc1c1a4")
        );
        assert_eq!(Path::new("_RNvCs1234_7mycrate3foo").hash(), None);
    }

    #[test]
    fn other_names_stay() {
        check("memcpy", "memcpy", &["memcpy"]);
        check("_ZN3fooEv", "_ZN3fooEv", &["_ZN3fooEv"]);
        assert!(Path::new("memcpy").crates().is_empty());
    }

    #[test]
    fn types_and_traits_are_spellings() {
        check(
            "_ZN67_$LT$alloc..boxed..Box$LT$T$C$A$GT$$u20$as$u20$core..fmt..Debug$GT$3fmt17h09e96c92e95b6617E",
            "<alloc::boxed::Box<T,A> as core::fmt::Debug>::fmt",
            &["alloc::boxed::Box::fmt", "core::fmt::Debug::fmt"],
        );
        check(
            "_ZN4core3str21_$LT$impl$u20$str$GT$5bytes17h1f59823d96544a14E",
            "core::str::<impl str>::bytes",
            &["str::bytes", "core::str::bytes"],
        );
        check(
            "_ZN5alloc4sync16Arc$LT$T$C$A$GT$9drop_slow17h82ccb4427f03ad08E",
            "alloc::sync::Arc<T,A>::drop_slow",
            &["alloc::sync::Arc::drop_slow"],
        );
    }

    #[test]
    fn arguments_are_left_out() {
        check(
            "_RINvNtC3std3mem8align_ofjdE",
            "std::mem::align_of::<usize, f64>",
            &["std::mem::align_of"],
        );
        check(
            "_RNvMs_C7mycrateINtB4_7ExampleKj7b_E3foo",
            "<mycrate::Example<123>>::foo",
            &["mycrate::Example::foo"],
        );
    }

    #[test]
    fn brackets_of_any_depth_are_read() {
        let deep = format!("_ZN{}4calln17h09e96c92e95b6617E", "1<".repeat(1000));
        let _ = Path::new(&deep).spellings();
        for text in [
            "<<<<<<<<a as b>",
            ">>::<",
            "<impl ",
            "<>",
            "::::",
            "<fn() -> u8 as a::B>::c",
        ] {
            let _ = spellings(text, DEPTH);
        }
        assert_eq!(
            spellings("<fn() -> u8 as a::B>::c", DEPTH),
            ["fn() -> u8::c", "a::B::c"]
        );
    }
}
