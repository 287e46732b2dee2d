//! Enums that are converted: a tag and a union of twins, and the way there and back.
//!
//! Variants are numbered in the order of their names: neither the order in which they are declared
//! matters, nor their discriminants.

use super::converted::{crossing_members, from, into, pattern, wires};
use super::description;
use super::identity::{self, Parts};
use super::inline_enum::marker;
use super::model::{Declaration, Variant};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

pub(crate) fn expand(declaration: &Declaration, variants: &[Variant]) -> TokenStream {
    let krate = &declaration.krate;
    let generics = identity::bound(declaration, &quote!(#krate::Shared));
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let marker = marker(declaration);
    let mut variants: Vec<_> = variants.iter().collect();
    variants.sort_by(|a, b| a.name.cmp(&b.name));
    let mut twins = TokenStream::new();
    let mut values = TokenStream::new();
    let mut members = Vec::new();
    let mut into_arms = TokenStream::new();
    let mut from_arms = TokenStream::new();
    for (
        n,
        Variant {
            ident,
            name,
            fields,
            ..
        },
    ) in variants.into_iter().enumerate()
    {
        let tag = proc_macro2::Literal::u32_unsuffixed(u32::try_from(n).unwrap_or(u32::MAX));
        let (twin, value) = (format_ident!("__V{n}"), format_ident!("v{n}"));
        let (wires, pattern) = (wires(declaration, fields), pattern(fields));
        let (into, from) = (
            into(declaration, fields),
            from(declaration, fields, &quote!(__fields)),
        );
        twins.extend(quote!(
            #[repr(C)]
            pub struct #twin #parameters #bounds { #wires marker: #marker }
        ));
        values.extend(quote!(#value: ::core::mem::ManuallyDrop<#twin #arguments>,));
        let described = description::of_variant(
            declaration,
            name,
            &description::no_layout(),
            &crossing_members(declaration, fields),
        );
        members.push(description::variant(
            declaration,
            name,
            &quote!(#tag),
            &described,
        ));
        into_arms.extend(quote!(
            Self::#ident { #pattern } => __Twin {
                tag: #tag,
                value: __Value {
                    #value: ::core::mem::ManuallyDrop::new(
                        #twin { #into marker: ::core::marker::PhantomData },
                    ),
                },
            },
        ));
        from_arms.extend(quote!(
            #tag => {
                // SAFETY: the tag says that this is what is there, by the caller.
                let __fields = unsafe { __wire.value.#value };
                // SAFETY: each field by the caller, and each is read once.
                unsafe { Self::#ident { #from } }
            }
        ));
    }
    identity::implementation(
        declaration,
        &Parts {
            items: quote!(
                #twins
                #[repr(C)]
                pub union __Value #parameters #bounds { #values }
                #[repr(C)]
                pub struct __Twin #parameters #bounds {
                    tag: ::core::primitive::u32,
                    value: __Value #arguments,
                }
            ),
            wire: quote!(__Twin #arguments),
            described: description::of_type(
                declaration,
                &quote!(Enum),
                &quote!(0),
                &description::no_layout(),
                &members,
            ),
            inline: false,
            into_wire: quote!(match self { #into_arms }),
            from_wire: quote!(match __wire.tag {
                #from_arms
                _ => #krate::__private::no_such_variant(),
            }),
            generics: generics.clone(),
        },
    )
}
