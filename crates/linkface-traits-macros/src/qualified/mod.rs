//! `q!`, `qualified!` and `#[qualified]`

use proc_macro2::TokenStream;
use quote::quote;

pub(crate) fn attribute(_args: TokenStream, _item: TokenStream) -> TokenStream {
    quote!(::core::compile_error! { "not written" })
}

pub(crate) fn expression(_input: TokenStream) -> TokenStream {
    quote!(::core::compile_error! { "not written" })
}

pub(crate) fn items(_input: TokenStream) -> TokenStream {
    quote!(::core::compile_error! { "not written" })
}
