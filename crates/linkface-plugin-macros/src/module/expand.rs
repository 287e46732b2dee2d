//! What is added to the module.

use super::arguments::Arguments;
use super::callable::Callable;
use super::items::{Module, Object};
use super::marks;
use super::shape::{hidden, loaded};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::Path;

pub(super) fn expand(module: &Module, arguments: &Arguments) -> TokenStream {
    let item = &module.item;
    let attributes = &item.attrs;
    let visibility = &item.vis;
    let name = &item.ident;
    let items = item.content.as_ref().map_or(&[][..], |(_, items)| items);
    let interface = interface(module, arguments);
    let objects = module
        .objects
        .iter()
        .map(|object| object_interface(object, arguments));
    quote!(
        #(#attributes)*
        #visibility mod #name {
            #(#items)*
            #(#objects)*
            #interface
        }
    )
}

/// What generated modules are under.
fn allowed() -> TokenStream {
    quote!(
        #[doc(hidden)]
        #[allow(
            dead_code, deprecated, missing_docs, non_camel_case_types, non_snake_case,
            unreachable_pub, unused_imports, unused_unsafe, async_fn_in_trait, private_interfaces,
            private_bounds, rustdoc::private_intra_doc_links,
            clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction
        )]
    )
}

/// The trait, as rustc sees it, and what makes it loadable.
fn declared(
    krate: &Path,
    version: u64,
    loaded: &Ident,
    head: &TokenStream,
    callables: &[Callable],
    own: &TokenStream,
) -> TokenStream {
    let version = proc_macro2::Literal::u64_unsuffixed(version);
    let plain = callables.iter().map(|callable| callable.declared(false));
    let ours = callables.iter().map(|callable| callable.declared(true));
    quote!(
        #head { #(#plain)* #own }
        #krate::__loadable! { [#krate] [#loaded] [#version] [] #head { #(#ours)* #own } }
    )
}

/// The module's functions.
fn interface(module: &Module, arguments: &Arguments) -> TokenStream {
    let krate = &arguments.krate;
    let name = &module.name;
    let allowed = allowed();
    let loaded = quote::format_ident!("Loaded");
    let declared = declared(
        krate,
        arguments.version,
        &loaded,
        &quote!(pub trait #name: ::core::marker::Send + ::core::marker::Sync),
        &module.functions,
        &TokenStream::new(),
    );
    let implemented = module.functions.iter().map(Callable::implemented);
    let offered = module
        .functions
        .iter()
        .map(|callable| callable.offered(name));
    quote!(
        #[doc(inline)]
        #[allow(unused_imports, unreachable_pub)]
        pub use self::__linkface_export::{Loaded, Module};

        #allowed
        mod __linkface_export {
            use super::*;

            #declared

            /// This module of this program, for `linkface_plugin::export!(mod …)`.
            #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, ::core::default::Default)]
            pub struct Module;

            impl #name for Module { #(#implemented)* }

            impl Loaded {
                /// The module as it is in this program, called like a loaded one.
                #[must_use]
                pub fn linked() -> Self {
                    Self::new(Module)
                }

                #(#offered)*
            }
        }
    )
}

/// A type that stays in the plugin.
fn object_interface(object: &Object, arguments: &Arguments) -> TokenStream {
    let krate = &arguments.krate;
    let private = quote!(#krate::__private);
    let Object {
        name,
        attributes,
        autos,
        methods,
    } = object;
    let hidden = hidden(name);
    let loaded = loaded(name);
    let allowed = allowed();
    let cfgs = marks::conditions(attributes);
    let colon = if autos.is_empty() {
        quote!()
    } else {
        quote!(: #(::core::marker::#autos)+*)
    };
    let declared = declared(
        krate,
        arguments.version,
        &loaded,
        &quote!(pub unsafe trait #name #colon),
        methods,
        &quote!(
            fn __address(&self, image: ::core::primitive::usize) -> ::core::primitive::usize;
            fn __address_mut(
                &mut self,
                image: ::core::primitive::usize,
                take: ::core::primitive::bool,
            ) -> ::core::primitive::usize;
        ),
    );
    let implemented = methods.iter().map(Callable::implemented);
    let offered = methods.iter().map(|callable| callable.offered(name));
    let text = name.to_string();
    quote!(
        #(#cfgs)*
        #[doc(inline)]
        #[allow(unused_imports, unreachable_pub)]
        pub use self::#hidden::#loaded;

        #(#cfgs)*
        #allowed
        pub(super) mod #hidden {
            use super::*;

            #declared

            /// Its address says which library this is.
            static __IMAGE: #private::ImageMark = #private::ImageMark::new();

            // SAFETY: the addresses are those of a `Held` and what it holds, and only for this library.
            unsafe impl #name for #private::Held<super::#name> {
                #(#implemented)*

                fn __address(&self, image: ::core::primitive::usize) -> ::core::primitive::usize {
                    self.address(image, &__IMAGE)
                }
                fn __address_mut(
                    &mut self,
                    image: ::core::primitive::usize,
                    take: ::core::primitive::bool,
                ) -> ::core::primitive::usize {
                    self.address_mut(image, &__IMAGE, take)
                }
            }

            impl #loaded { #(#offered)* }

            impl ::core::convert::From<super::#name> for #loaded {
                fn from(value: super::#name) -> Self {
                    Self::new(#private::Held::new(value))
                }
            }

            pub fn __send(value: super::#name) -> #loaded {
                ::core::convert::From::from(value)
            }

            pub fn __receive(mut loaded: #loaded) -> super::#name {
                let address = #name::__address_mut(&mut loaded, __IMAGE.address(), true);
                // SAFETY: the trait's implementors answer with a box of this library's type, or 0.
                unsafe { #private::taken::<super::#name>(address, #text) }
            }

            pub fn __borrow<'a>(lent: &'a (dyn #name + '_)) -> &'a super::#name {
                let address = #name::__address(lent, __IMAGE.address());
                // SAFETY: as above, with the address of what is lent.
                unsafe { #private::borrowed_own::<super::#name>(address, #text) }
            }

            pub fn __borrow_mut<'a>(lent: &'a mut (dyn #name + '_)) -> &'a mut super::#name {
                let address = #name::__address_mut(lent, __IMAGE.address(), false);
                // SAFETY: as above.
                unsafe { #private::borrowed_own_mut::<super::#name>(address, #text) }
            }
        }
    )
}
