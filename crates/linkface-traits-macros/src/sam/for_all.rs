//! `impl for<'a> Trait<'a> |x| …`: one closure for all lifetimes.
//!
//! The constructor's closure is for one trait with its arguments, `Trait<'x>`. Here the types are known,
//! from the closure and from the trait, so that the closure can be held to be for all of them.

use super::captures;
use super::closure::required;
use super::input::Input;
use super::model::Sam;
use super::object::Object;
use super::plan;
use super::solve::Arguments;
use super::{erase, types};
use crate::mistakes::Mistakes;
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::FnArg;
use syn::ext::IdentExt;

pub(super) fn expand(sam: &mut Sam, input: &Input, mistakes: &mut Mistakes) -> TokenStream {
    let mut arguments = Arguments::of(input, sam, mistakes);
    let Some(closure) = required(input, mistakes) else {
        return TokenStream::new();
    };
    captures::count(sam, closure, mistakes);
    arguments.learn(sam, closure);
    let mut object = Object::new(input, sam);
    let replace = object.replace(sam, &arguments, input, mistakes);
    let sig = captures::signature(sam, closure, replace);
    let generic = sig.generics.type_params().next().is_some()
        || sam.arguments().any(|it| types::has_impl(&it.ty));
    if generic {
        mistakes.at(
            &input.binder,
            format_args!(
                "`{}` is generic: name the captures, `sam!(impl {} [k: &usize] |…| …)`, and leave \
                 `for<…>` out",
                sam.method.sig.ident, sam.ident
            ),
        );
    }
    if !mistakes.is_empty() {
        return TokenStream::new();
    }

    let binder = input.binder.iter().flat_map(|binder| &binder.lifetimes);
    let binder: Vec<_> = binder.collect();
    let own: Vec<_> = sig.generics.lifetimes().collect();
    let types = sig.inputs.iter().filter_map(|it| match it {
        FnArg::Typed(argument) => Some(&argument.ty),
        FnArg::Receiver(_) => None,
    });
    let types: Vec<_> = types.collect();
    let output = &sig.output;
    let closure_trait = sam.kind.closure_trait(sam.is_async(), Span::call_site());
    let structure = format_ident!("__Sam{}", sam.ident.unraw());
    let Object {
        path, associated, ..
    } = &object;
    let call = plan::call(sam, &sig, &erase::argument_names(sam), Span::call_site());
    let closure = &input.closure;
    quote!({
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        struct #structure<F> { closure: F }
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        impl<#(#binder,)* F> #path for #structure<F>
        where
            F: for<#(#own),*> #closure_trait(#(#types),*) #output,
        {
            #associated
            #[inline]
            #sig { #call }
        }
        #[inline]
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        const fn __sam_closure<F>(closure: F) -> #structure<F>
        where
            F: for<#(#binder,)* #(#own),*> #closure_trait(#(#types),*) #output,
        {
            #structure { closure }
        }
        __sam_closure(#closure)
    })
}
