//! What a trait must be like for a closure to implement it.

use super::model::{Kind, Sam};
use super::receiver;
use super::types::{self, BareSelf};
use crate::code::code;
use crate::mistakes::Mistakes;
use proc_macro2::Ident;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{
    Attribute, FnArg, GenericParam, ItemTrait, Lifetime, PatType, Path, Receiver, Safety,
    Signature, TraitItem, TraitItemFn, TraitItemType, TypeParamBound, WherePredicate, parse_quote,
};

/// `item` as a trait that closures can implement. What is wrong goes to `mistakes`.
pub(super) fn check(
    item: &ItemTrait,
    foreign: Option<Path>,
    mistakes: &mut Mistakes,
) -> Option<Sam> {
    let mut found = Mistakes::default();
    if let Some(word) = &item.unsafety {
        found.at(
            word,
            "a closure can't implement an unsafe trait: nobody would vouch for what the trait \
             demands; write an `unsafe impl`",
        );
    }
    if let Some(word) = &item.modifiers.auto_token {
        found.at(word, "an auto trait has no method that a closure could be");
    }
    let mut associated = Vec::new();
    let mut methods = Vec::new();
    let mut unseen = false;
    for member in &item.items {
        match member {
            TraitItem::Fn(method) if method.default.is_none() => methods.push(method),
            TraitItem::Fn(_) => {}
            TraitItem::Type(member) => {
                associated_type(member, &mut found);
                associated.push(member.clone());
            }
            TraitItem::Const(member) if member.default.is_none() => found.at(
                &member.ident,
                "a closure has no value for an associated constant: give it a default, or make \
                 it an argument of the method",
            ),
            TraitItem::Const(member) => found.at(
                &member.ident,
                "a trait that closures implement has no associated constants",
            ),
            other => {
                unseen = true;
                found.at(
                    other,
                    "what this stands for can't be seen here: write the trait's members out",
                );
            }
        }
    }
    let method = if unseen {
        None
    } else {
        one_method(item, &methods, &mut found)
    };
    let receiver = method.and_then(|method| signature(&method.sig, &mut found));
    if let Some(method) = method {
        let known: Vec<String> = associated.iter().map(|it| it.ident.to_string()).collect();
        no_bare_self(item, method, &known, &mut found);
    }
    supertraits(item, &mut found);
    let sam = match (method, receiver) {
        (Some(method), Some((kind, lifetime))) if found.is_empty() => Some(Sam::new(
            item,
            foreign,
            TraitItemFn::clone(method),
            kind,
            lifetime,
            associated,
        )),
        _ => None,
    };
    mistakes.absorb(found);
    sam
}

fn one_method<'a>(
    item: &ItemTrait,
    methods: &[&'a TraitItemFn],
    found: &mut Mistakes,
) -> Option<&'a TraitItemFn> {
    match methods {
        [] => found.at(
            &item.ident,
            "a closure implements the one method that has no default: this trait has none",
        ),
        [method] => return Some(method),
        [first, more @ ..] => {
            for method in more {
                found.at(
                    &method.sig.ident,
                    format_args!(
                        "a closure implements one method, and `{}` is without a default already: \
                         give this one a body",
                        first.sig.ident,
                    ),
                );
            }
        }
    }
    None
}

fn associated_type(item: &TraitItemType, found: &mut Mistakes) {
    if !item.generics.params.is_empty() || item.generics.where_clause.is_some() {
        found.at(
            &item.ident,
            format_args!(
                "a closure can't tell what a generic associated type is: write `type {};`, or a \
                 parameter of the trait",
                item.ident,
            ),
        );
    }
}

fn signature(sig: &Signature, found: &mut Mistakes) -> Option<(Kind, Option<Lifetime>)> {
    if let Safety::Unsafe(word) = &sig.safety {
        found.at(
            word,
            "a closure is safe to call: it can't implement an unsafe method",
        );
    }
    if let Some(variadic) = &sig.variadic {
        found.at(variadic, "a closure has a fixed number of arguments");
    }
    for input in &sig.inputs {
        let attributes: &[Attribute] = match input {
            FnArg::Typed(PatType { attrs, .. }) | FnArg::Receiver(Receiver { attrs, .. }) => attrs,
        };
        for attribute in attributes {
            if attribute.path().is_ident("cfg") {
                found.at(
                    attribute,
                    "an argument can't be there for some configurations only: write the method \
                     twice, each under its `#[cfg]`",
                );
            }
        }
    }
    let Some(FnArg::Receiver(receiver)) = sig.inputs.first() else {
        found.at(
            &sig.ident,
            "a closure is called on a value: this function needs `self`, `&self` or `&mut self` \
             as its first argument",
        );
        return None;
    };
    let kind = receiver::kind(receiver);
    if kind.is_none() {
        found.at(
            receiver,
            "a closure can be called through `self`, `&self`, `&mut self` and \
             `self: Pin<&mut Self>` only",
        );
    }
    kind
}

