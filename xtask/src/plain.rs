//! Texts without what differs from machine to machine.

use crate::place;
use std::borrow::Cow;

/// What symbols hold instead of ASCII, and what a reader sees in it. The whole table is in
/// `linkface-symbol`'s documentation; these occur in its sentences.
const LOOKALIKES: &[(char, char)] = &[
    ('\u{a0}', ' '),
    ('\u{2024}', '.'),
    ('\u{a789}', ':'),
    ('\u{201a}', ','),
    ('\u{2010}', '-'),
    ('\u{37e}', ';'),
    ('\u{2768}', '('),
    ('\u{2769}', ')'),
    ('\u{2032}', '\''),
    ('\u{2018}', '`'),
    ('\u{2019}', '`'),
];

/// `text` with ASCII for lookalikes, so that it can be searched and copied, `$REPO` for this
/// repository's folder, `$REGISTRY` for the one where Cargo keeps sources from crates.io, a constant
/// for the time that tests took, and no spaces at the ends of lines.
pub(crate) fn plain(text: &str) -> String {
    let repository = place::repository();
    let text = text.replace(&*repository.to_string_lossy(), "$REPO");
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let start = out.len();
        out.extend(without_registry(line).chars().map(ascii));
        if let Some(at) = out[start..].find("; finished in ") {
            out.truncate(start + at);
            out += "; finished in 0.00s";
        }
        out.truncate(out.trim_end_matches([' ', '\t']).len());
        out.push('\n');
    }
    out
}

/// `$REGISTRY/log-0.4.0` for `/home/me/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/log-0.4.0`.
fn without_registry(line: &str) -> Cow<'_, str> {
    let Some((before, after)) = line.split_once("/registry/src/") else {
        return Cow::Borrowed(line);
    };
    let start = before.rfind([' ', '(']).map_or(0, |space| space + 1);
    let inside = after.find('/').map_or("", |slash| &after[slash..]);
    Cow::Owned(format!("{}$REGISTRY{inside}", &before[..start]))
}

fn ascii(c: char) -> char {
    let pair = LOOKALIKES.iter().find(|(lookalike, _)| *lookalike == c);
    pair.map_or(c, |(_, meant)| *meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_ascii() {
        assert_eq!(
            plain("‘use\u{a0}the_provider\u{a0}as\u{a0}_\u{37e}’\n"),
            "`use the_provider as _;`\n"
        );
    }

    #[test]
    fn the_registry_is_anywhere() {
        let at =
            "/home/me/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/log-0.4.0/src/lib.rs";
        assert_eq!(
            plain(&format!(">>> referenced by lib.rs:1 ({at}:1)\n{at}\n")),
            ">>> referenced by lib.rs:1 ($REGISTRY/log-0.4.0/src/lib.rs:1)\n$REGISTRY/log-0.4.0/src/lib.rs\n"
        );
    }

    #[test]
    fn spaces_at_ends_go_and_lines_stay() {
        assert_eq!(plain("  a  \n\n b"), "  a\n\n b\n");
    }
}
