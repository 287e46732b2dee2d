//! Names for what expansions add, which shadow nothing that the user's types mention.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident};
use std::collections::HashSet;
use syn::ext::IdentExt;
use syn::{ItemTrait, Lifetime, TraitItem};

/// The names that are in use.
pub(super) struct Names(HashSet<String>);

impl Names {
    /// The names in `item`'s own signature and in what its closure has to do with.
    pub(super) fn of(item: &ItemTrait) -> Self {
        let mut names = Self(HashSet::new());
        names.take(item.ident.to_token_stream());
        names.take(item.generics.to_token_stream());
        names.take(item.generics.where_clause.to_token_stream());
        names.take(item.supertraits.to_token_stream());
        for member in &item.items {
            match member {
                TraitItem::Fn(method) => names.take(method.sig.to_token_stream()),
                TraitItem::Type(item) => names.take(item.bounds.to_token_stream()),
                _ => {}
            }
        }
        names
    }

    /// All names in `tokens`, but not the `Out` of `Self::Out`: that is not looked up in a scope.
    pub(super) fn take(&mut self, tokens: TokenStream) {
        let mut after_self = 0;
        for token in tokens {
            after_self = match (&token, after_self) {
                (TokenTree::Ident(name), _) if name == "Self" => 1,
                (TokenTree::Punct(colon), 1 | 2) if colon.as_char() == ':' => after_self + 1,
                (TokenTree::Ident(_), 3) => 0,
                (TokenTree::Ident(name), _) => {
                    self.0.insert(name.unraw().to_string());
                    0
                }
                (TokenTree::Group(group), _) => {
                    self.take(group.stream());
                    0
                }
                _ => 0,
            };
        }
    }

    /// `wanted`, or that with a number.
    pub(super) fn fresh(&mut self, wanted: &str) -> Ident {
        let mut name = wanted.to_owned();
        let mut number = 0;
        while syn::parse_str::<Ident>(&name).is_err() || !self.0.insert(name.clone()) {
            number += 1;
            name = format!("{wanted}{number}");
        }
        format_ident!("{name}", span = Span::call_site())
    }

    pub(super) fn fresh_lifetime(&mut self, wanted: &str) -> Lifetime {
        let name = self.fresh(wanted);
        Lifetime::new(&format!("'{name}"), Span::call_site())
    }
}
