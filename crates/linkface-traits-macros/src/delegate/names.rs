//! Where the names in a trait's signatures come from.
//!
//! A signature is written out where the trait is delegated, and there a name may mean something else,
//! or nothing. So `#[delegatable(use crate::store::Key)]` says where each is; what a path begins with
//! that leads there from everywhere, or what the language knows by itself, needs no saying.

use crate::mistakes::Mistakes;
use proc_macro2::Ident;
use std::collections::HashMap;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Attribute, ExprPath, GenericParam, Generics, ItemTrait, Path, PathArguments, PathSegment,
    QSelf, Token, TraitBound, TraitItem, TypePath, UseTree, Visibility,
};

/// The `use`s of a `#[delegatable]`.
#[derive(Default)]
pub(super) struct Table {
    /// A name's path; none if whoever delegates has to have it in scope.
    paths: HashMap<String, Option<Path>>,
}

impl Table {
    /// `leading`: `::path`
    pub(super) fn add(
        &mut self,
        leading: Option<Token![::]>,
        tree: &UseTree,
        mistakes: &mut Mistakes,
    ) {
        let path = Path {
            leading_colon: leading,
            segments: syn::punctuated::Punctuated::new(),
        };
        self.tree(path, tree, mistakes);
    }

    fn tree(&mut self, mut path: Path, tree: &UseTree, mistakes: &mut Mistakes) {
        match tree {
            UseTree::Path(step) => {
                if path.segments.is_empty() && (step.ident == "self" || step.ident == "super") {
                    mistakes.at(
                        &step.ident,
                        "this leads elsewhere from other modules: begin with `crate::` or with a \
                         crate's name",
                    );
                    return;
                }
                path.segments.push(step.ident.clone().into());
                self.tree(path, &step.tree, mistakes);
            }
            UseTree::Name(name) if name.ident == "self" => {
                if let Some(last) = path.segments.last().map(|last| last.ident.clone()) {
                    self.insert(&last, Some(path));
                }
            }
            UseTree::Name(name) => {
                let is_bare = path.segments.is_empty();
                path.segments.push(name.ident.clone().into());
                self.insert(&name.ident, (!is_bare).then_some(path));
            }
            UseTree::Rename(rename) => {
                if rename.ident != "self" {
                    path.segments.push(rename.ident.clone().into());
                }
                self.insert(&rename.rename, Some(path));
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.tree(path.clone(), tree, mistakes);
                }
            }
            UseTree::Glob(glob) => mistakes.at(
                glob,
                "what is behind a `*` is not known here: write the names of what the trait's \
                 signatures have",
            ),
        }
    }

    fn insert(&mut self, name: &Ident, path: Option<Path>) {
        let path = path.map(|mut path| {
            // A crate's name, where a module of that name could be in scope.
            if path.segments.first().is_some_and(|it| it.ident != "crate") {
                path.leading_colon.get_or_insert_default();
            }
            path
        });
        self.paths.insert(name.to_string(), path);
    }

    /// Puts paths for names into what is told of a trait.
    pub(super) fn replace(&self, told: &mut ItemTrait, mistakes: &mut Mistakes) {
        let mut replacer = Replacer {
            table: self,
            everywhere: matches!(told.vis, Visibility::Public(_)),
            generics: Vec::new(),
            reported: Vec::new(),
            mistakes,
        };
        replacer.scope(&told.generics);
        replacer.visit_generics_mut(&mut told.generics);
        for bound in &mut told.supertraits {
            replacer.visit_type_param_bound_mut(bound);
        }
        for member in &mut told.items {
            let outer = replacer.generics.len();
            match member {
                TraitItem::Fn(method) => {
                    replacer.scope(&method.sig.generics);
                    replacer.visit_signature_mut(&mut method.sig);
                }
                TraitItem::Type(ty) => {
                    replacer.scope(&ty.generics);
                    replacer.visit_generics_mut(&mut ty.generics);
                    for bound in &mut ty.bounds {
                        replacer.visit_type_param_bound_mut(bound);
                    }
                }
                TraitItem::Const(constant) => replacer.visit_type_mut(&mut constant.ty),
                _ => {}
            }
            replacer.generics.truncate(outer);
        }
    }
}

struct Replacer<'a> {
    table: &'a Table,
    /// Whether the trait can be delegated in other crates.
    everywhere: bool,
    /// Names that are parameters here.
    generics: Vec<String>,
    reported: Vec<String>,
    mistakes: &'a mut Mistakes,
}

