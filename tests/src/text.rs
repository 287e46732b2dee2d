//! Texts without what differs from run to run and from machine to machine.

use crate::{repository, scratch};

/// What symbols hold instead of ASCII, and what a reader sees in it.
///
/// This is on purpose not linkface's own table: the tests say what *should* be readable.
const LOOKALIKES: &[(char, &str)] = &[
    ('\u{a0}', " "),
    ('\u{2024}', "."),
    ('\u{a789}', ":"),
    ('\u{201a}', ","),
    ('\u{2010}', "-"),
    ('\u{37e}', ";"),
    ('\u{2768}', "("),
    ('\u{2769}', ")"),
    ('\u{2032}', "'"),
    ('\u{2018}', "`"),
    ('\u{2019}', "`"),
];
/// The length of the hashes in Cargo's and rustc's file names.
const HASH: usize = 16;

/// `text` with `$CASES` and `$REPO` for those folders, `-HASH` for file names' hashes, and ASCII
/// for the lookalikes that symbols hold.
#[must_use]
pub fn plain(text: &str) -> String {
    let cases = scratch().join("cases");
    let folders = text
        .replace(&*cases.to_string_lossy(), "$CASES")
        .replace(&*scratch().to_string_lossy(), "$SCRATCH")
        .replace(&*repository().to_string_lossy(), "$REPO");
    let mut ascii = String::with_capacity(folders.len());
    for c in folders.chars() {
        match LOOKALIKES.iter().find(|(lookalike, _)| *lookalike == c) {
            Some((_, meant)) => ascii.push_str(meant),
            None => ascii.push(c),
        }
    }
    without_hashes(&ascii)
}

fn without_hashes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('-') {
        let (before, dash) = rest.split_at(at);
        out.push_str(before);
        let after = &dash[1..];
        let digits = after.bytes().take_while(u8::is_ascii_hexdigit).count();
        let word_ends = !after[digits..].starts_with(|c: char| c.is_alphanumeric());
        if digits == HASH && word_ends {
            out.push_str("-HASH");
            rest = &after[HASH..];
        } else {
            out.push('-');
            rest = after;
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_go_and_words_stay() {
        assert_eq!(plain("libstd-0123456789abcdef.rlib"), "libstd-HASH.rlib");
        assert_eq!(
            plain("a-b -0123456789abcdef0 - x-"),
            "a-b -0123456789abcdef0 - x-"
        );
    }

    #[test]
    fn folders_and_lookalikes_are_told_in_words() {
        let path = scratch().join("cases").join("hello").join("src");
        assert_eq!(plain(&path.to_string_lossy()), "$CASES/hello/src");
        assert_eq!(
            plain("has\u{a0}no\u{a0}implementation\u{a789}"),
            "has no implementation:"
        );
    }
}
