//! What `Self::Item` and `Self::LIMIT` stand for.
//!
//! Bodies become closures outside the impl, and the bounds of those closures stand in the impl's own
//! `where` clause. Neither can say `Self`: what is declared in the impl is put in its place.

use super::lifetimes::Rename;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use syn::visit_mut::{self, VisitMut};
use syn::{
    Expr, ExprPath, GenericArgument, GenericParam, ImplItemConst, ImplItemType, Lifetime, Path,
    PathArguments, PathSegment, QSelf, Type, parse_quote,
};

#[derive(Default)]
pub(crate) struct Selfless {
    types: BTreeMap<String, ImplItemType>,
    constants: BTreeMap<String, ImplItemConst>,
    /// The constants that bodies use.
    used: RefCell<BTreeSet<String>>,
    /// Names that mean something in the impl only: bodies have `'_` and `_` there.
    pub lifetimes: BTreeSet<Lifetime>,
    pub inferred: BTreeSet<Ident>,
}

/// A path of `Self`: what is named, and what follows.
struct Split<'a> {
    first: &'a PathSegment,
    rest: Vec<&'a PathSegment>,
}

impl Selfless {
    pub(super) fn add_type(&mut self, item: &ImplItemType) {
        self.types.insert(item.ident.to_string(), item.clone());
    }

    pub(super) fn add_constant(&mut self, item: &ImplItemConst) {
        if item.generics.params.is_empty() {
            self.constants.insert(item.ident.to_string(), item.clone());
        }
    }

    /// Whether the path of an expression can do without `Self`.
    pub(super) fn resolves_path(&self, path: &ExprPath) -> bool {
        split(path.qself.as_ref(), &path.path).is_some_and(|split| {
            let name = split.first.ident.to_string();
            match split.rest.len() {
                0 => self.constants.contains_key(&name),
                _ => self.types.contains_key(&name),
            }
        })
    }

    /// Whether a type can.
    pub(super) fn resolves_type(&self, path: &ExprPath) -> bool {
        split(path.qself.as_ref(), &path.path).is_some_and(|split| {
            split.rest.is_empty() && self.types.contains_key(&split.first.ident.to_string())
        })
    }

