//! Reads a method: what it is as a closure, or why it can't be one.

use super::closure::Closure;
use super::found::{Found, found};
use super::lifetimes::{Named, has_elided};
use super::receiver::taken;
use super::selfless::{Selfless, mentions_self};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident};
use std::collections::BTreeSet;
use syn::visit_mut::{self, VisitMut};
use syn::{
    FnArg, GenericParam, ImplItemFn, Lifetime, ReturnType, Type, TypeParamBound, WherePredicate,
    parse_quote,
};

/// Why a method can't be a closure: where, and in words.
pub(super) struct Reason(pub TokenStream, pub String);

/// Reads a method. What has no receiver has no captures and needs no closure: `Err` without reasons.
pub(super) fn closure(
    method: &ImplItemFn,
    selfless: &Selfless,
    at: usize,
) -> (Found, Result<Box<Closure>, Vec<Reason>>) {
    let found = found(method, selfless);
    let Some(FnArg::Receiver(receiver)) = method.sig.inputs.first() else {
        return (found, Err(Vec::new()));
    };
    let mut reasons = Vec::new();
    let taken = taken(receiver);
    if taken.is_none() {
        let text = "cannot take `self` by this type";
        reasons.push(Reason(receiver.to_token_stream(), text.into()));
    }
    for param in &method.sig.generics.params {
        if !matches!(param, GenericParam::Lifetime(_)) {
            reasons.push(Reason(
                param.to_token_stream(),
                "cannot have this parameter".into(),
            ));
        }
    }
    if let Some(token) = &found.this {
        let text = format!("cannot use `{token}` here");
        reasons.push(Reason(token.to_token_stream(), text));
    }
    let mut inputs = Vec::new();
    for input in method.sig.inputs.iter().skip(1) {
        let FnArg::Typed(input) = input else { continue };
        let mut ty = (*input.ty).clone();
        selfless.ty(&mut ty);
        if has_impl_trait(&ty) {
            let text = "cannot take `impl Trait`";
            reasons.push(Reason(input.ty.to_token_stream(), text.into()));
        }
        object_type(&ty, &mut reasons);
        inputs.push(ty);
    }
    let mut output = method.sig.output.clone();
    let mut opaque = Vec::new();
    if let ReturnType::Type(_, ty) = &mut output {
        selfless.ty(ty);
        object_type(ty, &mut reasons);
        name_opaque(ty, at, method, &mut opaque, &mut reasons);
    }
    let (Some(taken), true) = (taken, reasons.is_empty()) else {
        return (found, Err(reasons));
    };
    let closure = Closure {
        receiver: receiver.clone(),
        implied: implied(method),
        method: method.clone(),
        taken,
        found: Found::default(),
        inputs,
        output,
        opaque,
    };
    (found, Ok(Box::new(closure)))
}

fn object_type(ty: &Type, reasons: &mut Vec<Reason>) {
    if let Some(token) = mentions_self(ty) {
        reasons.push(Reason(
            token.to_token_stream(),
            "cannot name `Self` here".into(),
        ));
    }
}

fn has_impl_trait(ty: &Type) -> bool {
    let mut found = false;
    Opaque(|_: &Type| {
        found = true;
        None
    })
    .visit_type_mut(&mut ty.clone());
    found
}

/// Gives each `impl Trait` in the output a name.
fn name_opaque(
    ty: &mut Type,
    at: usize,
    method: &ImplItemFn,
    opaque: &mut Vec<(Ident, Vec<TypeParamBound>)>,
    reasons: &mut Vec<Reason>,
) {
    let own: BTreeSet<Lifetime> = method
        .sig
        .generics
        .lifetimes()
        .map(|param| param.lifetime.clone())
        .collect();
    Opaque(|ty: &Type| {
        let Type::ImplTrait(bounds) = ty else {
            return None;
        };
        if has_elided(ty) || !Named::in_type(ty).used.is_disjoint(&own) {
            let text = "cannot return an `impl Trait` that names the object's borrow";
            reasons.push(Reason(ty.to_token_stream(), text.into()));
        }
        let name = format_ident!("__Output{at}_{}", opaque.len());
        let bounds = bounds
            .bounds
            .iter()
            .filter(|bound| !matches!(bound, TypeParamBound::PreciseCapture(_)))
            .cloned()
            .collect();
        let path = parse_quote!(#name);
        opaque.push((name, bounds));
        Some(path)
    })
    .visit_type_mut(ty);
}

/// Sees each `impl Trait` and may put a type in its place.
struct Opaque<F>(F);

impl<F: FnMut(&Type) -> Option<Type>> VisitMut for Opaque<F> {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        if matches!(ty, Type::ImplTrait(_))
            && let Some(new) = (self.0)(ty)
        {
            *ty = new;
        } else {
            visit_mut::visit_type_mut(self, ty);
        }
    }
    fn visit_expr_mut(&mut self, _: &mut syn::Expr) {}
}

/// `'b: 'a` as `&'a &'b ()`, which is well-formed only if it holds.
fn implied(method: &ImplItemFn) -> Vec<Type> {
    let generics = &method.sig.generics;
    let mut all = Vec::new();
    for param in generics.lifetimes() {
        let long = &param.lifetime;
        for short in &param.bounds {
            all.push(parse_quote!(&#short &#long ()));
        }
    }
    let clauses = generics.where_clause.iter().flat_map(|all| &all.predicates);
    for predicate in clauses {
        if let WherePredicate::Lifetime(predicate) = predicate {
            let long = &predicate.lifetime;
            for short in &predicate.bounds {
                all.push(parse_quote!(&#short &#long ()));
            }
        }
    }
    all
}
