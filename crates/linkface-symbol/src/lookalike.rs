//! Stand-ins for the ASCII characters that a symbol cannot hold. The table is in the crate's
//! documentation.

/// ASCII and the character that stands for it. Backticks are handled apart: they come in pairs.
const PAIRS: [(char, char); 9] = [
    (' ', '\u{a0}'),
    ('.', '\u{2024}'),
    (':', '\u{a789}'),
    (',', '\u{201a}'),
    ('-', '\u{2010}'),
    (';', '\u{37e}'),
    ('(', '\u{2768}'),
    (')', '\u{2769}'),
    ('\'', '\u{2032}'),
];
const QUOTES: [char; 2] = ['\u{2018}', '\u{2019}'];
/// From an ASCII punctuation mark to its fullwidth form.
const FULLWIDTH: u32 = 0xfee0;
/// From an ASCII control character to its picture.
const PICTURE: u32 = 0x2400;
/// The picture of DEL, which follows the others instead of standing at its own offset.
const DELETE: char = '\u{2421}';

/// `text` with no ASCII but letters, digits and underscores.
pub(crate) fn to_symbol(text: &str) -> String {
    let mut quotes = QUOTES.into_iter().cycle();
    text.chars()
        .filter_map(|c| {
            if c == '`' {
                quotes.next()
            } else {
                Some(stand_in(c))
            }
        })
        .collect()
}

/// What [`to_symbol`] was given.
pub(crate) fn from_symbol(text: &str) -> String {
    text.chars().map(original).collect()
}

fn stand_in(c: char) -> char {
    if c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii() {
        return c;
    }
    if let Some((_, stand_in)) = PAIRS.iter().find(|(ascii, _)| *ascii == c) {
        return *stand_in;
    }
    match c {
        '\u{7f}' => DELETE,
        c if c.is_ascii_control() => shifted(c, |code| code + PICTURE),
        c => shifted(c, |code| code + FULLWIDTH),
    }
}

fn original(c: char) -> char {
    if QUOTES.contains(&c) {
        return '`';
    }
    if let Some((ascii, _)) = PAIRS.iter().find(|(_, stand_in)| *stand_in == c) {
        return *ascii;
    }
    let ascii = match c {
        DELETE => '\u{7f}',
        '\u{2400}'..='\u{241f}' => shifted(c, |code| code - PICTURE),
        '\u{ff01}'..='\u{ff5e}' => shifted(c, |code| code - FULLWIDTH),
        c => c,
    };
    // Fullwidth letters are letters in their own right: Rust allows them in identifiers.
    if stand_in(ascii) == c { ascii } else { c }
}

fn shifted(c: char, shift: impl Fn(u32) -> u32) -> char {
    char::from_u32(shift(u32::from(c))).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_ascii_is_replaced_and_comes_back() {
        let ascii = String::from_utf8((0..128).collect()).unwrap();
        let symbol = to_symbol(&ascii);
        assert!(
            symbol
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii())
        );
        assert_eq!(from_symbol(&symbol), ascii);
        let distinct: std::collections::BTreeSet<char> = symbol.chars().collect();
        assert_eq!(distinct.len(), 128);
    }

    #[test]
    fn backticks_open_and_close() {
        assert_eq!(to_symbol("`a` `b`"), "‘a’\u{a0}‘b’");
        assert_eq!(from_symbol("‘a’\u{a0}‘b’"), "`a` `b`");
    }

    #[test]
    fn letters_that_only_look_like_ascii_are_kept() {
        assert_eq!(from_symbol("Ａ＿９größe変数"), "Ａ＿９größe変数");
        assert_eq!(to_symbol("Ａ＿９größe変数"), "Ａ＿９größe変数");
    }
}
