//! A method as a closure: the bound that says its signature, and the method that calls it.
//!
//! ```text
//! fn get<'a>(&'a self, key: &str) -> Option<&'a Self::Item>
//!     bound   for<'a> Fn(&'a State, &str) -> Option<&'a Item>
//!     closure |&(ref map,), key| { … }
//!     call    (self.get)(&self.state, key)
//! ```

use super::found::Found;
use super::lifetimes::{Rename, has_elided, name_elided};
use super::receiver::{Class, Reach, Taken};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use std::collections::BTreeSet;
use syn::visit_mut::VisitMut;
use syn::{FnArg, ImplItemFn, Lifetime, Receiver, ReturnType, Type, TypeParamBound, parse_quote};

/// A method that becomes a closure.
pub(super) struct Closure {
    pub method: ImplItemFn,
    pub receiver: Receiver,
    pub taken: Taken,
    pub found: Found,
    pub inputs: Vec<Type>,
    pub output: ReturnType,
    /// `impl Trait` in the output: type parameters of the object.
    pub opaque: Vec<(Ident, Vec<TypeParamBound>)>,
    /// What the method's bounds on lifetimes say: a closure's signature says it by a type.
    pub implied: Vec<Type>,
}

impl Closure {
    /// The bound of the closure's type parameter.
    pub(super) fn bound(&self, state: &Ident, universal: &BTreeSet<Lifetime>) -> TokenStream {
        let mut output = self.output.clone();
        let own = self.method.sig.generics.lifetimes();
        let mut binder: Vec<Lifetime> = own.map(|param| param.lifetime.clone()).collect();
        let mut borrow = self.taken.lifetime.clone();
        if let ReturnType::Type(_, ty) = &mut output {
            if let Type::Never(_) = **ty {
                **ty = parse_quote!(::core::convert::Infallible);
            }
            if self.taken.lends && has_elided(ty) {
                let name = borrow.get_or_insert_with(|| {
                    let name = Lifetime::new("'__object", Span::mixed_site());
                    binder.push(name.clone());
                    name
                });
                name_elided(ty, |_| name.clone());
            }
        }
        // The impl declares its own lifetimes, and the bounds stand in its `where` clause: another name.
        let mut renamed = BTreeSet::new();
        let mut rename = Rename(|lifetime: &Lifetime| {
            universal.contains(lifetime).then(|| {
                let name = Lifetime::new(&format!("'__{}", lifetime.ident), lifetime.span());
                renamed.insert(name.clone());
                name
            })
        });
        let mut inputs = self.inputs.clone();
        for ty in &mut inputs {
            rename.visit_type_mut(ty);
        }
        rename.visit_return_type_mut(&mut output);
        if let Some(borrow) = &mut borrow {
            rename.visit_lifetime_mut(borrow);
        }
        binder.extend(renamed);
        let taken = match self.taken.class {
            Class::Shared => quote!(&#borrow #state),
            Class::Mut => quote!(&#borrow mut #state),
            Class::Owned => quote!(#state),
        };
        let binder = (!binder.is_empty()).then(|| quote!(for<#(#binder),*>));
        let implied = self.implied();
        let name = self.trait_name();
        quote!(#binder ::core::ops::#name(#taken, #implied #(#inputs),*) #output)
    }

    fn trait_name(&self) -> Ident {
        let asynchronous = self.method.sig.asyncness.is_some();
        let name = match (self.taken.class, asynchronous) {
            (Class::Shared, false) => "Fn",
            (Class::Mut, false) => "FnMut",
            (Class::Owned, false) => "FnOnce",
            (Class::Shared, true) => "AsyncFn",
            (Class::Mut, true) => "AsyncFnMut",
            (Class::Owned, true) => "AsyncFnOnce",
        };
        Ident::new(name, Span::call_site())
    }

    fn implied(&self) -> Option<TokenStream> {
        let implied = &self.implied;
        (!implied.is_empty()).then(|| quote!(::core::marker::PhantomData<(#(#implied,)*)>,))
    }

    /// The method of the impl: it calls the closure in `field`.
    pub(super) fn forward(&self, state: &Ident, field: &Ident) -> TokenStream {
        let mut method = self.method.clone();
        let mut names = Vec::new();
        for (at, input) in method.sig.inputs.iter_mut().enumerate() {
            match input {
                FnArg::Receiver(receiver) => {
                    receiver.mutability = None;
                    receiver.attrs.clear();
                }
                FnArg::Typed(input) => {
                    let name = format_ident!("__argument{at}", span = Span::mixed_site());
                    input.attrs.clear();
                    *input.pat = parse_quote!(#name);
                    names.push(name);
                }
            }
        }
        let attrs = method.attrs.iter().filter(|attr| !is_lint(attr));
        let inline = method
            .attrs
            .iter()
            .any(|attr| attr.path().is_ident("inline"));
        let (vis, sig) = (&method.vis, &method.sig);
        let at = sig.fn_token.span;
        let inline = (!inline).then(|| quote_spanned!(at=> #[inline]));
        let mut this = self.receiver.self_token.to_token_stream();
        let mut before = None;
        if self.taken.reach != Reach::Direct {
            let object = Ident::new("__object", Span::mixed_site());
            let value = self.taken.reach.object(&this);
            before = Some(quote!(let #object = #value;));
            this = object.to_token_stream();
        }
        let state = match self.taken.class {
            Class::Shared => quote!(&#this.#state),
            Class::Mut => quote!(&mut #this.#state),
            Class::Owned => quote!(#this.#state),
        };
        let implied = self.implied().map(|_| quote!(::core::marker::PhantomData,));
        let wait = sig.asyncness.map(|_| quote!(.await));
        let mut call = quote!((#this.#field)(#state, #implied #(#names),*) #wait);
        if let ReturnType::Type(_, ty) = &sig.output
            && let Type::Never(_) = **ty
        {
            // What returns never returns the type without values there: `!` can't be said in a bound.
            call = quote!(match #call {});
        }
        let mut tokens = quote!(#(#attrs)* #inline #vis #sig);
        let brace = &method.block.brace_token;
        brace.surround(&mut tokens, |tokens| tokens.extend(quote!(#before #call)));
        tokens
    }

    /// The closure: `method` is the method with its body rewritten, `pattern` takes the state apart,
    /// `lints` are the impl's.
    pub(super) fn expression(
        &self,
        method: &ImplItemFn,
        pattern: &TokenStream,
        by_move: bool,
        lints: &[&syn::Attribute],
    ) -> TokenStream {
        let own = method.attrs.iter().filter(|attr| is_lint(attr));
        let asyncness = &method.sig.asyncness;
        let by_move = by_move.then(|| quote!(move));
        let implied = (!self.implied.is_empty()).then(|| quote!(_,));
        let inputs = method.sig.inputs.iter().filter_map(|input| match input {
            FnArg::Typed(input) => {
                let (attrs, pat) = (&input.attrs, &input.pat);
                Some(quote!(#(#attrs)* #pat))
            }
            FnArg::Receiver(_) => None,
        });
        let body = &method.block;
        quote! {
            #(#lints)*
            #(#own)*
            #asyncness #by_move |#pattern, #implied #(#inputs),*| #body
        }
    }
}

/// `allow`, `expect`, `warn`, `deny`, `forbid`: about the body.
pub(super) fn is_lint(attr: &syn::Attribute) -> bool {
    ["allow", "expect", "warn", "deny", "forbid"]
        .iter()
        .any(|level| attr.path().is_ident(level))
}
