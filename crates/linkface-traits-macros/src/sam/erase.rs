//! Arguments of a generic method, as a closure sees them: behind `dyn`.
//!
//! A closure has one signature, so it can't be generic. What it takes in place of `impl Len` is
//! `&mut dyn Len`, made at the call. Where there are several bounds, a hidden trait combines them.

use super::dynamic::object;
use super::model::Sam;
use super::types::{self, bare, has_impl, mentions, name};
use crate::code::code;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{
    GenericArgument, GenericParam, Pat, Token, Type, TypeParamBound, WherePredicate, parse_quote,
};

pub(super) type Bounds = Punctuated<TypeParamBound, Token![+]>;

/// Why a method's arguments can't be erased.
pub(super) struct Why(pub(super) String);

/// An argument of the method on its way to the closure.
pub(super) struct Argument {
    /// The type that the closure takes.
    pub(super) seen: Type,
    /// Whether the method needs it to be `mut`.
    pub(super) mutable: bool,
    /// What is done first.
    pub(super) before: TokenStream,
    /// What is passed.
    pub(super) passed: TokenStream,
    /// Where the bounds stand, if that is a `dyn`.
    pub(super) erased: Option<Span>,
}

/// A type parameter of the method.
struct Parameter {
    ident: Ident,
    bounds: Bounds,
    used: bool,
}

/// The arguments that a closure takes; `names` are the method's own names for them.
pub(super) struct Erased {
    pub(super) arguments: Vec<Argument>,
    /// Hidden traits, which combine bounds.
    pub(super) traits: TokenStream,
}

