//! What surrounds a call: generics, and closures.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::{HashMap, HashSet};
use syn::visit::{self, Visit};
use syn::{GenericParam, Generics, Pat, PatIdent, Type};

/// What surrounds a call.
#[derive(Default)]
pub(crate) struct Scope {
    /// The generics of the items around, innermost last; for a constant, its type.
    generics: Vec<HashMap<String, Option<Type>>>,
    /// The variables that each closure around binds itself, innermost last.
    closures: Vec<HashSet<String>>,
    sees_items: bool,
}

/// What a name in the arguments of a trait is.
pub(crate) enum Generic {
    Type,
    Const(Box<Type>),
}

impl Scope {
    /// The items around are seen, and so are their generics.
    pub(crate) fn items(&mut self) {
        self.sees_items = true;
    }

    pub(crate) fn enter(&mut self, generics: &Generics) {
        self.generics.push(
            generics
                .params
                .iter()
                .filter_map(|param| match param {
                    GenericParam::Type(param) => Some((param.ident.to_string(), None)),
                    GenericParam::Const(param) => {
                        Some((param.ident.to_string(), Some(param.ty.clone())))
                    }
                    GenericParam::Lifetime(_) => None,
                })
                .collect(),
        );
    }

    pub(crate) fn leave(&mut self) {
        self.generics.pop();
    }

    /// Whether `name` is a generic parameter of an item around.
    ///
    /// `q!` sees no items, and an attribute on a method doesn't see the impl. There a name is taken for
    /// a parameter if it looks like one. (It does no harm if it is a type.)
    pub(crate) fn generic(&self, name: &Ident) -> Option<Generic> {
        let name = name.to_string();
        if let Some(known) = self.generics.iter().rev().find_map(|all| all.get(&name)) {
            return Some(
                known
                    .clone()
                    .map_or(Generic::Type, |of| Generic::Const(Box::new(of))),
            );
        }
        let mut chars = name.chars();
        let letter = chars.next().is_some_and(|first| first.is_ascii_uppercase());
        if name == "Self" {
            Some(Generic::Type)
        } else if name == "N" && !self.sees_items {
            Some(Generic::Const(Box::new(syn::parse_quote!(usize))))
        } else if letter && chars.all(|rest| rest.is_ascii_digit()) {
            Some(Generic::Type)
        } else {
            None
        }
    }

    /// Whether `tokens` mention a generic parameter, or leave a type to inference.
    pub(crate) fn mentions_generics(&self, tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(name) => name == "_" || self.generic(&name).is_some(),
            TokenTree::Group(group) => self.mentions_generics(group.stream()),
            _ => false,
        })
    }

    pub(crate) fn enter_closure(&mut self, bound: HashSet<String>) {
        self.closures.push(bound);
    }

    pub(crate) fn leave_closure(&mut self) {
        self.closures.pop();
    }

    /// Whether a closure captures the variable `name`.
    pub(crate) fn is_captured(&self, name: &Ident) -> bool {
        self.closures
            .last()
            .is_some_and(|bound| !bound.contains(&name.to_string()))
    }
}

/// The variables that patterns in `within` bind.
pub(crate) fn bound<'a>(
    patterns: impl IntoIterator<Item = &'a Pat>,
    within: &syn::Expr,
) -> HashSet<String> {
    struct Bound(HashSet<String>);
    impl Visit<'_> for Bound {
        fn visit_pat_ident(&mut self, pattern: &PatIdent) {
            self.0.insert(pattern.ident.to_token_stream().to_string());
            visit::visit_pat_ident(self, pattern);
        }
    }
    let mut bound = Bound(HashSet::new());
    for pattern in patterns {
        bound.visit_pat(pattern);
    }
    bound.visit_expr(within);
    bound.0
}
