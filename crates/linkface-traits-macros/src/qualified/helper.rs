//! The trait that searches a receiver's type for an implementor.
//!
//! ```text
//! trait Stringer__string: Stringer { fn Stringer__string(&self) -> &Self { self } }
//! impl<T: Stringer + ?Sized> Stringer__string for T {}
//! x.Stringer__string()
//! ```
//!
//! What the compiler finds there is what it would find for `x.string()` if there was no other method
//! `string`. The name is the call's, because people read it if there is nothing to find.
//!
//! An item can't mention generics of the items around it. So arguments of the trait that do become
//! parameters of the helper, and a value says what they are.

use super::known::{self, Known};
use super::method::Method;
use super::scope::{Generic, Scope};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Expr, GenericArgument, Lifetime, ParenthesizedGenericArguments, Path, PathArguments, Type,
    TypeFnPtr, TypeReference,
};

/// How a helper takes what it is called on.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Takes {
    Value,
    Mut,
    Ref,
}

/// A helper for one call.
pub(crate) struct Helper<'a> {
    name: Ident,
    runtime: &'a TokenStream,
    /// The trait, with the helper's parameters in it.
    pub(crate) bound: Path,
    lifetimes: Vec<Lifetime>,
    /// Parameters with their bounds, and their names.
    params: Vec<(TokenStream, Ident)>,
    /// As types, what the parameters are: inside the helper, and at the call.
    inside: Vec<TokenStream>,
    given: Vec<TokenStream>,
}

impl<'a> Helper<'a> {
    /// The helper for a method of the trait at `path`.
    pub(crate) fn new(
        runtime: &'a TokenStream,
        scope: &Scope,
        method: &Method,
        path: &Path,
    ) -> Self {
        let trait_name = path.segments.last().map(|segment| segment.ident.unraw());
        let name = format_ident!(
            "{}__{}",
            trait_name.unwrap_or_else(|| format_ident!("Trait")),
            method.name.unraw(),
            // The place is the user's, where messages point to; the rest isn't, so that no lint looks.
            span = Span::mixed_site().located_at(method.name.span())
        );
        let mut helper = Self {
            name,
            runtime,
            bound: path.clone(),
            lifetimes: Vec::new(),
            params: Vec::new(),
            inside: Vec::new(),
            given: Vec::new(),
        };
        let mut bound = path.clone();
        let is_unsized = known::is_unsized_too(path);
        if let Some(last) = bound.segments.last_mut()
            && let PathArguments::AngleBracketed(arguments) = &mut last.arguments
        {
            for argument in &mut arguments.args {
                helper.take(scope, argument, is_unsized);
            }
        }
        helper.bound = bound;
        helper
    }

