//! Types, described: expressions of `Type` and `Member`.

use super::model::{Declaration, Field};
use super::place::Place;
use proc_macro2::TokenStream;
use quote::quote;

/// Size and alignment of what is converted.
pub(crate) fn no_layout() -> (TokenStream, TokenStream) {
    (quote!(0), quote!(0))
}

/// `Type { … }` of the declaration.
pub(crate) fn of_type(
    declaration: &Declaration,
    kind: &TokenStream,
    number: &TokenStream,
    (size, align): &(TokenStream, TokenStream),
    members: &[TokenStream],
) -> TokenStream {
    let krate = &declaration.krate;
    let name = &declaration.name;
    let this = super::identity::described_type(declaration);
    quote!(#krate::__private::Type {
        kind: #krate::__private::Kind::#kind,
        id: <#this as #krate::Shared>::ID,
        name: #name,
        flags: 0,
        number: #number,
        size: #size,
        align: #align,
        members: &const { [#(#members),*] },
    })
}

/// `Type { … }` of a variant.
pub(crate) fn of_variant(
    declaration: &Declaration,
    name: &str,
    (size, align): &(TokenStream, TokenStream),
    members: &[TokenStream],
) -> TokenStream {
    let krate = &declaration.krate;
    let this = super::identity::described_type(declaration);
    quote!(#krate::__private::Type {
        kind: #krate::__private::Kind::Variant,
        id: #krate::__private::id(&["variant", #name], &[<#this as #krate::Shared>::ID]),
        name: #name,
        flags: 0,
        number: 0,
        size: #size,
        align: #align,
        members: &const { [#(#members),*] },
    })
}

/// `Member { … }` of a variant, given its type.
pub(crate) fn variant(
    declaration: &Declaration,
    name: &str,
    number: &TokenStream,
    described: &TokenStream,
) -> TokenStream {
    let private = &declaration.krate;
    quote!(#private::__private::Member {
        name: #name,
        number: #number,
        ty: #private::__private::TypeRef::new(&const { #described }),
    })
}

/// `Member { … }` of a field that is at this offset.
pub(crate) fn inline_field(
    declaration: &Declaration,
    field: &Field,
    offset: &TokenStream,
) -> TokenStream {
    let krate = &declaration.krate;
    let name = &field.name;
    let ty = super::identity::fixed(declaration, &field.ty);
    // The function demands that it is `Inline`.
    quote!(#krate::__private::Member {
        name: #name,
        number: (#offset) as ::core::primitive::i128,
        ty: #krate::__private::inline_field::<#ty>(),
    })
}

/// `Member { … }` of a field that is converted.
pub(crate) fn converted_field(declaration: &Declaration, field: &Field) -> TokenStream {
    let krate = &declaration.krate;
    let name = &field.name;
    let ty = super::identity::fixed(declaration, field.crosses_as());
    let place = Place::of(field.crosses_as());
    let described = place.item(krate, &ty, "TYPE");
    let wire = place.item(krate, &ty, "Wire");
    let borrows = crate::borrows::of_field(&declaration.generics, &field.ty);
    quote!(#krate::__private::Member {
        name: #name,
        number: #borrows,
        ty: {
            // First what the twin's field asks, in its words: rustc prints an error once that it finds in
            // two places.
            let _: ::core::marker::PhantomData<#wire>;
            #described
        },
    })
}
