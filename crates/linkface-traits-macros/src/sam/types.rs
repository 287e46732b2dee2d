//! Rewriting the types of a signature.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::HashMap;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{
    AngleBracketedGenericArguments, Lifetime, ParenthesizedGenericArguments, Path, PathArguments,
    Type, TypeFnPtr, TypeImplTrait, TypeParamBound, TypeReference,
};

/// What stands in invisible or round brackets, without them.
pub(super) fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => bare(&group.elem),
        Type::Paren(paren) => bare(&paren.elem),
        ty => ty,
    }
}

/// `ty`, if it is a single name.
pub(super) fn name(ty: &Type) -> Option<&Ident> {
    match bare(ty) {
        Type::Path(path) if path.qself.is_none() => path.path.get_ident(),
        _ => None,
    }
}

/// Replaces `Self::Out` and `<Self as Trait>::Out` by what the map has for `Out`, and names by what
/// it has for them.
#[derive(Default)]
pub(super) struct Replace {
    pub(super) associated: HashMap<String, Type>,
    pub(super) names: HashMap<String, Type>,
    pub(super) lifetimes: HashMap<String, Lifetime>,
}

impl Replace {
    /// The associated type that `path` begins with, and how many segments that takes.
    fn begins_with(&self, ty: &syn::TypePath) -> Option<(Type, usize)> {
        let segments = &ty.path.segments;
        match &ty.qself {
            None if segments.first()?.ident == "Self" => {
                let found = self.associated.get(&segments.get(1)?.ident.to_string())?;
                Some((found.clone(), 2))
            }
            None if ty.path.leading_colon.is_none() => {
                let first = segments.first()?;
                if !first.arguments.is_none() {
                    return None;
                }
                Some((self.names.get(&first.ident.to_string())?.clone(), 1))
            }
            Some(qself) if name(&qself.ty).is_some_and(|name| name == "Self") => {
                let last = segments.get(qself.position)?;
                let found = self.associated.get(&last.ident.to_string())?;
                Some((found.clone(), qself.position + 1))
            }
            _ => None,
        }
    }
}

impl VisitMut for Replace {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        visit_mut::visit_type_mut(self, ty);
        if let Type::Path(path) = ty
            && let Some((found, taken)) = self.begins_with(path)
        {
            let rest: Vec<_> = path.path.segments.iter().skip(taken).collect();
            *ty = if rest.is_empty() {
                found
            } else if name(&found).is_some() {
                syn::parse_quote!(#found #(::#rest)*)
            } else {
                syn::parse_quote!(<#found> #(::#rest)*)
            };
        }
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if let Some(found) = self.lifetimes.get(&lifetime.ident.to_string()) {
            *lifetime = Lifetime {
                apostrophe: lifetime.apostrophe,
                ident: Ident::new(&found.ident.to_string(), lifetime.ident.span()),
            };
        }
    }
}

/// Gives each lifetime that is left out, or written `'_`, the one that the function makes for it.
pub(super) struct Elided<'a>(pub(super) &'a mut dyn FnMut() -> Lifetime);

impl VisitMut for Elided<'_> {
    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        match &mut reference.lifetime {
            None => reference.lifetime = Some((self.0)()),
            Some(lifetime) => self.visit_lifetime_mut(lifetime),
        }
        self.visit_type_mut(&mut reference.elem);
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = (self.0)();
        }
    }

    // `fn(&str) -> &str` and `Fn(&str) -> &str` have lifetimes of their own.
    fn visit_type_fn_ptr_mut(&mut self, _: &mut TypeFnPtr) {}
    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut ParenthesizedGenericArguments) {
    }
}

/// Takes the names of lifetimes away.
pub(super) struct Inferred;

impl VisitMut for Inferred {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident != "static" {
            lifetime.ident = Ident::new("_", lifetime.ident.span());
        }
    }

    fn visit_bound_lifetimes_mut(&mut self, _: &mut syn::BoundLifetimes) {}
}

/// Replaces each `impl Bounds` by the type that the function makes for it, inner ones first.
pub(super) struct Opaque<'a>(pub(super) &'a mut dyn FnMut(&TypeImplTrait) -> Type);

impl VisitMut for Opaque<'_> {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        visit_mut::visit_type_mut(self, ty);
        if let Type::ImplTrait(opaque) = ty {
            *ty = (self.0)(opaque);
        }
    }
}