    /// Makes a parameter of the helper of what an argument mentions that no item may mention.
    fn take(&mut self, scope: &Scope, argument: &mut GenericArgument, is_unsized: bool) {
        match argument {
            GenericArgument::Lifetime(lifetime) if lifetime.ident != "static" => {
                *lifetime = self.lifetime();
            }
            GenericArgument::Type(ty) => {
                if let Type::Path(path) = ty
                    && let Some(name) = path.path.get_ident()
                    && let Some(Generic::Const(of)) = scope.generic(name)
                {
                    let given = quote!([(); #name]);
                    *argument = GenericArgument::Const(self.constant(&of, &given));
                } else if scope.mentions_generics(ty.to_token_stream()) {
                    let is_unsized =
                        is_unsized || matches!(ty, Type::Slice(_) | Type::TraitObject(_));
                    let name = self.parameter(is_unsized, &ty.to_token_stream());
                    *ty = syn::parse_quote!(#name);
                } else {
                    Lifetimes(self).visit_type_mut(ty);
                }
            }
            GenericArgument::Const(value) if scope.mentions_generics(value.to_token_stream()) => {
                let given = quote!([(); #value]);
                *value = self.constant(&syn::parse_quote!(usize), &given);
            }
            _ => {}
        }
    }

    fn lifetime(&mut self) -> Lifetime {
        let lifetime = Lifetime::new(&format!("'__l{}", self.lifetimes.len()), Span::call_site());
        self.lifetimes.push(lifetime.clone());
        lifetime
    }

    fn parameter(&mut self, is_unsized: bool, given: &TokenStream) -> Ident {
        let name = format_ident!("__P{}", self.params.len());
        let bound = is_unsized.then(|| quote!(: ?::core::marker::Sized));
        self.params.push((quote!(#name #bound), name.clone()));
        let runtime = self.runtime;
        self.inside.push(quote!(#runtime::Type<#name>));
        self.given.push(quote!(#runtime::Type<#given>));
        name
    }

    fn constant(&mut self, of: &Type, given: &TokenStream) -> Expr {
        let name = format_ident!("__P{}", self.params.len());
        self.params.push((quote!(const #name: #of), name.clone()));
        // Only lengths can be told by a type. Others are inferred.
        if of.to_token_stream().to_string() == "usize" {
            self.inside.push(quote!([(); #name]));
            self.given.push(given.clone());
        }
        syn::parse_quote!(#name)
    }

    /// The items for a method that takes its receiver so.
    pub(crate) fn items(&self, takes: Takes, known: Option<&Known>) -> TokenStream {
        let given = self.given_inside();
        let (receiver, output) = match takes {
            Takes::Value => (quote!(self), quote!(Self)),
            Takes::Mut => (quote!(&mut self), quote!(&mut Self)),
            Takes::Ref => (quote!(&self), quote!(&Self)),
        };
        let signature = quote!((#receiver #given) -> #output);
        self.items_of(takes, known, &signature, &quote!(self))
    }

    /// The items for a known method that takes `&mut self`, whose helper is given the method and all
    /// arguments.
    pub(crate) fn items_with_arguments(&self, known: &Known, arguments: usize) -> TokenStream {
        let given = self.given_inside();
        let types: Vec<_> = (0..arguments).map(|at| format_ident!("__A{at}")).collect();
        let names: Vec<_> = (0..arguments).map(|at| format_ident!("a{at}")).collect();
        let signature = quote! {
            <'__a, __F, __O, #(#types),*>(&'__a mut self #given, method: __F, #(#names: #types),*) -> __O
            where
                __F: ::core::ops::FnOnce(&'__a mut Self, #(#types),*) -> __O
        };
        self.items_of(
            Takes::Mut,
            Some(known),
            &signature,
            &quote!(method(self, #(#names),*)),
        )
    }

    /// The call that goes with [`Self::items_with_arguments`].
    pub(crate) fn call_with_arguments(
        &self,
        receiver: &TokenStream,
        function: &TokenStream,
        arguments: &impl ToTokens,
    ) -> TokenStream {
        let Self { name, .. } = self;
        let given = self.given_at_call();
        let given = (!given.is_empty()).then(|| quote!(#given,));
        quote!(#receiver.#name(#given #function, #arguments))
    }

    fn given_inside(&self) -> Option<TokenStream> {
        let Self {
            runtime, inside, ..
        } = self;
        (!inside.is_empty()).then(|| quote!(, _: #runtime::Types<(#(#inside,)*)>))
    }

    fn given_at_call(&self) -> TokenStream {
        let Self { runtime, given, .. } = self;
        if given.is_empty() {
            return TokenStream::new();
        }
        quote!(#runtime::Types::<(#(#given,)*)>::NEW)
    }

    fn items_of(
        &self,
        takes: Takes,
        known: Option<&Known>,
        signature: &TokenStream,
        body: &TokenStream,
    ) -> TokenStream {
        let Self {
            name,
            bound,
            lifetimes,
            ..
        } = self;
        let params: Vec<_> = self.params.iter().map(|(param, _)| param).collect();
        let names: Vec<_> = self.params.iter().map(|(_, name)| name).collect();
        let sized = match takes {
            Takes::Value => quote!(::core::marker::Sized),
            Takes::Mut | Takes::Ref => quote!(?::core::marker::Sized),
        };
        let also = known.map(|known| {
            let path = &known.from_the_root;
            let arguments = bound.segments.last().map(|segment| &segment.arguments);
            quote!(+ #path #arguments)
        });
        let value = (takes == Takes::Value).then(|| quote!(+ ::core::marker::Sized));
        quote! {
            trait #name<#(#lifetimes,)* #(#params),*>: #bound #also #value {
                fn #name #signature { #body }
            }
            impl<#(#lifetimes,)* #(#params,)* __T: #bound + #sized>
                #name<#(#lifetimes,)* #(#names),*> for __T {}
        }
    }

    /// The search on `receiver`.
    pub(crate) fn call(&self, receiver: &TokenStream) -> TokenStream {
        let name = &self.name;
        let given = self.given_at_call();
        quote!(#receiver.#name(#given))
    }
}

/// Lifetimes that an item can't mention or leave out become parameters.
struct Lifetimes<'h, 'a>(&'h mut Helper<'a>);

impl VisitMut for Lifetimes<'_, '_> {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident != "static" {
            *lifetime = self.0.lifetime();
        }
    }

    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        if reference.lifetime.is_none() {
            reference.lifetime = Some(self.0.lifetime());
            self.visit_type_mut(&mut reference.elem);
        } else {
            visit_mut::visit_type_reference_mut(self, reference);
        }
    }

    // Lifetimes that are left out here have a meaning of their own.
    fn visit_type_fn_ptr_mut(&mut self, _: &mut TypeFnPtr) {}
    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut ParenthesizedGenericArguments) {
    }
}
