//! Several external impls on one type, and one trap for all methods of a name.
//!
//! `Debug` and `Display` both have `fmt`. A type whose impls of both are external needs one trap named
//! `fmt`: two inherent methods of one name are an error (E0592). Each impl is another invocation of
//! `#[mode]`, maybe in another module; what another invocation saw can be remembered (a proc macro's
//! statics live as long as rustc does), but whether `Foo` here is `Foo` there, only rustc knows. So rustc
//! is asked:
//!
//! 1. Every external impl leaves a mark on its type: `impl Marked<MARK> for Foo {}`. The mark is a
//!    number made of the place of the impl.
//! 2. An impl that comes after others, which trapped the same name on a type of the same name, has its
//!    trap under a condition: "`Foo` has none of their marks". It stands on the trap's impl as
//!    `where for<'a> Foo: When<'a, { … }>`. The braces hold a constant that is computed by looking for
//!    the mark's impl: an associated constant of `Probe<Foo, MARK>` is the inherent one if
//!    `Foo: Marked<MARK>`, otherwise that of a trait. A condition that fails is no error because of the
//!    `for<'a>`, and makes the two impls disjoint for E0592. (The bound is on `Foo`, a type of this
//!    crate: of another crate's, rustc says "upstream crates may add a new impl".)
//!
//! What is remembered may be too much (rust-analyzer expands a file again and again) and does no harm:
//! nothing has a mark of an impl that is gone.
//!
//! A constant can't name the parameters of `impl<T> Trait for Foo<T>`. There the question is a weaker
//! one: "was a mark left in this module?". Each generic impl also leaves a constant `MARK: bool = true`
//! in its module, and a later one looks for it by name. So that it always finds one, it imports another
//! `MARK` (`false`) by a glob, which the first one shadows where both are there.

use super::header::name;
use super::model::Impl;
use crate::krate::Krate;
use linkface_symbol::hash;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use std::sync::{Mutex, PoisonError};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Generics, Lifetime, Type};

/// The external impls seen so far: the type's name, a method's name, the mark.
static SEEN: Mutex<Vec<(String, String, u64)>> = Mutex::new(Vec::new());

/// One external impl among those on its type.
pub(super) struct Shared<'a> {
    krate: &'a Krate,
    runtime: TokenStream,
    generics: &'a Generics,
    self_ty: &'a Type,
    type_name: String,
    mark: u64,
}

impl<'a> Shared<'a> {
    /// `generics` and `self_ty` are the header's.
    pub(super) fn new(
        krate: &'a Krate,
        model: &'a Impl,
        generics: &'a Generics,
        self_ty: &'a Type,
    ) -> Self {
        let span = model.trait_path.span().unwrap();
        let place = format!("{}:{}:{}", span.file(), span.line(), span.column());
        let texts = [
            &model.trait_path.to_token_stream(),
            &self_ty.to_token_stream(),
        ]
        .map(ToString::to_string);
        Self {
            krate,
            runtime: super::runtime(krate),
            generics,
            self_ty,
            type_name: type_name(self_ty),
            mark: hash(&[&place, &texts[0], &texts[1]]),
        }
    }

    /// The mark that this impl leaves. The first stands next to the trap, the second in the user's module.
    pub(super) fn leave(&self) -> (TokenStream, TokenStream) {
        let Self {
            runtime,
            generics,
            self_ty,
            mark,
            ..
        } = self;
        let (impl_generics, _, clause) = generics.split_for_impl();
        let on_type = quote!(impl #impl_generics #runtime::Marked<#mark> for #self_ty #clause {});
        let in_module = self.is_generic().then(|| {
            let name = constant(*mark);
            quote!(#[doc(hidden)] #[allow(dead_code)] const #name: bool = true;)
        });
        (on_type, in_module.unwrap_or_default())
    }

    /// The condition of the trap for `method`: that no earlier impl on this type has one. The second
    /// stands in the user's module.
    pub(super) fn condition(&self, method: &Ident) -> (Option<TokenStream>, TokenStream) {
        let earlier = self.earlier(method);
        if earlier.is_empty() {
            return (None, TokenStream::new());
        }
        let Self {
            runtime, self_ty, ..
        } = self;
        let (found, imported) = if self.is_generic() {
            let krate = self.krate;
            let names: Vec<Ident> = earlier.iter().map(|mark| constant(*mark)).collect();
            let module = format_ident!(
                "__mode_{}_{:016x}",
                method,
                self.mark,
                span = Span::call_site()
            );
            let imported = quote! {
                #[doc(hidden)]
                mod #module {
                    #(#[allow(unused_imports)] pub(super) use #krate::__private::mode::UNMARKED as #names;)*
                }
                #[allow(unused_imports)]
                use #module::*;
            };
            (quote!(#(#names)||*), imported)
        } else {
            let mut concrete = (*self_ty).clone();
            Static(self.generics).visit_type_mut(&mut concrete);
            let found = quote! {
                #[allow(unused_imports)]
                use #runtime::Unmarked as _;
                #(<#runtime::Probe<#concrete, #earlier>>::MARKED)||*
            };
            (found, TokenStream::new())
        };
        let condition = quote!(for<'__a> #self_ty: #runtime::When<'__a, { !{ #found } }>);
        (Some(condition), imported)
    }

    /// The marks of impls that came before and that may be on the same type.
    fn earlier(&self, method: &Ident) -> Vec<u64> {
        let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
        let method = method.to_string();
        let mut earlier = Vec::new();
        for (type_name, name, mark) in &*seen {
            if *type_name == self.type_name && *name == method {
                if *mark == self.mark {
                    return earlier;
                }
                earlier.push(*mark);
            }
        }
        seen.push((self.type_name.clone(), method, self.mark));
        earlier
    }

    fn is_generic(&self) -> bool {
        self.generics
            .params
            .iter()
            .any(|parameter| name(parameter).is_some())
    }
}

/// `Foo` of `a::Foo<T>`.
fn type_name(ty: &Type) -> String {
    match ty {
        Type::Group(group) => type_name(&group.elem),
        Type::Paren(paren) => type_name(&paren.elem),
        Type::Path(path) => path
            .path
            .segments
            .last()
            .map(|segment| segment.ident.to_string())
            .unwrap_or_default(),
        other => other.to_token_stream().to_string(),
    }
}

fn constant(mark: u64) -> Ident {
    format_ident!("__MODE_{mark:016X}", span = Span::call_site())
}

/// Replaces an impl's lifetimes: a constant can't name them, and marks don't differ in them.
struct Static<'a>(&'a Generics);

impl VisitMut for Static<'_> {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        let own = self
            .0
            .lifetimes()
            .any(|parameter| parameter.lifetime == *lifetime);
        if own {
            *lifetime = Lifetime::new("'static", lifetime.span());
        }
        visit_mut::visit_lifetime_mut(self, lifetime);
    }
}
