//! `with = Twin`, and what a twin may stand in: `with = Vec<Twin>`, `Option<Twin>`, `Box<Twin>`,
//! `[Twin; N]`, and these in each other.
//!
//! Not a trait: an impl for `Vec<T>` beside the one for all types with `From` would overlap.

use super::place::Place;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Expr, GenericArgument, Path, PathArguments, Type};

/// A function from a dependency's value to its twin.
pub(crate) fn to_twin(krate: &Path, twin: &Type) -> TokenStream {
    within(krate, twin, &|twin| {
        let place = Place::of(twin);
        quote_spanned!(place.first=> <#twin as ::core::convert::From<_>>::from)
    })
}

/// A function back.
pub(crate) fn from_twin(krate: &Path, twin: &Type) -> TokenStream {
    within(krate, twin, &|twin| {
        let place = Place::of(twin);
        quote_spanned!(place.first=> <_ as ::core::convert::From<#twin>>::from)
    })
}

/// What the twin stands in.
enum Around<'a> {
    Vec(&'a Type),
    Option(&'a Type),
    Box(&'a Type),
    Array(&'a Type, &'a Expr),
    Nothing,
}

fn around(ty: &Type) -> Around<'_> {
    match ty {
        Type::Array(array) => Around::Array(&array.elem, &array.len),
        Type::Group(group) => around(&group.elem),
        Type::Paren(paren) => around(&paren.elem),
        Type::Path(path) => {
            let Some(last) = path.path.segments.last() else {
                return Around::Nothing;
            };
            let PathArguments::AngleBracketed(arguments) = &last.arguments else {
                return Around::Nothing;
            };
            let (Some(GenericArgument::Type(inner)), 1) =
                (arguments.args.first(), arguments.args.len())
            else {
                return Around::Nothing;
            };
            match last.ident.to_string().as_str() {
                "Vec" => Around::Vec(inner),
                "Option" => Around::Option(inner),
                "Box" => Around::Box(inner),
                _ => Around::Nothing,
            }
        }
        _ => Around::Nothing,
    }
}

/// The twin itself.
fn innermost(ty: &Type) -> &Type {
    match around(ty) {
        Around::Vec(inner)
        | Around::Option(inner)
        | Around::Box(inner)
        | Around::Array(inner, _) => innermost(inner),
        Around::Nothing => ty,
    }
}

fn within(krate: &Path, ty: &Type, convert: &dyn Fn(&Type) -> TokenStream) -> TokenStream {
    // Not `::std`, which crates without it don't have.
    let private = quote!(#krate::__private);
    // What rustc says of these, it says of the twin in them, once.
    let span = Place::of(innermost(ty)).first;
    match around(ty) {
        Around::Vec(inner) => {
            let inner = within(krate, inner, convert);
            quote_spanned!(span=> (|__all: #private::Vec<_>| -> #private::Vec<_> {
                ::core::iter::Iterator::collect(::core::iter::Iterator::map(
                    ::core::iter::IntoIterator::into_iter(__all),
                    #inner,
                ))
            }))
        }
        Around::Option(inner) => {
            let inner = within(krate, inner, convert);
            quote_spanned!(span=> (|__one: ::core::option::Option<_>| ::core::option::Option::map(__one, #inner)))
        }
        Around::Box(inner) => {
            let inner = within(krate, inner, convert);
            quote_spanned!(span=> (|__one: #private::Box<_>| #private::Box::new(#inner(*__one))))
        }
        Around::Array(inner, len) => {
            let inner = within(krate, inner, convert);
            quote_spanned!(span=> (|__all: [_; #len]| <[_; #len]>::map(__all, #inner)))
        }
        Around::Nothing => convert(ty),
    }
}
