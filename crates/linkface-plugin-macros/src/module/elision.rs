//! Lifetimes that a function leaves out: as a method it has a receiver, to which they would belong.

use syn::visit_mut::{self, VisitMut};
use syn::{FnArg, Lifetime, ReturnType, Signature, Type, TypeReference, parse_quote};

/// Names those of a function that takes no reference to `self`, if it returns one of them.
pub(super) fn name(signature: &mut Signature) {
    let mut returned = Find::default();
    if let ReturnType::Type(_, ty) = &mut signature.output {
        returned.visit_type_mut(ty);
    }
    if returned.left_out == 0 {
        return;
    }
    let mut taken = Find::default();
    for input in &mut signature.inputs {
        if let FnArg::Typed(input) = input {
            taken.visit_type_mut(&mut input.ty);
        }
    }
    // With more than one, the user's own function is an error already.
    let lifetime = taken
        .named
        .unwrap_or_else(|| parse_quote!('__linkface_input));
    if taken.left_out > 0 {
        signature.generics.params.insert(0, parse_quote!(#lifetime));
        for input in &mut signature.inputs {
            if let FnArg::Typed(input) = input {
                Fill(&lifetime).visit_type_mut(&mut input.ty);
            }
        }
    }
    if let ReturnType::Type(_, ty) = &mut signature.output {
        Fill(&lifetime).visit_type_mut(ty);
    }
}

/// A constant's type, whose lifetimes are `'static` where they are left out.
pub(super) fn lasting(ty: &Type) -> Type {
    let mut ty = ty.clone();
    Fill(&parse_quote!('static)).visit_type_mut(&mut ty);
    ty
}

#[derive(Default)]
struct Find {
    left_out: usize,
    named: Option<Lifetime>,
}

impl VisitMut for Find {
    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        if reference.lifetime.is_none() {
            self.left_out += 1;
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            self.left_out += 1;
        } else {
            self.named.get_or_insert_with(|| lifetime.clone());
        }
    }
}

struct Fill<'a>(&'a Lifetime);

impl VisitMut for Fill<'_> {
    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        reference.lifetime.get_or_insert_with(|| self.0.clone());
        visit_mut::visit_type_reference_mut(self, reference);
    }
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.0.clone();
        }
    }
}
