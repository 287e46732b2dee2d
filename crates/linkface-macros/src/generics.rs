//! Generic parameters of a function.

use crate::attribute::attributes;
use crate::cursor::{Cursor, Tokens, split_commas};
use proc_macro::{TokenStream, TokenTree};

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    Lifetime,
    Type,
    Const,
}

#[derive(Clone)]
pub(crate) struct Parameter {
    pub(crate) kind: Kind,
    /// `'a`, `T` or `N`.
    pub(crate) name: Tokens,
    pub(crate) tokens: Tokens,
}

#[derive(Clone, Default)]
pub(crate) struct Generics(pub(crate) Vec<Parameter>);

impl Generics {
    /// What stands between `<` and `>`, if that is what comes next.
    pub(crate) fn parse(cursor: &mut Cursor) -> Self {
        if cursor.eat_punct('<').is_none() {
            return Self::default();
        }
        let inside = cursor.until(&|cursor| cursor.is_punct('>'));
        cursor.next();
        let parameters = split_commas(inside).into_iter().map(|tokens| {
            let mut cursor = Cursor::new(tokens.clone());
            attributes(&mut cursor);
            let (kind, name) = if let Some(quote) = cursor.eat_punct('\'') {
                (
                    Kind::Lifetime,
                    std::iter::once(quote).chain(cursor.next()).collect(),
                )
            } else if cursor.eat_ident("const").is_some() {
                (Kind::Const, cursor.next().into_iter().collect())
            } else {
                (Kind::Type, cursor.next().into_iter().collect())
            };
            Parameter { kind, name, tokens }
        });
        Self(parameters.collect())
    }

    pub(crate) fn has(&self, kind: Kind) -> bool {
        self.0.iter().any(|parameter| parameter.kind == kind)
    }

    /// `'a, T: Bound, ` — for a list that may go on.
    pub(crate) fn list(&self) -> TokenStream {
        let comma = || TokenTree::Punct(proc_macro::Punct::new(',', proc_macro::Spacing::Alone));
        self.0
            .iter()
            .flat_map(|parameter| parameter.tokens.iter().cloned().chain([comma()]))
            .collect()
    }

    /// `<'a, T: Bound>`, or nothing.
    pub(crate) fn angled(&self) -> TokenStream {
        if self.0.is_empty() {
            return TokenStream::new();
        }
        crate::template::tokens!("<#list>", list = self.list())
    }

    /// The names of the lifetimes, without their quotes.
    pub(crate) fn lifetimes(&self) -> Vec<String> {
        self.0
            .iter()
            .filter(|parameter| parameter.kind == Kind::Lifetime)
            .filter_map(|parameter| parameter.name.last().map(ToString::to_string))
            .collect()
    }
}

/// The tokens with these lifetimes of a function replaced by `'static`: for an alias, outside of
/// the function.
pub(crate) fn make_static(tokens: &TokenStream, lifetimes: &[String]) -> TokenStream {
    if lifetimes.is_empty() {
        return tokens.clone();
    }
    let mut out = TokenStream::new();
    let mut quoted = false;
    for token in tokens.clone() {
        let next_quoted = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
        out.extend([match token {
            TokenTree::Ident(ident) if quoted && lifetimes.contains(&ident.to_string()) => {
                TokenTree::Ident(proc_macro::Ident::new("static", ident.span()))
            }
            TokenTree::Group(group) => {
                let mut mapped = proc_macro::Group::new(
                    group.delimiter(),
                    make_static(&group.stream(), lifetimes),
                );
                mapped.set_span(group.span());
                TokenTree::Group(mapped)
            }
            other => other,
        }]);
        quoted = next_quoted;
    }
    out
}