pub(super) fn erase(sam: &mut Sam, names: &[Ident]) -> Result<Erased, Why> {
    let mut parameters = parameters(sam)?;
    let idents: Vec<Ident> = parameters.iter().map(|it| it.ident.clone()).collect();
    let mut erased = Erased {
        arguments: Vec::new(),
        traits: TokenStream::new(),
    };
    let types: Vec<(Type, Pat)> = sam
        .arguments()
        .map(|argument| (sam.outside(&argument.ty), Pat::clone(&argument.pat)))
        .collect();
    for ((ty, pattern), ident) in types.into_iter().zip(names) {
        let reference = match bare(&ty) {
            Type::Reference(reference) => Some(reference),
            _ => None,
        };
        let inner = reference.map_or(&ty, |reference| &reference.elem);
        let bounds = match bare(inner) {
            Type::ImplTrait(opaque) => Some(opaque.bounds.clone()),
            inner => name(inner).and_then(|name| {
                let parameter = parameters.iter_mut().find(|it| it.ident == *name)?;
                parameter.used = true;
                Some(parameter.bounds.clone())
            }),
        };
        let Some(bounds) = bounds else {
            if has_impl(&ty) || mentions(&ty, &idents) {
                return Err(Why(format!(
                    "its method is generic, and there is no `dyn` to take in place of `{}`",
                    code(&ty)
                )));
            }
            erased.arguments.push(Argument {
                seen: ty,
                mutable: false,
                before: TokenStream::new(),
                passed: ident.to_token_stream(),
                erased: None,
            });
            continue;
        };
        if mentions(&bounds, &idents) || bounds.iter().any(has_inner_impl) {
            return Err(Why(format!(
                "its method is generic, and there is no `dyn` to take in place of `{}`",
                code(&ty)
            )));
        }
        if reference.is_none()
            && let Some(argument) = converted(&bounds, ident)
        {
            erased.arguments.push(argument);
            continue;
        }
        let hint = match pattern {
            Pat::Ident(pattern) => pattern.ident,
            _ => ident.clone(),
        };
        let object = object(sam, &bounds, &hint, &mut erased.traits)?;
        let span = bounds.span().resolved_at(Span::call_site());
        let argument = match reference {
            Some(reference) => {
                let lifetime = &reference.lifetime;
                let mutability = &reference.mutability;
                Argument {
                    seen: parse_quote!(& #lifetime #mutability (#object)),
                    mutable: false,
                    before: TokenStream::new(),
                    passed: ident.to_token_stream(),
                    erased: Some(span),
                }
            }
            None => Argument {
                seen: syn::parse_quote_spanned!(span=> &mut (#object)),
                mutable: true,
                before: TokenStream::new(),
                passed: quote!(&mut #ident),
                erased: Some(span),
            },
        };
        erased.arguments.push(argument);
    }
    if let Some(unused) = parameters.iter().find(|it| !it.used) {
        return Err(Why(format!(
            "its method is generic, and no argument has the type `{}`",
            unused.ident
        )));
    }
    Ok(erased)
}

/// The method's type parameters, with all their bounds.
fn parameters(sam: &Sam) -> Result<Vec<Parameter>, Why> {
    let mut generics = sam.method.sig.generics.clone();
    sam.replace().visit_generics_mut(&mut generics);
    let mut parameters = Vec::new();
    for parameter in &generics.params {
        match parameter {
            GenericParam::Lifetime(_) => {}
            GenericParam::Type(parameter) => parameters.push(Parameter {
                ident: parameter.ident.clone(),
                bounds: parameter.bounds.clone(),
                used: false,
            }),
            GenericParam::Const(parameter) => {
                return Err(Why(format!(
                    "a closure takes one type for each argument, and `{}` makes many",
                    code(parameter)
                )));
            }
        }
    }
    let idents: Vec<Ident> = parameters.iter().map(|it| it.ident.clone()).collect();
    for predicate in generics
        .where_clause
        .iter()
        .flat_map(|clause| &clause.predicates)
    {
        let WherePredicate::Type(predicate) = predicate else {
            continue;
        };
        let found = name(&predicate.bounded_ty)
            .filter(|_| predicate.lifetimes.is_none())
            .and_then(|name| parameters.iter_mut().find(|it| it.ident == *name));
        match found {
            Some(parameter) => parameter.bounds.extend(predicate.bounds.clone()),
            None if mentions(predicate, &idents) => {
                return Err(Why(format!(
                    "its method is generic, and `dyn` can't promise `{}`",
                    code(predicate)
                )));
            }
            None => {}
        }
    }
    Ok(parameters)
}

/// Values that have a better form than `&mut dyn`, which could not be used.
fn converted(bounds: &Bounds, ident: &Ident) -> Option<Argument> {
    let path = match bounds.iter().collect::<Vec<_>>()[..] {
        [bound] => types::bound_path(bound)?,
        _ => return None,
    };
    let arguments = types::arguments(path);
    match types::last(path)?.to_string().as_str() {
        "IntoIterator" => {
            let item = arguments?.args.iter().find_map(|argument| match argument {
                GenericArgument::AssocType(it) if it.ident == "Item" => Some(&it.ty),
                _ => None,
            })?;
            Some(Argument {
                seen: parse_quote!(&mut dyn ::core::iter::Iterator<Item = #item>),
                mutable: false,
                before: quote! {
                    let mut #ident = ::core::iter::IntoIterator::into_iter(#ident);
                },
                passed: quote!(&mut #ident),
                erased: None,
            })
        }
        "Into" => {
            let GenericArgument::Type(ty) = arguments?.args.first()? else {
                return None;
            };
            Some(Argument {
                seen: ty.clone(),
                mutable: false,
                before: TokenStream::new(),
                passed: quote!(::core::convert::Into::into(#ident)),
                erased: None,
            })
        }
        "Future" => Some(Argument {
            seen: parse_quote!(::core::pin::Pin<&mut dyn #path>),
            mutable: false,
            before: quote!(let #ident = ::core::pin::pin!(#ident);),
            passed: quote!(#ident),
            erased: None,
        }),
        _ => None,
    }
}

/// Whether `impl Trait` stands in the arguments of a bound.
fn has_inner_impl(bound: &TypeParamBound) -> bool {
    types::bound_path(bound).is_some_and(|path| {
        has_impl(&Type::Path(syn::TypePath {
            attrs: Vec::new(),
            qself: None,
            path: path.clone(),
        }))
    })
}

/// Names for what is made of an argument, unlike any of the user's.
pub(super) fn argument_names(sam: &Sam) -> Vec<Ident> {
    sam.arguments()
        .enumerate()
        .map(|(index, _)| format_ident!("argument_{index}", span = proc_macro2::Span::mixed_site()))
        .collect()
}
