//! Whether a trait can be implemented by a closure, and which of its methods that is.

use crate::mistakes::Mistakes;
use proc_macro2::TokenStream;
use syn::{
    ExprClosure, FnArg, ItemTrait, Pat, ReturnType, Signature, TraitItem, Type, TypeParamBound,
};

/// The traits that the implementor, a type without fields, can derive, and what that takes.
const DERIVABLE: [(&str, &str); 9] = [
    ("Clone", "::core::clone::Clone"),
    ("Copy", "::core::clone::Clone, ::core::marker::Copy"),
    ("Debug", "::core::fmt::Debug"),
    ("Default", "::core::default::Default"),
    ("PartialEq", "::core::cmp::PartialEq"),
    ("Eq", "::core::cmp::PartialEq, ::core::cmp::Eq"),
    (
        "PartialOrd",
        "::core::cmp::PartialEq, ::core::cmp::PartialOrd",
    ),
    (
        "Ord",
        "::core::cmp::PartialEq, ::core::cmp::Eq, ::core::cmp::PartialOrd, ::core::cmp::Ord",
    ),
    ("Hash", "::core::hash::Hash"),
];

/// Traits that such a type has by itself.
const AUTOMATIC: [&str; 6] = [
    "Send",
    "Sync",
    "Unpin",
    "UnwindSafe",
    "RefUnwindSafe",
    "Sized",
];

/// The one method, as it will be implemented.
pub(super) struct Method {
    /// With the closure's patterns, and its types where it has any.
    pub(super) signature: Signature,
    /// The body is a future that the method waits for.
    pub(super) awaits: bool,
    /// What the interface demands of its implementor.
    pub(super) derives: Vec<TokenStream>,
}

impl Method {
    pub(super) fn check(
        declared: &ItemTrait,
        closure: &ExprClosure,
        mistakes: &mut Mistakes,
    ) -> Option<Self> {
        if declared.unsafety.is_some() {
            mistakes.at(
                closure,
                format!(
                    "`{}` is an unsafe trait, which a closure can't promise to implement rightly: \
                     write `#[implement] unsafe impl …`",
                    declared.ident
                ),
            );
        }
        let derives = derives(declared, closure, mistakes);
        let mut signature = required(declared, closure, mistakes)?.clone();
        let parameters = signature
            .inputs
            .iter_mut()
            .filter_map(|input| match input {
                FnArg::Typed(parameter) => Some(parameter),
                FnArg::Receiver(_) => None,
            })
            .collect::<Vec<_>>();
        let (taken, written) = (parameters.len(), closure.inputs.len());
        if taken != written {
            mistakes.at(
                closure,
                format!(
                    "`{}::{}` has {}, and this closure {written}",
                    declared.ident,
                    signature.ident,
                    count(taken)
                ),
            );
            return None;
        }
        if let (Some(word), None) = (&closure.asyncness, &signature.asyncness) {
            mistakes.at(
                word,
                format!(
                    "`{}::{}` isn't async, so nobody would wait for this closure: leave out `async`",
                    declared.ident, signature.ident
                ),
            );
        }
        if let Some(binder) = &closure.lifetimes {
            mistakes.at(
                binder,
                "the method declares its lifetimes: leave out `for<…>`, and the names in types",
            );
        }
        for pattern in &closure.inputs {
            if let Pat::Ident(name) = bare(pattern)
                && name.ident == "self"
            {
                mistakes.at(name, "the closure takes what follows `self`: leave it out");
            }
        }
        for (parameter, pattern) in parameters.into_iter().zip(&closure.inputs) {
            match pattern {
                Pat::Type(typed) => {
                    *parameter.pat = (*typed.pat).clone();
                    if !matches!(*typed.ty, Type::Infer(_)) {
                        parameter.ty.clone_from(&typed.ty);
                    }
                }
                pattern => *parameter.pat = pattern.clone(),
            }
        }
        if let ReturnType::Type(_, ty) = &closure.output
            && !matches!(**ty, Type::Infer(_))
        {
            signature.output = closure.output.clone();
        }
        Some(Self {
            awaits: signature.asyncness.is_some() && closure.asyncness.is_none(),
            signature,
            derives,
        })
    }
}

/// A pattern without the type.
fn bare(pattern: &Pat) -> &Pat {
    match pattern {
        Pat::Type(typed) => &typed.pat,
        pattern => pattern,
    }
}

fn count(parameters: usize) -> String {
    match parameters {
        1 => "1 parameter".to_owned(),
        n => format!("{n} parameters"),
    }
}

/// The one method without a default.
fn required<'a>(
    declared: &'a ItemTrait,
    closure: &ExprClosure,
    mistakes: &mut Mistakes,
) -> Option<&'a Signature> {
    let required: Vec<&Signature> = declared
        .items
        .iter()
        .filter_map(|item| match item {
            TraitItem::Fn(method) if method.default.is_none() => Some(&method.sig),
            _ => None,
        })
        .collect();
    if let [signature] = required[..] {
        return Some(signature);
    }
    let names: Vec<String> = required
        .iter()
        .map(|signature| format!("`{}`", signature.ident))
        .collect();
    let has = if names.is_empty() {
        "no method without a default".to_owned()
    } else {
        format!(
            "{} methods without a default, {}",
            names.len(),
            names.join(", ")
        )
    };
    mistakes.at(
        closure,
        format!(
            "a closure implements one method, and `{}` has {has}: write `#[implement] impl …`",
            declared.ident
        ),
    );
    None
}

/// The supertraits that have to be derived.
fn derives(
    declared: &ItemTrait,
    closure: &ExprClosure,
    mistakes: &mut Mistakes,
) -> Vec<TokenStream> {
    let mut derives: Vec<&str> = Vec::new();
    for bound in &declared.supertraits {
        let TypeParamBound::Trait(bound) = bound else {
            continue;
        };
        let Some(name) = bound.path.segments.last() else {
            continue;
        };
        let name = name.ident.to_string();
        if let Some((_, paths)) = DERIVABLE.iter().find(|(derivable, _)| *derivable == name) {
            derives.extend(paths.split(", "));
        } else if !AUTOMATIC.contains(&name.as_str()) {
            mistakes.at(
                closure,
                format!(
                    "`{}` demands `{name}` of its implementor, which a closure hasn't: write \
                     `#[implement] impl …` for a type that has it",
                    declared.ident
                ),
            );
        }
    }
    derives.sort_unstable();
    derives.dedup();
    derives
        .into_iter()
        .filter_map(|path| path.parse().ok())
        .collect()
}
