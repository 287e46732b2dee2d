//! `#[shared(remote = "dependency::Type")]`: between a dependency's type and the declaration that
//! mirrors it.
//!
//! Values are moved field by field. A dependency's struct can be made only of all of its fields, and a
//! `match` needs all variants of its enum: so rustc proves that nothing is forgotten.

use super::model::{Body, Declaration, Field};
use super::place::Place;
use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::{GenericArgument, PathArguments, Token, Type};

pub(crate) fn expand(declaration: &Declaration) -> TokenStream {
    let Declaration {
        ident,
        remote: Some(remote),
        body,
        ..
    } = declaration
    else {
        return TokenStream::new();
    };
    let (parameters, arguments, bounds) = declaration.generics.split_for_impl();
    let place = Place::of(remote);
    let this = quote_spanned!(place.first=> Self);
    let remote_path = in_patterns(remote);
    let there = moves(body, place, &remote_path, &this);
    let back = moves(body, place, &quote!(#ident), &remote_path);
    let value = value(place);
    let allowed = quote!(#[allow(
        deprecated, unused_qualifications, clippy::all, clippy::pedantic, clippy::nursery,
        clippy::restriction
    )]);
    quote!(
        #[automatically_derived]
        #allowed
        impl #parameters ::core::convert::From<#remote> for #ident #arguments #bounds {
            fn from(#value: #remote) -> Self { #there }
        }
        #[automatically_derived]
        #allowed
        impl #parameters ::core::convert::From<#ident #arguments> for #remote #bounds {
            fn from(#value: #ident #arguments) -> Self { #back }
        }
    )
}

/// The parameter's name.
fn value(place: Place) -> Ident {
    Ident::new("__value", place.first)
}

/// Takes the value apart as a `from`, and makes a `to` of its fields.
fn moves(body: &Body, place: Place, from: &TokenStream, to: &TokenStream) -> TokenStream {
    let value = value(place);
    match body {
        Body::Struct(fields) => {
            let fields = names(fields);
            let made = place.braces(to, fields.clone());
            // Nothing is left in `..`: one of the two directions makes the dependency's type.
            quote!(
                let #from { #fields .. } = #value;
                #made
            )
        }
        Body::Enum(variants) => {
            let arms = variants.iter().map(|variant| {
                let ident: &Ident = &variant.ident;
                let fields = names(&variant.fields);
                let made = Place::of(ident).braces(&quote!(#to::#ident), fields.clone());
                quote!(#from::#ident { #fields .. } => #made,)
            });
            quote!(match #value { #(#arms)* })
        }
    }
}

/// `x: __f0,` with a mistake in a field's type where that type stands.
fn names(fields: &[Field]) -> TokenStream {
    fields
        .iter()
        .map(|field| {
            let member = &field.member;
            let ident = Ident::new(&field.ident.to_string(), Place::of(&field.ty).first);
            quote!(#member: #ident,)
        })
        .collect()
}

/// `Pair::<A, B>`: without lifetimes, which rustc finds out.
fn in_patterns(ty: &Type) -> TokenStream {
    let mut ty = ty.clone();
    if let Type::Path(path) = &mut ty {
        for segment in &mut path.path.segments {
            if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
                if arguments
                    .args
                    .iter()
                    .all(|argument| matches!(argument, GenericArgument::Lifetime(_)))
                {
                    segment.arguments = PathArguments::None;
                } else {
                    arguments.colon2_token = Some(<Token![::]>::default());
                }
            }
        }
    }
    quote!(#ty)
}
