//! A declaration in the impl's words: what the trait calls `T` is what the impl's head says.

use super::header;
use super::replace::Replacer;
use crate::mistakes::Mistakes;
use quote::{ToTokens, format_ident};
use std::collections::HashMap;
use syn::visit_mut::VisitMut;
use syn::{
    Expr, GenericArgument, GenericParam, Generics, Ident, ItemImpl, ItemTrait, Lifetime, Path,
    PathArguments, Signature, Type, TypeParamBound, TypePath, parse_quote,
};

/// What names begin with that nobody else gives.
pub(super) const FRESH: &str = "__linkface_";

/// What stands for a trait's parameters.
#[derive(Default)]
pub(super) struct Substitution {
    pub(super) lifetimes: HashMap<String, Lifetime>,
    pub(super) types: HashMap<String, Type>,
    pub(super) constants: HashMap<String, Expr>,
    /// The one trait that bounds a parameter: `T::Item` is its.
    bounds: HashMap<String, Path>,
    /// Names of the trait's types and constants, and what they are of, where `Self::Name` isn't enough.
    members: Option<(Vec<String>, Path)>,
}

impl Substitution {
    /// Of `declared`'s parameters, by what stands behind the name in the impl's trait.
    pub(super) fn of_impl(
        declared: &ItemTrait,
        item: &mut ItemImpl,
        mistakes: &mut Mistakes,
    ) -> Self {
        header::name_lifetimes(item);
        let lifetimes = declared.generics.lifetimes().count();
        let written = item
            .trait_
            .as_ref()
            .map_or_else(Vec::new, |(path, _)| arguments(path))
            .iter()
            .filter(|argument| matches!(argument, GenericArgument::Lifetime(_)))
            .count();
        if written == 0 && lifetimes > 0 {
            header::add_lifetimes(item, lifetimes);
        }
        match &item.trait_ {
            Some((path, _)) => Self::of_path(declared, path, mistakes),
            None => Self::default(),
        }
    }

    /// Of `declared`'s parameters, by the arguments at the end of `path`.
    pub(super) fn of_path(declared: &ItemTrait, path: &Path, mistakes: &mut Mistakes) -> Self {
        let mut substitution = Self::default();
        let mut arguments = arguments(path).into_iter().peekable();
        let mut missing = false;
        for parameter in &declared.generics.params {
            match parameter {
                GenericParam::Lifetime(parameter) => {
                    let name = parameter.lifetime.ident.to_string();
                    if let Some(GenericArgument::Lifetime(lifetime)) = arguments
                        .next_if(|argument| matches!(argument, GenericArgument::Lifetime(_)))
                    {
                        substitution.lifetimes.insert(name, lifetime);
                    } else {
                        missing = true;
                    }
                }
                GenericParam::Type(parameter) => {
                    let argument = match arguments.next() {
                        Some(GenericArgument::Type(ty)) => Some(ty),
                        Some(_) => None,
                        None => parameter.default.as_ref().map(|(_, default)| {
                            let mut ty = default.clone();
                            substitution.apply(|it| it.visit_type_mut(&mut ty));
                            ty
                        }),
                    };
                    missing |= argument.is_none();
                    let name = parameter.ident.to_string();
                    if let Some(bound) = only_bound(&parameter.ident, &declared.generics) {
                        substitution.bounds.insert(name.clone(), bound);
                    }
                    if let Some(ty) = argument {
                        substitution.types.insert(name, ty);
                    }
                }
                GenericParam::Const(parameter) => {
                    let argument = match arguments.next() {
                        Some(GenericArgument::Const(value)) => Some(value),
                        // A name could be either.
                        Some(GenericArgument::Type(ty)) => syn::parse2(ty.into_token_stream()).ok(),
                        Some(_) => None,
                        None => parameter.default.as_ref().map(|(_, value)| value.clone()),
                    };
                    missing |= argument.is_none();
                    if let Some(value) = argument {
                        substitution
                            .constants
                            .insert(parameter.ident.to_string(), value);
                    }
                }
            }
        }
        if missing {
            let generics = &declared.generics;
            mistakes.at(
                path,
                format!(
                    "`{}` has parameters: write what they are, as in `{}{}`",
                    declared.ident,
                    declared.ident,
                    names(generics)
                ),
            );
        }
        substitution
    }

    /// `Self::Name` becomes `<Self as of>::Name` for what `declared` has.
    pub(super) fn with_members(mut self, declared: &ItemTrait, of: Path) -> Self {
        let names = declared
            .items
            .iter()
            .filter_map(super::member::Member::name)
            .map(ToString::to_string)
            .collect();
        self.members = Some((names, of));
        self
    }

