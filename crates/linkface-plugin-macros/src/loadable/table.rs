//! The tables of an implementor's methods, and the thunks in them.

use super::caller::thunk_type;
use super::form::How;
use super::method::Method;
use super::model::Interface;
use proc_macro2::{Ident, TokenStream};
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
    let thunks_name = &interface.hidden("thunks");
    let private = quote!(#krate::__private);
    let thunks = methods.iter().map(|method| thunk(interface, method));
    let pointers = |shared: bool| {
        let pointers = methods.iter().map(move |method| {
            let cfgs = &method.cfgs;
            let name = if shared && method.is_mut {
                refusing(method)
            } else {
                calling(method)
            };
            let thunk = thunk_type(interface, method);
            quote!(#(#cfgs)* { #thunks_name::<__T>::#name as #thunk as *const () })
        });
        quote!([#(#pointers),*])
    };
    let (own, shared) = (pointers(false), pointers(true));
    let count = interface.count();
    quote!(
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        struct #thunks_name<__T>(::core::marker::PhantomData<__T>);

        #[allow(
            unused_mut, unused_unsafe, unused_variables, deprecated, improper_ctypes_definitions,
            clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction
        )]
        impl<__T: #name + 'static> #thunks_name<__T> {
            #(#thunks)*

            const fn table(
                drop: ::core::option::Option<#private::DropFn>,
                methods: [*const (); #count],
            ) -> #private::Methods<{ #count }> {
                #private::Methods { head: #private::head::<#loaded>(drop, #count), methods }
            }
        }

        // SAFETY: the tables are of `__T`'s methods, in the order of the description.
        unsafe impl<__T: #name + 'static> #private::Exports<#loaded, __T> for () {
            const OWNED: #private::TableRef = #private::TableRef::new(&const {
                #thunks_name::<__T>::table(::core::option::Option::Some(#private::drop_box::<__T>), #own)
            });
            const SHARED: #private::TableRef = #private::TableRef::new(&const {
                #thunks_name::<__T>::table(::core::option::Option::Some(#private::drop_arc::<__T>), #shared)
            });
            const LENT: #private::TableRef = #private::TableRef::new(&const {
                #thunks_name::<__T>::table(::core::option::Option::None, #own)
            });
        }
    )
}

/// The name of a method's thunk.
fn calling(method: &Method) -> Ident {
    format_ident!("call_{}", method.name)
}

/// The name of the thunk for a `&mut self` method of an implementor that others have, too.
fn refusing(method: &Method) -> Ident {
    format_ident!("refuse_{}", method.name)
}

fn thunk(interface: &Interface, method: &Method) -> TokenStream {
    let krate = &interface.krate;
    let private = quote!(#krate::__private);
    let name = &interface.item.ident;
    let method_name = &method.name;
    let thunk_name = calling(method);
    let cfgs = &method.cfgs;
    let idents = method.arguments();
    let wires: Vec<_> = method
        .parameters
        .iter()
        .map(|parameter| parameter.value.wire(krate))
        .collect();
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
    let wire = method.ret.wire(krate);
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
    let refuse = method.is_mut.then(|| {
        let refuse_name = refusing(method);
        quote!(
            #(#cfgs)*
            unsafe extern "C" fn #refuse_name(
                _: *mut (),
                #(_: #wires),*
            ) -> #private::Return<#wire> {
                #private::refuse(::core::stringify!(#method_name))
            }
        )
    });
    quote!(
        #(#cfgs)*
        unsafe extern "C" fn #thunk_name(
            __this: *mut (),
            #(#idents: #wires),*
        ) -> #private::Return<#wire> {
            // SAFETY: by the caller, who has compared the types: `__this` is a `__T`, borrowed as the
            // method does, and the arguments were made for it.
            #private::catch(|| unsafe { #body })
        }
        #refuse
    )
}
