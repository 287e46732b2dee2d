//! `self` and `Self` in a body that moves into another method.
//!
//! A closure with named captures becomes a method. There `Self` is the closure's own type, and compiles;
//! the `self` of the method around isn't known, and rustc advises to write a closure.

use crate::mistakes::Mistakes;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Expr, Item, Macro, Type};

/// Reports what `body` says of the method around.
pub(super) fn in_body(body: &Expr, mistakes: &mut Mistakes) {
    let mut found = Found::default();
    found.visit_expr(body);
    found.report(mistakes);
}

/// Reports `Self` in the type of a capture.
pub(super) fn in_type(ty: &Type, mistakes: &mut Mistakes) {
    let mut found = Found::default();
    found.visit_type(ty);
    found.report(mistakes);
}

/// Where they were found first.
#[derive(Default)]
struct Found {
    value: Option<Span>,
    ty: Option<Span>,
}

impl Found {
    fn report(self, mistakes: &mut Mistakes) {
        let mut say = |span: Option<Span>, text: &str| {
            if let Some(span) = span {
                mistakes.add(syn::Error::new(span, text));
            }
        };
        say(
            self.value,
            "a closure with named captures is a method of its own: capture what is needed of `self`, \
             `[this: &Type = self]`",
        );
        say(
            self.ty,
            "a closure with named captures has a type of its own: write the name of the type that is \
             `Self` here",
        );
    }

    fn word(&mut self, word: &Ident) {
        if word == "self" {
            self.value.get_or_insert(word.span());
        } else if word == "Self" {
            self.ty.get_or_insert(word.span());
        }
    }
}

impl Visit<'_> for Found {
    // `self::path` begins at a module.
    fn visit_path(&mut self, path: &syn::Path) {
        if let Some(first) = path.segments.first()
            && (path.segments.len() == 1 || first.ident == "Self")
        {
            self.word(&first.ident);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &Macro) {
        fn words(found: &mut Found, tokens: TokenStream) {
            let tokens: Vec<TokenTree> = tokens.into_iter().collect();
            for (at, token) in tokens.iter().enumerate() {
                let path = matches!(tokens.get(at + 1), Some(TokenTree::Punct(colon)) if colon.as_char() == ':');
                match token {
                    TokenTree::Ident(word) if !(path && word == "self") => found.word(word),
                    TokenTree::Group(group) => words(found, group.stream()),
                    _ => {}
                }
            }
        }
        // Whatever has an impl in it, has a `self` of its own.
        if !call
            .tokens
            .clone()
            .into_iter()
            .any(|token| matches!(token, TokenTree::Ident(word) if word == "impl"))
        {
            words(self, call.tokens.clone());
        }
    }

    // An item has its own.
    fn visit_item(&mut self, _: &Item) {}
}
