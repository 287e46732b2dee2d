//! The tables of an implementor's methods, and the thunks in them.

use super::caller::thunk_type;
use super::default::forwards;
use super::method::Method;
use super::model::Interface;
use proc_macro2::TokenStream;
use quote::quote;

pub(crate) fn tables(interface: &Interface) -> TokenStream {
    let Interface {
        krate,
        loaded,
        item,
        methods,
        ..
    } = interface;
    let name = &item.ident;
    let thunks_name = interface.hidden("thunks");
    let private = quote!(#krate::__private);
    let thunks = methods.iter().map(|method| thunk(interface, method));
    let pointers = methods.iter().map(|method| {
        let method_name = &method.name;
        let cfgs = &method.cfgs;
        let thunk = thunk_type(interface, method);
        quote!(#(#cfgs)* { #thunks_name::<__T>::#method_name as #thunk as *const () })
    });
    let count = methods.len();
    let lend = if interface.is_dyn() {
        lend(interface)
    } else {
        TokenStream::new()
    };
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

            const fn table(drop: ::core::option::Option<#private::DropFn>) -> #private::Methods<#count> {
                #private::Methods {
                    head: #private::head::<#loaded>(drop, #count),
                    methods: [#(#pointers),*],
                }
            }
        }

        // SAFETY: the tables are of `__T`'s methods, in the order of the description.
        unsafe impl<__T: #name + 'static> #private::Exports<#loaded, __T> for () {
            const OWNED: #private::TableRef = #private::TableRef::new(&const {
                #thunks_name::<__T>::table(::core::option::Option::Some(#private::drop_box::<__T>))
            });
            const SHARED: #private::TableRef = #private::TableRef::new(&const {
                #thunks_name::<__T>::table(::core::option::Option::Some(#private::drop_arc::<__T>))
            });
            const LENT: #private::TableRef = #private::TableRef::new(&const {
                #thunks_name::<__T>::table(::core::option::Option::None)
            });
        }

        #lend
    )
}

fn thunk(interface: &Interface, method: &Method) -> TokenStream {
    let krate = &interface.krate;
    let private = quote!(#krate::__private);
    let name = &interface.item.ident;
    let method_name = &method.name;
    let cfgs = &method.cfgs;
    let idents = method.arguments();
    let wires = method
        .parameters
        .iter()
        .map(|parameter| parameter.form.wire(krate, &parameter.ty));
    let (before, values): (Vec<_>, Vec<_>) = method
        .parameters
        .iter()
        .map(|parameter| {
            parameter
                .form
                .receive(krate, &parameter.ty, &parameter.ident)
        })
        .unzip();
    let this = if method.is_mut {
        quote!(&mut *__this.cast::<__T>())
    } else {
        quote!(&*__this.cast::<__T>().cast_const())
    };
    let returned = &method.ret.ident;
    let wire = method.ret.form.wire(krate, &method.ret.ty);
    let (after, value) = method.ret.form.send(krate, &method.ret.ty, returned);
    quote!(
        #(#cfgs)*
        unsafe extern "C" fn #method_name(
            __this: *mut (),
            #(#idents: #wires),*
        ) -> #private::Return<#wire> {
            // SAFETY: by the caller, who has compared the types: `__this` is a `__T`, borrowed as the
            // method does, and the arguments were made for it.
            #private::catch(|| unsafe {
                #(#before)*
                let #returned = <__T as #name>::#method_name(#this, #(#values),*);
                #after
                #value
            })
        }
    )
}

/// `dyn Trait`, lent for a call.
fn lend(interface: &Interface) -> TokenStream {
    let Interface {
        krate,
        loaded,
        item,
        methods,
        ..
    } = interface;
    let private = quote!(#krate::__private);
    let name = &item.ident;
    let unsafety = &item.unsafety;
    let lent = interface.hidden("lent");
    let forwards = forwards(
        interface,
        methods.iter(),
        &quote!(*self.0),
        &quote!(dyn #name),
    );
    let autos = [
        (interface.is_send, quote!(::core::marker::Send)),
        (interface.is_sync, quote!(::core::marker::Sync)),
    ];
    let autos = autos.iter().filter(|(is, _)| *is).map(|(_, path)| {
        quote!(
            // SAFETY: the trait demands it of whatever this leads to.
            unsafe impl #path for #lent {}
        )
    });
    quote!(
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        #[repr(transparent)]
        pub struct #lent(*mut dyn #name);

        #(#autos)*

        #[allow(
            unused_unsafe, unused_variables, deprecated,
            clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction
        )]
        #unsafety impl #name for #lent { #forwards }

        // SAFETY: the lent value forwards to what it leads to, by the trait.
        unsafe impl<'a> #private::Lend for dyn #name + 'a {
            type Loaded = #loaded;
            type Lent = #lent;
            unsafe fn lend(&self) -> #lent {
                // SAFETY: only makes the lifetime longer; by the caller.
                #lent(unsafe { #private::transmute::<*const (dyn #name + 'a), *mut (dyn #name + 'static)>(self) })
            }
            unsafe fn lend_mut(&mut self) -> #lent {
                // SAFETY: as above.
                #lent(unsafe { #private::transmute::<*mut (dyn #name + 'a), *mut (dyn #name + 'static)>(self) })
            }
        }
    )
}
