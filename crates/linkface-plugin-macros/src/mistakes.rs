//! Mistakes in one input, collected, so that all are reported at once.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;

/// Without the invisible group that a `macro_rules!` puts around `$ty:ty`, whose place is the `$ty`.
fn ungrouped(tokens: &impl ToTokens) -> TokenStream {
    let tokens = tokens.to_token_stream();
    let mut trees = tokens.clone().into_iter();
    match (trees.next(), trees.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => {
            ungrouped(&group.stream())
        }
        _ => tokens,
    }
}

#[derive(Default)]
pub(crate) struct Mistakes(Option<syn::Error>, usize);

impl Mistakes {
    pub(crate) fn add(&mut self, error: syn::Error) {
        self.1 += 1;
        match &mut self.0 {
            Some(all) => all.combine(error),
            None => self.0 = Some(error),
        }
    }

    /// On these tokens.
    pub(crate) fn on(&mut self, tokens: &impl ToTokens, text: impl std::fmt::Display) {
        self.add(syn::Error::new_spanned(ungrouped(tokens), text));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.1
    }

    /// `compile_error!`s.
    pub(crate) fn report(self) -> TokenStream {
        self.0
            .map(syn::Error::into_compile_error)
            .unwrap_or_default()
    }
}
