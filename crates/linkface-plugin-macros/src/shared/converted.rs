//! Structs that are converted: their twin, and the way there and back.
//!
//! The twin's fields are sorted by their names, as their descriptions are, so that the order in which
//! they are declared doesn't matter.

use super::description;
use super::identity::{self, Parts};
use super::inline_enum::marker;
use super::model::{Declaration, Field};
use super::place::Place;
use super::twin::{from_twin, to_twin};
use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

pub(crate) fn expand(declaration: &Declaration, fields: &[Field]) -> TokenStream {
    let krate = &declaration.krate;
    let generics = identity::bound(declaration, &quote!(#krate::Shared));
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let twin = quote!(__Twin);
    let marker = marker(declaration);
    let wires = wires(declaration, fields);
    let pattern = pattern(fields);
    let into = into(declaration, fields);
    let from = from(declaration, fields, &quote!(__wire));
    let members: Vec<_> = crossing_members(declaration, fields);
    identity::implementation(
        declaration,
        &Parts {
            items: quote!(
                #[repr(C)]
                pub struct #twin #parameters #bounds { #wires marker: #marker }
            ),
            wire: quote!(#twin #arguments),
            described: description::of_type(
                declaration,
                &quote!(Struct),
                &quote!(0),
                &description::no_layout(),
                &members,
            ),
            inline: false,
            into_wire: quote!(
                let Self { #pattern } = self;
                #twin { #into marker: ::core::marker::PhantomData }
            ),
            from_wire: quote!(
                let __wire = ::core::mem::ManuallyDrop::new(__wire);
                // SAFETY: each field by the caller, and each is read once.
                unsafe { Self { #from } }
            ),
            generics: generics.clone(),
        },
    )
}

impl Field {
    /// Its own type, or its twin.
    pub(crate) fn crosses_as(&self) -> &syn::Type {
        self.with.as_ref().unwrap_or(&self.ty)
    }
}

/// Those that cross, in the order in which they do.
pub(crate) fn crossing(fields: &[Field]) -> Vec<&Field> {
    let mut crossing: Vec<_> = fields.iter().filter(|field| !field.skip).collect();
    crossing.sort_by(|a, b| a.name.cmp(&b.name));
    crossing
}

/// Their descriptions.
pub(crate) fn crossing_members(declaration: &Declaration, fields: &[Field]) -> Vec<TokenStream> {
    crossing(fields)
        .into_iter()
        .map(|field| description::converted_field(declaration, field))
        .collect()
}

/// `__f0: <T as Shared>::Wire,` of the twin.
pub(crate) fn wires(declaration: &Declaration, fields: &[Field]) -> TokenStream {
    crossing(fields)
        .into_iter()
        .map(|field| {
            let (ident, ty) = (&field.ident, field.crosses_as());
            let wire = Place::of(ty).item(&declaration.krate, ty, "Wire");
            quote!(#ident: #wire,)
        })
        .collect()
}

/// `name: __f0,` of all fields, to take a value apart.
pub(crate) fn pattern(fields: &[Field]) -> TokenStream {
    fields
        .iter()
        .map(|field| {
            let (member, ident) = (&field.member, &field.ident);
            if field.skip {
                quote!(#member: _,)
            } else {
                quote!(#member: #ident,)
            }
        })
        .collect()
}

/// `__f0: into_wire(f0),` to make the twin.
pub(crate) fn into(declaration: &Declaration, fields: &[Field]) -> TokenStream {
    fields
        .iter()
        .filter(|field| !field.skip)
        .map(|field| {
            let (ident, ty) = (&field.ident, field.crosses_as());
            let place = Place::of(ty);
            let value = if let Some(twin) = &field.with {
                let from = to_twin(&declaration.krate, twin);
                place.call(&from, quote!(#ident))
            } else {
                quote!(#ident)
            };
            let into_wire = place.item(&declaration.krate, ty, "into_wire");
            let wire = place.call(&into_wire, value);
            let ident = Ident::new(&ident.to_string(), place.first);
            quote_spanned!(place.first=> #ident: #wire,)
        })
        .collect()
}

/// `name: from_wire(twin.__f0),` to make the value.
pub(crate) fn from(declaration: &Declaration, fields: &[Field], twin: &TokenStream) -> TokenStream {
    fields
        .iter()
        .map(|field| {
            let (member, ident, ty) = (&field.member, &field.ident, field.crosses_as());
            if field.skip {
                let place = Place::of(&field.ty);
                let default = quote_spanned!(place.first=> ::core::default::Default::default);
                let value = place.call(&default, TokenStream::new());
                return quote!(#member: #value,);
            }
            let place = Place::of(ty);
            let from_wire = place.item(&declaration.krate, ty, "from_wire");
            let value = place.read(twin, ident, |wire| {
                let value = place.call(&from_wire, wire);
                let Some(twin) = &field.with else {
                    return value;
                };
                let from = from_twin(&declaration.krate, twin);
                place.call(&from, value)
            });
            quote!(#member: #value,)
        })
        .collect()
}
