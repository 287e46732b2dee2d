//! Lifetimes that an impl's head leaves out: `impl Bar<'_, &str> for Foo`.
//!
//! What is written for a trait's parameter is written into its methods' signatures, where a lifetime
//! that is left out would be another one. So they get names.

use super::substitute::FRESH;
use proc_macro2::Span;
use syn::visit_mut::{self, VisitMut};
use syn::{
    GenericParam, ItemImpl, Lifetime, LifetimeParam, ParenthesizedGenericArguments, PathArguments,
    TypeFnPtr, TypeReference,
};

/// Names them.
pub(super) fn name_lifetimes(item: &mut ItemImpl) {
    let mut namer = Namer { made: Vec::new() };
    if let Some((path, _)) = &mut item.trait_ {
        namer.visit_path_mut(path);
    }
    declare(item, namer.made);
}

/// The arguments of the impl's trait, of which lifetimes may be absent altogether.
pub(super) fn add_lifetimes(item: &mut ItemImpl, count: usize) {
    let made: Vec<Lifetime> = (0..count)
        .map(|n| Lifetime::new(&format!("'{FRESH}{n}_"), Span::call_site()))
        .collect();
    if let Some((path, _)) = &mut item.trait_
        && let Some(last) = path.segments.last_mut()
    {
        let mut arguments: syn::AngleBracketedGenericArguments = match &last.arguments {
            PathArguments::AngleBracketed(arguments) => arguments.clone(),
            _ => syn::parse_quote!(<>),
        };
        for (n, lifetime) in made.iter().enumerate() {
            arguments
                .args
                .insert(n, syn::GenericArgument::Lifetime(lifetime.clone()));
        }
        last.arguments = PathArguments::AngleBracketed(arguments);
    }
    declare(item, made);
}

fn declare(item: &mut ItemImpl, lifetimes: Vec<Lifetime>) {
    for (n, lifetime) in lifetimes.into_iter().enumerate() {
        let parameter = GenericParam::Lifetime(LifetimeParam::new(lifetime));
        item.generics.params.insert(n, parameter);
    }
}

struct Namer {
    made: Vec<Lifetime>,
}

impl Namer {
    fn fresh(&mut self, at: Option<&Lifetime>) -> Lifetime {
        let span = at.map_or_else(Span::call_site, Lifetime::span);
        let name = format!("'{FRESH}{}", self.made.len());
        let lifetime = Lifetime::new(&name, span);
        self.made.push(lifetime.clone());
        lifetime
    }
}

impl VisitMut for Namer {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.fresh(Some(lifetime));
        }
    }

    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        if reference.lifetime.is_none() {
            reference.lifetime = Some(self.fresh(None));
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }

    // Lifetimes that are left out in these belong to them.
    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut ParenthesizedGenericArguments) {
    }
    fn visit_type_fn_ptr_mut(&mut self, _: &mut TypeFnPtr) {}
}
