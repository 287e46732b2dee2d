//! Lifetimes that are left out, and lifetimes that nobody declares.

use proc_macro2::Span;
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{
    Expr, Generics, ImplItem, Lifetime, LifetimeParam, ParenthesizedGenericArguments, Path,
    Signature, Type, TypeFnPtr, TypeReference,
};

/// Gives every lifetime that is left out in a type the name that `name` makes up.
pub(super) fn name_elided(ty: &mut Type, name: impl FnMut(Span) -> Lifetime) {
    Elided(name).visit_type_mut(ty);
}

/// Whether a lifetime is left out in the type, where one can see it.
pub(super) fn has_elided(ty: &Type) -> bool {
    let mut found = false;
    name_elided(&mut ty.clone(), |span| {
        found = true;
        Lifetime::new("'_", span)
    });
    found
}

struct Elided<F>(F);

impl<F: FnMut(Span) -> Lifetime> VisitMut for Elided<F> {
    fn visit_type_reference_mut(&mut self, ty: &mut TypeReference) {
        if ty.lifetime.is_none() {
            ty.lifetime = Some((self.0)(ty.and_token.span));
        }
        visit_mut::visit_type_reference_mut(self, ty);
    }
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = (self.0)(lifetime.span());
        }
    }
    // `fn(&T)` and `Fn(&T)` are about lifetimes of their own.
    fn visit_type_fn_ptr_mut(&mut self, _: &mut TypeFnPtr) {}
    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut ParenthesizedGenericArguments) {
    }
    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}

/// Renames lifetimes.
pub(super) struct Rename<F>(pub F);

impl<F: FnMut(&Lifetime) -> Option<Lifetime>> VisitMut for Rename<F> {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if let Some(new) = (self.0)(lifetime) {
            *lifetime = new;
        }
    }
}

/// The lifetimes named in something, and those declared there.
#[derive(Default)]
pub(super) struct Named {
    pub used: BTreeSet<Lifetime>,
    declared: BTreeSet<Lifetime>,
}

impl Named {
    pub(super) fn of(look: impl FnOnce(&mut Self)) -> Self {
        let mut named = Self::default();
        look(&mut named);
        named
    }

    pub(super) fn in_type(ty: &Type) -> Self {
        Self::of(|named| named.visit_type(ty))
    }

    pub(super) fn in_path(path: &Path) -> Self {
        Self::of(|named| named.visit_path(path))
    }

    pub(super) fn in_signature(signature: &Signature) -> Self {
        Self::of(|named| named.visit_signature(signature))
    }

    pub(super) fn in_generics(generics: &Generics) -> Self {
        Self::of(|named| named.visit_generics(generics))
    }

    /// In an item, without bodies.
    pub(super) fn in_item(item: &ImplItem) -> Self {
        match item {
            ImplItem::Fn(method) => Self::in_signature(&method.sig),
            ImplItem::Type(item) => Self::of(|named| {
                named.visit_generics(&item.generics);
                named.visit_type(&item.ty);
            }),
            ImplItem::Const(item) => Self::in_type(&item.ty),
            _ => Self::default(),
        }
    }

    /// Those that the surroundings have to declare.
    pub(super) fn undeclared(self) -> impl Iterator<Item = Lifetime> {
        let declared = self.declared;
        self.used.into_iter().filter(move |name| {
            !declared.contains(name) && name.ident != "static" && name.ident != "_"
        })
    }
}

impl<'a> Visit<'a> for Named {
    fn visit_lifetime(&mut self, lifetime: &'a Lifetime) {
        self.used.insert(lifetime.clone());
    }
    fn visit_lifetime_param(&mut self, param: &'a LifetimeParam) {
        self.declared.insert(param.lifetime.clone());
        visit::visit_lifetime_param(self, param);
    }
    fn visit_expr(&mut self, _: &'a Expr) {}
}