    /// A method's declaration, between the impl's own parameters: no two may have one name.
    pub(super) fn signature(&self, signature: &mut Signature, around: &Generics) {
        let mut apart = Self::default();
        for parameter in &signature.generics.params {
            if let GenericParam::Type(parameter) = parameter
                && names_of(around).any(|name| *name == parameter.ident)
            {
                let new = format_ident!("Linkface{}", parameter.ident);
                apart
                    .types
                    .insert(parameter.ident.to_string(), parse_quote!(#new));
            }
            if let GenericParam::Const(parameter) = parameter
                && names_of(around).any(|name| *name == parameter.ident)
            {
                let new = format_ident!("LINKFACE_{}", parameter.ident);
                apart
                    .constants
                    .insert(parameter.ident.to_string(), parse_quote!(#new));
            }
        }
        for lifetime in around.lifetimes() {
            let name = lifetime.lifetime.ident.to_string();
            if !self.lifetimes.contains_key(&name) {
                let new = Lifetime::new(&format!("'{FRESH}{name}"), lifetime.lifetime.span());
                apart.lifetimes.insert(name, new);
            }
        }
        apart.rename(&mut signature.generics);
        apart.apply(|it| it.visit_signature_mut(signature));
        self.apply(|it| it.visit_signature_mut(signature));
    }

    pub(super) fn ty(&self, ty: &mut Type) {
        self.apply(|it| it.visit_type_mut(ty));
    }

    pub(super) fn generics(&self, generics: &mut Generics) {
        self.apply(|it| it.visit_generics_mut(generics));
    }

    fn apply(&self, visit: impl FnOnce(&mut Replacer<'_>)) {
        visit(&mut Replacer(self));
    }

    /// The parameters themselves.
    fn rename(&self, generics: &mut Generics) {
        for parameter in &mut generics.params {
            match parameter {
                GenericParam::Type(parameter) => {
                    if let Some(ty) = self.types.get(&parameter.ident.to_string())
                        && let Ok(new) = syn::parse2(ty.to_token_stream())
                    {
                        parameter.ident = new;
                    }
                }
                GenericParam::Const(parameter) => {
                    if let Some(value) = self.constants.get(&parameter.ident.to_string())
                        && let Ok(new) = syn::parse2(value.to_token_stream())
                    {
                        parameter.ident = new;
                    }
                }
                GenericParam::Lifetime(_) => {}
            }
        }
    }

    /// `T::Item` and `Self::Item`: a path that begins with a name that is replaced.
    pub(super) fn path(&self, path: &Path) -> Option<TypePath> {
        let first = path.segments.first()?;
        if path.leading_colon.is_some() || !first.arguments.is_empty() || path.segments.len() < 2 {
            return None;
        }
        let rest = path.segments.iter().skip(1);
        if first.ident == "Self" {
            let (names, of) = self.members.as_ref()?;
            let second = path.segments.get(1)?;
            return names
                .iter()
                .any(|name| second.ident == name)
                .then(|| parse_quote!(<Self as #of>::#(#rest)::*));
        }
        let ty = self.types.get(&first.ident.to_string())?;
        if let Type::Path(TypePath {
            qself: None, path, ..
        }) = ty
            && path.get_ident().is_some()
        {
            // Perhaps the impl's own parameter, which may go on as it is.
            return Some(parse_quote!(#path::#(#rest)::*));
        }
        Some(match self.bounds.get(&first.ident.to_string()) {
            Some(bound) => parse_quote!(<#ty as #bound>::#(#rest)::*),
            None => parse_quote!(<#ty>::#(#rest)::*),
        })
    }
}

/// The arguments of a path's last segment.
fn arguments(path: &Path) -> Vec<GenericArgument> {
    match path.segments.last().map(|last| &last.arguments) {
        Some(PathArguments::AngleBracketed(arguments)) => arguments.args.iter().cloned().collect(),
        _ => Vec::new(),
    }
}

fn names_of(generics: &Generics) -> impl Iterator<Item = &Ident> {
    generics
        .params
        .iter()
        .filter_map(|parameter| match parameter {
            GenericParam::Type(parameter) => Some(&parameter.ident),
            GenericParam::Const(parameter) => Some(&parameter.ident),
            GenericParam::Lifetime(_) => None,
        })
}

/// `<'a, T>`
fn names(generics: &Generics) -> String {
    let names: Vec<String> = generics
        .params
        .iter()
        .map(|parameter| match parameter {
            GenericParam::Lifetime(parameter) => parameter.lifetime.to_string(),
            GenericParam::Type(parameter) => parameter.ident.to_string(),
            GenericParam::Const(parameter) => parameter.ident.to_string(),
        })
        .collect();
    format!("<{}>", names.join(", "))
}

/// The trait that bounds a parameter, if there is one that can have types.
fn only_bound(parameter: &Ident, generics: &Generics) -> Option<Path> {
    let inline = generics
        .type_params()
        .filter(|it| it.ident == *parameter)
        .flat_map(|it| &it.bounds);
    let clauses = generics
        .where_clause
        .iter()
        .flat_map(|clause| &clause.predicates);
    let behind = clauses
        .filter_map(|predicate| match predicate {
            syn::WherePredicate::Type(it) => Some(it),
            _ => None,
        })
        .filter(|it| matches!(&it.bounded_ty, Type::Path(ty) if ty.path.is_ident(parameter)))
        .flat_map(|it| &it.bounds);
    let mut paths = inline.chain(behind).filter_map(|bound| match bound {
        TypeParamBound::Trait(bound) if bound.maybe.is_none() => Some(&bound.path),
        _ => None,
    });
    let path = paths.find(|path| {
        [
            "Send", "Sync", "Copy", "Clone", "Sized", "Unpin", "Debug", "Display",
        ]
        .iter()
        .all(|marker| path.segments.last().is_none_or(|last| last.ident != marker))
    })?;
    Some(path.clone())
}
