//! The type that stands for a loaded implementor.

use super::description::description;
use super::form::How;
use super::method::Method;
use super::model::Interface;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// The type and its impl of the trait.
pub(crate) fn loaded(interface: &Interface) -> TokenStream {
    let ty = ty(interface);
    let new = new(interface);
    let callers = interface
        .methods
        .iter()
        .enumerate()
        .map(|(number, method)| caller(interface, &interface.number(number), method))
        .collect();
    let calls = implementation(interface, &callers);
    quote!(#ty #new #calls)
}

/// The impl of the trait, with these methods.
pub(super) fn implementation(interface: &Interface, callers: &TokenStream) -> TokenStream {
    let Interface { loaded, item, .. } = interface;
    let name = &item.ident;
    let unsafety = &item.unsafety;
    let quiet = super::quiet();
    quote!(
        #quiet
        #unsafety impl #name for #loaded { #callers }
    )
}

/// What makes one of an implementor.
pub(super) fn new(interface: &Interface) -> TokenStream {
    let Interface {
        krate,
        loaded,
        item,
        ..
    } = interface;
    let visibility = &item.vis;
    let name = &item.ident;
    quote!(
        impl #loaded {
            /// Of an implementor in this program: to hand it to a plugin, or to call it like a loaded one.
            #[must_use]
            #[allow(dead_code)]
            #visibility fn new<__T: #name + 'static>(value: __T) -> Self {
                #krate::__private::owned::<Self, __T>(value)
            }
        }
    )
}

/// The type, and how it crosses.
pub(super) fn ty(interface: &Interface) -> TokenStream {
    let Interface {
        krate,
        loaded,
        item,
        ..
    } = interface;
    let visibility = &item.vis;
    let name = &item.ident;
    let count = interface.count();
    let description = description(interface);
    let quiet = super::quiet();
    let id = super::description::id(interface);
    let docs =
        format!("A loaded implementor of [`{name}`], or one that can be handed to a plugin.");
    let autos = interface.auto_traits(&quote!(#loaded));
    quote!(
        #[doc = #docs]
        #[derive(::core::fmt::Debug)]
        #[repr(transparent)]
        #visibility struct #loaded(#krate::__private::Handle<#loaded, { #count }>);

        #autos

        // SAFETY: `DESCRIPTION` is the trait's, and so is the number of methods.
        #quiet
        unsafe impl #krate::__private::Loadable for #loaded {
            #description
            unsafe fn from_object(object: #krate::__private::Object) -> Self {
                // SAFETY: by the caller.
                Self(unsafe { #krate::__private::Handle::new(object, <Self as #krate::__private::Loadable>::DESCRIPTION) })
            }
            fn into_object(self) -> #krate::__private::Object {
                self.0.into_object()
            }
        }

        // SAFETY: an object crosses with its table, which says of which interface it is.
        #quiet
        unsafe impl #krate::Shared for #loaded {
            type Wire = #krate::__private::Object;
            const ID: ::core::primitive::u64 = #id;
            const TYPE: #krate::__private::TypeRef = <Self as #krate::__private::Loadable>::INTERFACE;
            fn into_wire(self) -> #krate::__private::Object {
                #krate::__private::Loadable::into_object(self)
            }
            unsafe fn from_wire(wire: #krate::__private::Object) -> Self {
                // SAFETY: by the caller.
                unsafe { <Self as #krate::__private::Loadable>::from_object(wire) }
            }
        }
    )
}

fn caller(interface: &Interface, number: &TokenStream, method: &Method) -> TokenStream {
    let krate = &interface.krate;
    let head = method.head();
    let cfgs = &method.cfgs;
    // The rest of the type is known from what it is called with, and what is made of what it returns.
    let wires = method.parameters.iter().map(|_| quote!(_));
    let thunk = quote!(unsafe extern "C" fn(*mut (), #(#wires),*) -> #krate::__private::Return<_>);
    let (before, arguments): (Vec<_>, Vec<_>) = method
        .parameters
        .iter()
        .map(|parameter| parameter.value.send(krate, &parameter.ident))
        .unzip();
    let call = quote!(__method(self.0.data(), #(#arguments),*).get());
    let returned = format_ident!("__returned");
    let find = quote!(self.0.method::<#thunk>(#number));
    let default = || super::default::call(interface, method, &method.arguments());
    let body = match method.future() {
        // What follows the call is `async`, and the default's future is of another type.
        Some(future) if future.how == How::Impl && method.has_default => {
            let remote = future.remote(krate, &call);
            let wait = future.wait(krate, &quote!(#returned));
            let default = default();
            quote!(
                let __future = match #find {
                    ::core::option::Option::Some(__method) => {
                        #(#before)*
                        ::core::result::Result::Ok(#remote)
                    }
                    ::core::option::Option::None => ::core::result::Result::Err(#default),
                };
                async move {
                    match __future {
                        ::core::result::Result::Ok(#returned) => { #wait }
                        ::core::result::Result::Err(__default) => __default.await,
                    }
                }
            )
        }
        future => {
            let find = if method.has_default {
                let default = default();
                quote!(
                    let ::core::option::Option::Some(__method) = #find else {
                        return #default;
                    };
                )
            } else {
                quote!(let __method = self.0.required::<#thunk>(#number);)
            };
            let after = match future {
                Some(future) if future.how == How::Async => {
                    let remote = future.remote(krate, &call);
                    future.wait(krate, &remote)
                }
                _ => {
                    let (after, value) = method.ret.receive(krate, &returned);
                    let bound = method.ret.bound(krate, &returned);
                    quote!(let #bound = #call; #after #value)
                }
            };
            quote!(#find #(#before)* #after)
        }
    };
    quote!(
        #(#cfgs)*
        #[inline]
        #head {
            // SAFETY: this very type is the thunk's: it was compared when the implementor was loaded, or
            // made here.
            unsafe { #body }
        }
    )
}
