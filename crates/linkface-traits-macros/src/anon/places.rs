//! Where variables of an anonymous impl are, told to one within its bodies: `@[n = *n]`.

use super::walk;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Expr, Token, bracketed};

/// Each variable, and the expression that is its place.
#[derive(Clone, Default)]
pub(super) struct Places(pub Vec<(Ident, Expr)>);

impl Places {
    pub(super) fn of(&self, name: &Ident) -> Option<&Expr> {
        let mut all = self.0.iter();
        all.find(|(known, _)| walk::same(known, name))
            .map(|(_, place)| place)
    }
}

/// Nothing, or `@[name = place, …]`.
impl Parse for Places {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut all = Vec::new();
        if input.parse::<Option<Token![@]>>()?.is_some() {
            let content;
            bracketed!(content in input);
            while !content.is_empty() {
                let name = content.parse()?;
                content.parse::<Token![=]>()?;
                all.push((name, content.parse()?));
                content.parse::<Token![,]>()?;
            }
        }
        Ok(Self(all))
    }
}

impl ToTokens for Places {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let (names, places): (Vec<_>, Vec<_>) = self.0.iter().cloned().unzip();
        if !names.is_empty() {
            tokens.extend(quote!(@[#(#names = #places,)*]));
        }
    }
}
