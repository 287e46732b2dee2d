//! `#[sam]` and `sam!`

use proc_macro2::TokenStream;
use quote::quote;

pub(crate) fn attribute(_args: TokenStream, _item: TokenStream) -> TokenStream {
    quote!(::core::compile_error! { "not written" })
}

pub(crate) fn closure(_input: TokenStream) -> TokenStream {
    quote!(::core::compile_error! { "not written" })
}

pub(crate) fn told(_input: TokenStream) -> TokenStream {
    quote!(::core::compile_error! { "not written" })
}
