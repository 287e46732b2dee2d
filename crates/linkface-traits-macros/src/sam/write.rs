//! Named captures, written out.
//!
//! The structure has a type parameter for each field, so that `Clone` and `Copy` follow from the fields.

use super::input::Input;
use super::model::{Kind, Sam};
use super::object::{Field, Object};
use super::{erase, plan, types};
use crate::anon::place::{self, Captured, Place};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprClosure, ImplItemFn, Index, Pat, Signature, parse_quote};

impl Object {
    pub(super) fn write(
        &self,
        sam: &Sam,
        input: &Input,
        closure: &ExprClosure,
        sig: &Signature,
    ) -> TokenStream {
        let Self {
            ident,
            generics,
            names,
            types,
            values,
            path,
            associated,
            ..
        } = self;
        let parameters: Vec<Ident> = (0..names.len())
            .map(|index| format_ident!("T{index}"))
            .collect();
        let (impl_parameters, _, clause) = generics.split_for_impl();
        // Where rustc finds a parameter of the function around, it says to declare it after this word.
        let word = input.word.unwrap_or_default();
        let bound = closure
            .inputs
            .iter()
            .zip(erase::argument_names(sam))
            .map(|(pattern, name)| {
                let pattern = match pattern {
                    Pat::Type(pattern) => &pattern.pat,
                    pattern => pattern,
                };
                quote!(let #pattern = #name;)
            });
        let body = match &*closure.body {
            Expr::Block(block) if block.label.is_none() && block.attrs.is_empty() => {
                let statements = &block.block.stmts;
                quote!(#(#statements)*)
            }
            body => body.to_token_stream(),
        };
        let waits = sam.is_async() && closure.asyncness.is_none();
        let body = if waits { quote!({ #body }.await) } else { body };
        let method = self.method(sam, parse_quote!(#sig { #(#bound)* #body }));
        // A function tells rustc what a captured closure takes, but can't mention parameters of the
        // function around, of which rustc would complain twice.
        let made = if self.inferred {
            quote! {
                #[inline]
                #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
                const fn __sam_closure #impl_parameters (#(#names: #types),*) -> #ident<#(#types),*>
                #clause
                {
                    #ident(#(#names),*)
                }
                __sam_closure(#(#values),*)
            }
        } else {
            // Lifetimes with a name are the impl's.
            let types = types.iter().cloned().map(|mut ty| {
                types::Inferred.visit_type_mut(&mut ty);
                ty
            });
            quote!(#ident::<#(#types),*>(#(#values),*))
        };
        let text = sam.ident.to_string();
        // A closure for `Debug` has its own.
        let debug = (sam.ident != "Debug").then(|| {
            quote! {
                impl<#(#parameters),*> ::core::fmt::Debug for #ident<#(#parameters),*> {
                    fn fmt(
                        &self,
                        formatter: &mut ::core::fmt::Formatter<'_>,
                    ) -> ::core::fmt::Result {
                        ::core::fmt::Formatter::write_str(formatter, #text)
                    }
                }
            }
        });
        let attributes = &closure.attrs;
        quote!({
            #[derive(::core::clone::Clone, ::core::marker::Copy)]
            struct #ident<#(#parameters),*>(#(#parameters),*);
            #debug
            #word #impl_parameters #path for #ident<#(#types),*> #clause {
                #associated
                #[inline]
                #(#attributes)*
                #method
            }
            #made
        })
    }

    /// The method, with the captures in it: what is behind a reference because `self` is, is a variable
    /// in the body all the same.
    fn method(&self, sam: &Sam, mut method: ImplItemFn) -> ImplItemFn {
        let mut places = Captured::new();
        for (name, field) in self.names.iter().zip(&self.fields) {
            let place = match (field, sam.kind) {
                (Field::Value, kind) if kind != Kind::Once => Place::Behind,
                _ => Place::Itself,
            };
            places.insert(name.unraw().to_string(), (name.clone(), place));
        }
        place::rewrite(&mut method, &places, None);
        let captured = self.bind(sam, &method.sig);
        let statements = &method.block.stmts;
        method.block = parse_quote!({ #captured #(#statements)* });
        method
    }

    /// Makes variables of the fields.
    fn bind(&self, sam: &Sam, sig: &Signature) -> TokenStream {
        let this = plan::this(sig);
        if sam.kind == Kind::Once {
            let all =
                self.names
                    .iter()
                    .zip(&self.mutable)
                    .zip(0..)
                    .map(|((name, mutable), index)| {
                        let mutable = mutable.then(|| quote!(mut));
                        let index = Index::from(index);
                        quote!(let #mutable #name = #this.#index;)
                    });
            return quote!(#(#all)*);
        }
        let pinned = (sam.kind == Kind::Pinned)
            .then(|| quote!(let #this = ::core::pin::Pin::get_mut(#this);));
        let all = self
            .names
            .iter()
            .zip(&self.fields)
            .zip(0..)
            .map(|((name, field), index)| {
                let index = Index::from(index);
                match (field, sam.kind) {
                    (Field::Shared, _) => quote!(let #name = #this.#index;),
                    (Field::Mutable, Kind::Shared) => quote!(let #name = &*#this.#index;),
                    (Field::Mutable, _) => quote!(let #name = &mut *#this.#index;),
                    (Field::Value | Field::Helper, Kind::Shared) => {
                        quote!(let #name = &#this.#index;)
                    }
                    (Field::Value | Field::Helper, _) => quote!(let #name = &mut #this.#index;),
                }
            });
        quote!(#pinned #(#all)*)
    }
}
