//! The lifetimes of a type, in the order in which they are written.

use super::known::Known;
use super::{CLOSURE, UNCLEAR};
use syn::visit_mut::{self, VisitMut};
use syn::{
    AngleBracketedGenericArguments, GenericArgument, GenericParam, Lifetime,
    ParenthesizedGenericArguments, TraitBound, Type, TypeParamBound, TypeReference,
};

/// Which one it is where none is written.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum LeftOut {
    /// Another one each time.
    Each,
    /// Another one of the closure's.
    Closure,
    /// This.
    Is(u64),
}

pub(super) struct Read<'a> {
    known: &'a mut Known,
    found: Vec<u64>,
    left_out: LeftOut,
    /// Of `for<…>`s around, numbered where they are used.
    bound: Vec<(Lifetime, Option<u64>)>,
    /// The next one of a closure.
    closures: u64,
}

impl<'a> Read<'a> {
    pub(super) fn new(known: &'a mut Known, left_out: LeftOut) -> Self {
        Self {
            known,
            found: Vec::new(),
            left_out,
            bound: Vec::new(),
            closures: CLOSURE,
        }
    }

    pub(super) fn all_of(mut self, ty: &Type) -> Vec<u64> {
        self.visit_type_mut(&mut ty.clone());
        self.found
    }

    fn left_out(&mut self) {
        let number = match self.left_out {
            LeftOut::Each => self.known.fresh(None),
            LeftOut::Closure => self.of_closure(),
            LeftOut::Is(number) => number,
        };
        self.found.push(number);
    }

    fn of_closure(&mut self) -> u64 {
        self.closures += 1;
        self.closures - 1
    }

    /// Whether a type's argument says nothing that isn't so without it: `Text<'_>` may be `Text`.
    fn is_loose(&mut self, lifetime: &Lifetime) -> bool {
        if lifetime.ident == "static" || self.bound.iter().any(|(bound, _)| bound == lifetime) {
            return false;
        }
        if lifetime.ident == "_" {
            return true;
        }
        match self.left_out {
            LeftOut::Each => !self.known.often.contains(lifetime),
            LeftOut::Closure => false,
            LeftOut::Is(number) => self.known.named(lifetime) == number,
        }
    }
}

impl VisitMut for Read<'_> {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            self.left_out();
            return;
        }
        let bound = self.bound.iter().rposition(|(bound, _)| bound == lifetime);
        let number = match bound {
            Some(at) => match self.bound[at].1 {
                Some(number) => number,
                None => *self.bound[at].1.insert({
                    self.closures += 1;
                    self.closures - 1
                }),
            },
            None => self.known.named(lifetime),
        };
        self.found.push(number);
    }

    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        if reference.lifetime.is_none() {
            self.left_out();
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_angle_bracketed_generic_arguments_mut(
        &mut self,
        arguments: &mut AngleBracketedGenericArguments,
    ) {
        let are_loose = arguments.args.iter().all(|argument| match argument {
            GenericArgument::Lifetime(lifetime) => self.is_loose(lifetime),
            _ => true,
        });
        for argument in &mut arguments.args {
            if !are_loose || !matches!(argument, GenericArgument::Lifetime(_)) {
                self.visit_generic_argument_mut(argument);
            }
        }
    }

    fn visit_parenthesized_generic_arguments_mut(
        &mut self,
        arguments: &mut ParenthesizedGenericArguments,
    ) {
        let outside = core::mem::replace(&mut self.left_out, LeftOut::Closure);
        let before = self.found.len();
        for input in &mut arguments.inputs {
            self.visit_type_mut(&mut input.ty);
        }
        self.left_out = LeftOut::Is(match &self.found[before..] {
            [one] => *one,
            _ => UNCLEAR,
        });
        self.visit_return_type_mut(&mut arguments.output);
        self.left_out = outside;
    }

    fn visit_trait_bound_mut(&mut self, bound: &mut TraitBound) {
        let before = self.bound.len();
        for parameter in bound.lifetimes.iter().flat_map(|bound| &bound.lifetimes) {
            if let GenericParam::Lifetime(parameter) = parameter {
                self.bound.push((parameter.lifetime.clone(), None));
            }
        }
        self.visit_path_mut(&mut bound.path);
        self.bound.truncate(before);
    }

    fn visit_type_param_bound_mut(&mut self, bound: &mut TypeParamBound) {
        // What a box has without it.
        if let TypeParamBound::Lifetime(lifetime) = bound
            && lifetime.ident == "static"
        {
            return;
        }
        visit_mut::visit_type_param_bound_mut(self, bound);
    }
}
