//! Mistakes in what the user wrote: all of one input are reported at once.

use proc_macro2::TokenStream;
use quote::ToTokens;
use std::fmt::Display;

/// The mistakes found so far.
#[derive(Default)]
pub(crate) struct Mistakes(Option<syn::Error>);

impl Mistakes {
    /// A mistake on `tokens`: what is wrong and what to write instead.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, text: impl Display) {
        self.add(syn::Error::new_spanned(tokens, text));
    }

    pub(crate) fn add(&mut self, mistake: syn::Error) {
        match &mut self.0 {
            Some(mistakes) => mistakes.combine(mistake),
            None => self.0 = Some(mistake),
        }
    }

    /// Keeps the mistake of a failed result.
    pub(crate) fn take<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|mistake| self.add(mistake)).ok()
    }

    /// All of `other`, after those found so far.
    pub(crate) fn absorb(&mut self, other: Self) {
        if let Some(mistakes) = other.0 {
            self.add(mistakes);
        }
    }

    /// The text of the first.
    pub(crate) fn first(&self) -> Option<String> {
        self.0.as_ref().map(ToString::to_string)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// One `compile_error!` for each mistake.
    pub(crate) fn report(self) -> TokenStream {
        self.0
            .map_or_else(TokenStream::new, |mistakes| mistakes.to_compile_error())
    }
}
