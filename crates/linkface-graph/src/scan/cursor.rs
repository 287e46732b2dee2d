//! Reading tokens.

use crate::facts::Place;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenTree};
use std::path::Path;
use syn::ext::IdentExt;

/// Tokens, and how far they have been read.
#[derive(Clone)]
pub(super) struct Cursor<'a> {
    rest: &'a [TokenTree],
}

impl<'a> Cursor<'a> {
    pub(super) fn new(tokens: &'a [TokenTree]) -> Self {
        Self { rest: tokens }
    }

    /// What has not been read yet.
    pub(super) fn rest(&self) -> &'a [TokenTree] {
        self.rest
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn next(&mut self) -> Option<&'a TokenTree> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(first)
    }

    pub(super) fn is(&self, sign: char) -> bool {
        self.rest.first().is_some_and(|token| is_punct(token, sign))
    }

    pub(super) fn eat(&mut self, sign: char) -> bool {
        let found = self.is(sign);
        if found {
            self.next();
        }
        found
    }

    /// `::`, as a whole.
    pub(super) fn eat_colons(&mut self) -> bool {
        let found = matches!(self.rest, [a, b, ..] if is_punct(a, ':') && is_punct(b, ':'));
        if found {
            self.rest = &self.rest[2..];
        }
        found
    }

    pub(super) fn is_word(&self, word: &str) -> bool {
        matches!(self.rest.first(), Some(TokenTree::Ident(ident)) if ident == word)
    }

    pub(super) fn eat_word(&mut self, word: &str) -> bool {
        let found = self.is_word(word);
        if found {
            self.next();
        }
        found
    }

    pub(super) fn ident(&mut self) -> Option<&'a Ident> {
        let Some(TokenTree::Ident(ident)) = self.rest.first() else {
            return None;
        };
        self.next();
        Some(ident)
    }

    /// An identifier without `r#`.
    pub(super) fn path_name(&mut self) -> Option<String> {
        self.ident().map(plain)
    }

    pub(super) fn group(&mut self, delimiter: Delimiter) -> Option<&'a Group> {
        let Some(TokenTree::Group(group)) = self.rest.first() else {
            return None;
        };
        if group.delimiter() != delimiter {
            return None;
        }
        self.next();
        Some(group)
    }

    /// The value of a string literal.
    pub(super) fn string(&mut self) -> Option<String> {
        let Some(TokenTree::Literal(literal)) = self.rest.first() else {
            return None;
        };
        let syn::Lit::Str(text) = syn::Lit::new(literal.clone()) else {
            return None;
        };
        self.next();
        Some(text.value())
    }

    /// Reads up to the first token, outside of `<…>`, that is wanted.
    pub(super) fn until(&mut self, wanted: impl Fn(&TokenTree) -> bool) -> &'a [TokenTree] {
        let all = self.rest;
        let mut angles = 0_usize;
        let mut arrow = false;
        while let Some(token) = self.rest.first() {
            if angles == 0 && wanted(token) {
                break;
            }
            match token {
                TokenTree::Punct(sign) => {
                    match sign.as_char() {
                        '<' => angles += 1,
                        // Not that of `->` and `=>`.
                        '>' if !arrow => angles = angles.saturating_sub(1),
                        _ => {}
                    }
                    arrow = matches!(sign.as_char(), '-' | '=');
                }
                _ => arrow = false,
            }
            self.next();
        }
        &all[..all.len() - self.rest.len()]
    }
}

pub(super) fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

pub(super) fn is_brace(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// An identifier without `r#`.
pub(super) fn plain(ident: &Ident) -> String {
    ident.unraw().to_string()
}

/// What stands between commas, those in `<…>` left alone. Nothing for a trailing one.
pub(super) fn split_commas(tokens: &[TokenTree]) -> impl Iterator<Item = &[TokenTree]> {
    let mut cursor = Cursor::new(tokens);
    std::iter::from_fn(move || {
        if cursor.is_empty() {
            return None;
        }
        let part = cursor.until(|token| is_punct(token, ','));
        cursor.next();
        Some(part)
    })
}

/// Where tokens stand in a file, from the first to the last.
pub(super) fn place(file: &Path, first: Span, last: Span) -> Place {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let (start, end) = (first.start(), last.end());
    Place {
        file: file.to_owned(),
        line: number(start.line),
        column: number(start.column).saturating_add(1),
        end_line: number(end.line),
        end_column: number(end.column).saturating_add(1),
    }
}
