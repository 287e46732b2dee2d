//! The types that cross with a trait's methods, by index: implementors name them so, whatever is in scope
//! there.

use crate::shape::Names;
use crate::template::tokens;
use proc_macro::{Ident, TokenStream};

/// The distinct types that cross, each with its index.
#[derive(Default)]
pub(super) struct Types {
    texts: Vec<String>,
    tokens: Vec<TokenStream>,
}

impl Types {
    pub(super) fn index(&mut self, ty: TokenStream) -> usize {
        let text = ty.to_string();
        // Two macros' `$crate` read the same and are two crates.
        if !text.contains("$crate")
            && let Some(found) = self.texts.iter().position(|known| *known == text)
        {
            return found;
        }
        self.texts.push(text);
        self.tokens.push(ty);
        self.tokens.len() - 1
    }

    /// One impl for each.
    pub(super) fn impls(&self, cfgs: &TokenStream, lf: &TokenStream, items: &Ident) -> TokenStream {
        self.tokens
            .iter()
            .enumerate()
            .map(|(n, ty)| {
                tokens!(
                    "#cfgs impl #lf::__private::Ty<#n> for #items { type T = #ty; }",
                    cfgs,
                    lf,
                    n,
                    items,
                    ty = super::elided::elided(lf, ty)
                )
            })
            .collect()
    }
}

/// What the parts of one method are made with.
pub(super) struct Site<'a> {
    pub(super) lf: &'a TokenStream,
    pub(super) items: &'a Ident,
    pub(super) proxy: &'a TokenStream,
    /// How eagerly callers are inlined: see `Class::inline`.
    pub(super) inline: TokenStream,
}

impl Site<'_> {
    pub(super) fn ty(&self, n: usize) -> TokenStream {
        tokens!(
            "<#items as #lf::__private::Ty<#n>>::T",
            items = self.items,
            lf = self.lf,
            n
        )
    }

    pub(super) fn names(&self) -> Names<'_> {
        Names {
            lf: self.lf,
            proxy: self.proxy,
        }
    }
}
