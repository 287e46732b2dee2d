//! Puts the place of a captured variable where its name stands.

use super::selfless::Selfless;
use super::walk::{self, Use, Uses};
use proc_macro2::{Ident, Span};
use std::collections::HashMap;
use syn::{Expr, ExprPath, ImplItemFn, Token, Type, parse_quote};

/// Where a variable is.
#[derive(Clone)]
pub(super) enum Place {
    /// The name is bound to the variable itself.
    Itself,
    /// The name is bound to a reference to it.
    Behind,
    /// It is a field of `self`, which is this token.
    Field(Ident),
}

/// Rewrites `method`'s body. `selfless` says what `Self::Item` is; without it, `Self` stays.
pub(super) fn rewrite(
    method: &mut ImplItemFn,
    places: &HashMap<String, Place>,
    selfless: Option<&Selfless>,
) {
    walk::method(method, &mut Rewrite { places, selfless });
}

struct Rewrite<'a> {
    places: &'a HashMap<String, Place>,
    selfless: Option<&'a Selfless>,
}

impl Uses for Rewrite<'_> {
    fn variable(&mut self, name: &Ident, _: Use) -> Option<Expr> {
        // What is put there is no code of the user's, so lints leave it alone.
        let ours = Span::mixed_site().located_at(name.span());
        match self.places.get(&name.to_string())? {
            Place::Itself => None,
            Place::Behind => {
                let star = Token![*](ours);
                Some(parse_quote!(#star #name))
            }
            Place::Field(this) => {
                let mut this = this.clone();
                this.set_span(this.span().located_at(name.span()));
                let dot = Token![.](ours);
                Some(parse_quote!(#this #dot #name))
            }
        }
    }

    fn this_path(&mut self, path: &mut ExprPath) {
        if let Some(selfless) = self.selfless {
            selfless.path(path);
        }
    }

    fn this_type(&mut self, ty: &mut Type) {
        if let Some(selfless) = self.selfless {
            selfless.ty_in_body(ty);
        }
    }

    fn guesses_format(&self) -> bool {
        self.reaches_fields()
    }

    fn reaches_inner(&self) -> bool {
        !self.reaches_fields()
    }
}

impl Rewrite<'_> {
    fn reaches_fields(&self) -> bool {
        self.places
            .values()
            .any(|place| matches!(place, Place::Field(_)))
    }
}
