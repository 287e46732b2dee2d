//! The header of a trait impl, as an inherent impl can have it.
//!
//! Two things differ. A parameter that only the trait has (`impl<T> From<T> for Foo`) can't stand on an
//! inherent impl: it moves to the methods. And a lifetime without a name in the trait's path
//! (`impl Trait<'_> for Foo`) would mean another one inside of a signature: it gets a name.

use super::model::Impl;
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident};
use std::collections::HashSet;
use syn::punctuated::Punctuated;
use syn::visit_mut::{self, VisitMut};
use syn::{
    GenericParam, Generics, Lifetime, LifetimeParam, ParenthesizedGenericArguments, Path,
    PredicateType, Token, Type, TypeFnPtr, TypeReference, TypeTraitObject, WherePredicate,
};

pub(super) struct Header {
    /// Of the inherent impl.
    pub(super) generics: Generics,
    pub(super) self_ty: Type,
    pub(super) trait_path: Path,
    /// Of each of its methods.
    pub(super) moved: Vec<GenericParam>,
    pub(super) moved_predicates: Vec<WherePredicate>,
}

impl Header {
    pub(super) fn of(model: &Impl) -> Self {
        let mut header = Self {
            generics: model.generics.clone(),
            self_ty: model.self_ty.clone(),
            trait_path: model.trait_path.clone(),
            moved: Vec::new(),
            moved_predicates: Vec::new(),
        };
        header.name_lifetimes();
        header.move_parameters();
        header
    }

    fn name_lifetimes(&mut self) {
        let mut names = Names::default();
        names.visit_type_mut(&mut self.self_ty);
        names.visit_path_mut(&mut self.trait_path);
        for (position, name) in names.0.into_iter().enumerate() {
            let parameter = GenericParam::Lifetime(LifetimeParam::new(name));
            self.generics.params.insert(position, parameter);
        }
    }

    fn move_parameters(&mut self) {
        let mut constraining = self.self_ty.clone();
        Unqualified.visit_type_mut(&mut constraining);
        let used = names(constraining.to_token_stream());
        let (stay, moved): (Vec<_>, Vec<_>) =
            self.generics
                .params
                .clone()
                .into_iter()
                .partition(|parameter| match parameter {
                    GenericParam::Lifetime(_) => true,
                    GenericParam::Type(parameter) => used.contains(&parameter.ident.to_string()),
                    GenericParam::Const(parameter) => used.contains(&parameter.ident.to_string()),
                });
        self.generics.params = stay.into_iter().collect();
        self.moved = moved;
        let moved: HashSet<String> = self.moved.iter().filter_map(name).collect();
        if moved.is_empty() {
            return;
        }
        // Whatever speaks of a parameter that moved goes with it.
        let speaks = |tokens: TokenStream| !names(tokens).is_disjoint(&moved);
        for parameter in &mut self.generics.params {
            if let GenericParam::Type(parameter) = parameter
                && speaks(parameter.bounds.to_token_stream())
            {
                let name = &parameter.ident;
                self.moved_predicates
                    .push(WherePredicate::Type(PredicateType {
                        attrs: Vec::new(),
                        lifetimes: None,
                        bounded_ty: syn::parse_quote!(#name),
                        colon_token: <Token![:]>::default(),
                        bounds: std::mem::take(&mut parameter.bounds),
                    }));
                parameter.colon_token = None;
            }
        }
        if let Some(clause) = &mut self.generics.where_clause {
            let (moved, stay): (Vec<_>, Vec<_>) = std::mem::take(&mut clause.predicates)
                .into_iter()
                .partition(|predicate| speaks(predicate.to_token_stream()));
            clause.predicates = Punctuated::from_iter(stay);
            self.moved_predicates.extend(moved);
        }
    }
}

pub(super) fn name(parameter: &GenericParam) -> Option<String> {
    match parameter {
        GenericParam::Lifetime(_) => None,
        GenericParam::Type(parameter) => Some(parameter.ident.to_string()),
        GenericParam::Const(parameter) => Some(parameter.ident.to_string()),
    }
}

/// The names that occur in tokens.
pub(super) fn names(tokens: TokenStream) -> HashSet<String> {
    let mut found = HashSet::new();
    for token in tokens {
        match token {
            TokenTree::Ident(name) => {
                found.insert(name.to_string());
            }
            TokenTree::Group(group) => found.extend(names(group.stream())),
            _ => {}
        }
    }
    found
}

/// Gives a name to each lifetime without one.
#[derive(Default)]
struct Names(Vec<Lifetime>);

impl Names {
    fn next(&mut self) -> Lifetime {
        let name = format_ident!("__anonymous{}", self.0.len());
        let name = Lifetime::new(&format!("'{name}"), Span::mixed_site());
        self.0.push(name.clone());
        name
    }
}

impl VisitMut for Names {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.next();
        }
    }

    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        if reference.lifetime.is_none() {
            reference.lifetime = Some(self.next());
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }

    // In these, a lifetime without a name has a meaning of its own.
    fn visit_type_fn_ptr_mut(&mut self, _: &mut TypeFnPtr) {}
    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut ParenthesizedGenericArguments) {
    }
    fn visit_type_trait_object_mut(&mut self, _: &mut TypeTraitObject) {}
}

/// Takes out types that are found through a trait: a parameter in them isn't decided by them.
struct Unqualified;

impl VisitMut for Unqualified {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        if matches!(ty, Type::Path(path) if path.qself.is_some()) {
            *ty = syn::parse_quote!(());
        }
        visit_mut::visit_type_mut(self, ty);
    }
}
