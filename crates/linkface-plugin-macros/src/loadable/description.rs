//! The interface, described.

use super::method::{Method, Parameter};
use super::model::Interface;
use crate::rustc;
use proc_macro2::TokenStream;
use quote::quote;

/// A module with `INTERFACE`, `DESCRIPTION`, `BUILD`, `RUSTC`.
pub(crate) fn description(interface: &Interface) -> TokenStream {
    let Interface {
        krate,
        version,
        same_build,
        item,
        methods,
        is_send,
        is_sync,
        is_unpin,
        ..
    } = interface;
    let module = interface.hidden("description");
    let name = &item.ident;
    let private = quote!(#krate::__private);
    let members = methods.iter().map(|method| {
        let name = method.name.to_string();
        let cfgs = &method.cfgs;
        let ty = described(interface, method);
        quote!(#(#cfgs)* #private::Member { name: #name, number: 0, ty: #ty })
    });
    let build = if *same_build {
        let nonce = rustc::nonce();
        // `option_env!`, so that rustc and Cargo compile anew when it changes.
        quote!(#private::build(::core::option_env!("LINKFACE_BUILD_ID"), #nonce))
    } else {
        quote!(0)
    };
    let compiler = rustc::version();
    quote!(
        #[doc(hidden)]
        #[allow(
            non_snake_case, unused_imports, deprecated,
            clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction
        )]
        mod #module {
            use super::*;

            pub const INTERFACE_ID: ::core::primitive::u64 = #private::id(
                &["interface", ::core::module_path!(), ::core::stringify!(#name)],
                &[],
            );
            pub static INTERFACE: #private::Type = #private::Type {
                kind: #private::Kind::Interface,
                id: INTERFACE_ID,
                name: ::core::stringify!(#name),
                flags: #private::interface_flags(#is_send, #is_sync, #is_unpin, #same_build),
                number: #version,
                size: 0,
                align: 0,
                members: &[#(#members),*],
            };
            const TYPE: #private::TypeRef = #private::TypeRef::new(&INTERFACE);
            pub static DESCRIPTION: [::core::primitive::u8; #private::encoded_len(TYPE)] =
                #private::encode(TYPE);
            pub const BUILD: ::core::primitive::u64 = #build;
            pub static MAPPED: ::core::primitive::u64 = BUILD;
            pub const RUSTC: &::core::primitive::str = #compiler;
        }
    )
}

fn described(interface: &Interface, method: &Method) -> TokenStream {
    let krate = &interface.krate;
    let private = quote!(#krate::__private);
    let member = |parameter: &Parameter| {
        let name = &parameter.name;
        let ty = parameter.form.description(krate, &parameter.ty);
        quote!(#private::Member { name: #name, number: 0, ty: #ty })
    };
    let members = method.parameters.iter().chain([&method.ret]).map(member);
    let name = method.name.to_string();
    let since = method.since;
    let (is_mut, has_default) = (method.is_mut, method.has_default);
    let is_unsafe = matches!(method.signature.safety, syn::Safety::Unsafe(_));
    let is_async = method.signature.asyncness.is_some();
    quote!(#private::TypeRef::new(&const { #private::Type {
        kind: #private::Kind::Method,
        id: #private::id(&["method", #name], &[INTERFACE_ID]),
        name: #name,
        flags: #private::method_flags(#is_mut, #has_default, #is_unsafe, #is_async),
        number: #since,
        size: 0,
        align: 0,
        members: &const { [#(#members),*] },
    } }))
}
