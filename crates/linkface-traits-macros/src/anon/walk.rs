//! A walk through a method's body that knows which names are bound inside it.
//!
//! What is left are the variables of the function around the anonymous impl. [`Uses`] is told of each,
//! and may put an expression in its place.

use super::places::Places;
use super::visit::variable;
use proc_macro2::Ident;
use std::collections::HashSet;
use syn::ext::IdentExt;
use syn::visit::{self, Visit};
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprPath, FnArg, ImplItem, ImplItemFn, Pat, PatIdent, Type};

/// How sure it is that a name is a variable.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Use {
    /// An expression of its own.
    Value,
    /// `name(…)`: more often a function than a closure.
    Called,
    /// Within a macro whose syntax nobody but the macro knows.
    Maybe,
}

pub(super) trait Uses {
    /// A name that isn't bound in the body. The answer takes its place.
    fn variable(&mut self, name: &Ident, how: Use) -> Option<Expr>;
    /// `name = …`, `name += …` or `&mut name`. Told before `variable`.
    fn changed(&mut self, _name: &Ident) {}
    /// `self`
    fn this(&mut self, _token: &Ident) {}
    /// A path that begins with `Self`, or `<Self as …>`.
    fn this_path(&mut self, _path: &mut ExprPath) {}
    /// The same in a type.
    fn this_type(&mut self, _ty: &mut Type) {}
    /// Whether strings in unknown macros are to be taken for format strings.
    fn guesses_format(&self) -> bool {
        false
    }
    /// What to tell an anonymous impl within the body: where variables are that are no names any more.
    fn places(&self) -> Option<Vec<(Ident, Expr)>> {
        None
    }
}

pub(super) struct Walk<'a> {
    scopes: Vec<HashSet<String>>,
    /// Within constants: no variables are there.
    constant: usize,
    /// Within tokens that only their macro understands: it may bind names that look free.
    unsure: bool,
    pub uses: &'a mut dyn Uses,
}

/// Walks through `method`'s body.
pub(super) fn method(method: &mut ImplItemFn, uses: &mut dyn Uses) {
    Walk::new(uses).method(method);
}

/// What a name is compared by: `r#n` is `n`.
pub(super) fn key(name: &Ident) -> String {
    name.unraw().to_string()
}

pub(super) fn same(one: &Ident, other: &Ident) -> bool {
    key(one) == key(other)
}

/// The names that a method's parameters bind.
pub(super) fn parameters(method: &ImplItemFn) -> HashSet<String> {
    struct Names(HashSet<String>);
    impl<'a> Visit<'a> for Names {
        fn visit_pat_ident(&mut self, pat: &'a PatIdent) {
            self.0.insert(key(&pat.ident));
            visit::visit_pat_ident(self, pat);
        }
        fn visit_type(&mut self, _: &'a Type) {}
        fn visit_expr(&mut self, _: &'a Expr) {}
    }
    let mut names = Names(HashSet::new());
    for input in &method.sig.inputs {
        if let FnArg::Typed(input) = input {
            names.visit_pat(&input.pat);
        }
    }
    names.0
}

/// Whether names like this one are looked at: constants and types are written with a capital.
pub(super) fn is_variable(name: &Ident) -> bool {
    let text = key(name);
    !matches!(text.as_str(), "self" | "super" | "crate")
        && text
            .trim_start_matches('_')
            .chars()
            .next()
            .is_some_and(|first| !first.is_uppercase())
}

impl<'a> Walk<'a> {
    fn new(uses: &'a mut dyn Uses) -> Self {
        Self {
            scopes: vec![HashSet::new()],
            constant: 0,
            unsure: false,
            uses,
        }
    }

    pub(super) fn method(&mut self, method: &mut ImplItemFn) {
        self.scoped(|walk| {
            for input in &mut method.sig.inputs {
                if let FnArg::Typed(input) = input {
                    walk.bind(&mut input.pat);
                }
            }
            walk.visit_block_mut(&mut method.block);
        });
    }

    pub(super) fn scoped<T>(&mut self, inside: impl FnOnce(&mut Self) -> T) -> T {
        self.scopes.push(HashSet::new());
        let result = inside(self);
        self.scopes.pop();
        result
    }

    pub(super) fn constant(&mut self, inside: impl FnOnce(&mut Self)) {
        self.constant += 1;
        inside(self);
        self.constant -= 1;
    }

    pub(super) fn declare(&mut self, name: &Ident) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(key(name));
        }
    }

    /// Binds what `pat` binds, from here to the end of the scope.
    pub(super) fn bind(&mut self, pat: &mut Pat) {
        self.visit_pat_mut(pat);
    }

    /// What takes the place of `name`.
    pub(super) fn replace(&mut self, name: &Ident, how: Use) -> Option<Expr> {
        if name == "self" {
            self.uses.this(name);
            return None;
        }
        if !self.is_free(name) {
            return None;
        }
        self.uses
            .variable(name, if self.unsure { Use::Maybe } else { how })
    }

    /// Within tokens that only their macro understands.
    pub(super) fn unsure<T>(&mut self, inside: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.unsure, true);
        let result = inside(self);
        self.unsure = before;
        result
    }

    pub(super) fn is_free(&self, name: &Ident) -> bool {
        let text = key(name);
        self.constant == 0
            && is_variable(name)
            && !self.scopes.iter().any(|scope| scope.contains(&text))
    }

    pub(super) fn changed(&mut self, place: &Expr) {
        if let Some(name) = variable(place)
            && self.is_free(name)
        {
            self.uses.changed(name);
        }
    }

    /// An anonymous impl within the body: its methods see what the body sees. It rewrites them itself,
    /// told where our variables are.
    pub(super) fn inner(&mut self, items: &mut [ImplItem]) -> Option<Places> {
        if let Some(places) = self.uses.places() {
            let free = places.into_iter().filter(|(name, _)| self.is_free(name));
            return Some(Places(free.collect()));
        }
        let mut inner = Inner(self.uses);
        let mut walk = Walk {
            scopes: self.scopes.clone(),
            constant: self.constant,
            unsure: self.unsure,
            uses: &mut inner,
        };
        for item in items {
            if let ImplItem::Fn(method) = item {
                walk.method(method);
            }
        }
        None
    }
}

/// `self` in an anonymous impl within the body is not ours.
struct Inner<'a>(&'a mut dyn Uses);

impl Uses for Inner<'_> {
    fn variable(&mut self, name: &Ident, how: Use) -> Option<Expr> {
        self.0.variable(name, how)
    }
    fn changed(&mut self, name: &Ident) {
        self.0.changed(name);
    }
}
