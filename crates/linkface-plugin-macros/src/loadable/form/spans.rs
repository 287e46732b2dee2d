//! Where errors of generated code point.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Path, Type};

/// Of the first and of the last token of a type, as it is written.
pub(super) fn ends(written: &Type) -> (Span, Span) {
    let mut tokens = written.to_token_stream().into_iter();
    let Some(first) = tokens.next() else {
        return (Span::call_site(), Span::call_site());
    };
    let last = match tokens.last() {
        Some(TokenTree::Group(group)) => group.span_close(),
        Some(token) => token.span(),
        None => first.span(),
    };
    (first.span(), last)
}

/// `<Type as Trait>::Item`, every mention of which says the same if the type doesn't implement the
/// trait, on the type as it is `written`: rustc prints what it has printed before only once.
pub(super) fn as_trait(written: &Type, ty: &Type, path: &Path, item: &str) -> TokenStream {
    let (first, last) = ends(written);
    let item = Ident::new(item, last);
    let open = quote_spanned!(first=> <);
    let close = quote_spanned!(last=> >::);
    quote!(#open #ty as #path #close #item)
}

/// A call of it with a value, every token of which points there, too.
pub(super) fn call_as_trait(
    written: &Type,
    ty: &Type,
    path: &Path,
    item: &str,
    value: &TokenStream,
) -> TokenStream {
    call(written, &as_trait(written, ty, path, item), value)
}

/// A call of a function with a value, of which what rustc says is said of the type as it is `written`.
pub(super) fn call(written: &Type, function: &TokenStream, value: &TokenStream) -> TokenStream {
    let (first, last) = ends(written);
    // In a tuple, so that there's a first and a last token.
    let name = Ident::new("__value", first);
    let mut field = Literal::usize_unsuffixed(0);
    field.set_span(last);
    let call = called(last, function, quote!(#name.#field));
    // Bound and used with one span, wherever the type comes from.
    quote!({ let #name = (#value,); #call })
}

/// The same, with a place of which it takes `&mut`.
pub(super) fn call_as_trait_mut(
    written: &Type,
    ty: &Type,
    path: &Path,
    item: &str,
    place: &TokenStream,
) -> TokenStream {
    let (first, last) = ends(written);
    let name = Ident::new("__place", last);
    let reborrow = quote_spanned!(first=> &mut *);
    let argument = quote!(#reborrow #name);
    let call = called(last, &as_trait(written, ty, path, item), argument);
    quote!({ let #name = &mut #place; #call })
}

fn called(last: Span, function: &TokenStream, argument: TokenStream) -> TokenStream {
    let mut arguments = Group::new(Delimiter::Parenthesis, argument);
    arguments.set_span(last);
    quote!(#function #arguments)
}
