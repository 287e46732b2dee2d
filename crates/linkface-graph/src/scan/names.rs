//! The crates that code names, and the macros that it calls.

use super::cursor::{Cursor, is_brace, is_punct, plain};
use super::path::Written;
use proc_macro2::{Span, TokenTree};
use std::collections::BTreeSet;

/// A call of a macro, anywhere in an item.
pub(super) struct Call {
    pub(super) path: Written,
    pub(super) arguments: Vec<TokenTree>,
    /// From the path's first token to the arguments.
    pub(super) span: (Span, Span),
}

/// Adds every name that a path starts with: crates, and much that is none.
///
/// Gives the calls of macros to `call`.
pub(super) fn collect(
    tokens: &[TokenTree],
    names: &mut BTreeSet<String>,
    call: &mut dyn FnMut(Call),
) {
    let mut is_in_use = false;
    for (at, token) in tokens.iter().enumerate() {
        let before = |n: usize| at.checked_sub(n).and_then(|at| tokens.get(at));
        let is_start = before(1).is_none_or(|last| !is_punct(last, ':'));
        match token {
            TokenTree::Punct(sign) if sign.as_char() == ';' => is_in_use = false,
            TokenTree::Ident(word) => {
                is_in_use |= word == "use";
                let after_keyword = before(1).is_some_and(
                    |last| matches!(last, TokenTree::Ident(word) if word == "use" || word == "crate"),
                );
                // `::name`: with no path in front of the colons.
                let is_global = matches!((before(2), before(1)), (Some(a), Some(b)) if is_punct(a, ':') && is_punct(b, ':'))
                    && before(3).is_none_or(|last| !ends_path(last));
                let mut ahead = Cursor::new(&tokens[at..]);
                ahead.next();
                let is_path = ahead.clone().eat_colons();
                if after_keyword || is_global || (is_start && is_path) {
                    add(word, names);
                }
                if is_start || is_global {
                    calls(&tokens[at..], call);
                }
            }
            TokenTree::Group(group) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                if is_in_use && is_brace(token) {
                    // `use {console, uart as _};`
                    heads(&inner, names);
                }
                collect(&inner, names, call);
            }
            _ => {}
        }
    }
}

fn ends_path(token: &TokenTree) -> bool {
    let is_keyword = |word: &proc_macro2::Ident| {
        ["use", "as", "in", "return", "impl", "for", "dyn", "else"]
            .iter()
            .any(|keyword| word == keyword)
    };
    match token {
        TokenTree::Ident(word) => !is_keyword(word),
        token => is_punct(token, '>'),
    }
}

fn heads(list: &[TokenTree], names: &mut BTreeSet<String>) {
    for part in super::cursor::split_commas(list) {
        let mut cursor = Cursor::new(part);
        cursor.eat_colons();
        if let Some(word) = cursor.ident() {
            add(word, names);
        }
    }
}

fn calls(tokens: &[TokenTree], call: &mut dyn FnMut(Call)) {
    let mut cursor = Cursor::new(tokens);
    let start = tokens.first().map(TokenTree::span);
    if let (Some(path), Some(start)) = (Written::read(&mut cursor), start)
        && cursor.eat('!')
        && let Some(TokenTree::Group(group)) = cursor.next()
    {
        call(Call {
            path,
            arguments: group.stream().into_iter().collect(),
            span: (start, group.span_close()),
        });
    }
}

fn add(word: &proc_macro2::Ident, names: &mut BTreeSet<String>) {
    if !["self", "super", "crate", "Self", "as", "_"]
        .iter()
        .any(|keyword| word == keyword)
    {
        names.insert(plain(word));
    }
}
