//! Structs that cross as they are.

use super::description;
use super::identity::{self, Parts};
use super::model::{Declaration, Field};
use proc_macro2::TokenStream;
use quote::quote;

pub(crate) fn expand(declaration: &Declaration, fields: &[Field]) -> TokenStream {
    let this = identity::described_type(declaration);
    let members: Vec<_> = fields
        .iter()
        .map(|field| {
            let member = &field.member;
            description::inline_field(
                declaration,
                field,
                &quote!(::core::mem::offset_of!(#this, #member)),
            )
        })
        .collect();
    let described = description::of_type(
        declaration,
        &quote!(Struct),
        &quote!(0),
        &layout(declaration),
        &members,
    );
    let pattern = names(fields);
    let matched = quote!(let Self { #pattern } = &self;);
    as_it_is(declaration, TokenStream::new(), &matched, &described)
}

/// `field: _,` of all fields.
pub(crate) fn names(fields: &[Field]) -> TokenStream {
    let members = fields.iter().map(|field| &field.member);
    quote!(#(#members: _,)*)
}

/// Size and alignment.
pub(crate) fn layout(declaration: &Declaration) -> (TokenStream, TokenStream) {
    let this = identity::described_type(declaration);
    (
        quote!(::core::mem::size_of::<#this>() as ::core::primitive::u64),
        quote!(::core::mem::align_of::<#this>() as ::core::primitive::u64),
    )
}

/// The impl of a type that crosses as it is. `matched` has a pattern with all that is known of it: an
/// attribute macro that stands behind the derive may have added something, as it comes later.
pub(crate) fn as_it_is(
    declaration: &Declaration,
    items: TokenStream,
    matched: &TokenStream,
    described: &TokenStream,
) -> TokenStream {
    let krate = &declaration.krate;
    let this = identity::described_type(declaration);
    let message = format!(
        "`{}` has a destructor, which would run in each image that has a copy: a type with a `repr` \
         crosses as it is; leave `Drop` away, or box an interface",
        declaration.name
    );
    identity::implementation(
        declaration,
        &Parts {
            items,
            generics: identity::bound(declaration, &quote!(#krate::Inline)),
            wire: quote!(Self),
            described: quote!({
                ::core::assert!(!::core::mem::needs_drop::<#this>(), #message);
                #described
            }),
            inline: true,
            into_wire: quote!(#matched self),
            from_wire: quote!(__wire),
        },
    )
}
