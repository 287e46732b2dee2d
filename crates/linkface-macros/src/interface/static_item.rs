//! `#[interface] pub static PLATFORM: &'static str;`

use super::class::Class;
use super::declaration::Declaration;
use super::elided::elided;
use super::refuse::{refuse_args, refuse_attributes, refuse_beside_dynamic};
use super::text_of;
use crate::args::InterfaceArgs;
use crate::attribute;
use crate::cursor::{Cursor, Tokens, plain, stream};
use crate::errors::Errors;
use crate::future;
use crate::item::Head;
use crate::template::tokens;
use linkface_symbol::Role;
use proc_macro::{Ident, Span, TokenStream, TokenTree};

pub(super) fn expand(
    args: &InterfaceArgs,
    head: &Head,
    cursor: &mut Cursor,
    mut errors: Errors,
) -> TokenStream {
    refuse_args(args, "a static", &mut errors);
    refuse_beside_dynamic(args, &mut errors);
    refuse_attributes(&head.attributes, &mut errors);
    cursor.next();
    if let Some(word) = cursor.eat_ident("mut") {
        errors.at(
            word.span(),
            "a `static mut` is unsafe to touch for everybody, and which crate would keep its \
             contract? declare an atomic, a `Mutex` or a function",
        );
    }
    let Some(name) = cursor.ident() else {
        errors.at(cursor.span(), "expected the static's name");
        return errors.report();
    };
    cursor.eat_punct(':');
    let ty = cursor.until(&|cursor| cursor.is_punct('=') || cursor.is_punct(';'));
    let value = cursor.eat_punct('=').map(|_| cursor.value());
    if ty.is_empty() {
        errors.at(
            name.span(),
            format!("say of which type it is: `static {name}: Type;`"),
        );
        return errors.report();
    }
    let declaration = Declaration::new(args, head, &name, &text_of(&ty), &mut errors);
    if value.is_some() && declaration.is_defaultable() && args.dynamic.is_none() {
        errors.at(name.span(), "the static has a default already: its value");
    }
    if !errors.is_empty() {
        let mut out = errors.report();
        // Usable as the type says, without a second error.
        out.extend(tokens!(
            "unsafe extern \"Rust\" { #attributes #visibility safe static #name: #ty; }",
            attributes = attribute::all(&head.attributes),
            visibility = head.visibility.0,
            name,
            ty,
        ));
        return out;
    }
    emit(&declaration, head, &ty, value.as_deref())
}

fn emit(
    declaration: &Declaration<'_>,
    head: &Head,
    ty: &Tokens,
    value: Option<&[TokenTree]>,
) -> TokenStream {
    let class = match value {
        Some(_) => Class::Defaulted,
        None if declaration.args.dynamic.is_some() => Class::Unset,
        None if declaration.is_defaultable() => Class::Defaultable,
        None => Class::Required,
    };
    let symbol = declaration.identity.symbol(Declaration::role(class));
    let Declaration { lf, cfgs, .. } = declaration;
    let implement_name = declaration.implement_name();
    // An `extern` block, other than a static of its own, elides no lifetimes.
    let ty = stream(&future::named(ty, "static"));
    let elided = elided(lf, &ty);
    let object = if declaration.args.dynamic.is_some() {
        slot(declaration, head, &ty, &symbol, value.is_some())
    } else {
        import(declaration, head, &ty, &symbol, class)
    };
    // A slot asks for it by itself.
    let is_shared = declaration.args.dynamic.is_none().then(|| {
        tokens!(
            "#cfgs const _: () = #lf::__private::sync::<#elided>();",
            cfgs,
            lf,
            elided
        )
    });
    let mut out = tokens!(
        "#object #is_shared
         #cfgs #[doc(hidden)] #[allow(non_camel_case_types, dead_code)]
         #visibility trait #implement_name {}
         #cfgs impl #lf::__private::StaticType for dyn #implement_name { const ID: ::core::primitive::u64 = #id; type Type = #elided; }",
        object,
        is_shared,
        cfgs,
        visibility = head.visibility.0,
        elided,
        lf,
        implement_name,
        id = declaration.identity.hash(),
    );
    out.extend(declaration.item_macro(class, Some(&symbol), "static", &TokenStream::new(), None));
    out.extend(declaration.declare(class, std::slice::from_ref(&symbol)));
    let default = match value {
        Some(value) => {
            let value = value.to_vec();
            Some(tokens!("#ty = #value", ty, value))
        }
        None if declaration.args.dynamic.is_some() => Some(tokens!("::core::primitive::u8 = 0")),
        None => None,
    };
    if let Some(default) = default {
        out.extend(tokens!(
            "#cfgs #lf::__private::default_static! {
                #pull #symbol #hidden { #cfgs static #hidden: #default; }
            }",
            cfgs,
            lf,
            pull = declaration.identity.symbol(Role::Pull),
            symbol,
            hidden = declaration.identity.hidden("default"),
            default,
        ));
    }
    out
}

