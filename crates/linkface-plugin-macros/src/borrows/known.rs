//! Lifetimes by their names, and those without.

use super::read::{LeftOut, Read};
use super::{BOUNDS, FIRST, STATIC};
use syn::visit_mut::VisitMut;
use syn::{FnArg, Generics, Lifetime, ReceiverKind, Signature, Type, WherePredicate};

/// Lifetimes that have a number.
pub(super) struct Known {
    /// Those without a name have one, too.
    names: Vec<Option<Lifetime>>,
    /// Named more than once.
    pub(super) often: Vec<Lifetime>,
    /// `&'static self`
    pub(super) is_static: bool,
}

impl Known {
    /// Those that a type is generic over.
    pub(super) fn of_type(generics: &Generics) -> Self {
        let parameters = || {
            generics
                .lifetimes()
                .map(|parameter| parameter.lifetime.clone())
        };
        Self {
            names: [None].into_iter().chain(parameters().map(Some)).collect(),
            often: parameters().collect(),
            is_static: false,
        }
    }

    pub(super) fn of_method(signature: &Signature) -> Self {
        let mut counted = Count::default();
        let mut own = None;
        let mut signature = signature.clone();
        for input in &mut signature.inputs {
            match input {
                FnArg::Receiver(receiver) => {
                    if let ReceiverKind::Reference(_, Some(lifetime), _) = &receiver.kind {
                        counted.0.push(lifetime.clone());
                        own = Some(lifetime.clone());
                    }
                }
                FnArg::Typed(input) => counted.visit_type_mut(&mut input.ty),
            }
        }
        counted.visit_return_type_mut(&mut signature.output);
        counted.visit_generics_mut(&mut signature.generics);
        let mut often = Vec::new();
        while let Some(one) = counted.0.pop() {
            // Where it is declared, and where it is used.
            if counted.0.iter().filter(|other| **other == one).count() > 1 {
                often.push(one);
            }
        }
        let is_static = own.as_ref().is_some_and(|own| own.ident == "static");
        Self {
            names: vec![own.filter(|_| !is_static)],
            often,
            is_static,
        }
    }

    pub(super) fn read(&mut self, ty: &Type, left_out: LeftOut) -> Vec<u64> {
        Read::new(self, left_out).all_of(ty)
    }

    pub(super) fn fresh(&mut self, name: Option<Lifetime>) -> u64 {
        self.names.push(name);
        FIRST + (self.names.len() as u64 - 1)
    }

    pub(super) fn named(&mut self, name: &Lifetime) -> u64 {
        if name.ident == "static" {
            return STATIC;
        }
        let known = self
            .names
            .iter()
            .position(|known| known.as_ref() == Some(name));
        match known {
            Some(known) => FIRST + known as u64,
            None => self.fresh(Some(name.clone())),
        }
    }

    /// `'a: 'b`
    pub(super) fn bounds(&mut self, generics: &Generics) -> Vec<u64> {
        let mut bounds = Vec::new();
        let parameters = generics.lifetimes();
        let mut all: Vec<_> = parameters
            .flat_map(|parameter| {
                let bounds = parameter.bounds.iter();
                bounds.map(|bound| (parameter.lifetime.clone(), bound.clone()))
            })
            .collect();
        for predicate in generics.where_clause.iter().flat_map(|c| &c.predicates) {
            if let WherePredicate::Lifetime(predicate) = predicate {
                let of = |bound: &Lifetime| (predicate.lifetime.clone(), bound.clone());
                all.extend(predicate.bounds.iter().map(of));
            }
        }
        for (longer, shorter) in all {
            bounds.push((self.named(&longer), self.named(&shorter)));
        }
        bounds.sort_unstable();
        bounds.dedup();
        let mark = (!bounds.is_empty()).then_some(BOUNDS);
        let bounds = bounds
            .into_iter()
            .flat_map(|(longer, shorter)| [longer, shorter]);
        mark.into_iter().chain(bounds).collect()
    }
}

/// All that are named.
#[derive(Default)]
struct Count(Vec<Lifetime>);

impl VisitMut for Count {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        self.0.push(lifetime.clone());
    }
}
