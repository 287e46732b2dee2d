//! The receiver of a call: a place, or a value that needs a temporary.
//!
//! An expansion holds its receiver several times, of which one runs. A place may stand there as often as
//! it likes, since naming it does nothing. Everything else is evaluated before: a value into a
//! temporary, an index into a variable.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::spanned::Spanned;
use syn::{Expr, ExprPath, Stmt, UnOp};

/// A receiver.
pub(crate) struct Receiver {
    /// Where it is.
    pub(crate) span: Span,
    /// What is evaluated before, and the variables for it.
    pub(crate) before: Vec<(Ident, TokenStream)>,
    /// The variable that holds a kept value, if there is one.
    pub(crate) kept: Option<Ident>,
    /// The variable that the place belongs to.
    pub(crate) variable: Option<Ident>,
    /// The place.
    pub(crate) place: TokenStream,
    /// The same where a value may be moved out of it.
    pub(crate) owned: TokenStream,
}

impl Receiver {
    pub(crate) fn new(runtime: &TokenStream, expr: &Expr) -> Self {
        let mut receiver = Self {
            span: expr.span(),
            before: Vec::new(),
            kept: None,
            variable: None,
            place: TokenStream::new(),
            owned: TokenStream::new(),
        };
        let (place, owned) = receiver.place(runtime, expr);
        Self {
            place,
            owned,
            ..receiver
        }
    }

    fn place(&mut self, runtime: &TokenStream, expr: &Expr) -> (TokenStream, TokenStream) {
        match expr {
            Expr::Path(path) if is_place(path) => {
                if self.variable.is_none() {
                    self.variable = path.path.get_ident().cloned();
                }
                (path.to_token_stream(), path.to_token_stream())
            }
            Expr::Paren(inner) => self.place(runtime, &inner.expr),
            Expr::Group(inner) => self.place(runtime, &inner.expr),
            Expr::Field(field) if field.attrs.is_empty() => {
                let (place, owned) = self.place(runtime, &field.base);
                let member = &field.member;
                (quote!(#place.#member), quote!(#owned.#member))
            }
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => {
                let (place, owned) = self.place(runtime, &unary.expr);
                (quote!((*#place)), quote!((*#owned)))
            }
            Expr::Index(index) if index.attrs.is_empty() => {
                let (place, owned) = self.place(runtime, &index.expr);
                let at = if matches!(*index.index, Expr::Lit(_) | Expr::Path(_)) {
                    index.index.to_token_stream()
                } else {
                    let at = format_ident!("at{}", self.before.len(), span = Span::mixed_site());
                    self.before
                        .push((at.clone(), index.index.to_token_stream()));
                    at.into_token_stream()
                };
                (quote!(#place[#at]), quote!(#owned[#at]))
            }
            // `{x}` moves `x`, and so does what is made of it here.
            Expr::Block(block) if block.attrs.is_empty() && block.label.is_none() => {
                match &block.block.stmts[..] {
                    [Stmt::Expr(value, None)] => self.value(runtime, value),
                    _ => self.value(runtime, expr),
                }
            }
            value => self.value(runtime, value),
        }
    }

    fn value(&mut self, runtime: &TokenStream, value: &Expr) -> (TokenStream, TokenStream) {
        let kept = Ident::new("kept", Span::mixed_site());
        self.before
            .push((kept.clone(), quote!(&mut #runtime::Kept::new(#value))));
        self.kept = Some(kept.clone());
        (
            quote!((*#runtime::Kept::place(#kept))),
            quote!(#runtime::Kept::take(#kept)),
        )
    }

    /// `then`, after what is evaluated before.
    pub(crate) fn after(&self, then: TokenStream) -> TokenStream {
        let (names, values): (Vec<_>, Vec<_>) = self.before.iter().cloned().unzip();
        match (&names[..], &values[..]) {
            ([], _) => then,
            // What is matched on lives until the end of the statement.
            ([name], [value]) => quote!(match #value { #name => #then }),
            _ => quote!(match (#(#values),*) { (#(#names),*) => #then }),
        }
    }
}

/// Whether a path is a variable or a static, and not a unit struct or a variant.
fn is_place(path: &ExprPath) -> bool {
    let Some(last) = path.path.segments.last() else {
        return false;
    };
    let name = last.ident.to_string();
    let name = name.trim_start_matches("r#");
    path.attrs.is_empty()
        && (name == "self"
            || !name.starts_with(char::is_uppercase)
            // `STATIC`, and the `A` of those who write matrices.
            || !name.contains(char::is_lowercase))
}
