//! What a trait's parameters and associated types are, from what the user has written.

use super::input::Input;
use super::model::Sam;
use super::types::{self, bare, name};
use crate::mistakes::Mistakes;
use quote::ToTokens;
use std::collections::HashMap;
use syn::{
    ExprClosure, GenericArgument, GenericParam, Ident, Lifetime, Pat, PathArguments, ReturnType,
    Type,
};

/// The arguments in `Trait<'a, _, i64, Out = String>`; what is missing or `_` is open.
#[derive(Default)]
pub(super) struct Arguments {
    pub(super) lifetimes: Vec<Lifetime>,
    /// Types and constants, by the name of their parameter.
    pub(super) given: HashMap<String, GenericArgument>,
    /// Associated types.
    pub(super) bindings: HashMap<String, Type>,
}

impl Arguments {
    /// The arguments of the trait that `input` names, as `sam` takes them.
    pub(super) fn of(input: &Input, sam: &Sam, mistakes: &mut Mistakes) -> Self {
        let mut found = Self::default();
        let Some(arguments) = types::arguments(&input.path) else {
            return found;
        };
        let parameters: Vec<&Ident> = sam
            .generics
            .params
            .iter()
            .filter_map(|parameter| match parameter {
                GenericParam::Lifetime(_) => None,
                GenericParam::Type(parameter) => Some(&parameter.ident),
                GenericParam::Const(parameter) => Some(&parameter.ident),
            })
            .collect();
        let mut rest = parameters.iter();
        for argument in &arguments.args {
            match argument {
                GenericArgument::Lifetime(lifetime) => found.lifetimes.push(lifetime.clone()),
                GenericArgument::AssocType(binding) => {
                    let known = sam
                        .associated
                        .iter()
                        .any(|it| it.item.ident == binding.ident);
                    if known {
                        found
                            .bindings
                            .insert(binding.ident.to_string(), binding.ty.clone());
                    } else {
                        mistakes.at(
                            &binding.ident,
                            format_args!(
                                "`{}` has no associated type of this name{}",
                                sam.ident,
                                list(sam.associated.iter().map(|it| &it.item.ident)),
                            ),
                        );
                    }
                }
                GenericArgument::Type(_) | GenericArgument::Const(_) => match rest.next() {
                    Some(parameter) => {
                        let open = matches!(argument, GenericArgument::Type(ty)
                            if matches!(bare(ty), Type::Infer(_)));
                        if !open {
                            found.given.insert(parameter.to_string(), argument.clone());
                        }
                    }
                    None => mistakes.at(
                        argument,
                        format_args!(
                            "`{}` has no parameter for this argument{}",
                            sam.ident,
                            list(parameters.iter().copied()),
                        ),
                    ),
                },
                other => mistakes.at(other, "the type itself is wanted here: `Name = Type`"),
            }
        }
        found
    }

    /// Adds what the types that `closure` writes out tell about those that are open.
    pub(super) fn learn(&mut self, sam: &Sam, closure: &ExprClosure) {
        let mut open = Open {
            parameters: sam
                .generics
                .type_params()
                .map(|it| it.ident.to_string())
                .collect(),
            arguments: self,
        };
        for (declared, written) in sam.arguments().zip(&closure.inputs) {
            if let Pat::Type(written) = written {
                open.compare(&declared.ty, &written.ty);
            }
        }
        if let (ReturnType::Type(_, declared), ReturnType::Type(_, written)) =
            (&sam.method.sig.output, &closure.output)
        {
            open.compare(declared, written);
        }
    }
}

struct Open<'a> {
    parameters: Vec<String>,
    arguments: &'a mut Arguments,
}

impl Open<'_> {
    /// Walks through both types as long as they look the same.
    fn compare(&mut self, declared: &Type, written: &Type) {
        let (declared, written) = (bare(declared), bare(written));
        if matches!(written, Type::Infer(_)) {
            return;
        }
        if let Some(name) = name(declared)
            && self.parameters.contains(&name.to_string())
        {
            self.arguments
                .given
                .entry(name.to_string())
                .or_insert_with(|| GenericArgument::Type(written.clone()));
            return;
        }
        match (declared, written) {
            (Type::Path(declared), written) if of_self(declared).is_some() => {
                if let Some(name) = of_self(declared) {
                    self.arguments
                        .bindings
                        .entry(name.to_string())
                        .or_insert_with(|| written.clone());
                }
            }
            (Type::Reference(declared), Type::Reference(written)) => {
                self.compare(&declared.elem, &written.elem);
            }
            (Type::Slice(declared), Type::Slice(written)) => {
                self.compare(&declared.elem, &written.elem);
            }
            (Type::Array(declared), Type::Array(written)) => {
                self.compare(&declared.elem, &written.elem);
            }
            (Type::Tuple(declared), Type::Tuple(written)) => {
                for (declared, written) in declared.elems.iter().zip(&written.elems) {
                    self.compare(declared, written);
                }
            }
            (Type::Path(declared), Type::Path(written)) => {
                let (Some(declared), Some(written)) =
                    (declared.path.segments.last(), written.path.segments.last())
                else {
                    return;
                };
                if declared.ident != written.ident {
                    return;
                }
                if let (
                    PathArguments::AngleBracketed(declared),
                    PathArguments::AngleBracketed(written),
                ) = (&declared.arguments, &written.arguments)
                {
                    for pair in declared.args.iter().zip(&written.args) {
                        if let (GenericArgument::Type(declared), GenericArgument::Type(written)) =
                            pair
                        {
                            self.compare(declared, written);
                        }
                    }
                }
            }
            _ => {}
        }
    }
}

/// The `Out` of `Self::Out`.
fn of_self(path: &syn::TypePath) -> Option<&Ident> {
    let segments = &path.path.segments;
    match &path.qself {
        None if segments.len() == 2 && segments[0].ident == "Self" => Some(&segments[1].ident),
        Some(qself) if name(&qself.ty).is_some_and(|name| name == "Self") => {
            segments.last().map(|it| &it.ident)
        }
        _ => None,
    }
}

/// What there is instead, if anything.
fn list<'a>(names: impl Iterator<Item = &'a Ident>) -> String {
    let names: Vec<String> = names
        .map(|name| format!("`{}`", name.to_token_stream()))
        .collect();
    match &names[..] {
        [] => String::new(),
        names => format!("; it has {}", names.join(", ")),
    }
}
