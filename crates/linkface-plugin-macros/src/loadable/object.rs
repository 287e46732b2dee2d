//! `dyn Trait`: lent for a call, or handed over in a box.

use super::default::forwards;
use super::model::Interface;
use proc_macro2::TokenStream;
use quote::quote;

pub(crate) fn object(interface: &Interface) -> TokenStream {
    let name = &interface.item.ident;
    let methods = interface.methods.iter();
    let forwards = forwards(interface, methods, &quote!(*self.0), &quote!(dyn #name));
    leading_to(interface, &forwards)
}

/// With these methods for what leads to a `dyn Trait`. Nothing for a trait that isn't dyn-compatible.
pub(super) fn leading_to(interface: &Interface, forwards: &TokenStream) -> TokenStream {
    if !interface.is_dyn() {
        return TokenStream::new();
    }
    let lent = lent(interface, forwards);
    let boxed = boxed(interface, forwards);
    quote!(#lent #boxed)
}

/// The trait, for something that leads to a `dyn Trait`.
fn forwarding(interface: &Interface, ty: &TokenStream, forwards: &TokenStream) -> TokenStream {
    let name = &interface.item.ident;
    let unsafety = &interface.item.unsafety;
    let quiet = super::quiet();
    quote!(
        #quiet
        #unsafety impl #name for #ty { #forwards }
    )
}

fn lent(interface: &Interface, forwards: &TokenStream) -> TokenStream {
    let Interface {
        krate,
        loaded,
        item,
        ..
    } = interface;
    let private = quote!(#krate::__private);
    let name = &item.ident;
    let lent = interface.hidden("lent");
    let quiet = super::quiet();
    let forwarding = forwarding(interface, &quote!(#lent), forwards);
    let autos = interface.auto_traits(&quote!(#lent));
    quote!(
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        #[repr(transparent)]
        pub struct #lent(#private::Lent<dyn #name>);

        #autos
        #forwarding

        #quiet
        // SAFETY: the lent value forwards to what it leads to, by the trait.
        #[allow(clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction)]
        unsafe impl<'a> #private::Lend for dyn #name + 'a {
            type Loaded = #loaded;
            type Lent = #lent;
            unsafe fn lend(&self) -> #lent {
                // SAFETY: only makes the lifetime longer; by the caller.
                #lent(unsafe {
                    #private::Lent::new(
                        #private::transmute::<*const (dyn #name + 'a), *mut (dyn #name + 'static)>(self),
                    )
                })
            }
            unsafe fn lend_mut(&mut self) -> #lent {
                // SAFETY: as above.
                #lent(unsafe {
                    #private::Lent::new(
                        #private::transmute::<*mut (dyn #name + 'a), *mut (dyn #name + 'static)>(self),
                    )
                })
            }
            fn object(lent: &mut #lent) -> #private::Object {
                #private::lent_object::<#loaded, #lent>(lent)
            }
        }
    )
}

/// `Box<dyn Trait>` crosses as what is loaded does.
fn boxed(interface: &Interface, forwards: &TokenStream) -> TokenStream {
    let Interface {
        krate,
        loaded,
        item,
        ..
    } = interface;
    let private = quote!(#krate::__private);
    let name = &item.ident;
    let boxed = interface.hidden("boxed");
    let quiet = super::quiet();
    let forwarding = forwarding(interface, &quote!(#boxed), forwards);
    quote!(
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        struct #boxed(#private::Box<dyn #name>);

        #forwarding

        #quiet
        // SAFETY: as the loaded type crosses, whose description it has.
        unsafe impl #krate::Shared for #private::Box<dyn #name> {
            type Wire = #private::Object;
            const ID: ::core::primitive::u64 = <#loaded as #krate::Shared>::ID;
            const TYPE: #private::TypeRef = <#loaded as #krate::Shared>::TYPE;
            fn into_wire(self) -> #private::Object {
                #private::Loadable::into_object(#private::owned::<#loaded, #boxed>(#boxed(self)))
            }
            unsafe fn from_wire(wire: #private::Object) -> Self {
                // SAFETY: by the caller.
                #private::Box::new(unsafe { <#loaded as #private::Loadable>::from_object(wire) })
            }
        }
    )
}
