//! Paths as v0 mangled names ([RFC 2603]): a crate root and names nested in it.
//!
//! [RFC 2603]: https://rust-lang.github.io/rfcs/2603-rust-symbol-name-mangling-v0.html

use crate::{disambiguator, lookalike, punycode};
use std::fmt::Write as _;

/// The mangled name of the path `names`, the first of which is the crate.
pub(crate) fn mangle(hash: u64, names: &[&str]) -> String {
    let mut out = String::from("_R");
    for _ in names.iter().skip(1) {
        // All are in the value namespace, modules too: nobody knows what a name is, and demanglers
        // print them alike.
        out.push_str("Nv");
    }
    out.push('C');
    disambiguator::write(&mut out, hash);
    for name in names {
        write_ident(&mut out, &lookalike::to_symbol(name));
    }
    out
}

/// The hash and path that [`mangle`] was given, for ASCII input. Spellings that `mangle` would not
/// choose may pass.
pub(crate) fn parse(symbol: &str) -> Option<(u64, Vec<String>)> {
    let mut rest = symbol.strip_prefix("_R")?;
    let mut nested = 0;
    while let Some(inner) = rest.strip_prefix("Nv") {
        rest = inner;
        nested += 1;
    }
    let (hash, mut rest) = disambiguator::read(rest.strip_prefix('C')?)?;
    let mut names = Vec::new();
    for _ in 0..=nested {
        let (name, after) = read_ident(rest)?;
        names.push(lookalike::from_symbol(&name));
        rest = after;
    }
    rest.is_empty().then_some((hash, names))
}

fn write_ident(out: &mut String, text: &str) {
    if text.is_ascii() {
        write_bytes(out, text);
    } else {
        out.push('u');
        // The last `-` is Punycode's own: lookalikes have left none in the text.
        write_bytes(out, &punycode::encode(text).replace('-', "_"));
    }
}

fn write_bytes(out: &mut String, bytes: &str) {
    // Without the separator a leading digit would be read as part of the length.
    let separator = if bytes.starts_with(|c: char| c.is_ascii_digit() || c == '_') {
        "_"
    } else {
        ""
    };
    // Writing to a `String` cannot fail.
    let _ = write!(out, "{}{separator}{bytes}", bytes.len());
}

/// Reads an ident off the front of `text`.
fn read_ident(text: &str) -> Option<(String, &str)> {
    let (is_punycode, text) = match text.strip_prefix('u') {
        Some(text) => (true, text),
        None => (false, text),
    };
    let (length, text) = read_length(text)?;
    let text = text.strip_prefix('_').unwrap_or(text);
    let (bytes, rest) = text.split_at_checked(length)?;
    if !is_punycode {
        return Some((bytes.to_owned(), rest));
    }
    let puny = match bytes.rsplit_once('_') {
        Some((basic, extended)) => punycode::decode(&format!("{basic}-{extended}"))?,
        None => punycode::decode(bytes)?,
    };
    Some((puny, rest))
}

fn read_length(text: &str) -> Option<(usize, &str)> {
    // A zero ends the number: the digit after it would be the next ident's.
    let digits = if text.starts_with('0') {
        1
    } else {
        text.bytes().take_while(u8::is_ascii_digit).count()
    };
    let (digits, rest) = text.split_at_checked(digits)?;
    Some((digits.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers() {
        for (names, symbol) in [
            (&["console"][..], "_RC7console"),
            (&["console", "write"], "_RNvC7console5write"),
            (&["a", "m", "_b", "9c"], "_RNvNvNvC1a1m2__b2_9c"),
            // The example of RFC 2603.
            (&["mycrate", "gödel"], "_RNvC7mycrateu8gdel_5qa"),
            (&["a", "数据"], "_RNvC1au6vxup8b"),
            (&["a", "", "b"], "_RNvNvC1a01b"),
            (&["a", "b c"], "_RNvC1au6bc_1ca"),
        ] {
            assert_eq!(mangle(0, names), symbol);
            let parsed = (0, names.iter().map(|name| (*name).to_owned()).collect());
            assert_eq!(parse(symbol), Some(parsed));
        }
        assert_eq!(mangle(64, &["a", "b"]), "_RNvCs10_1a1b");
    }

    #[test]
    fn other_mangled_names_are_refused() {
        for symbol in [
            "",
            "_R",
            "_RC",
            "_RNvC1a",
            "_RNvC1a1bC1c",
            "_RNtC1a1b",
            "_RINvC1a1bE",
            "_RNvC9a1b",
            "_RNvC99999999999999999999999a1b",
            "_RC1au3A_A",
            "_ZN1a1b17h0123456789abcdefE",
        ] {
            assert_eq!(parse(symbol), None, "{symbol}");
        }
    }
}
