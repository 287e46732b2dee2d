//! `Self::Item`, in the signature of a trait's method, is the trait's. In an inherent impl it has to be
//! written out: `<Self as Trait>::Item`.

use proc_macro2::Ident;
use syn::visit_mut::{self, VisitMut};
use syn::{ExprPath, Path, QSelf, TypePath, parse_quote};

pub(super) struct Rename<'a> {
    pub(super) trait_path: &'a Path,
    /// The trait's members.
    pub(super) members: &'a [Ident],
}

impl Rename<'_> {
    fn rename(&self, qself: &mut Option<QSelf>, path: &mut Path) {
        let known = qself.is_none()
            && path.leading_colon.is_none()
            && path.segments.len() > 1
            && path.segments[0].ident == "Self"
            && self.members.contains(&path.segments[1].ident);
        if known {
            let trait_path = self.trait_path;
            let selves = &path.segments[0];
            let rest = path.segments.iter().skip(1);
            let written: TypePath = parse_quote!(<#selves as #trait_path>::#(#rest)::*);
            *qself = written.qself;
            *path = written.path;
        }
    }
}

impl VisitMut for Rename<'_> {
    fn visit_type_path_mut(&mut self, node: &mut TypePath) {
        self.rename(&mut node.qself, &mut node.path);
        visit_mut::visit_type_path_mut(self, node);
    }

    fn visit_expr_path_mut(&mut self, node: &mut ExprPath) {
        self.rename(&mut node.qself, &mut node.path);
        visit_mut::visit_expr_path_mut(self, node);
    }
}
