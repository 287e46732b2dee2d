//! Parameters that an impl is for all of, as `T` in `impl<T> Trait<T> for [n: u32]`.

use super::input::AnonImpl;
use proc_macro2::Ident;
use std::collections::BTreeSet;
use syn::visit;
use syn::{GenericParam, Type, WherePredicate};

/// The type and constant parameters that impls are for all of: those of the traits, if no capture is of
/// such a type. Only methods can be for all of them, so captures need types.
pub(super) fn free(impls: &[AnonImpl], held: &[&mut Type]) -> BTreeSet<Ident> {
    struct Names(BTreeSet<Ident>);
    impl<'a> visit::Visit<'a> for Names {
        fn visit_ident(&mut self, name: &'a Ident) {
            self.0.insert(name.clone());
        }
    }
    let mut bound = Names(BTreeSet::new());
    for ty in held {
        visit::Visit::visit_type(&mut bound, ty);
    }
    let mut free = BTreeSet::new();
    for item in impls {
        let mut path = Names(BTreeSet::new());
        visit::Visit::visit_path(&mut path, &item.path);
        for param in &item.generics.params {
            let name = match param {
                GenericParam::Type(param) => &param.ident,
                GenericParam::Const(param) => &param.ident,
                GenericParam::Lifetime(_) => continue,
            };
            if path.0.contains(name) {
                free.insert(name.clone());
            } else {
                bound.0.insert(name.clone());
            }
        }
    }
    &free - &bound.0
}

/// Whether a predicate is about one of the parameters.
pub(super) fn mentions(predicate: &WherePredicate, names: &BTreeSet<Ident>) -> bool {
    struct Search<'a>(&'a BTreeSet<Ident>, bool);
    impl<'a> visit::Visit<'a> for Search<'_> {
        fn visit_ident(&mut self, name: &'a Ident) {
            self.1 |= self.0.contains(name);
        }
    }
    let mut search = Search(names, false);
    visit::Visit::visit_where_predicate(&mut search, predicate);
    search.1
}