impl Replacer<'_> {
    fn scope(&mut self, generics: &Generics) {
        let names = generics.params.iter().filter_map(|it| match it {
            GenericParam::Type(it) => Some(it.ident.to_string()),
            GenericParam::Const(it) => Some(it.ident.to_string()),
            GenericParam::Lifetime(_) => None,
        });
        self.generics.extend(names);
    }

    /// A path from where the trait is.
    fn root(&mut self, path: &mut Path) {
        let Some(first) = path.segments.first() else {
            return;
        };
        let name = first.ident.to_string();
        let is_rooted = path.leading_colon.is_some() || name == "crate" || name == "$crate";
        if is_rooted || name == "Self" || self.generics.contains(&name) {
            return;
        }
        if let Some(known) = self.table.paths.get(&name) {
            if let Some(known) = known {
                put(path, known.clone());
            }
            return;
        }
        if !self.everywhere || PRIMITIVES.contains(&name.as_str()) {
            return;
        }
        if name == "core" || name == "std" {
            path.leading_colon = Some(Token![::](first.ident.span()));
            return;
        }
        if UNIVERSAL.contains(&name.as_str()) {
            return;
        }
        // `Result<T>` is somebody else's.
        let is_own_result = name == "Result" && count(&first.arguments) != 2;
        if let Some((module, _)) = PRELUDE
            .iter()
            .find(|(_, names)| names.contains(&name.as_str()))
            && !is_own_result
        {
            put(path, absolute(module, &first.ident));
            return;
        }
        if !self.reported.contains(&name) {
            let text = if name == "self" || name == "super" {
                "this leads elsewhere where the trait is delegated: write a path that begins with \
                 `crate::`"
                    .to_owned()
            } else {
                format!(
                    "`{name}` has to be found wherever this trait is delegated: say where it is, \
                     `#[delegatable(use crate::path::{name})]`, or leave it to each place to import \
                     it, `#[delegatable(use {name})]`"
                )
            };
            self.mistakes.at(&first.ident, text);
            self.reported.push(name);
        }
    }

    /// A path behind `<T as`, or without such.
    fn qualified(&mut self, qself: Option<&mut QSelf>, path: &mut Path) {
        match qself {
            // `<T>::Name`
            Some(QSelf { position: 0, .. }) => {}
            Some(qself) => {
                let before = path.segments.len();
                self.root(path);
                qself.position += path.segments.len() - before;
            }
            None => self.root(path),
        }
    }
}

/// Puts `known` for a path's first name.
fn put(path: &mut Path, mut known: Path) {
    let mut segments = std::mem::take(&mut path.segments).into_iter();
    if let (Some(first), Some(last)) = (segments.next(), known.segments.last_mut()) {
        // Mistakes are shown where the name stands.
        last.ident.set_span(first.ident.span());
        last.arguments = first.arguments;
    }
    known.segments.extend(segments);
    *path = known;
}

/// `::core::option::Option`
fn absolute(module: &str, name: &Ident) -> Path {
    let span = name.span();
    let segments = [
        Ident::new("core", span),
        Ident::new(module, span),
        name.clone(),
    ];
    Path {
        leading_colon: Some(Token![::](span)),
        segments: segments.into_iter().map(PathSegment::from).collect(),
    }
}

fn count(arguments: &PathArguments) -> usize {
    match arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.len(),
        _ => 0,
    }
}

impl VisitMut for Replacer<'_> {
    fn visit_type_path_mut(&mut self, ty: &mut TypePath) {
        visit_mut::visit_type_path_mut(self, ty);
        self.qualified(ty.qself.as_mut(), &mut ty.path);
    }

    fn visit_expr_path_mut(&mut self, expression: &mut ExprPath) {
        visit_mut::visit_expr_path_mut(self, expression);
        self.qualified(expression.qself.as_mut(), &mut expression.path);
    }

    fn visit_trait_bound_mut(&mut self, bound: &mut TraitBound) {
        visit_mut::visit_trait_bound_mut(self, bound);
        // `?Sized` is no path to anywhere.
        if bound.maybe.is_none() {
            self.root(&mut bound.path);
        }
    }

    fn visit_attribute_mut(&mut self, _: &mut Attribute) {}
    fn visit_pat_mut(&mut self, _: &mut syn::Pat) {}
}

/// Types that no item is.
const PRIMITIVES: [&str; 20] = [
    "bool", "char", "str", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64",
    "u128", "usize", "f16", "f32", "f64", "f128", "_",
];

/// What every program with a heap has in scope. `no_std` crates import these, and from `alloc`.
const UNIVERSAL: [&str; 6] = ["Box", "String", "ToOwned", "ToString", "Vec", "Sized"];

/// What every program has in scope, and the modules of `core` where it is.
const PRELUDE: [(&str, &[&str]); 9] = [
    ("clone", &["Clone"]),
    ("cmp", &["Eq", "Ord", "PartialEq", "PartialOrd"]),
    (
        "convert",
        &["AsMut", "AsRef", "From", "Into", "TryFrom", "TryInto"],
    ),
    ("default", &["Default"]),
    (
        "iter",
        &[
            "DoubleEndedIterator",
            "ExactSizeIterator",
            "Extend",
            "FromIterator",
            "IntoIterator",
            "Iterator",
        ],
    ),
    ("marker", &["Copy", "Send", "Sync", "Unpin"]),
    (
        "ops",
        &[
            "AsyncFn",
            "AsyncFnMut",
            "AsyncFnOnce",
            "Drop",
            "Fn",
            "FnMut",
            "FnOnce",
        ],
    ),
    ("option", &["Option"]),
    ("result", &["Result"]),
];
