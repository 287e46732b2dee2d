//! Enums that cross as they are.
//!
//! Where their fields are, no operator of the language says, but the Reference does, in terms of
//! structs and unions: of those, the offsets can be asked for. See "Primitive representation of enums
//! with fields" and "repr(C) enums with fields" there
//! (<https://doc.rust-lang.org/reference/type-layout.html>), from RFC 2195.

use super::model::{Declaration, Variant};
use super::repr::Repr;
use super::{description, identity, inline};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

pub(crate) fn expand(declaration: &Declaration, repr: &Repr, variants: &[Variant]) -> TokenStream {
    let layout = inline::layout(declaration);
    let members: Vec<_> = variants
        .iter()
        .enumerate()
        .map(|(n, variant)| {
            let shadow = shadow(declaration, n);
            let fields: Vec<_> = variant
                .fields
                .iter()
                .map(|field| {
                    let ident = &field.ident;
                    let offset = quote!(::core::mem::offset_of!(#shadow, #ident));
                    let offset = if repr.c {
                        let whole = whole(declaration);
                        quote!(::core::mem::offset_of!(#whole, fields) + #offset)
                    } else {
                        offset
                    };
                    description::inline_field(declaration, field, &offset)
                })
                .collect();
            let described = description::of_variant(declaration, &variant.name, &layout, &fields);
            let tag = format_ident!("V{n}");
            let number = quote!(__Tag::#tag as ::core::primitive::i128);
            description::variant(declaration, &variant.name, &number, &described)
        })
        .collect();
    let described = description::of_type(
        declaration,
        &quote!(Enum),
        &quote!(::core::mem::size_of::<__Tag>() as ::core::primitive::u64),
        &layout,
        &members,
    );
    let (this, whole) = (identity::described_type(declaration), whole(declaration));
    let described = quote!({
        // As the Reference says.
        ::core::assert!(
            ::core::mem::size_of::<#this>() == ::core::mem::size_of::<#whole>()
                && ::core::mem::align_of::<#this>() == ::core::mem::align_of::<#whole>(),
            "linkface-plugin expects another layout of this enum: please report it"
        );
        #described
    });
    let arms = variants.iter().map(|Variant { ident, fields, .. }| {
        let pattern = inline::names(fields);
        quote!(Self::#ident { #pattern } => (),)
    });
    inline::as_it_is(
        declaration,
        shadows(declaration, repr, variants),
        &quote!(match &self { #(#arms)* }),
        &described,
    )
}

/// The tag, a struct for each variant, and all of it.
fn shadows(declaration: &Declaration, repr: &Repr, variants: &[Variant]) -> TokenStream {
    let of_tag = repr.of_tag();
    let aligned = repr.aligned();
    let tags = variants.iter().enumerate().map(|(n, variant)| {
        let tag = format_ident!("V{n}");
        let discriminant = variant.discriminant.as_ref().map(|value| quote!(= #value));
        quote!(#tag #discriminant)
    });
    let (parameters, arguments, bounds) = declaration.generics.split_for_impl();
    let marker = marker(declaration);
    let names: Vec<Ident> = (0..variants.len())
        .map(|n| format_ident!("__V{n}"))
        .collect();
    let tag = (!repr.c).then(|| quote!(tag: __Tag,));
    let structs = variants.iter().zip(&names).map(|(variant, name)| {
        let fields = variant.fields.iter().map(|field| {
            let (ident, ty) = (&field.ident, &field.ty);
            quote!(#ident: #ty)
        });
        quote!(
            #[repr(C)]
            struct #name #parameters #bounds { #tag #(#fields,)* marker: #marker }
        )
    });
    let union_repr = if repr.c {
        quote!(#[repr(C)])
    } else {
        aligned.clone()
    };
    let union_name = if repr.c {
        quote!(__Fields)
    } else {
        quote!(__Whole)
    };
    let whole = repr.c.then(|| {
        quote!(
            #aligned
            struct __Whole #parameters #bounds { tag: __Tag, fields: __Fields #arguments }
        )
    });
    quote!(
        // Never made: their layout is asked for.
        #[allow(dead_code)]
        #of_tag
        enum __Tag { #(#tags),* }
        #(#[allow(dead_code)] #structs)*
        #[allow(dead_code)]
        #union_repr
        union #union_name #parameters #bounds {
            #(#names: ::core::mem::ManuallyDrop<#names #arguments>),*
        }
        #[allow(dead_code)]
        #whole
    )
}

/// The struct of a variant, as it is named in descriptions.
fn shadow(declaration: &Declaration, number: usize) -> TokenStream {
    let name = format_ident!("__V{number}");
    named(declaration, &name)
}

/// All of it.
fn whole(declaration: &Declaration) -> TokenStream {
    named(declaration, &format_ident!("__Whole"))
}

fn named(declaration: &Declaration, name: &Ident) -> TokenStream {
    let (_, arguments, _) = declaration.generics.split_for_impl();
    let ty = identity::fixed(declaration, &syn::parse_quote!(#name #arguments));
    quote!(#ty)
}

/// Uses each parameter, takes no place.
pub(crate) fn marker(declaration: &Declaration) -> TokenStream {
    let used = declaration
        .generics
        .params
        .iter()
        .filter_map(|parameter| match parameter {
            syn::GenericParam::Lifetime(parameter) => {
                let lifetime = &parameter.lifetime;
                Some(quote!(& #lifetime ()))
            }
            syn::GenericParam::Type(parameter) => {
                let ident = &parameter.ident;
                Some(quote!(#ident))
            }
            syn::GenericParam::Const(_) => None,
        });
    quote!(::core::marker::PhantomData<fn() -> (#(#used,)*)>)
}
