//! A method of a loadable trait.

use super::form::{self, Form, Future, How, MOST, Value};
use super::model::since;
use crate::mistakes::Mistakes;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::{
    Attribute, FnArg, GenericParam, Pat, Receiver, ReceiverKind, ReturnType, Signature,
    TraitItemFn, Type, TypeParamBound, WherePredicate, parse_quote,
};

/// A method that is in the table.
pub(crate) struct Method {
    /// As written, without our attributes.
    pub(crate) signature: Signature,
    pub(crate) cfgs: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) since: u64,
    pub(crate) has_default: bool,
    pub(crate) is_mut: bool,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) ret: Value,
}

/// A parameter besides the receiver.
pub(crate) struct Parameter {
    /// As declared, or its number for a pattern.
    pub(crate) name: String,
    /// In generated code.
    pub(crate) ident: Ident,
    pub(crate) value: Value,
}

impl Method {
    /// `None` for a mistake, and for a method that stays with the trait.
    pub(crate) fn new(
        method: &TraitItemFn,
        version: u64,
        same_build: bool,
        mistakes: &mut Mistakes,
    ) -> Option<Self> {
        let mut signature = method.sig.clone();
        let has_default = method.default.is_some();
        let generic = signature
            .generics
            .params
            .iter()
            .find(|parameter| !matches!(parameter, GenericParam::Lifetime(_)));
        let by_value = matches!(
            signature.receiver(),
            Some(Receiver {
                kind: ReceiverKind::Value,
                ..
            })
        );
        if has_default && (generic.is_some() || by_value || wants_sized(&signature)) {
            // It is every caller's own.
            return None;
        }
        let before = mistakes.count();
        if let Some(generic) = generic {
            mistakes.on(
                generic,
                "a generic method is compiled for each of its uses, and a plugin is compiled already: \
                 take a `&dyn` trait or a closure, or give it a default body, which stays with the caller",
            );
        }
        demands_of_self(&signature, mistakes);
        let since = came_with(method, version, mistakes);
        let is_mut = is_mut(&signature, mistakes);
        let mut parameters = Vec::new();
        for (n, input) in signature.inputs.iter_mut().enumerate() {
            let FnArg::Typed(parameter) = input else {
                continue;
            };
            let value = Value::parameter(&mut parameter.attrs, &parameter.ty, same_build, mistakes);
            if let Some(cfg) = cfgs(&parameter.attrs).first() {
                mistakes.on(
                    cfg,
                    "a parameter is there or not: put the `#[cfg(…)]` on the method",
                );
            }
            let name = match &*parameter.pat {
                Pat::Ident(name) => name.ident.unraw().to_string(),
                _ => format!("{n}"),
            };
            parameters.push(Parameter {
                name,
                ident: format_ident!("__a{n}"),
                value,
            });
        }
        if let Some(parameter) = parameters.get(MOST) {
            mistakes.on(
                &parameter.value.ty,
                format!(
                    "a method that crosses has {MOST} parameters at most: put some into a struct with \
                     `#[derive(Shared)]`"
                ),
            );
        }
        let ty: Type = match &signature.output {
            ReturnType::Default => parse_quote!(()),
            ReturnType::Type(_, ty) => (**ty).clone(),
        };
        let is_async = signature.asyncness.is_some();
        let ret = Value::returned(&method.attrs, &ty, is_async, same_build, mistakes);
        if let Form::Future(future) = &ret.form
            && future.how != How::Async
        {
            for parameter in parameters
                .iter()
                .filter(|parameter| parameter.value.is_lent())
            {
                mistakes.on(
                    &parameter.value.ty,
                    "this is lent for the call, and the future that is returned would keep it: write \
                     `async fn`, which starts when it is polled, or take a `Box<dyn …>`",
                );
            }
        }
        (mistakes.count() == before).then(|| Self {
            name: signature.ident.clone(),
            signature,
            cfgs: cfgs(&method.attrs),
            since,
            has_default,
            is_mut,
            parameters,
            ret,
        })
    }

    /// The future that it returns.
    pub(crate) fn future(&self) -> Option<&Future> {
        match &self.ret.form {
            Form::Future(future) => Some(future),
            _ => None,
        }
    }

    /// Whether it is an `async fn`.
    pub(crate) fn is_async(&self) -> bool {
        self.signature.asyncness.is_some()
    }

