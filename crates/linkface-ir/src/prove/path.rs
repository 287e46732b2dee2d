//! Paths of functions: what people write, and what symbols say.

use rustc_demangle::demangle;
use std::fmt;

/// A path that people write to say which function they mean: `console::write`, `main`,
/// `<Square as Shape>::area`.
///
/// It stands for every function whose path ends with it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Path {
    text: String,
    ways: Vec<Vec<String>>,
    /// What every symbol of it has in it, whatever its mangling: most need not be read.
    inside: Option<String>,
}

impl Path {
    /// From what was written.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let ways = ways(text);
        let last = ways.first().and_then(|way| way.last());
        let plain = |name: &&String| {
            name.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        };
        Self {
            text: text.to_owned(),
            inside: last.filter(plain).cloned(),
            ways,
        }
    }

    fn may_name(&self, symbol: &str) -> bool {
        let inside = self.inside.as_deref();
        inside.is_none_or(|inside| {
            memchr::memmem::find(symbol.as_bytes(), inside.as_bytes()).is_some()
        })
    }

    /// As it was written.
    #[must_use]
    pub fn as_written(&self) -> &str {
        &self.text
    }

    /// Whether a symbol is of a function whose path ends with this one. A symbol that linkface made is
    /// of the item that it joins.
    #[must_use]
    pub fn names(&self, symbol: &str) -> bool {
        symbol == self.text
            || self.may_name(symbol)
                && ways(&plain(symbol))
                    .iter()
                    .any(|way| self.ways.iter().any(|ours| way.ends_with(ours)))
    }

    /// Whether a symbol is of the function with exactly this path.
    #[must_use]
    pub fn is(&self, symbol: &str) -> bool {
        symbol == self.text
            || self.may_name(symbol)
                && ways(&plain(symbol))
                    .iter()
                    .any(|way| self.ways.contains(way))
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The path of a symbol, without hashes: `console::write` of `_ZN7console5write17h…E`. Of a symbol that
/// linkface made, the item. Anything else is its own path.
#[must_use]
pub fn plain(symbol: &str) -> String {
    let symbol = bare(symbol);
    if let Some((item, _)) = linkface_symbol::decode(symbol) {
        return item.to_string();
    }
    format!("{:#}", demangle(symbol))
}

/// Whether linkface made the symbol: it joins an interface's callers with its implementation.
#[must_use]
pub fn is_interface(symbol: &str) -> bool {
    linkface_symbol::is_ours(bare(symbol))
}

/// Without what LLVM puts before and behind a mangled name: `\01`, `.llvm.123`, `.specialized.1`.
pub(crate) fn bare(symbol: &str) -> &str {
    let symbol = symbol.strip_prefix("\\01").unwrap_or(symbol);
    let mangled =
        symbol.starts_with("_R") || symbol.starts_with("_ZN") || symbol.starts_with("__R");
    match symbol.split_once('.') {
        // Legacy names have `..` inside for `::`, in parts that are quoted: the end is `E`.
        Some(_) if symbol.starts_with("_ZN") => legacy_end(symbol),
        Some((name, _)) if mangled => name,
        // `extern "C"` functions have copies, too; `llvm.…` are LLVM's own.
        Some((name, added)) if is_added(added) => name,
        _ => symbol,
    }
}

/// Whether it is what LLVM puts behind the name of a copy or of a part: words of its own, and numbers.
fn is_added(text: &str) -> bool {
    let is = |part: &str| {
        let word = matches!(part, "llvm" | "specialized" | "cold" | "part" | "thunk");
        word || !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    text.split('.').all(is) && !text.starts_with(|first: char| first.is_ascii_digit())
}

/// Up to the `17h` hash and its `E`.
fn legacy_end(symbol: &str) -> &str {
    let end = symbol.match_indices("17h").find_map(|(at, _)| {
        let hash = symbol.get(at + 3..at + 19)?;
        let whole = hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        (whole && symbol.as_bytes().get(at + 19) == Some(&b'E')).then_some(at + 20)
    });
    end.map_or(symbol, |end| &symbol[..end])
}

/// The names of a path, without generic arguments: one way to read it, or two if it begins with
/// `<Type as Trait>`.
fn ways(path: &str) -> Vec<Vec<String>> {
    nested_ways(path, 0)
}

/// How many types may be nested at the beginning of a path; real ones have one or two.
const NESTING: usize = 16;

fn nested_ways(path: &str, depth: usize) -> Vec<Vec<String>> {
    let parts = split(path, "::");
    let Some((first, rest)) = parts.split_first() else {
        return Vec::new();
    };
    let rest = rest.iter().filter_map(|part| name(part));
    let inside = first
        .strip_prefix('<')
        .and_then(|inner| inner.strip_suffix('>'));
    let Some(inside) = inside.filter(|_| depth < NESTING) else {
        return vec![name(first).into_iter().chain(rest).collect()];
    };
    let rest: Vec<String> = rest.collect();
    split(inside, " as ")
        .into_iter()
        .flat_map(|side| nested_ways(side.trim_start_matches(['&', '*']), depth + 1))
        .map(|mut way| {
            way.extend(rest.iter().cloned());
            way
        })
        .collect()
}

/// A part of a path without its generic arguments; none if it is nothing else.
fn name(part: &str) -> Option<String> {
    if part.starts_with("<impl ") {
        return Some(part.to_owned());
    }
    let name = part.split('<').next().unwrap_or(part);
    let name = name.trim_start_matches("r#");
    (!name.is_empty()).then(|| name.to_owned())
}

/// `text` cut at each `separator` that is in no bracket.
fn split<'a>(text: &'a str, separator: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut depth, mut start, mut at) = (0_usize, 0, 0);
    while at < text.len() {
        let rest = text.get(at..).unwrap_or_default();
        if rest.starts_with("->") || rest.starts_with("=>") {
            at += 2;
            continue;
        }
        if depth == 0 && rest.starts_with(separator) {
            parts.push(&text[start..at]);
            at += separator.len();
            start = at;
            continue;
        }
        let Some(c) = rest.chars().next() else { break };
        match c {
            '<' | '(' | '[' | '{' => depth += 1,
            '>' | ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += c.len_utf8();
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_what_ends_with_it() {
        let symbol = "_ZN3app9interface5write17h72605169685616c6E";
        for path in ["write", "interface::write", "app::interface::write", symbol] {
            assert!(Path::new(path).names(symbol), "{path}");
        }
        for path in [
            "rite",
            "other::write",
            "app",
            "app::interface",
            "crate::app::interface::write",
            "",
        ] {
            assert!(!Path::new(path).names(symbol), "{path}");
        }
        assert!(Path::new("app::interface::write").is(symbol));
        assert!(!Path::new("write").is(symbol));
    }

    #[test]
    fn a_method_has_the_path_of_its_type_and_of_its_trait() {
        let symbol = "_ZN56_$LT$app..calls..Square$u20$as$u20$app..calls..Shape$GT$4area17h0123456789abcdefE";
        assert_eq!(
            plain(symbol),
            "<app::calls::Square as app::calls::Shape>::area"
        );
        for path in ["Square::area", "Shape::area", "app::calls::Shape::area"] {
            assert!(Path::new(path).names(symbol), "{path}");
        }
        assert!(!Path::new("Strip::area").names(symbol));
    }

    #[test]
    fn generic_arguments_do_not_count() {
        assert_eq!(ways("deep::generic::<u32>"), [["deep", "generic"]]);
        assert_eq!(
            ways("alloc::vec::Vec<T>::push"),
            [["alloc", "vec", "Vec", "push"]]
        );
        assert_eq!(
            ways("<fn(&u8) -> u8 as a::B<fn() -> u8>>::c")[1],
            ["a", "B", "c"]
        );
    }

    #[test]
    fn what_llvm_adds_is_no_part_of_a_name() {
        let legacy = "_ZN8provider3big17h2d28ca563556b2ffE.llvm.3428004306454548119";
        assert_eq!(plain(legacy), "provider::big");
        assert_eq!(plain("_RNvC7console5write.specialized.1"), "console::write");
        assert_eq!(plain("memcpy"), "memcpy");
        assert_eq!(plain("item.specialized.1"), "item");
        assert_eq!(plain("item.llvm.42"), "item");
        assert_eq!(plain("item.1"), "item.1", "another of the name");
        assert_eq!(plain("item.other"), "item.other");
        assert_eq!(plain("llvm.memcpy.p0.p0.i64"), "llvm.memcpy.p0.p0.i64");
    }

    #[test]
    fn linkfaces_symbols_are_of_the_item() {
        let version = linkface_symbol::Compat::of("0.1.0").unwrap();
        let item = linkface_symbol::Item::new("console", version, ["write"], 7);
        let symbol = linkface_symbol::encode(&item, linkface_symbol::Role::Required);
        assert!(is_interface(&symbol));
        assert!(Path::new("console::write").is(&symbol));
        assert!(!is_interface("_RNvC7console5write"));
    }
}
