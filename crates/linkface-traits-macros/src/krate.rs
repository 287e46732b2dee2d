//! Where `linkface-traits` is, seen from the user's crate.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};

/// A path to `linkface-traits`.
#[derive(Clone)]
pub(crate) struct Krate(TokenStream);

impl Default for Krate {
    /// Under its own name.
    fn default() -> Self {
        Self(quote!(::linkface_traits))
    }
}

impl Krate {
    /// What an attribute's `crate = path` says.
    pub(crate) fn at(path: &syn::Path) -> Self {
        Self(path.to_token_stream())
    }
}

/// `[path]`, the beginning of what our `macro_rules!` pass on.
impl Parse for Krate {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let content;
        syn::bracketed!(content in input);
        content.parse().map(Self)
    }
}

impl ToTokens for Krate {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}
