//! How much room a text needs, in columns of a monospaced face.

use std::borrow::Cow;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many columns a text takes.
#[must_use]
pub fn columns(text: &str) -> usize {
    text.width()
}

/// The text, cut to so many columns, the last of which is then `…`.
#[must_use]
pub fn shorten(text: &str, most: usize) -> Cow<'_, str> {
    if columns(text) <= most {
        return Cow::Borrowed(text);
    }
    let mut left = most.saturating_sub(1);
    let mut kept = String::new();
    for character in text.chars() {
        let width = character.width().unwrap_or(0);
        if width > left {
            break;
        }
        left -= width;
        kept.push(character);
    }
    if most > 0 {
        kept.push('…');
    }
    Cow::Owned(kept)
}

/// The text without what a terminal obeys or what hides or turns round what follows: names may hold
/// anything.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    let harmful = |character: char| {
        character.is_control()
            || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    if !text.contains(harmful) {
        return Cow::Borrowed(text);
    }
    let escaped = text.chars().flat_map(|character| {
        let escape = harmful(character).then(|| character.escape_default());
        let keep = escape.is_none().then_some(character);
        escape.into_iter().flatten().chain(keep)
    });
    Cow::Owned(escaped.collect())
}
