//! What stands behind `dyn` and `impl`.

use syn::punctuated::Punctuated;
use syn::{
    Lifetime, ParenthesizedGenericArguments, PathArguments, Token, TraitBound, Type, TypeParamBound,
};

/// The bounds of a `dyn` or an `impl`, sorted.
#[derive(Default)]
pub(super) struct Bounds<'a> {
    /// What isn't an auto trait: one for a `dyn`.
    pub(super) traits: Vec<&'a TraitBound>,
    pub(super) is_send: bool,
    pub(super) is_sync: bool,
    pub(super) lifetimes: Vec<&'a Lifetime>,
}

impl<'a> Bounds<'a> {
    pub(super) fn of(bounds: &'a Punctuated<TypeParamBound, Token![+]>) -> Self {
        let mut this = Self::default();
        for bound in bounds {
            match bound {
                TypeParamBound::Lifetime(lifetime) => this.lifetimes.push(lifetime),
                TypeParamBound::Trait(bound) => match name(bound).as_deref() {
                    Some("Send") => this.is_send = true,
                    Some("Sync") => this.is_sync = true,
                    Some("Unpin" | "UnwindSafe" | "RefUnwindSafe") => {}
                    _ => this.traits.push(bound),
                },
                // `use<…>` says what is captured.
                _ => {}
            }
        }
        this
    }

    /// The lifetime that isn't `'static`.
    pub(super) fn borrows(&self) -> Option<&'a Lifetime> {
        self.lifetimes
            .iter()
            .find(|lifetime| lifetime.ident != "static")
            .copied()
    }

    /// `FnMut(A, &B) -> C`, if that is the one trait.
    pub(super) fn function(&self) -> Option<(String, &'a ParenthesizedGenericArguments)> {
        let [bound] = self.traits[..] else {
            return None;
        };
        let last = bound.path.segments.last()?;
        let name = last.ident.to_string();
        match &last.arguments {
            PathArguments::Parenthesized(arguments)
                if matches!(name.as_str(), "Fn" | "FnMut" | "FnOnce") =>
            {
                Some((name, arguments))
            }
            _ => None,
        }
    }
}

fn name(bound: &TraitBound) -> Option<String> {
    Some(bound.path.segments.last()?.ident.to_string())
}

/// A type without parentheses and invisible groups around it.
pub(super) fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Paren(inner) => bare(&inner.elem),
        Type::Group(inner) => bare(&inner.elem),
        ty => ty,
    }
}

/// The `T` of a `Name<T>`, which may have a path before it.
pub(super) fn argument<'a>(ty: &'a Type, name: &str) -> Option<&'a Type> {
    let Type::Path(path) = bare(ty) else {
        return None;
    };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    if last.ident != name || arguments.args.len() != 1 {
        return None;
    }
    match &arguments.args[0] {
        syn::GenericArgument::Type(ty) => Some(bare(ty)),
        _ => None,
    }
}
