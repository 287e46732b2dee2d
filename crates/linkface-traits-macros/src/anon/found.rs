//! What a method's body uses of the function around it.

use super::selfless::Selfless;
use super::walk::{self, Use, Uses};
use proc_macro2::Ident;
use syn::{Expr, ExprPath, ImplItemFn, Type};

/// What was found in one body.
#[derive(Default)]
pub(super) struct Found {
    /// Names used as values, each as it was met first.
    pub values: Vec<Ident>,
    /// Names that something is assigned to.
    pub changed: Vec<Ident>,
    /// The first `self`, or `Self` that stands for the object's type.
    pub this: Option<Ident>,
}

pub(super) fn found(method: &ImplItemFn, selfless: &Selfless) -> Found {
    let mut collect = Collect {
        found: Found::default(),
        selfless,
    };
    walk::method(&mut method.clone(), &mut collect);
    collect.found
}

struct Collect<'a> {
    found: Found,
    selfless: &'a Selfless,
}

impl Uses for Collect<'_> {
    fn variable(&mut self, name: &Ident, how: Use) -> Option<Expr> {
        let known = self.found.values.iter();
        if how == Use::Value && !known.clone().any(|known| walk::same(known, name)) {
            self.found.values.push(name.clone());
        }
        None
    }

    fn changed(&mut self, name: &Ident) {
        self.found.changed.push(name.clone());
    }

    fn this(&mut self, token: &Ident) {
        self.found.this.get_or_insert_with(|| token.clone());
    }

    fn this_path(&mut self, path: &mut ExprPath) {
        if !self.selfless.resolves_path(path) {
            self.note(path);
        }
    }

    fn this_type(&mut self, ty: &mut Type) {
        if let Type::Path(path) = ty {
            let path = ExprPath {
                attrs: Vec::new(),
                qself: path.qself.clone(),
                path: path.path.clone(),
            };
            if !self.selfless.resolves_type(&path) {
                self.note(&path);
            }
        }
    }
}

impl Collect<'_> {
    fn note(&mut self, path: &ExprPath) {
        let token = match &path.qself {
            Some(qself) => super::selfless::mentions_self(&qself.ty),
            None => path.path.segments.first().map(|first| first.ident.clone()),
        };
        if self.found.this.is_none() {
            self.found.this = token;
        }
    }
}
