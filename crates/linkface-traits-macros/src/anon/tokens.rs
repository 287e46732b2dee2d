//! Tokens that read neither as expressions nor as statements: `select! { line = lines.next() => … }`.
//!
//! A name is replaced where it can hardly be anything but the variable. One that the tokens may bind
//! anew is left alone everywhere, and so stands for a reference to the variable.

use super::macros;
use super::walk::{Use, Walk};
use proc_macro2::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::HashSet;

pub(super) fn replace(walk: &mut Walk<'_>, input: TokenStream) -> TokenStream {
    let mut bound = HashSet::new();
    note_bound(&input, &mut bound);
    walk.scoped(|walk| {
        for name in &bound {
            walk.declare(name);
        }
        walk.unsure(|walk| each(walk, input))
    })
}

fn each(walk: &mut Walk<'_>, input: TokenStream) -> TokenStream {
    let all: Vec<TokenTree> = input.into_iter().collect();
    let mut output = TokenStream::new();
    for (at, token) in all.iter().enumerate() {
        match token {
            TokenTree::Group(group) => output.extend([inside(walk, group)]),
            TokenTree::Ident(name) => {
                if name == "Self" {
                    walk.uses.this(name);
                }
                let how = used(&all, at);
                let place = how.and_then(|how| walk.replace(name, how));
                match place {
                    Some(place) => {
                        let mut group = Group::new(Delimiter::Parenthesis, place.to_token_stream());
                        group.set_span(Span::mixed_site().located_at(name.span()));
                        output.extend([TokenTree::Group(group)]);
                    }
                    None => name.to_tokens(&mut output),
                }
            }
            TokenTree::Literal(literal) => {
                // It may be a format string: the variables keep their names, so it works.
                if let Ok(text) = syn::parse2::<syn::LitStr>(literal.to_token_stream()) {
                    for name in super::format::names(&text.value(), text.span()) {
                        walk.replace(&name, Use::Maybe);
                    }
                }
                literal.to_tokens(&mut output);
            }
            TokenTree::Punct(punct) => output.extend([TokenTree::Punct(punct.clone())]),
        }
    }
    output
}

/// Looks for `self` and `Self` in tokens that are left alone.
pub(super) fn note_self(walk: &mut Walk<'_>, input: &TokenStream) {
    for token in input.clone() {
        match token {
            TokenTree::Group(group) => note_self(walk, &group.stream()),
            TokenTree::Ident(name) if name == "self" || name == "Self" => walk.uses.this(&name),
            _ => {}
        }
    }
}

fn inside(walk: &mut Walk<'_>, group: &Group) -> TokenTree {
    let input = group.stream();
    let read = match group.delimiter() {
        Delimiter::Brace => Some(macros::unknown(walk, input.clone())),
        Delimiter::Parenthesis | Delimiter::Bracket => macros::expressions(walk, "", &input),
        Delimiter::None => None,
    };
    let mut output = Group::new(group.delimiter(), read.unwrap_or_else(|| each(walk, input)));
    output.set_span(group.span());
    TokenTree::Group(output)
}

/// How the name at `at` is used, if it can be a variable there.
fn used(all: &[TokenTree], at: usize) -> Option<Use> {
    let before = |distance: usize| at.checked_sub(distance).and_then(|at| all.get(at));
    let is = |token: Option<&TokenTree>, c| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == c);
    let after = all.get(at + 1);
    // `.name`, but `..name`; `::name`; `'name`; `$name`
    let field = is(before(1), '.') && !is(before(2), '.');
    if field
        || is(before(1), ':') && is(before(2), ':')
        || is(before(1), '\'')
        || is(before(1), '$')
    {
        return None;
    }
    match after {
        Some(TokenTree::Punct(punct)) => {
            let joint = punct.spacing() == Spacing::Joint;
            let second = all.get(at + 2);
            match punct.as_char() {
                // `name!`, but `name != …`; `name = …`, but `name == …`
                '!' | '=' if !(joint && is(second, '=')) => None,
                // `name: …` and `name::…`
                ':' => None,
                _ => Some(Use::Maybe),
            }
        }
        _ => Some(Use::Maybe),
    }
}

/// The names that the tokens may bind: after `let`, `mut`, `ref`, `for`, `fn` and `|`, before `@`, `:`
/// and `=>`.
fn note_bound(input: &TokenStream, bound: &mut HashSet<Ident>) {
    let all: Vec<TokenTree> = input.clone().into_iter().collect();
    let punct = |token: Option<&TokenTree>, c| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == c);
    for (at, token) in all.iter().enumerate() {
        match token {
            TokenTree::Group(group) => note_bound(&group.stream(), bound),
            TokenTree::Ident(name) => {
                let before = at.checked_sub(1).and_then(|at| all.get(at));
                let second = at.checked_sub(2).and_then(|at| all.get(at));
                let introduced = match before {
                    Some(TokenTree::Ident(word)) => {
                        word == "let"
                            || word == "ref"
                            || word == "for"
                            || word == "fn"
                            || (word == "mut" && !punct(second, '&'))
                    }
                    before => punct(before, '|'),
                };
                let after = all.get(at + 1);
                let third = all.get(at + 2);
                let named = punct(after, '@')
                    || punct(after, ':') && !punct(third, ':')
                    || punct(after, '=') && punct(third, '>');
                if introduced || named {
                    bound.insert(name.clone());
                }
            }
            _ => {}
        }
    }
}
