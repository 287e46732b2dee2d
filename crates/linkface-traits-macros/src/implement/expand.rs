//! The implementation by a closure.

use super::Input;
use super::method::Method;
use crate::told::hidden;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Expr;

/// A type without fields, and the trait for it.
pub(super) fn implementation(input: &Input, method: &Method) -> TokenStream {
    let Input {
        path,
        default,
        closure,
    } = input;
    let Method {
        signature,
        awaits,
        derives,
    } = method;
    let name = path
        .segments
        .last()
        .map_or_else(|| format_ident!("item"), |segment| segment.ident.clone());
    let hidden = hidden("closure", &name);
    let attrs = &closure.attrs;
    let body = match (&*closure.body, awaits) {
        (Expr::Block(block), false) if block.attrs.is_empty() && block.label.is_none() => {
            let block = &block.block;
            quote!(#block)
        }
        (body, false) => quote!({ #body }),
        (body, true) => quote!({ (#body).await }),
    };
    let grade = default.as_ref().map(|word| quote!((#word)));
    quote! {
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        #[derive(#(#derives),*)]
        struct #hidden;
        #[::linkface::implement #grade]
        impl #path for #hidden {
            #(#attrs)*
            #signature #body
        }
    }
}
