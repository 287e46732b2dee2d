//! Finds `.Trait::method` in tokens.
//!
//! No parser of Rust accepts a path behind a dot. So each such path is replaced by one made-up name
//! before the tokens are parsed: then precedence and everything else is the parser's business.

use super::method::Method;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident};

/// The paths that were replaced, by the number in the name that stands for them.
#[derive(Default)]
pub(crate) struct Names(Vec<Found>);

/// A path behind a dot.
pub(crate) struct Found {
    tokens: TokenStream,
    pub(crate) method: syn::Result<Method>,
}

const PREFIX: &str = "__linkface_qualified_";

impl Names {
    /// `tokens` with names. What other macros are called with is left alone: see `within`.
    pub(crate) fn replace(&mut self, tokens: TokenStream) -> TokenStream {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut replaced = Vec::with_capacity(tokens.len());
        let mut at = 0;
        while at < tokens.len() {
            if is_method_dot(&tokens, at)
                && let Some(end) = path_end(&tokens, at + 1)
            {
                replaced.push(tokens[at].clone());
                let called = is_call(tokens.get(end));
                let path = tokens[at + 1..end].iter().cloned().collect();
                replaced.push(self.name(path, called).into());
                if !called {
                    replaced.push(Group::new(Delimiter::Parenthesis, TokenStream::new()).into());
                }
                at = end;
                continue;
            }
            replaced.push(match &tokens[at] {
                TokenTree::Group(group) if !is_macro_input(&tokens, at) => {
                    let mut inner = Group::new(group.delimiter(), self.replace(group.stream()));
                    inner.set_span(group.span());
                    inner.into()
                }
                token => token.clone(),
            });
            at += 1;
        }
        replaced.into_iter().collect()
    }

    /// `tokens` with what the user wrote.
    pub(crate) fn restore(&self, tokens: TokenStream) -> TokenStream {
        tokens
            .into_iter()
            .flat_map(|token| match token {
                TokenTree::Ident(name) => match self.get(&name) {
                    Some(found) => found.tokens.clone(),
                    None => name.into_token_stream(),
                },
                TokenTree::Group(group) => {
                    let mut inner = Group::new(group.delimiter(), self.restore(group.stream()));
                    inner.set_span(group.span());
                    inner.into_token_stream()
                }
                token => token.into_token_stream(),
            })
            .collect()
    }

    /// What `name` stands for.
    pub(crate) fn get(&self, name: &Ident) -> Option<&Found> {
        let number = name.to_string();
        self.0
            .get(number.strip_prefix(PREFIX)?.parse::<usize>().ok()?)
    }

    fn name(&mut self, tokens: TokenStream, called: bool) -> Ident {
        let span = tokens
            .clone()
            .into_iter()
            .last()
            .map_or_else(Span::call_site, |token| token.span());
        let name = format_ident!("{PREFIX}{}", self.0.len(), span = span);
        let mut method = if is(tokens.clone().into_iter().last().as_ref(), ':') {
            Err(syn::Error::new_spanned(
                &tokens,
                "expected the name of a method behind `::`",
            ))
        } else {
            Method::parse(tokens.clone())
        };
        if method.is_ok() && !called {
            method = Err(syn::Error::new_spanned(
                &tokens,
                format!(
                    "a qualified call needs its arguments: `.{}()`",
                    show(&tokens)
                ),
            ));
        }
        self.0.push(Found { tokens, method });
        name
    }
}

impl Found {
    /// What was written.
    pub(crate) fn tokens(&self) -> &TokenStream {
        &self.tokens
    }
}

/// How a path reads in a message.
fn show(tokens: &TokenStream) -> String {
    tokens
        .to_string()
        .replace(" :: ", "::")
        .replace(":: ", "::")
        .replace("< ", "<")
        .replace(" <", "<")
        .replace(" >", ">")
}

/// Whether there is anything to replace, in macros' arguments too.
pub(crate) fn any(tokens: &TokenStream) -> bool {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    (0..tokens.len()).any(|at| match &tokens[at] {
        TokenTree::Group(group) => any(&group.stream()),
        _ => is_method_dot(&tokens, at) && path_end(&tokens, at + 1).is_some(),
    })
}

/// Whether there is anything to replace outside of groups.
pub(crate) fn any_here(tokens: &TokenStream) -> bool {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    (0..tokens.len()).any(|at| is_method_dot(&tokens, at) && path_end(&tokens, at + 1).is_some())
}

fn is(token: Option<&TokenTree>, char: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == char)
}

fn is_call(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis)
}

/// A dot that is no part of `..`, with something before it.
fn is_method_dot(tokens: &[TokenTree], at: usize) -> bool {
    is(tokens.get(at), '.')
        && !is(tokens.get(at + 1), '.')
        && at > 0
        && !is(tokens.get(at - 1), '.')
}

/// Whether the group at `at` is what a macro is called with: `name!(…)`, `macro_rules! name {…}`.
fn is_macro_input(tokens: &[TokenTree], at: usize) -> bool {
    let is_name = |at: Option<usize>| matches!(at.and_then(|at| tokens.get(at)), Some(TokenTree::Ident(name)) if !is_keyword(name));
    let is_bang = |at: Option<usize>| is(at.and_then(|at| tokens.get(at)), '!');
    (is_bang(at.checked_sub(1)) && is_name(at.checked_sub(2)))
        || (is_name(at.checked_sub(1)) && is_bang(at.checked_sub(2)) && is_name(at.checked_sub(3)))
}

/// A keyword that can stand before `!`, negation.
fn is_keyword(name: &Ident) -> bool {
    [
        "as", "break", "else", "if", "in", "let", "match", "move", "return", "while", "yield",
    ]
    .iter()
    .any(|keyword| name == keyword)
}

/// Where the path that begins at `start` ends, if it is one of at least two segments.
fn path_end(tokens: &[TokenTree], start: usize) -> Option<usize> {
    let is_separator = |at: usize| is(tokens.get(at), ':') && is(tokens.get(at + 1), ':');
    let mut at = start;
    let mut segments = 0;
    if is(tokens.get(at), '<') {
        at = angle_end(tokens, at)?;
        segments += 1;
        if !is_separator(at) {
            return None;
        }
    }
    if is_separator(at) {
        at += 2;
    }
    let mut end = at;
    loop {
        match tokens.get(at) {
            // The path of a `macro_rules!` parameter comes in a group without delimiters.
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let inner =
                    path_end(&inner, 0).is_some() || matches!(inner[..], [TokenTree::Ident(_)]);
                if !inner {
                    break;
                }
            }
            Some(TokenTree::Ident(_)) => {}
            _ => break,
        }
        segments += 1;
        at += 1;
        end = at;
        if !is_separator(at) {
            break;
        }
        at += 2;
        if is(tokens.get(at), '<') {
            at = angle_end(tokens, at)?;
            end = at;
            if !is_separator(at) {
                break;
            }
            at += 2;
        }
        // A path that isn't finished, as editors see it.
        if !matches!(
            tokens.get(at),
            Some(TokenTree::Ident(_) | TokenTree::Group(_))
        ) {
            return Some(at);
        }
    }
    (segments >= 2).then_some(end)
}

/// Behind the `>` that closes the `<` at `at`.
fn angle_end(tokens: &[TokenTree], mut at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    loop {
        if is(Some(tokens.get(at)?), '<') {
            depth += 1;
        } else if is(tokens.get(at), '>') && !is(tokens.get(at - 1), '-') {
            depth -= 1;
            if depth == 0 {
                return Some(at + 1);
            }
        }
        at += 1;
    }
}