/// Whether `tokens` mention one of `names`.
pub(super) fn mentions(tokens: impl ToTokens, names: &[Ident]) -> bool {
    fn any(tokens: TokenStream, names: &[Ident]) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(name) => names.contains(&name),
            TokenTree::Group(group) => any(group.stream(), names),
            _ => false,
        })
    }
    any(tokens.into_token_stream(), names)
}

/// Whether `impl Trait` stands anywhere in `ty`.
pub(super) fn has_impl(ty: &Type) -> bool {
    struct Find(bool);
    impl<'a> Visit<'a> for Find {
        fn visit_type_impl_trait(&mut self, _: &'a TypeImplTrait) {
            self.0 = true;
        }
    }
    let mut find = Find(false);
    find.visit_type(ty);
    find.0
}

/// The lifetimes that are named in `ty`.
pub(super) fn lifetimes(ty: &Type) -> Vec<Lifetime> {
    struct Collect(Vec<Lifetime>);
    impl<'a> Visit<'a> for Collect {
        fn visit_lifetime(&mut self, lifetime: &'a Lifetime) {
            if lifetime.ident != "_" && lifetime.ident != "static" {
                self.0.push(lifetime.clone());
            }
        }
        fn visit_bound_lifetimes(&mut self, _: &'a syn::BoundLifetimes) {}
    }
    let mut collect = Collect(Vec::new());
    collect.visit_type(ty);
    collect.0
}

/// The references in `ty`, also those in references.
pub(super) fn references(ty: &Type) -> Vec<TypeReference> {
    struct Collect(Vec<TypeReference>);
    impl<'a> Visit<'a> for Collect {
        fn visit_type_reference(&mut self, reference: &'a TypeReference) {
            self.0.push(reference.clone());
            visit::visit_type_reference(self, reference);
        }
    }
    let mut collect = Collect(Vec::new());
    collect.visit_type(ty);
    collect.0
}

/// The lifetimes that are named in `tokens`, but for those that `for<…>` declares in them.
pub(super) fn lifetimes_in(tokens: TokenStream) -> Vec<Lifetime> {
    let mut found = Vec::new();
    let mut declared = Vec::new();
    collect(tokens, &mut found, &mut declared);
    found.retain(|it| it.ident != "_" && it.ident != "static" && !declared.contains(it));
    found
}

fn collect(tokens: TokenStream, found: &mut Vec<Lifetime>, declared: &mut Vec<Lifetime>) {
    let mut tokens = tokens.into_iter().peekable();
    let mut after_for = false;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '\'' => {
                if let Some(TokenTree::Ident(ident)) = tokens.next() {
                    let lifetime = Lifetime {
                        apostrophe: sign.span(),
                        ident,
                    };
                    if after_for {
                        declared.push(lifetime);
                    } else {
                        found.push(lifetime);
                    }
                }
            }
            TokenTree::Ident(word) if word == "for" => after_for = true,
            TokenTree::Punct(sign) if sign.as_char() == '>' => after_for = false,
            TokenTree::Group(group) => collect(group.stream(), found, declared),
            _ => {}
        }
    }
}

/// The last name of `path`.
pub(super) fn last(path: &Path) -> Option<&Ident> {
    path.segments.last().map(|segment| &segment.ident)
}

/// The arguments in `<…>` that `path` ends with.
pub(super) fn arguments(path: &Path) -> Option<&AngleBracketedGenericArguments> {
    match &path.segments.last()?.arguments {
        PathArguments::AngleBracketed(arguments) => Some(arguments),
        _ => None,
    }
}

/// The path of a trait bound.
pub(super) fn bound_path(bound: &TypeParamBound) -> Option<&Path> {
    match bound {
        TypeParamBound::Trait(bound) if bound.maybe.is_none() => Some(&bound.path),
        _ => None,
    }
}

/// A visitor of bare `Self`, which a closure's type can't be.
pub(super) struct BareSelf<'a>(pub(super) &'a mut dyn FnMut(&Ident));

impl<'a> Visit<'a> for BareSelf<'_> {
    fn visit_path(&mut self, path: &'a Path) {
        if let Some(first) = path.segments.first()
            && first.ident == "Self"
        {
            (self.0)(&first.ident);
        }
        visit::visit_path(self, path);
    }
}
