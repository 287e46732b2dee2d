//! Puts the place of a captured variable where its name stands.

use super::selfless::Selfless;
use super::walk::{self, Use, Uses};
use proc_macro2::{Ident, Span};
use std::collections::HashMap;
use syn::{Expr, ExprPath, ImplItemFn, Token, Type, parse_quote};

/// Where a variable is.
#[derive(Clone)]
pub(crate) enum Place {
    /// The name is bound to the variable itself.
    Itself,
    /// The name is bound to a reference to it.
    Behind,
    /// It is a field of `self`, which is this token.
    Field(Ident),
    /// It is somewhere else, as an anonymous impl around this one says.
    Outside(Expr),
}

/// The captured variables by their names. A name is kept as it was written: it means something only there.
pub(crate) type Captured = HashMap<String, (Ident, Place)>;

/// Rewrites `method`'s body. `selfless` says what `Self::Item` is; without it, `Self` stays.
pub(crate) fn rewrite(method: &mut ImplItemFn, places: &Captured, selfless: Option<&Selfless>) {
    walk::method(method, &mut Rewrite { places, selfless });
}

struct Rewrite<'a> {
    places: &'a Captured,
    selfless: Option<&'a Selfless>,
}

impl Uses for Rewrite<'_> {
    fn variable(&mut self, name: &Ident, _: Use) -> Option<Expr> {
        self.places.get(&walk::key(name))?.1.expression(name)
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

    fn places(&self) -> Option<Vec<(Ident, Expr)>> {
        let each = self.places.values().filter_map(|(name, place)| {
            let place = place.expression(name)?;
            Some((name.clone(), place))
        });
        Some(each.collect())
    }
}

impl Rewrite<'_> {
    fn reaches_fields(&self) -> bool {
        self.places
            .values()
            .any(|(_, place)| matches!(place, Place::Field(_)))
    }
}

impl Place {
    /// What takes the place of `name`, if anything else does.
    fn expression(&self, name: &Ident) -> Option<Expr> {
        // What is put there is no code of the user's, so lints leave it alone.
        let ours = Span::mixed_site().located_at(name.span());
        match self {
            Self::Itself => None,
            Self::Behind => {
                let star = Token![*](ours);
                Some(parse_quote!(#star #name))
            }
            Self::Field(this) => {
                let mut this = this.clone();
                this.set_span(this.span().located_at(name.span()));
                let dot = Token![.](ours);
                Some(parse_quote!(#this #dot #name))
            }
            Self::Outside(place) => Some(place.clone()),
        }
    }
}
