//! Default bodies, for an implementor that doesn't have the method: for each, a type that has all
//! other methods of the loaded one, and so the trait's own body for this one.

use super::method::Method;
use super::model::Interface;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

fn adapter(interface: &Interface, method: &Method) -> Ident {
    let prefix = interface.hidden("default");
    format_ident!("{prefix}_{}", method.name)
}

/// Calls the default body on `self`.
pub(crate) fn call(interface: &Interface, method: &Method, arguments: &[&Ident]) -> TokenStream {
    let adapter = adapter(interface, method);
    let name = &interface.item.ident;
    let method_name = &method.name;
    let wait = method.is_async().then(|| quote!(.await));
    let this = if method.is_mut {
        quote!(&mut *::core::ptr::from_mut(self).cast::<#adapter>())
    } else {
        quote!(&*::core::ptr::from_ref(self).cast::<#adapter>())
    };
    quote!(
        // SAFETY: the adapter is a transparent struct of `Self`; `unsafe` methods are the caller's.
        unsafe { <#adapter as #name>::#method_name(#this, #(#arguments),*) } #wait
    )
}

pub(crate) fn adapters(interface: &Interface) -> TokenStream {
    interface
        .methods
        .iter()
        .filter(|method| method.has_default)
        .map(|method| {
            let adapter = adapter(interface, method);
            let loaded = &interface.loaded;
            let cfgs = &method.cfgs;
            let others = interface
                .methods
                .iter()
                .filter(|other| other.name != method.name);
            let forwards = forwards(interface, others, &quote!(self.0), &quote!(#loaded));
            let name = &interface.item.ident;
            let unsafety = &interface.item.unsafety;
            let quiet = super::quiet();
            quote!(
                #(#cfgs)*
                #[doc(hidden)]
                #[allow(non_camel_case_types)]
                #[repr(transparent)]
                struct #adapter(#loaded);

                #(#cfgs)*
                #quiet
                #unsafety impl #name for #adapter { #forwards }
            )
        })
        .collect()
}

/// Methods that call those of `target`, whose type is `ty`.
pub(crate) fn forwards<'a>(
    interface: &Interface,
    methods: impl Iterator<Item = &'a Method>,
    target: &TokenStream,
    ty: &TokenStream,
) -> TokenStream {
    let name = &interface.item.ident;
    methods
        .map(|method| {
            let head = method.head();
            let cfgs = &method.cfgs;
            let method_name = &method.name;
            let arguments = method.arguments();
            let borrow = if method.is_mut {
                quote!(&mut)
            } else {
                quote!(&)
            };
            let wait = method.is_async().then(|| quote!(.await));
            quote!(
                #(#cfgs)*
                #[inline]
                #head {
                    // SAFETY: an `unsafe` method's contract is its caller's.
                    unsafe { <#ty as #name>::#method_name(#borrow #target, #(#arguments),*) } #wait
                }
            )
        })
        .collect()
}
