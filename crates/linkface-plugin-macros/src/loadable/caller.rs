//! The type that stands for a loaded implementor.

use super::method::Method;
use super::model::Interface;
use proc_macro2::TokenStream;
use quote::quote;

/// The type, its impl of the trait, and what makes and sends it.
pub(crate) fn loaded(interface: &Interface) -> TokenStream {
    let Interface {
        krate,
        loaded,
        item,
        methods,
        ..
    } = interface;
    let visibility = &item.vis;
    let name = &item.ident;
    let unsafety = &item.unsafety;
    let count = methods.len();
    let description = interface.hidden("description");
    let callers = methods
        .iter()
        .enumerate()
        .map(|(number, method)| caller(interface, number, method));
    let docs =
        format!("A loaded implementor of [`{name}`], or one that can be handed to a plugin.");
    let autos = [
        (interface.is_send, quote!(::core::marker::Send)),
        (interface.is_sync, quote!(::core::marker::Sync)),
    ];
    let autos = autos.iter().filter(|(is, _)| *is).map(|(_, path)| {
        quote!(
            // SAFETY: the trait demands it of its implementors.
            unsafe impl #path for #loaded {}
        )
    });
    quote!(
        #[doc = #docs]
        #[derive(::core::fmt::Debug)]
        #[repr(transparent)]
        #visibility struct #loaded(#krate::__private::Handle<#count>);

        #(#autos)*

        impl #loaded {
            /// Of an implementor in this program: to hand it to a plugin, or to call it like a loaded one.
            #[must_use]
            #[allow(dead_code)]
            #visibility fn new<__T: #name + 'static>(value: __T) -> Self {
                #krate::__private::owned::<Self, __T>(value)
            }
        }

        #[allow(
            unused_mut, unused_unsafe, unused_variables, deprecated,
            clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction
        )]
        #unsafety impl #name for #loaded {
            #(#callers)*
        }

        // SAFETY: `DESCRIPTION` is the trait's, and so is the number of methods.
        unsafe impl #krate::__private::Loadable for #loaded {
            const NAME: &'static ::core::primitive::str = ::core::stringify!(#name);
            const INTERFACE: #krate::__private::TypeRef =
                #krate::__private::TypeRef::new(&#description::INTERFACE);
            const DESCRIPTION: &'static [::core::primitive::u8] = &#description::DESCRIPTION;
            const BUILD: ::core::primitive::u64 = #description::BUILD;
            const MAPPED: &'static ::core::primitive::u64 = &#description::MAPPED;
            const RUSTC: &'static ::core::primitive::str = #description::RUSTC;
            unsafe fn from_object(object: #krate::__private::Object) -> Self {
                // SAFETY: by the caller.
                Self(unsafe { #krate::__private::Handle::new(object, <Self as #krate::__private::Loadable>::DESCRIPTION) })
            }
            fn into_object(self) -> #krate::__private::Object {
                self.0.into_object()
            }
        }

        // SAFETY: an object crosses with its table, which says of which interface it is.
        unsafe impl #krate::Shared for #loaded {
            type Wire = #krate::__private::Object;
            const ID: ::core::primitive::u64 = #description::INTERFACE_ID;
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

/// The type of the method's thunk.
pub(crate) fn thunk_type(interface: &Interface, method: &Method) -> TokenStream {
    let krate = &interface.krate;
    let wires = method
        .parameters
        .iter()
        .map(|parameter| parameter.form.wire(krate, &parameter.ty));
    let ret = method.ret.form.wire(krate, &method.ret.ty);
    quote!(unsafe extern "C" fn(*mut (), #(#wires),*) -> #krate::__private::Return<#ret>)
}

fn caller(interface: &Interface, number: usize, method: &Method) -> TokenStream {
    let krate = &interface.krate;
    let head = method.head();
    let cfgs = &method.cfgs;
    let thunk = thunk_type(interface, method);
    let find = if method.has_default {
        let arguments = method.arguments();
        let default = super::default::call(interface, method, &arguments);
        quote!(
            let ::core::option::Option::Some(__method) = (unsafe { self.0.method::<#thunk>(#number) }) else {
                return #default;
            };
        )
    } else {
        quote!(let __method = unsafe { self.0.required::<#thunk>(#number) };)
    };
    let (before, arguments): (Vec<_>, Vec<_>) = method
        .parameters
        .iter()
        .map(|parameter| parameter.form.send(krate, &parameter.ty, &parameter.ident))
        .unzip();
    let returned = &method.ret.ident;
    let (after, value) = method.ret.form.receive(krate, &method.ret.ty, returned);
    quote!(
        #(#cfgs)*
        #[inline]
        #head {
            // SAFETY: this very type is the thunk's: it was compared when the implementor was loaded, or
            // made here. Transmuting only changes lifetimes.
            #find
            unsafe {
                #(#before)*
                let #returned = __method(self.0.data(), #(#arguments),*).get();
                #after
                #value
            }
        }
    )
}
