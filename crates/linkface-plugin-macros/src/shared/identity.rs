//! The type's `ID`, its generics and the impl around it.

use super::model::Declaration;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::visit_mut::VisitMut;
use syn::{Generics, Lifetime, Type, parse_quote};

/// What differs between a type that crosses as it is and one that is converted.
pub(crate) struct Parts {
    /// Items that the impl uses.
    pub(crate) items: TokenStream,
    /// The impl's generics.
    pub(crate) generics: Generics,
    /// What crosses.
    pub(crate) wire: TokenStream,
    /// A `Type`, described.
    pub(crate) described: TokenStream,
    pub(crate) inline: bool,
    pub(crate) into_wire: TokenStream,
    pub(crate) from_wire: TokenStream,
}

/// The impl of `Shared`, and what it needs, in a scope of its own.
pub(crate) fn implementation(declaration: &Declaration, parts: &Parts) -> TokenStream {
    let Declaration { krate, ident, .. } = declaration;
    let Parts {
        items,
        generics,
        wire,
        described,
        inline,
        into_wire,
        from_wire,
    } = parts;
    let (parameters, _, bounds) = generics.split_for_impl();
    let (_, arguments, _) = declaration.generics.split_for_impl();
    let id = id(declaration);
    // A static may lead to itself, as a type may. There is none for each set of arguments.
    let (item, ty) = if declaration.is_generic() {
        (TokenStream::new(), quote!(&const { #described }))
    } else {
        (
            quote!(static __TYPE: #krate::__private::Type = #described;),
            quote!(&__TYPE),
        )
    };
    let inline_impl = inline.then(|| {
        quote!(
            // SAFETY: the `repr` promises the layout, and each field is `Inline`, which the description
            // demands; without a destructor, which is asserted there. What another image has is valid
            // here: descriptions that are equal have the same discriminants, `bool`s and `char`s.
            unsafe impl #parameters #krate::Inline for #ident #arguments #bounds {}
        )
    });
    quote!(
        #[doc(hidden)]
        #[allow(
            deprecated, unused_parens, unused_qualifications, clippy::all, clippy::pedantic,
            clippy::nursery, clippy::restriction
        )]
        const _: () = {
            #items
            #item

            // SAFETY: generated: `Wire` is what the description says, field by field.
            unsafe impl #parameters #krate::Shared for #ident #arguments #bounds {
                type Wire = #wire;
                const ID: ::core::primitive::u64 = #id;
                const TYPE: #krate::__private::TypeRef = #krate::__private::TypeRef::new(#ty);
                const INLINE: ::core::primitive::bool = #inline;
                #[inline]
                fn into_wire(self) -> Self::Wire { #into_wire }
                #[inline]
                unsafe fn from_wire(__wire: Self::Wire) -> Self { #from_wire }
            }
            #inline_impl
        };
    )
}

/// The type's generics, its type parameters bound by this trait.
pub(crate) fn bound(declaration: &Declaration, bound: &TokenStream) -> Generics {
    let mut generics = declaration.generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(parse_quote!(#bound));
    }
    generics
}

/// The type as it is named where descriptions are made: in the impl for a generic one, outside of it
/// otherwise.
pub(crate) fn described_type(declaration: &Declaration) -> Type {
    let ident = &declaration.ident;
    let (_, arguments, _) = declaration.generics.split_for_impl();
    fixed(declaration, &parse_quote!(#ident #arguments))
}

/// Another type there: without the lifetimes that a static can't have.
pub(crate) fn fixed(declaration: &Declaration, ty: &Type) -> Type {
    let mut ty = ty.clone();
    if !declaration.is_generic() {
        Static.visit_type_mut(&mut ty);
    }
    ty
}

/// All lifetimes are `'static`.
struct Static;

impl VisitMut for Static {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        lifetime.ident = Ident::new("static", lifetime.ident.span());
    }
}

/// Names in one program are not unique, neither are those of crates: two versions may be in it. So the
/// place and the text count, too.
fn id(declaration: &Declaration) -> TokenStream {
    let Declaration {
        krate, name, hash, ..
    } = declaration;
    let package = std::env::var("CARGO_PKG_NAME").unwrap_or_default();
    let version = std::env::var("CARGO_PKG_VERSION").unwrap_or_default();
    let arguments = declaration.generics.params.iter().filter_map(|parameter| match parameter {
        syn::GenericParam::Type(parameter) => {
            let ident = &parameter.ident;
            Some(quote!(<#ident as #krate::Shared>::ID))
        }
        syn::GenericParam::Const(parameter) => {
            let ident = &parameter.ident;
            Some(quote!(#ident as ::core::primitive::u64, (#ident as ::core::primitive::u128 >> 64) as ::core::primitive::u64))
        }
        syn::GenericParam::Lifetime(_) => None,
    });
    quote!(#krate::__private::id(
        &["type", ::core::module_path!(), #name, ::core::file!(), #package, #version],
        &[#hash, ::core::line!() as ::core::primitive::u64, ::core::column!() as ::core::primitive::u64, #(#arguments),*],
    ))
}

/// After a mistake: that no second error says that the type can't cross.
pub(crate) fn stand_in(declaration: &Declaration) -> TokenStream {
    let Declaration { krate, ident, .. } = declaration;
    let (parameters, arguments, bounds) = declaration.generics.split_for_impl();
    let remote = declaration.remote.as_ref().map(|remote| {
        quote!(
            impl #parameters ::core::convert::From<#remote> for #ident #arguments #bounds {
                fn from(_: #remote) -> Self { loop {} }
            }
            impl #parameters ::core::convert::From<#ident #arguments> for #remote #bounds {
                fn from(_: #ident #arguments) -> Self { loop {} }
            }
        )
    });
    quote!(
        #[allow(clippy::all, clippy::pedantic)]
        const _: () = {
            // SAFETY: never compiled to anything: there are errors.
            unsafe impl #parameters #krate::Shared for #ident #arguments #bounds {
                type Wire = Self;
                const ID: ::core::primitive::u64 = 0;
                const TYPE: #krate::__private::TypeRef = <() as #krate::Shared>::TYPE;
                fn into_wire(self) -> Self { self }
                unsafe fn from_wire(wire: Self) -> Self { wire }
            }
            // SAFETY: as above.
            unsafe impl #parameters #krate::Inline for #ident #arguments #bounds {}
            #remote
        };
    )
}
