//! What people write for a function.

use super::Path;
use std::borrow::Cow;

/// What somebody wrote.
pub(super) struct Query<'q> {
    /// As it was written, without `@` and quotes.
    text: &'q str,
    /// Whether there was an `@`: a name in the IR, and nothing else.
    literal: bool,
    /// The path, its spaces and closures as [`Path`] has them.
    path: String,
    /// `h` and the first digits of a hash.
    hash: Option<&'q str>,
    /// A word that each mangled name must have for a match; empty if there is none.
    word: &'q str,
}

/// How well a function fits, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    Name,
    Whole,
    Spelling,
    End,
    EndOfSpelling,
    Part,
}

impl<'q> Query<'q> {
    pub(super) fn new(text: &'q str) -> Self {
        let text = text.trim();
        let literal = text.starts_with('@');
        let text = text.strip_prefix('@').unwrap_or(text);
        let unquoted = text
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'));
        let text = unquoted.unwrap_or(text);
        Self::about(text, literal, text, None)
    }

    /// The same, its last part taken for a hash, if it looks like one.
    pub(super) fn with_hash(&self) -> Option<Self> {
        let (path, hash) = self.text.rsplit_once("::")?;
        is_hash(hash).then(|| Self::about(self.text, self.literal, path, Some(hash)))
    }

    fn about(text: &'q str, literal: bool, path: &'q str, hash: Option<&'q str>) -> Self {
        Self {
            text,
            literal,
            path: path.replace("{{closure}}", "{closure}"),
            hash,
            word: rarest_word(path),
        }
    }

    /// What was written, without `@` and quotes.
    pub(super) fn text(&self) -> &str {
        self.text
    }

    /// Whether it is worth to demangle `name`. Each identifier of a path is in its mangled name.
    pub(super) fn may_be(&self, name: &str) -> bool {
        memchr::memmem::find(name.as_bytes(), self.word.as_bytes()).is_some()
    }

    /// How well a function fits.
    pub(super) fn grade(&self, name: &str, path: &Path) -> Option<Grade> {
        if name == self.text && (self.literal || name != "main") {
            return Some(Grade::Name);
        }
        if self.literal || self.path.is_empty() || !self.hash_fits(path) {
            return None;
        }
        if name == self.text {
            // C's `main`: the program's own is meant, if there is one.
            return Some(Grade::EndOfSpelling);
        }
        let whole = path.text().replace("{{closure}}", "{closure}");
        let spellings = path.spellings();
        let is = |text: &str| self.eq(text);
        let ends = |text: &str| self.ends(text);
        if is(&whole) {
            Some(Grade::Whole)
        } else if spellings.iter().any(|spelling| is(spelling)) {
            Some(Grade::Spelling)
        } else if ends(&whole) {
            Some(Grade::End)
        } else if spellings.iter().any(|spelling| ends(spelling)) {
            Some(Grade::EndOfSpelling)
        } else {
            let part = whole.contains(&self.path)
                || spellings.iter().any(|text| text.contains(&self.path));
            part.then_some(Grade::Part)
        }
    }

    fn hash_fits(&self, path: &Path) -> bool {
        self.hash
            .is_none_or(|hash| path.hash().is_some_and(|whole| whole.starts_with(hash)))
    }

    fn eq(&self, text: &str) -> bool {
        text == self.path || self.numberless(text) == self.path
    }

    fn ends(&self, text: &str) -> bool {
        let ends = |text: &str| {
            text.strip_suffix(&*self.path)
                .is_some_and(|before| before.ends_with("::"))
        };
        ends(text) || ends(&self.numberless(text))
    }

    /// Without the numbers of closures, if the query has none.
    fn numberless<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !self.path.contains("{closure}") || !text.contains("{closure#") {
            return Cow::Borrowed(text);
        }
        let mut parts = text.split("{closure#");
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            out.push_str("{closure");
            out.push_str(part.trim_start_matches(|of: char| of.is_ascii_digit()));
        }
        Cow::Owned(out)
    }
}

/// `h3a6b90`: what chooses among functions of one path. Too short or odd a word is a name.
fn is_hash(word: &str) -> bool {
    const SHORTEST: usize = 3;
    let Some(digits) = word.strip_prefix('h') else {
        return false;
    };
    digits.len() >= SHORTEST
        && digits.len() <= 16
        && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
        && digits.bytes().any(|byte| byte.is_ascii_digit())
}

/// The longest identifier that mangling keeps as it is: not inside of braces, no primitive type, and
/// nothing but ASCII.
fn rarest_word(path: &str) -> &str {
    let mut best = "";
    let (mut start, mut depth) = (0, 0usize);
    let mut consider = |word: &'_ str, depth: usize, range: std::ops::Range<usize>| {
        if depth == 0 && !is_encoded(word) && word.len() > best.len() {
            best = &path[range];
        }
    };
    for (at, letter) in path.char_indices() {
        if letter.is_alphanumeric() || letter == '_' || letter == '.' {
            continue;
        }
        consider(&path[start..at], depth, start..at);
        start = at + letter.len_utf8();
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    consider(&path[start..], depth, start..path.len());
    best
}

/// Words that stand in paths, and not as they are in mangled names.
fn is_encoded(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "as", "bool", "char", "closure", "const", "dyn", "extern", "f128", "f16", "f32", "f64",
        "fn", "for", "i128", "i16", "i32", "i64", "i8", "impl", "isize", "mut", "shim", "str",
        "u128", "u16", "u32", "u64", "u8", "unsafe", "usize",
    ];
    !word.is_ascii() || word.is_empty() || WORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_is_one_that_mangling_keeps() {
        assert_eq!(rarest_word("hex::parse_hex"), "parse_hex");
        assert_eq!(rarest_word("core::str::<impl str>::bytes"), "bytes");
        assert_eq!(rarest_word("a::{closure#0}"), "a");
        assert_eq!(rarest_word("größe"), "");
        assert_eq!(rarest_word("u8"), "");
    }

    #[test]
    fn hashes_are_told_from_names() {
        assert!(is_hash("h3a6b9063c7b924e3"));
        assert!(is_hash("h3a6"));
        assert!(!is_hash("head"));
        assert!(!is_hash("hash"));
        assert!(!is_hash("h3"));
        assert!(!is_hash("h3a6b9063c7b924e3ff"));
    }
}
