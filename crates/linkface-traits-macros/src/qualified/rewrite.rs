//! Walks the tree and replaces the calls.

use super::expand;
use super::method::Method;
use super::scope::{Scope, bound};
use super::tokens::Names;
use super::within;
use crate::krate::Krate;
use proc_macro2::TokenStream;
use quote::quote;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ImplItemFn, ItemFn, ItemImpl, ItemTrait, Macro, TraitItemFn};

/// Replaces calls, inner ones first.
pub(crate) struct Rewriter<'a> {
    pub(crate) krate: &'a Krate,
    pub(crate) names: Names,
    pub(crate) scope: Scope,
}

impl<'a> Rewriter<'a> {
    pub(crate) fn new(krate: &'a Krate) -> Self {
        Self {
            krate,
            names: Names::default(),
            scope: Scope::default(),
        }
    }

    /// What replaces `expr`, if it is a qualified call.
    fn replacement(&mut self, expr: &Expr) -> Option<TokenStream> {
        let Expr::MethodCall(call) = expr else {
            return None;
        };
        let krate = self.krate;
        let method = match self.names.get(&call.method) {
            Some(found) => found.method.clone().map_err(|mistake| {
                let mistake = mistake.to_compile_error();
                // Editors complete the path; the compiler doesn't see it.
                let path = found.tokens();
                quote!(({ #krate::__private::__tokens! { _ = #path; } #mistake }))
            }),
            None => Method::of_turbofish(call)?.map_err(|mistake| mistake.to_compile_error()),
        };
        Some(match method {
            Ok(method) => expand::call(self.krate, &self.scope, call, &method),
            Err(mistake) => mistake,
        })
    }
}

impl VisitMut for Rewriter<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        let closure = match &*expr {
            Expr::Closure(closure) => Some(bound(&closure.inputs, &closure.body)),
            // One that moves owns what it captures, and runs once.
            Expr::Async(block) if block.capture.is_none() => Some(bound([], expr)),
            _ => None,
        };
        if let Some(bound) = closure {
            self.scope.enter_closure(bound);
            visit_mut::visit_expr_mut(self, expr);
            self.scope.leave_closure();
        } else {
            visit_mut::visit_expr_mut(self, expr);
        }
        if let Some(replacement) = self.replacement(expr) {
            *expr = Expr::Verbatim(replacement);
        }
    }

    fn visit_macro_mut(&mut self, call: &mut Macro) {
        within::rewrite(self, call);
    }

    fn visit_item_fn_mut(&mut self, item: &mut ItemFn) {
        self.scope.enter(&item.sig.generics);
        visit_mut::visit_item_fn_mut(self, item);
        self.scope.leave();
    }

    fn visit_item_impl_mut(&mut self, item: &mut ItemImpl) {
        self.scope.enter(&item.generics);
        visit_mut::visit_item_impl_mut(self, item);
        self.scope.leave();
    }

    fn visit_item_trait_mut(&mut self, item: &mut ItemTrait) {
        self.scope.enter(&item.generics);
        visit_mut::visit_item_trait_mut(self, item);
        self.scope.leave();
    }

    fn visit_impl_item_fn_mut(&mut self, item: &mut ImplItemFn) {
        self.scope.enter(&item.sig.generics);
        visit_mut::visit_impl_item_fn_mut(self, item);
        self.scope.leave();
    }

    fn visit_trait_item_fn_mut(&mut self, item: &mut TraitItemFn) {
        self.scope.enter(&item.sig.generics);
        visit_mut::visit_trait_item_fn_mut(self, item);
        self.scope.leave();
    }
}
