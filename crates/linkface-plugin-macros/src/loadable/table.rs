//! The tables of an implementor's methods, and the thunks in them.

use super::form::{self, How};
use super::method::Method;
use super::model::Interface;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

pub(crate) fn tables(interface: &Interface) -> TokenStream {
    let Interface {
        krate,
        loaded,
        item,
        methods,
        ..
    } = interface;
    let name = &item.ident;
    let thunks = interface.hidden("thunks");
    let private = quote!(#krate::__private);
    let own = methods.iter().map(|method| {
        let cfgs = &method.cfgs;
        let thunk = thunk(interface, method, false);
        quote!(#(#cfgs)* { #thunk })
    });
    let shared = methods.iter().enumerate().map(|(number, method)| {
        let cfgs = &method.cfgs;
        let thunk = if method.is_mut {
            thunk(interface, method, true)
        } else {
            let number = interface.number(number);
            quote!(Self::OWN[#number])
        };
        quote!(#(#cfgs)* { #thunk })
    });
    let count = interface.count();
    let quiet = super::quiet();
    quote!(
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        struct #thunks<__T>(::core::marker::PhantomData<__T>);

        #quiet
        impl<__T: #name + 'static> #thunks<__T> {
            const OWN: [*const (); #count] = [#(#own),*];
            /// `&mut self` methods refuse: others have the implementor, too.
            const SHARED: [*const (); #count] = [#(#shared),*];

            const fn table(
                drop: ::core::option::Option<#private::DropFn>,
                methods: [*const (); #count],
            ) -> #private::Methods<{ #count }> {
                #private::Methods { head: #private::head::<#loaded>(drop, #count), methods }
            }
        }

        #quiet
        // SAFETY: the tables are of `__T`'s methods, in the order of the description.
        unsafe impl<__T: #name + 'static> #private::Exports<#loaded, __T> for () {
            const OWNED: #private::TableRef = #private::TableRef::new(&const {
                #thunks::<__T>::table(
                    ::core::option::Option::Some(#private::drop_box::<__T>), #thunks::<__T>::OWN,
                )
            });
            const SHARED: #private::TableRef = #private::TableRef::new(&const {
                #thunks::<__T>::table(
                    ::core::option::Option::Some(#private::drop_arc::<__T>), #thunks::<__T>::SHARED,
                )
            });
            const LENT: #private::TableRef = #private::TableRef::new(&const {
                #thunks::<__T>::table(::core::option::Option::None, #thunks::<__T>::OWN)
            });
        }
    )
}

/// The address of a method's thunk, or of one that refuses to be called.
fn thunk(interface: &Interface, method: &Method, refuses: bool) -> TokenStream {
    let krate = &interface.krate;
    let private = quote!(#krate::__private);
    let name = &interface.item.ident;
    let method_name = &method.name;
    let (before, values): (Vec<_>, Vec<_>) = method
        .parameters
        .iter()
        .map(|parameter| parameter.value.receive(krate, &parameter.ident))
        .unzip();
    let this = if method.is_mut {
        quote!(&mut *__this.cast::<__T>())
    } else {
        quote!(&*__this.cast::<__T>().cast_const())
    };
    let call = quote!(<__T as #name>::#method_name(#this, #(#values),*));
    let body = match method.future() {
        // What is lent stays in the future, which calls the method when it is polled.
        Some(future) if future.how == How::Async => {
            future.send(krate, &quote!({ #(#before)* #call.await }))
        }
        _ => {
            let returned = format_ident!("__returned");
            let (after, value) = method.ret.send(krate, &returned);
            quote!(
                #(#before)*
                let #returned = #call;
                #after
                #value
            )
        }
    };
    let refuse = refuses.then(|| quote!(#private::refuse(::core::stringify!(#method_name));));
    let parameters = method
        .parameters
        .iter()
        .map(|parameter| (&parameter.ident, &parameter.value));
    form::thunk(
        krate,
        &format_ident!("__this"),
        parameters,
        &quote!(#refuse #body),
    )
}