/// A dynamic static: an object of its own, which leads to what is linked or installed.
fn slot(
    declaration: &Declaration<'_>,
    head: &Head,
    ty: &TokenStream,
    symbol: &str,
    has_default: bool,
) -> TokenStream {
    let Declaration { lf, cfgs, name, .. } = declaration;
    let unset = (!has_default).then(|| {
        let default = declaration.identity.hidden("default");
        tokens!("#default", default)
    });
    tokens!(
        "#cfgs #lf::__private::dynamic! {
            #plain
            #attributes #note
            #visibility static #name: #lf::Dynamic<#ty> =
                #lf::__private::dynamic_static!(#plain #symbol {#ty} #unset);
         }",
        cfgs,
        lf,
        plain = plain(name),
        attributes = attribute::all(&head.attributes),
        note = Class::dynamic_note(&format!("{name}.install")),
        visibility = head.visibility.0,
        name,
        ty,
        symbol,
        unset,
    )
}

/// A linked static: the symbol itself.
fn import(
    declaration: &Declaration<'_>,
    head: &Head,
    ty: &TokenStream,
    symbol: &str,
    class: Class,
) -> TokenStream {
    let Declaration { cfgs, name, .. } = declaration;
    let abi = if declaration.args.abi.is_some() {
        "C"
    } else {
        "Rust"
    };
    // An `extern` block takes no other names; the symbol is ours anyway.
    let (imported, rename) = if name.to_string().is_ascii() {
        (Ident::clone(name), None)
    } else {
        let imported = Ident::new(
            &format!("__LINKFACE_{:016X}", declaration.identity.hash()),
            Span::call_site(),
        );
        let visibility = &head.visibility.0;
        let rename = tokens!(
            "#cfgs #visibility use #imported as #name;",
            cfgs,
            visibility,
            imported,
            name
        );
        (imported, Some(rename))
    };
    // rustc looks at the parameters of functions only, when it asks whether C can hold a type.
    let held_by_c = declaration.args.abi.as_ref().map(|_| {
        tokens!(
            "#cfgs const _: () = {
                #[deny(improper_ctypes)]
                unsafe extern \"C\" {
                    #[allow(dead_code)]
                    fn held(value: #ty);
                }
             };",
            cfgs,
            ty
        )
    });
    tokens!(
        "#held_by_c #rename #cfgs #[allow(clashing_extern_declarations)] #[deny(improper_ctypes)]
         unsafe extern #abi {
            #attributes #note
            #[link_name = #symbol]
            #visibility safe static #imported: #ty;
         }",
        cfgs,
        abi,
        attributes = attribute::all(&head.attributes),
        note = class.note(),
        symbol,
        visibility = head.visibility.0,
        held_by_c,
        rename,
        imported,
        ty,
    )
}
