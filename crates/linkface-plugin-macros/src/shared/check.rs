//! What can't cross, said before rustc or a reader of the expansion has to.

use super::model::{Body, Declaration, Field};
use super::repr::Layout;
use crate::mistakes::Mistakes;
use proc_macro2::Ident;
use quote::ToTokens;
use std::collections::HashSet;
use syn::visit_mut::{self, VisitMut};
use syn::{Path, Type, WherePredicate};

pub(crate) fn check(declaration: &Declaration, mistakes: &mut Mistakes) {
    match &declaration.body {
        Body::Struct(fields) => names(fields, mistakes),
        Body::Enum(variants) => {
            if variants.is_empty() {
                mistakes.on(
                    &declaration.ident,
                    "an enum without variants has no values that could cross",
                );
            }
            let mut seen = HashSet::new();
            for variant in variants {
                if !seen.insert(&variant.name) {
                    mistakes.on(
                        &variant.ident,
                        format!("another variant is called `{}`", variant.name),
                    );
                }
                names(&variant.fields, mistakes);
            }
        }
    }
    for field in declaration.fields() {
        if matches!(declaration.layout, Layout::Inline(_)) {
            inline_field(field, mistakes);
        }
        if field.skip
            && let Some(with) = &field.with
        {
            mistakes.on(
                with,
                "a field that is skipped doesn't cross, so that it needs no twin",
            );
        }
        if declaration.is_generic() && !field.skip {
            repeats(
                &declaration.ident,
                field.with.as_ref().unwrap_or(&field.ty),
                mistakes,
            );
        }
    }
    unsized_parameters(declaration, mistakes);
}

fn names(fields: &[Field], mistakes: &mut Mistakes) {
    let mut seen = HashSet::new();
    for field in fields {
        if !seen.insert(&field.name) {
            mistakes.on(
                &field.member,
                format!("another field is called `{}`", field.name),
            );
        }
    }
}

/// A type with a repr crosses as it is.
fn inline_field(field: &Field, mistakes: &mut Mistakes) {
    if field.skip {
        mistakes.on(
            &field.ty,
            "a type with a `repr` crosses as it is, with all of its fields: leave the `repr` away to have \
             it converted without this field",
        );
    }
    if let Some(with) = &field.with {
        mistakes.on(
            with,
            "a type with a `repr` crosses as it is, and no field of it as something else: leave the \
             `repr` away to have it converted",
        );
    }
}

/// rustc evaluates a generic type's description for each set of arguments, and finds a cycle.
fn repeats(this: &Ident, ty: &Type, mistakes: &mut Mistakes) {
    struct Find<'a>(&'a Ident, bool);
    impl VisitMut for Find<'_> {
        fn visit_path_mut(&mut self, path: &mut Path) {
            self.1 |= path
                .segments
                .last()
                .is_some_and(|last| last.ident == *self.0);
            visit_mut::visit_path_mut(self, path);
        }
    }
    let mut find = Find(this, false);
    find.visit_type_mut(&mut ty.clone());
    if find.1 {
        mistakes.on(
            ty,
            format!(
                "a generic type that contains itself cannot be described: make `{this}` a type without \
                 parameters"
            ),
        );
    }
}

/// `T: ?Sized`
fn unsized_parameters(declaration: &Declaration, mistakes: &mut Mistakes) {
    let parameters = declaration.generics.type_params();
    let bounds = parameters.flat_map(|parameter| &parameter.bounds);
    let clause = declaration.generics.where_clause.iter();
    let predicates = clause.flat_map(|clause| &clause.predicates);
    let predicates = predicates.filter_map(|predicate| match predicate {
        WherePredicate::Type(predicate) => Some(&predicate.bounds),
        _ => None,
    });
    for bound in bounds.chain(predicates.flatten()) {
        if bound.to_token_stream().to_string().replace(' ', "") == "?Sized" {
            mistakes.on(bound, "what crosses has a size: leave `?Sized` away");
        }
    }
}
