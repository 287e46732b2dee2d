//! A trait that a closure can implement.

use super::names::Names;
use super::types::Replace;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{
    FnArg, GenericParam, Generics, ItemTrait, Lifetime, PatType, Path, TraitItemFn, TraitItemType,
    Type, Visibility, WherePredicate, parse_quote,
};

/// How the method takes `self`, which decides what kind of closure it takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `self`: `FnOnce`.
    Once,
    /// `&mut self`: `FnMut`.
    Mut,
    /// `self: Pin<&mut Self>`: `FnMut`, and the closure can be moved.
    Pinned,
    /// `&self`: `Fn`.
    Shared,
}

impl Kind {
    /// The trait that the closure implements.
    pub(super) fn closure_trait(self, asynchronous: bool, span: Span) -> TokenStream {
        match (self, asynchronous) {
            (Self::Once, false) => quote_spanned!(span=> ::core::ops::FnOnce),
            (Self::Mut | Self::Pinned, false) => quote_spanned!(span=> ::core::ops::FnMut),
            (Self::Shared, false) => quote_spanned!(span=> ::core::ops::Fn),
            (Self::Once, true) => quote_spanned!(span=> ::core::ops::AsyncFnOnce),
            (Self::Mut | Self::Pinned, true) => quote_spanned!(span=> ::core::ops::AsyncFnMut),
            (Self::Shared, true) => quote_spanned!(span=> ::core::ops::AsyncFn),
        }
    }
}

/// An associated type, and the type parameter that stands for it.
pub(super) struct Associated {
    pub(super) item: TraitItemType,
    pub(super) parameter: Ident,
}

/// A trait with one method that a closure can stand for.
pub(super) struct Sam {
    pub(super) vis: Visibility,
    /// The name of the trait.
    pub(super) ident: Ident,
    /// The name of the constructor, if it is another.
    pub(super) constructor: Option<Ident>,
    /// The trait, if it is from elsewhere.
    pub(super) foreign: Option<Path>,
    /// Whether the path of a foreign trait has its arguments.
    pub(super) foreign_is_exact: bool,
    /// The trait's parameters, without defaults.
    pub(super) generics: Generics,
    /// Bounds on `Self`.
    pub(super) supertraits: TokenStream,
    pub(super) associated: Vec<Associated>,
    pub(super) method: TraitItemFn,
    pub(super) kind: Kind,
    /// The lifetime of the reference that `self` is, if it has a name.
    pub(super) self_lifetime: Option<Lifetime>,
    pub(super) names: Names,
}

impl Sam {
    /// Takes `item` apart; `check` has found nothing wrong with it.
    pub(super) fn new(
        item: &ItemTrait,
        foreign: Option<Path>,
        method: TraitItemFn,
        kind: Kind,
        self_lifetime: Option<Lifetime>,
        associated: Vec<TraitItemType>,
    ) -> Self {
        let mut names = Names::of(item);
        if let Some(path) = &foreign {
            names.take(path.to_token_stream());
        }
        let associated = associated
            .into_iter()
            .map(|item| Associated {
                parameter: names.fresh(&item.ident.to_string()),
                item,
            })
            .collect();
        let mut generics = item.generics.clone();
        let mut supertraits = item.supertraits.to_token_stream();
        for parameter in &mut generics.params {
            match parameter {
                GenericParam::Type(parameter) => parameter.default = None,
                GenericParam::Const(parameter) => parameter.default = None,
                GenericParam::Lifetime(_) => {}
            }
        }
        if let Some(clause) = &mut generics.where_clause {
            clause.predicates = std::mem::take(&mut clause.predicates)
                .into_iter()
                .filter(|predicate| {
                    if let WherePredicate::Type(predicate) = predicate
                        && super::types::name(&predicate.bounded_ty).is_some_and(|it| it == "Self")
                    {
                        let bounds = &predicate.bounds;
                        supertraits = if supertraits.is_empty() {
                            bounds.to_token_stream()
                        } else {
                            quote!(#supertraits + #bounds)
                        };
                        false
                    } else {
                        true
                    }
                })
                .collect();
        }
        let mut sam = Self {
            vis: item.vis.clone(),
            ident: item.ident.clone(),
            constructor: None,
            foreign,
            foreign_is_exact: false,
            generics,
            supertraits,
            associated,
            method,
            kind,
            self_lifetime,
            names,
        };
        let mut replace = sam.replace();
        syn::visit_mut::VisitMut::visit_generics_mut(&mut replace, &mut sam.generics);
        sam
    }

    /// Replaces `Self::Out` by its parameter.
    pub(super) fn replace(&self) -> Replace {
        Replace {
            associated: self
                .associated
                .iter()
                .map(|it| {
                    let parameter = &it.parameter;
                    (it.item.ident.to_string(), parse_quote!(#parameter))
                })
                .collect(),
            ..Replace::default()
        }
    }

    pub(super) fn is_async(&self) -> bool {
        self.method.sig.asyncness.is_some()
    }

    /// The method's arguments without `self`.
    pub(super) fn arguments(&self) -> impl Iterator<Item = &PatType> {
        self.method
            .sig
            .inputs
            .iter()
            .filter_map(|input| match input {
                FnArg::Typed(argument) => Some(argument),
                FnArg::Receiver(_) => None,
            })
    }

    /// The trait with its own parameters as arguments, as an impl names it.
    pub(super) fn trait_path(&self) -> TokenStream {
        let (_, arguments, _) = self.generics.split_for_impl();
        match &self.foreign {
            Some(path) if self.foreign_is_exact || super::types::arguments(path).is_some() => {
                path.to_token_stream()
            }
            Some(path) => quote!(#path #arguments),
            None => {
                let ident = &self.ident;
                quote!(#ident #arguments)
            }
        }
    }

    /// The trait's parameters, and those for its associated types, with all bounds.
    pub(super) fn parameters(&self) -> Generics {
        let mut generics = self.generics.clone();
        for associated in &self.associated {
            let mut parameter = syn::TypeParam::from(associated.parameter.clone());
            parameter.bounds.clone_from(&associated.item.bounds);
            if !parameter.bounds.is_empty() {
                parameter.colon_token = Some(syn::token::Colon::default());
            }
            for bound in &mut parameter.bounds {
                syn::visit_mut::VisitMut::visit_type_param_bound_mut(&mut self.replace(), bound);
            }
            generics.params.push(GenericParam::Type(parameter));
        }
        generics
    }

    /// A type of the signature, with parameters for associated types.
    pub(super) fn outside(&self, ty: &Type) -> Type {
        let mut ty = ty.clone();
        syn::visit_mut::VisitMut::visit_type_mut(&mut self.replace(), &mut ty);
        ty
    }
}
