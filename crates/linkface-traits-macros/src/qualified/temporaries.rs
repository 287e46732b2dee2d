//! Whether an argument may make a temporary that the result borrows from.

use syn::{Expr, UnOp};

/// Whether evaluating `expr` certainly makes no temporary.
pub(crate) fn none(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) | Expr::Lit(_) => true,
        Expr::Paren(inner) => none(&inner.expr),
        Expr::Group(inner) => none(&inner.expr),
        Expr::Reference(reference) => is_place(&reference.expr) || is_literal(&reference.expr),
        Expr::Unary(unary) => none(&unary.expr),
        Expr::Cast(cast) => none(&cast.expr),
        Expr::Binary(binary) => none(&binary.left) && none(&binary.right),
        Expr::Call(call) => matches!(*call.func, Expr::Path(_)) && call.args.iter().all(none),
        Expr::MethodCall(call) => is_place(&call.receiver) && call.args.iter().all(none),
        Expr::Tuple(tuple) => tuple.elems.iter().all(none),
        Expr::Array(array) => array.elems.iter().all(none),
        place => is_place(place),
    }
}

fn is_place(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) => true,
        Expr::Paren(inner) => is_place(&inner.expr),
        Expr::Group(inner) => is_place(&inner.expr),
        Expr::Field(field) => is_place(&field.base),
        Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)) && is_place(&unary.expr),
        Expr::Index(index) => is_place(&index.expr) && none(&index.index),
        _ => false,
    }
}

/// `&1` and `&"…"` are constants.
fn is_literal(expr: &Expr) -> bool {
    matches!(expr, Expr::Lit(_))
}
