//! Types as they are named where the lifetimes of a method's head aren't: in functions and constants
//! of their own.

use syn::visit_mut::{self, VisitMut};
use syn::{
    BoundLifetimes, GenericParam, Lifetime, ParenthesizedGenericArguments, TraitBound, Type,
    TypeFnPtr, TypeReference, parse_quote,
};

/// With all lifetimes `'static`, except those that are a function's own: `Fn(&Event)`.
pub(crate) fn fixed(ty: &Type) -> Type {
    replaced(ty, &parse_quote!('static))
}

/// With all lifetimes left to inference, except `'static` and those that are a function's own.
pub(crate) fn erased(ty: &Type) -> Type {
    replaced(ty, &parse_quote!('_))
}

fn replaced(ty: &Type, by: &Lifetime) -> Type {
    let mut replace = Replace {
        by,
        own: Vec::new(),
        functions: 0,
    };
    let mut ty = ty.clone();
    replace.visit_type_mut(&mut ty);
    ty
}

struct Replace<'a> {
    by: &'a Lifetime,
    /// Of the `for<…>`s around.
    own: Vec<Lifetime>,
    /// How many functions' arguments are around.
    functions: usize,
}

impl Replace<'_> {
    fn within(&mut self, own: Option<&BoundLifetimes>, inside: impl FnOnce(&mut Self)) {
        let before = self.own.len();
        for parameter in own.into_iter().flat_map(|own| &own.lifetimes) {
            if let GenericParam::Lifetime(parameter) = parameter {
                self.own.push(parameter.lifetime.clone());
            }
        }
        inside(self);
        self.own.truncate(before);
    }
}

impl VisitMut for Replace<'_> {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        let own = self.own.contains(lifetime) || (lifetime.ident == "_" && self.functions > 0);
        if !own && lifetime.ident != "static" {
            *lifetime = self.by.clone();
        }
    }

    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        if reference.lifetime.is_none() && self.functions == 0 {
            reference.lifetime = Some(self.by.clone());
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_parenthesized_generic_arguments_mut(
        &mut self,
        arguments: &mut ParenthesizedGenericArguments,
    ) {
        self.functions += 1;
        visit_mut::visit_parenthesized_generic_arguments_mut(self, arguments);
        self.functions -= 1;
    }

    fn visit_trait_bound_mut(&mut self, bound: &mut TraitBound) {
        let own = bound.lifetimes.clone();
        self.within(own.as_ref(), |this| this.visit_path_mut(&mut bound.path));
    }

    fn visit_type_fn_ptr_mut(&mut self, function: &mut TypeFnPtr) {
        let own = function.lifetimes.clone();
        self.functions += 1;
        self.within(own.as_ref(), |this| {
            for input in &mut function.inputs {
                this.visit_type_mut(&mut input.ty);
            }
            this.visit_return_type_mut(&mut function.output);
        });
        self.functions -= 1;
    }
}
