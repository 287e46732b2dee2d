//! The interface, described.

use super::form::Value;
use super::method::Method;
use super::model::Interface;
use crate::{borrows, rustc};
use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

/// The interface's `Type::id`.
pub(crate) fn id(interface: &Interface) -> TokenStream {
    let krate = &interface.krate;
    let name = &interface.item.ident;
    // A name and its module don't say which: two versions of a crate may be in one program, and a
    // trait may be in a function.
    quote!(#krate::__private::id(
        &[
            "interface",
            ::core::module_path!(),
            ::core::stringify!(#name),
            #krate::__private::version(::core::option_env!("CARGO_PKG_VERSION")),
        ],
        &[::core::line!() as ::core::primitive::u64, ::core::column!() as ::core::primitive::u64],
    ))
}

/// The constants of `Loadable`.
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
        loaded,
        ..
    } = interface;
    let name = &item.ident;
    let is_unsafe = item.unsafety.is_some();
    let private = quote!(#krate::__private);
    let members = methods.iter().map(|method| {
        let name = method.name.unraw().to_string();
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
        const NAME: &'static ::core::primitive::str = ::core::stringify!(#name);
        const INTERFACE: #private::TypeRef = {
            static __LINKFACE_INTERFACE: #private::Type = #private::Type {
                kind: #private::Kind::Interface,
                id: <#loaded as #krate::Shared>::ID,
                name: ::core::stringify!(#name),
                flags: #private::interface_flags(#is_unsafe, #is_send, #is_sync, #is_unpin, #same_build),
                number: #version,
                size: 0,
                align: 0,
                members: &[#(#members),*],
            };
            #private::TypeRef::new(&__LINKFACE_INTERFACE)
        };
        const DESCRIPTION: &'static [::core::primitive::u8] = {
            const __LINKFACE_TYPE: #private::TypeRef = <#loaded as #private::Loadable>::INTERFACE;
            static __LINKFACE_DESCRIPTION:
                [::core::primitive::u8; #private::encoded_len(__LINKFACE_TYPE)] =
                #private::encode(__LINKFACE_TYPE);
            &__LINKFACE_DESCRIPTION
        };
        const BUILD: ::core::primitive::u64 = #build;
        const MAPPED: &'static ::core::primitive::u64 = {
            static __LINKFACE_MAPPED: ::core::primitive::u64 =
                <#loaded as #private::Loadable>::BUILD;
            &__LINKFACE_MAPPED
        };
        const RUSTC: &'static ::core::primitive::str = #compiler;
    )
}

fn described(interface: &Interface, method: &Method) -> TokenStream {
    let krate = &interface.krate;
    let loaded = &interface.loaded;
    let private = quote!(#krate::__private);
    let mut borrows = borrows::of_method(&method.signature).into_iter();
    let mut member = |name: &str, value: &Value| {
        let ty = value.description(krate);
        let number = borrows.next();
        quote!(#private::Member { name: #name, number: #number, ty: #ty })
    };
    let mut members: Vec<_> = method
        .parameters
        .iter()
        .map(|parameter| member(&parameter.name, &parameter.value))
        .collect();
    members.push(member("return", &method.ret));
    let name = method.name.unraw().to_string();
    let since = method.since;
    let (is_mut, has_default) = (method.is_mut, method.has_default);
    let is_unsafe = matches!(method.signature.safety, syn::Safety::Unsafe(_));
    let is_async = method.is_async();
    quote!(#private::TypeRef::new(&const { #private::Type {
        kind: #private::Kind::Method,
        id: #private::id(&["method", #name], &[<#loaded as #krate::Shared>::ID]),
        name: #name,
        flags: #private::method_flags(#is_mut, #has_default, #is_unsafe, #is_async),
        number: #since,
        size: 0,
        align: 0,
        members: &const { [#(#members),*] },
    } }))
}
