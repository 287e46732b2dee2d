//! After a mistake: the type, so that what uses it isn't a second mistake. Nothing of it ever runs.

use super::form::{self, Future};
use super::method::demands_of_self;
use super::model::Interface;
use super::{caller, object, table};
use crate::mistakes::Mistakes;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, FnArg, ReturnType, TraitItem, TraitItemFn};

/// What the trait would have been given, of an interface without methods.
pub(crate) fn stand_in(mut interface: Interface) -> TokenStream {
    if interface.is_named_twice() {
        return TokenStream::new();
    }
    interface.methods = Vec::new();
    let ty = caller::ty(&interface);
    let Some(methods) = methods(&interface) else {
        let new = anything(&interface);
        return quote!(#ty #new);
    };
    let new = caller::new(&interface);
    let calls = caller::implementation(&interface, &methods);
    let tables = table::tables(&interface);
    let object = (!mentions_self(&interface)).then(|| object::leading_to(&interface, &methods));
    quote!(#ty #new #calls #tables #object)
}

/// Of whatever it is given: that a type implements the trait can't be said here.
fn anything(interface: &Interface) -> TokenStream {
    let Interface { loaded, item, .. } = interface;
    let visibility = &item.vis;
    let quiet = super::quiet();
    quote!(
        #quiet
        impl #loaded {
            #[doc(hidden)]
            #[must_use]
            #[allow(dead_code)]
            #visibility fn new<__T: 'static>(value: __T) -> Self { loop {} }
        }
    )
}

/// The trait's methods, those that it has no body for. `None` if it can't be implemented for types that
/// nobody wrote.
fn methods(interface: &Interface) -> Option<TokenStream> {
    let item = &interface.item;
    if !interface.is_implementable {
        return None;
    }
    item.items
        .iter()
        .map(|item| match item {
            TraitItem::Fn(method) if method.default.is_some() => Some(TokenStream::new()),
            TraitItem::Fn(method) => stand_in_method(method),
            _ => None,
        })
        .collect()
}

/// Whether a method does, which is the mistake: there's no `dyn` of such a trait.
fn mentions_self(interface: &Interface) -> bool {
    let mentions = &mut Mistakes::default();
    for item in &interface.item.items {
        let TraitItem::Fn(method) = item else {
            continue;
        };
        for input in &method.sig.inputs {
            if let FnArg::Typed(input) = input {
                form::mentions_self(&input.ty, mentions);
            }
        }
        if let ReturnType::Type(_, ty) = &method.sig.output {
            form::mentions_self(ty, mentions);
        }
    }
    !mentions.is_empty()
}

fn stand_in_method(method: &TraitItemFn) -> Option<TokenStream> {
    let mut signature = method.sig.clone();
    let demands = &mut Mistakes::default();
    demands_of_self(&signature, demands);
    if !demands.is_empty() {
        return None;
    }
    let body = match &signature.output {
        ReturnType::Type(_, ty) if form::is_impl(ty) => {
            // Of other types nobody knows which.
            Future::of(ty, false, &mut Mistakes::default())?;
            quote!(async { loop {} })
        }
        _ => quote!(loop {}),
    };
    let is_cfg = |attribute: &Attribute| attribute.path().is_ident("cfg");
    for input in &mut signature.inputs {
        if let FnArg::Typed(input) = input {
            input.attrs.retain(is_cfg);
        }
    }
    let cfgs = method.attrs.iter().filter(|attribute| is_cfg(attribute));
    Some(quote!(#(#cfgs)* #signature { #body }))
}
