//! A method as a closure: the bound that says its signature, and the method that calls it.
//!
//! ```text
//! fn get<'a>(&'a self, key: &str) -> Option<&'a Self::Item>
//!     bound   for<'a> Fn(&'a State, &str) -> Option<&'a Item>
//!     closure |&(ref map,), key| { … }
//!     call    (self.get)(&self.state, key)
//! ```

use super::found::{Found, found};
use super::lifetimes::{Named, Rename, has_elided, name_elided};
use super::receiver::{Class, Reach, Taken, taken};
use super::selfless::{Selfless, mentions_self};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use std::collections::BTreeSet;
use syn::visit_mut::{self, VisitMut};
use syn::{
    FnArg, GenericParam, ImplItemFn, Lifetime, Receiver, ReturnType, Type, TypeParamBound,
    WherePredicate, parse_quote,
};

/// A method that becomes a closure.
pub(super) struct Closure {
    pub method: ImplItemFn,
    receiver: Receiver,
    pub taken: Taken,
    pub found: Found,
    inputs: Vec<Type>,
    pub output: ReturnType,
    /// `impl Trait` in the output: type parameters of the object.
    pub opaque: Vec<(Ident, Vec<TypeParamBound>)>,
    /// What the method's bounds on lifetimes say: a closure's signature says it by a type.
    implied: Vec<Type>,
}

/// Why a method can't be a closure: where, and in words.
pub(super) struct Reason(pub TokenStream, pub String);

/// Reads a method. What has no receiver has no captures and needs no closure: `Err` without reasons.
pub(super) fn closure(
    method: &ImplItemFn,
    selfless: &Selfless,
    at: usize,
) -> (Found, Result<Box<Closure>, Vec<Reason>>) {
    let found = found(method, selfless);
    let Some(FnArg::Receiver(receiver)) = method.sig.inputs.first() else {
        return (found, Err(Vec::new()));
    };
    let mut reasons = Vec::new();
    let taken = taken(receiver);
    if taken.is_none() {
        let text = "this receiver is of no kind that closures stand in for";
        reasons.push(Reason(receiver.to_token_stream(), text.into()));
    }
    for param in &method.sig.generics.params {
        if !matches!(param, GenericParam::Lifetime(_)) {
            reasons.push(Reason(
                param.to_token_stream(),
                "a closure has no type parameters".into(),
            ));
        }
    }
    if let Some(token) = &found.this {
        let text = format!("`{token}` has no meaning in a closure");
        reasons.push(Reason(token.to_token_stream(), text));
    }
    let mut inputs = Vec::new();
    for input in method.sig.inputs.iter().skip(1) {
        let FnArg::Typed(input) = input else { continue };
        let mut ty = (*input.ty).clone();
        selfless.ty(&mut ty);
        if has_impl_trait(&ty) {
            let text = "a closure has no parameters of type `impl Trait`";
            reasons.push(Reason(input.ty.to_token_stream(), text.into()));
        }
        object_type(&ty, &mut reasons);
        inputs.push(ty);
    }
    let mut output = method.sig.output.clone();
    let mut opaque = Vec::new();
    if let ReturnType::Type(_, ty) = &mut output {
        selfless.ty(ty);
        object_type(ty, &mut reasons);
        name_opaque(ty, at, method, &mut opaque, &mut reasons);
    }
    let (Some(taken), true) = (taken, reasons.is_empty()) else {
        return (found, Err(reasons));
    };
    let closure = Closure {
        receiver: receiver.clone(),
        implied: implied(method),
        method: method.clone(),
        taken,
        found: Found::default(),
        inputs,
        output,
        opaque,
    };
    (found, Ok(Box::new(closure)))
}

fn object_type(ty: &Type, reasons: &mut Vec<Reason>) {
    if let Some(token) = mentions_self(ty) {
        reasons.push(Reason(
            token.to_token_stream(),
            "a closure's signature can't name `Self`, nor a type that isn't declared in this impl"
                .into(),
        ));
    }
}

fn has_impl_trait(ty: &Type) -> bool {
    let mut found = false;
    Opaque(|_: &Type| {
        found = true;
        None
    })
    .visit_type_mut(&mut ty.clone());
    found
}

/// Gives each `impl Trait` in the output a name.
fn name_opaque(
    ty: &mut Type,
    at: usize,
    method: &ImplItemFn,
    opaque: &mut Vec<(Ident, Vec<TypeParamBound>)>,
    reasons: &mut Vec<Reason>,
) {
    let own: BTreeSet<Lifetime> = method
        .sig
        .generics
        .lifetimes()
        .map(|param| param.lifetime.clone())
        .collect();
    Opaque(|ty: &Type| {
        let Type::ImplTrait(bounds) = ty else {
            return None;
        };
        if has_elided(ty) || !Named::in_type(ty).used.is_disjoint(&own) {
            let text = "what a closure returns under this name can't borrow from the object";
            reasons.push(Reason(ty.to_token_stream(), text.into()));
        }
        let name = format_ident!("__Output{at}_{}", opaque.len());
        let bounds = bounds
            .bounds
            .iter()
            .filter(|bound| !matches!(bound, TypeParamBound::PreciseCapture(_)))
            .cloned()
            .collect();
        let path = parse_quote!(#name);
        opaque.push((name, bounds));
        Some(path)
    })
    .visit_type_mut(ty);
}

/// Sees each `impl Trait` and may put a type in its place.
struct Opaque<F>(F);

impl<F: FnMut(&Type) -> Option<Type>> VisitMut for Opaque<F> {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        if matches!(ty, Type::ImplTrait(_))
            && let Some(new) = (self.0)(ty)
        {
            *ty = new;
        } else {
            visit_mut::visit_type_mut(self, ty);
        }
    }
    fn visit_expr_mut(&mut self, _: &mut syn::Expr) {}
}

/// `'b: 'a` as `&'a &'b ()`, which is well-formed only if it holds.
fn implied(method: &ImplItemFn) -> Vec<Type> {
    let generics = &method.sig.generics;
    let mut all = Vec::new();
    for param in generics.lifetimes() {
        let long = &param.lifetime;
        for short in &param.bounds {
            all.push(parse_quote!(&#short &#long ()));
        }
    }
    let clauses = generics.where_clause.iter().flat_map(|all| &all.predicates);
    for predicate in clauses {
        if let WherePredicate::Lifetime(predicate) = predicate {
            let long = &predicate.lifetime;
            for short in &predicate.bounds {
                all.push(parse_quote!(&#short &#long ()));
            }
        }
    }
    all
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
        inputs.iter_mut().for_each(|ty| rename.visit_type_mut(ty));
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
        let inline = (!inline).then(|| quote!(#[inline]));
        let (vis, sig) = (&method.vis, &method.sig);
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
        quote! {
            #(#attrs)*
            #inline
            #vis #sig {
                #before
                #call
            }
        }
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