    /// An expression's path, in a body.
    pub(super) fn path(&self, path: &mut ExprPath) {
        let Some(split) = split(path.qself.as_ref(), &path.path) else {
            return;
        };
        let name = split.first.ident.to_string();
        if split.rest.is_empty() {
            if self.constants.contains_key(&name) {
                let hidden = hidden(&split.first.ident);
                self.used.borrow_mut().insert(name);
                *path = parse_quote!(#hidden);
            }
        } else if let Some(mut ty) = self.find(split.first, 8) {
            self.erase(&mut ty);
            let rest = &split.rest;
            *path = parse_quote!(<#ty> #(::#rest)*);
        }
    }

    /// A type, in a body.
    pub(super) fn ty_in_body(&self, ty: &mut Type) {
        self.ty(ty);
        self.erase(ty);
    }

    /// A type, in a signature.
    pub(super) fn ty(&self, ty: &mut Type) {
        Replace {
            selfless: self,
            depth: 8,
        }
        .visit_type_mut(ty);
    }

    /// The constants that bodies use, as items of their own.
    pub(super) fn constants(&self) -> TokenStream {
        let mut used: Vec<String> = self.used.borrow().iter().cloned().collect();
        let mut seen = BTreeSet::new();
        let mut tokens = TokenStream::new();
        while let Some(name) = used.pop() {
            let Some(item) = self.constants.get(&name).filter(|_| seen.insert(name)) else {
                continue;
            };
            let mut ty = item.ty.clone();
            self.ty(&mut ty);
            let mut value = item.expr.clone();
            Constants(self).visit_expr_mut(&mut value);
            let hidden = hidden(&item.ident);
            tokens.extend(quote! {
                #[allow(non_upper_case_globals)]
                const #hidden: #ty = #value;
            });
            used.extend(self.used.borrow().iter().cloned());
            used.retain(|name| !seen.contains(name));
        }
        tokens
    }

    fn erase(&self, ty: &mut Type) {
        Rename(|lifetime: &Lifetime| {
            self.lifetimes
                .contains(lifetime)
                .then(|| Lifetime::new("'_", lifetime.span()))
        })
        .visit_type_mut(ty);
        Infer(&self.inferred).visit_type_mut(ty);
    }

    /// The type that is declared under the segment's name, given the segment's arguments.
    fn find(&self, segment: &PathSegment, depth: usize) -> Option<Type> {
        let item = self.types.get(&segment.ident.to_string())?;
        let mut ty = item.ty.clone();
        if let PathArguments::AngleBracketed(arguments) = &segment.arguments {
            for (param, argument) in item.generics.params.iter().zip(&arguments.args) {
                substitute(&mut ty, param, argument);
            }
        }
        if depth > 0 {
            Replace {
                selfless: self,
                depth: depth - 1,
            }
            .visit_type_mut(&mut ty);
        }
        Some(ty)
    }
}

fn hidden(name: &Ident) -> Ident {
    format_ident!("__{name}")
}

fn substitute(ty: &mut Type, param: &GenericParam, argument: &GenericArgument) {
    match (param, argument) {
        (GenericParam::Lifetime(param), GenericArgument::Lifetime(argument)) => {
            Rename(|lifetime: &Lifetime| (*lifetime == param.lifetime).then(|| argument.clone()))
                .visit_type_mut(ty);
        }
        (GenericParam::Type(param), GenericArgument::Type(argument)) => {
            struct Put<'a>(&'a Ident, &'a Type);
            impl VisitMut for Put<'_> {
                fn visit_type_mut(&mut self, ty: &mut Type) {
                    match ty {
                        Type::Path(path) if path.qself.is_none() && path.path.is_ident(self.0) => {
                            *ty = self.1.clone();
                        }
                        _ => visit_mut::visit_type_mut(self, ty),
                    }
                }
            }
            Put(&param.ident, argument).visit_type_mut(ty);
        }
        _ => {}
    }
}

fn split<'a>(qself: Option<&'a QSelf>, path: &'a Path) -> Option<Split<'a>> {
    let mut segments = path.segments.iter();
    match qself {
        None => {
            segments.next().filter(|first| first.ident == "Self")?;
        }
        Some(qself) => {
            let Type::Path(ty) = &*qself.ty else {
                return None;
            };
            if !ty.path.is_ident("Self") {
                return None;
            }
            // `<Self as Trait>::Item`
            segments = {
                let mut segments = path.segments.iter();
                for _ in 0..qself.position {
                    segments.next();
                }
                segments
            };
        }
    }
    Some(Split {
        first: segments.next()?,
        rest: segments.collect(),
    })
}

struct Replace<'a> {
    selfless: &'a Selfless,
    depth: usize,
}

impl VisitMut for Replace<'_> {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        // Arguments first: `Self::Item<'a, Self::Other>`.
        visit_mut::visit_type_mut(self, ty);
        if let Type::Path(path) = &*ty
            && let Some(split) = split(path.qself.as_ref(), &path.path)
            && split.rest.is_empty()
            && let Some(found) = self.selfless.find(split.first, self.depth)
        {
            *ty = found;
        }
    }
}

/// Whether `Self` is left in a type: the object's own type, or something that isn't declared here.
pub(super) fn mentions_self(ty: &Type) -> Option<Ident> {
    struct Search(Option<Ident>);
    impl<'a> syn::visit::Visit<'a> for Search {
        fn visit_ident(&mut self, ident: &'a Ident) {
            if ident == "Self" {
                self.0.get_or_insert_with(|| ident.clone());
            }
        }
    }
    let mut search = Search(None);
    syn::visit::Visit::visit_type(&mut search, ty);
    search.0
}

struct Infer<'a>(&'a BTreeSet<Ident>);

impl VisitMut for Infer<'_> {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        match ty {
            Type::Path(path)
                if path.qself.is_none()
                    && path
                        .path
                        .get_ident()
                        .is_some_and(|name| self.0.contains(name)) =>
            {
                *ty = parse_quote!(_);
            }
            _ => visit_mut::visit_type_mut(self, ty),
        }
    }
}

/// Constants in the values of constants.
struct Constants<'a>(&'a Selfless);

impl VisitMut for Constants<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Path(path) => self.0.path(path),
            _ => visit_mut::visit_expr_mut(self, expr),
        }
    }
    fn visit_type_mut(&mut self, ty: &mut Type) {
        self.0.ty_in_body(ty);
    }
}
