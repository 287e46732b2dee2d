//! Types and expressions of the module, as they are written one module deeper.

use proc_macro2::Ident;
use quote::format_ident;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Path, PathSegment, Type};

struct Deeper<'a>(Option<&'a Ident>);

impl VisitMut for Deeper<'_> {
    fn visit_path_mut(&mut self, path: &mut Path) {
        if path.leading_colon.is_none()
            && let Some(first) = path.segments.first()
        {
            let up = PathSegment::from(format_ident!("super", span = first.ident.span()));
            if first.ident == "self" && path.segments.len() > 1 {
                path.segments[0] = up;
            } else if first.ident == "super" {
                path.segments.insert(0, up);
            } else if first.ident == "Self"
                && let Some(this) = self.0
            {
                path.segments[0] = PathSegment::from(this.clone());
                path.segments.insert(0, up);
            }
        }
        visit_mut::visit_path_mut(self, path);
    }
}

/// `self::Point` → `super::Point`; `Self` is this type.
pub(super) fn deeper(ty: &Type, this: Option<&Ident>) -> Type {
    let mut ty = ty.clone();
    Deeper(this).visit_type_mut(&mut ty);
    ty
}

/// The same for an expression.
pub(super) fn deeper_expression(expression: &Expr) -> Expr {
    let mut expression = expression.clone();
    Deeper(None).visit_expr_mut(&mut expression);
    expression
}

/// The same for what stands between `<` and `>`, and behind `where`.
pub(super) fn deeper_generics(generics: &mut syn::Generics, this: Option<&Ident>) {
    Deeper(this).visit_generics_mut(generics);
}