    pub(crate) fn is_dyn(method: &TraitItemFn) -> bool {
        let signature = &method.sig;
        let returns_impl =
            matches!(&signature.output, ReturnType::Type(_, ty) if form::is_impl(ty));
        // One without a body would be in the table, where a `dyn` trait doesn't have it.
        (wants_sized(signature) && method.default.is_some())
            || (signature.asyncness.is_none()
                && !returns_impl
                && signature.receiver().is_some()
                && !wants_sized(signature)
                && signature
                    .generics
                    .params
                    .iter()
                    .all(|parameter| matches!(parameter, GenericParam::Lifetime(_)))
                && signature.inputs.iter().all(|input| {
                    !matches!(input, FnArg::Typed(parameter) if form::is_impl(&parameter.ty))
                }))
    }

    /// The method's head, with the generated names: `fn step(&mut self, __a1: &World) -> Stats`.
    pub(crate) fn head(&self) -> TokenStream {
        let mut signature = self.signature.clone();
        let mut parameters = self.parameters.iter();
        for input in &mut signature.inputs {
            if let FnArg::Typed(input) = input
                && let Some(parameter) = parameters.next()
            {
                let ident = &parameter.ident;
                input.pat = parse_quote!(#ident);
            }
        }
        quote!(#signature)
    }

    /// The names that the head gives to the parameters.
    pub(crate) fn arguments(&self) -> Vec<&Ident> {
        self.parameters
            .iter()
            .map(|parameter| &parameter.ident)
            .collect()
    }
}

/// The version that the method came with.
fn came_with(method: &TraitItemFn, version: u64, mistakes: &mut Mistakes) -> u64 {
    let (since, attribute) = match since(&method.attrs) {
        Ok(Some(since)) => since,
        Ok(None) => return 1,
        Err(error) => {
            mistakes.add(error);
            return 1;
        }
    };
    let name = &method.sig.ident;
    if since > version {
        mistakes.on(
            attribute,
            format!("the interface is of version {version}: write `version = {since}` there"),
        );
    }
    if since > 1 && method.default.is_none() {
        mistakes.on(
            name,
            format!(
                "`{name}` came with version {since}, and older plugins don't have it: give it a default \
                 body, which is run for them"
            ),
        );
    }
    since
}

/// Whether the receiver is `&mut self`, and that it is a reference.
fn is_mut(signature: &Signature, mistakes: &mut Mistakes) -> bool {
    match signature.receiver() {
        Some(Receiver {
            kind: ReceiverKind::Reference(_, _, mutability),
            ..
        }) => return mutability.is_some(),
        Some(receiver) => mistakes.on(
            receiver,
            "a loaded implementor stays behind a pointer: take `&self` or `&mut self`",
        ),
        None => mistakes.on(
            &signature.ident,
            "a loaded implementor is made by its plugin, in `export!(Type = expression)`, and its \
             methods take `&self` or `&mut self`",
        ),
    }
    false
}

/// Those that say whether an item is there.
fn cfgs(attributes: &[Attribute]) -> Vec<Attribute> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("cfg"))
        .cloned()
        .collect()
}

/// `where Self: Sync`, which not all implementors are.
pub(super) fn demands_of_self(signature: &Signature, mistakes: &mut Mistakes) {
    for predicate in signature
        .generics
        .where_clause
        .iter()
        .flat_map(|c| &c.predicates)
    {
        let WherePredicate::Type(predicate) = predicate else {
            continue;
        };
        let ty = &predicate.bounded_ty;
        let demands = |bound: &TypeParamBound| {
            matches!(bound, TypeParamBound::Trait(bound)
                if bound.path.segments.last().is_some_and(|last| last.ident != "Sized"))
        };
        if quote!(#ty).to_string() == "Self"
            && let Some(bound) = predicate.bounds.iter().find(|bound| demands(bound))
        {
            mistakes.on(
                bound,
                "what stands for the implementor on the other side isn't that: demand it of all of them, \
                 behind the trait's name, or keep the method with the caller, by a default body and \
                 `where Self: Sized`",
            );
        }
    }
}

/// `where Self: Sized`
fn wants_sized(signature: &Signature) -> bool {
    signature
        .generics
        .where_clause
        .as_ref()
        .is_some_and(|clause| {
            clause.predicates.iter().any(|predicate| {
                let WherePredicate::Type(predicate) = predicate else {
                    return false;
                };
                let ty = &predicate.bounded_ty;
                let is_sized = |bound: &TypeParamBound| {
                    matches!(bound, TypeParamBound::Trait(bound)
                    if bound.path.segments.last().is_some_and(|last| last.ident == "Sized"))
                };
                quote!(#ty).to_string() == "Self" && predicate.bounds.iter().any(is_sized)
            })
        })
}
