//! Several external impls on one type, and one trap for all methods of a name.
//!
//! `Debug` and `Display` both have `fmt`. A type whose impls of both are external needs one trap named
//! `fmt`: two inherent methods of one name are an error (E0592). Each impl is another invocation of
//! `#[mode]`, maybe in another module; what another invocation saw can be remembered (a proc macro's
//! statics live as long as rustc does), but whether `Foo` here is `Foo` there, only rustc knows. So rustc
//! is asked:
//!
//! 1. Every trap leaves a mark on its type: a hidden associated constant, whose name holds the method's
//!    and a number made of the place of the impl.
//! 2. An impl that comes after others, which trapped the same name on a type of the same name, has its
//!    trap under a condition: "`Foo` has none of their marks". It stands on the trap's impl as
//!    `where for<'a> Self: When<'a, { … }>`. The braces hold a constant that is computed by looking for
//!    the marks: a type's own constant is found before one that a trait has for every type. A
//!    condition that fails is no error because of the `for<'a>`, and makes the two impls disjoint for
//!    E0592. (The bound is on a type of this crate: of another crate's, rustc says "upstream
//!    crates may add a new impl".)
//!
//! What is remembered may be too much (rust-analyzer expands a file again and again) and does no harm:
//! nothing has a mark of an impl that is gone.
//!
//! A constant can't name the parameters of `impl<T> Trait for Foo<T>`. There the question is a weaker
//! one: "was a mark left in this module?". A generic impl leaves it as a constant of its module, too,
//! and a later one looks for it by name. So that it always finds one, it imports another of that name
//! (`false`) by a glob, which the first one shadows where both are there.

use super::header::name;
use super::model::Impl;
use crate::krate::Krate;
use linkface_symbol::hash;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use std::sync::{Mutex, PoisonError};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Generics, Lifetime, Type};

/// The external impls seen so far: the type's name, a method's name, the mark.
static SEEN: Mutex<Vec<(String, String, u64)>> = Mutex::new(Vec::new());

/// One external impl among those on its type.
pub(super) struct Shared<'a> {
    krate: &'a Krate,
    generics: &'a Generics,
    self_ty: &'a Type,
    type_name: String,
    mark: u64,
}

/// What makes a trap one among several.
pub(super) struct Place {
    /// Stands with the trap.
    pub(super) mark: TokenStream,
    /// Of the trap's impl.
    pub(super) condition: Option<TokenStream>,
    /// Stands in the user's module.
    pub(super) beside: TokenStream,
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
            generics,
            self_ty,
            type_name: type_name(self_ty),
            mark: hash(&[&place, &texts[0], &texts[1]]),
        }
    }

    /// What the trap for `method` needs.
    pub(super) fn trap(&self, method: &Ident) -> Place {
        let own = mark(method, self.mark);
        let earlier = self.earlier(method);
        let marks: Vec<Ident> = earlier.into_iter().map(|hash| mark(method, hash)).collect();
        let mut beside = TokenStream::new();
        if self.is_generic() {
            beside.extend(quote! {
                #[doc(hidden)]
                #[allow(dead_code, non_upper_case_globals)]
                const #own: ::core::primitive::bool = true;
            });
        }
        let mut condition = None;
        if !marks.is_empty() {
            let found = if self.is_generic() {
                let krate = self.krate;
                let module = format_ident!("{own}_others");
                beside.extend(quote! {
                    #[doc(hidden)]
                    mod #module {
                        #(
                            #[allow(unused_imports)]
                            pub(super) use #krate::__private::mode::UNMARKED as #marks;
                        )*
                    }
                    #[allow(unused_imports)]
                    use #module::*;
                });
                quote!(#(#marks)||*)
            } else {
                let mut concrete = self.self_ty.clone();
                Static(self.generics).visit_type_mut(&mut concrete);
                quote! {
                    #[allow(non_upper_case_globals)]
                    trait __Unmarked { #(const #marks: ::core::primitive::bool = false;)* }
                    impl<T: ?::core::marker::Sized> __Unmarked for T {}
                    #(<#concrete>::#marks)||*
                }
            };
            let runtime = super::runtime(self.krate);
            condition = Some(quote!(for<'__a> Self: #runtime::When<'__a, { !{ #found } }>));
        }
        Place {
            mark: quote! {
                #[doc(hidden)]
                #[allow(dead_code, non_upper_case_globals)]
                pub(crate) const #own: ::core::primitive::bool = true;
            },
            condition,
            beside,
        }
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

fn mark(method: &Ident, hash: u64) -> Ident {
    let method = method.unraw();
    format_ident!("__mode_{method}_{hash:016x}", span = Span::call_site())
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