/// `Self` is a type that nobody can name, so only `Self::Out` may be mentioned.
fn no_bare_self(item: &ItemTrait, method: &TraitItemFn, known: &[String], found: &mut Mistakes) {
    // What remains when associated types are replaced.
    let mut replace = types::Replace {
        associated: known
            .iter()
            .map(|name| (name.clone(), parse_quote!(())))
            .collect(),
        ..types::Replace::default()
    };
    let mut report = |word: &Ident| {
        found.at(
            word,
            "`Self` is the closure's own type, which has no name: only `Self::` with an \
             associated type of this trait can be mentioned",
        );
    };
    let mut bare = BareSelf(&mut report);

    let mut sig = method.sig.clone();
    let inputs = std::mem::take(&mut sig.inputs);
    sig.inputs = inputs
        .into_iter()
        .filter(|input| matches!(input, FnArg::Typed(_)))
        .collect();
    if let Some(clause) = &mut sig.generics.where_clause {
        clause.predicates = std::mem::take(&mut clause.predicates)
            .into_iter()
            .filter(|predicate| !is_self_sized(predicate))
            .collect();
    }
    replace.visit_signature_mut(&mut sig);
    bare.visit_signature(&sig);

    let mut generics = item.generics.clone();
    for parameter in &mut generics.params {
        if let GenericParam::Type(parameter) = parameter {
            parameter.default = None;
        }
    }
    if let Some(clause) = &mut generics.where_clause {
        // Bounds on `Self` are supertraits.
        clause.predicates = std::mem::take(&mut clause.predicates)
            .into_iter()
            .filter(|predicate| self_bounds(predicate).is_none())
            .collect();
    }
    replace.visit_generics_mut(&mut generics);
    bare.visit_generics(&generics);

    for member in &item.items {
        if let TraitItem::Type(member) = member {
            for bound in &member.bounds {
                let mut bound = bound.clone();
                replace.visit_type_param_bound_mut(&mut bound);
                bare.visit_type_param_bound(&bound);
            }
        }
    }
}

/// The bounds, if the predicate is `Self: …`.
fn self_bounds(
    predicate: &WherePredicate,
) -> Option<&syn::punctuated::Punctuated<TypeParamBound, syn::Token![+]>> {
    match predicate {
        WherePredicate::Type(predicate)
            if types::name(&predicate.bounded_ty).is_some_and(|name| name == "Self") =>
        {
            Some(&predicate.bounds)
        }
        _ => None,
    }
}

fn is_self_sized(predicate: &WherePredicate) -> bool {
    self_bounds(predicate).is_some_and(|bounds| {
        bounds.iter().all(|bound| {
            types::bound_path(bound)
                .and_then(types::last)
                .is_some_and(|name| name == "Sized")
        })
    })
}

/// Only what every closure can be.
fn supertraits(item: &ItemTrait, found: &mut Mistakes) {
    const KNOWN: [&str; 9] = [
        "Copy",
        "Clone",
        "Send",
        "Sync",
        "Sized",
        "Unpin",
        "UnwindSafe",
        "RefUnwindSafe",
        "Debug",
    ];
    let in_clause = item
        .generics
        .where_clause
        .iter()
        .flat_map(|clause| &clause.predicates)
        .filter_map(self_bounds)
        .flatten();
    for bound in item.supertraits.iter().chain(in_clause) {
        if let Some(path) = types::bound_path(bound)
            && !types::last(path).is_some_and(|name| KNOWN.iter().any(|known| name == known))
        {
            found.at(
                bound,
                format_args!(
                    "a closure can't implement `{}` as well: the supertraits that closures have \
                     are `Copy`, `Clone`, `Send`, `Sync`, `Unpin`, `UnwindSafe`, `RefUnwindSafe` \
                     and `Debug`",
                    code(path),
                ),
            );
        }
    }
}
