//! Replaces names in types.

use super::substitute::Substitution;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ExprPath, GenericArgument, Lifetime, Stmt, Type, TypePath, parse_quote};

/// Replaces.
pub(super) struct Replacer<'a>(pub(super) &'a Substitution);

impl VisitMut for Replacer<'_> {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if let Some(new) = self.0.lifetimes.get(&lifetime.ident.to_string()) {
            *lifetime = new.clone();
        }
    }

    fn visit_generic_argument_mut(&mut self, argument: &mut GenericArgument) {
        // A name among arguments could be a constant's.
        if let GenericArgument::Type(Type::Path(ty)) = argument
            && let Some(name) = ty.path.get_ident()
            && let Some(value) = self.0.constants.get(&name.to_string())
        {
            *argument = match value {
                Expr::Path(_) | Expr::Lit(_) | Expr::Block(_) => {
                    GenericArgument::Const(value.clone())
                }
                value => GenericArgument::Const(parse_quote!({ #value })),
            };
            return;
        }
        visit_mut::visit_generic_argument_mut(self, argument);
    }

    fn visit_type_mut(&mut self, ty: &mut Type) {
        // What stands between angles first: what is put in afterwards is the impl's already.
        visit_mut::visit_type_mut(self, ty);
        let Type::Path(TypePath {
            qself: None, path, ..
        }) = ty
        else {
            return;
        };
        if let Some(name) = path.get_ident()
            && let Some(new) = self.0.types.get(&name.to_string())
        {
            *ty = match new {
                // `&T` of these needs parentheses.
                Type::TraitObject(object) if object.bounds.len() > 1 => parse_quote!((#new)),
                new => new.clone(),
            };
        } else if let Some(new) = self.0.path(path) {
            *ty = Type::Path(new);
        }
    }

    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        visit_mut::visit_expr_mut(self, expression);
        let Expr::Path(ExprPath {
            qself: None, path, ..
        }) = expression
        else {
            return;
        };
        if let Some(name) = path.get_ident()
            && let Some(new) = self.0.constants.get(&name.to_string())
        {
            *expression = match new {
                // Between other operators the block was a whole, too; where it's alone, its braces
                // would be one pair too many.
                Expr::Block(block) => match &block.block.stmts[..] {
                    [Stmt::Expr(inner, None)] => Expr::Group(syn::ExprGroup {
                        attrs: Vec::new(),
                        group_token: syn::token::Group::default(),
                        expr: Box::new(inner.clone()),
                    }),
                    _ => new.clone(),
                },
                new => new.clone(),
            };
        } else if let Some(TypePath { qself, path, .. }) = self.0.path(path) {
            *expression = Expr::Path(ExprPath {
                attrs: Vec::new(),
                qself,
                path,
            });
        }
    }
}
