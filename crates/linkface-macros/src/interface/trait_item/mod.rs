//! `#[interface(pub BlockDevice)] pub trait BlockDeviceApi { … }`

mod by_cfg;
mod told;

pub(super) use told::{over, proof};

use super::Input;
use super::class::Class;
use super::declaration::Declaration;
use super::declared::{Crossing, Trait, method_tokens};
use super::proxy::{Definition, Proxy};
use super::refuse::{TRAITS_ARE_LINKED, refuse_dynamic};
use crate::attribute;
use crate::cursor::Cursor;
use crate::errors::Errors;
use crate::item::{Head, Visibility};
use crate::template::tokens;
use by_cfg::by_cfg;
use linkface_symbol::Role;
use proc_macro::{Ident, TokenStream};
use told::from_everywhere;

pub(super) fn expand(input: &Input<'_>, cursor: &mut Cursor, mut errors: Errors) -> TokenStream {
    let &Input {
        args,
        head,
        item,
        models,
        ..
    } = input;
    let Some(declared) = Trait::parse(cursor, &mut errors) else {
        errors.at(cursor.span(), "expected a trait");
        return errors.report();
    };
    if let Some(n) = declared.conditional {
        return by_cfg(input, &declared, n);
    }
    let declaration = Declaration::new(
        args,
        head,
        &declared.name,
        &declared.model().to_string(),
        &mut errors,
    );
    refuse_dynamic(args, TRAITS_ARE_LINKED, &mut errors);
    if args.implement_as.is_some() {
        errors.at(
            declared.name.span(),
            "`implement_as` is for functions and statics: a trait is implemented under its own name",
        );
    }
    let path = tokens!("#name", name = declared.name);
    let mut crossing = declared.crossing(&path, args, "", &mut errors);

    // Supertraits that are interfaces: their macros add what they declare, one after the other.
    let interfaces = std::mem::take(&mut crossing.interfaces);
    if errors.is_empty()
        && let Some(next) = interfaces.get(models.len())
    {
        return over(next, input);
    }
    let mut proofs = TokenStream::new();
    for (n, (path, model)) in models.iter().enumerate() {
        let mut cursor = Cursor::new(model.clone());
        proofs.extend(proof(path, &mut cursor));
        if let Some(parent) = Trait::parse(&mut cursor, &mut errors) {
            crossing.absorb(parent.crossing(path, args, &format!("__super_{n}_"), &mut errors));
        }
    }

    let Some((proxy_visibility, proxy_name)) = &args.proxy else {
        // Who wrote `dynamic` was told what to write instead.
        if args.dynamic.is_none() {
            errors.at(
                declared.name.span(),
                format!(
                    "name the proxy, the type that stands for the unknown implementor: \
                     `#[interface(pub {}Proxy)]`",
                    declared.name
                ),
            );
        }
        return failed(errors, item);
    };
    if crate::cursor::plain(proxy_name) == crate::cursor::plain(&declared.name) {
        errors.at(
            proxy_name.span(),
            format!(
                "the proxy needs a name of its own: call it `{proxy_name}` and the trait \
                 `{proxy_name}Api`, for example"
            ),
        );
        return failed(errors, item);
    }
    if !errors.is_empty() {
        let mut out = failed(errors, item);
        out.extend(tokens!(
            "#[doc(hidden)] #proxy_visibility enum #proxy_name {}",
            proxy_visibility = proxy_visibility.0,
            proxy_name
        ));
        return out;
    }
    let mut out = emit(
        &declaration,
        head,
        &declared,
        &crossing,
        (proxy_visibility, proxy_name),
    );
    out.extend(proofs);
    out
}

fn emit(
    declaration: &Declaration<'_>,
    head: &Head,
    declared: &Trait,
    crossing: &Crossing,
    (proxy_visibility, proxy_name): (&Visibility, &Ident),
) -> TokenStream {
    let args = declaration.args;
    let class = Class::of_trait(args);
    let path = tokens!("#name", name = declared.name);
    let hidden = declaration.identity.hidden("items");
    let mut out = trait_tokens(head, declared, &hidden, &class.note());
    out.extend(hidden_supertrait(declaration, &hidden));
    let proxy = Proxy {
        declaration,
        class,
        attributes: &args.proxy_attributes,
        visibility: proxy_visibility,
        name: proxy_name,
        trait_path: path.clone(),
        crossing,
    };
    let Definition {
        tokens,
        methods,
        checks,
        symbols,
    } = proxy.define();
    out.extend(tokens);
    out.extend(tokens!(
        "#cfgs impl #proxy_name { #methods }",
        cfgs = declaration.cfgs,
        proxy_name,
        methods = declared.inherent(&path, declaration.visibility, crossing.needs_value())
    ));
    let details = tokens!(
        "[by_trait #hidden] #checks #methods",
        hidden,
        checks,
        methods
    );
    // The second arm is for the macros of `linkface-traits`: see `told.rs` there. Of attributes they read
    // `#[mode(default = …)]`, which is theirs.
    let modes: TokenStream = head
        .attributes
        .iter()
        .filter(|attribute| attribute.name == "mode")
        .flat_map(|attribute| attribute.tokens.clone())
        .collect();
    let arms = tokens!(
        "([$($lf:tt)*] __over $($rest:tt)*) => {
            $($lf)*::__private::expand_over! { {#hidden #model} $($rest)* }
        };
        (@trait [$($to:tt)*] $($rest:tt)*) => { $($to)*! { {#modes #model} $($rest)* } };",
        hidden,
        modes,
        model = from_everywhere(declared.model())
    );
    out.extend(declaration.item_macro(class, None, "trait", &details, Some(&arms)));
    out.extend(declaration.declare(class, &symbols));
    out.extend(default_type(declaration, class, &details, &path));
    out
}

/// The implementation by `default = Type`, if there is one.
pub(super) fn default_type(
    declaration: &Declaration<'_>,
    class: Class,
    details: &TokenStream,
    path: &TokenStream,
) -> TokenStream {
    let Some(default) = declaration
        .args
        .default
        .as_ref()
        .filter(|_| class == Class::Defaulted)
    else {
        return TokenStream::new();
    };
    tokens!(
        "#cfgs #[cfg(not(doc))] #lf::__private::implement_trait! {
            [default #pull] [#hash #image] #details #marker [#path] #id {#ty}
        }",
        cfgs = declaration.cfgs,
        lf = declaration.lf,
        pull = declaration.identity.symbol(Role::Pull),
        hash = declaration.identity.hash(),
        image = declaration.identity.image(),
        details,
        marker = declaration.identity.hidden("default"),
        path,
        id = declaration.identity.hidden("default_id"),
        ty = default.value
    )
}

/// The trait as written, so that there's no second error.
fn failed(errors: Errors, item: &TokenStream) -> TokenStream {
    let mut out = errors.report();
    out.extend(item.clone());
    out
}

/// The trait with the bound that leads to its hidden type; in documentation as the author wrote it.
fn trait_tokens(head: &Head, declared: &Trait, hidden: &Ident, note: &TokenStream) -> TokenStream {
    let methods: TokenStream = declared
        .methods
        .iter()
        .map(|(attributes, signature)| {
            let end = match &signature.body {
                Some(body) => tokens!("#body", body),
                None => tokens!(";"),
            };
            method_tokens(attributes, signature, &end)
        })
        .collect();
    let with = |condition: &TokenStream, extra: &TokenStream| {
        let empty = declared.bounds.is_empty();
        let plus = if empty || extra.is_empty() {
            TokenStream::new()
        } else {
            tokens!("+")
        };
        let colon = if empty && extra.is_empty() {
            TokenStream::new()
        } else {
            tokens!(":")
        };
        tokens!(
            "#[cfg(#condition)]
             #[allow(async_fn_in_trait)]
             #attributes #note #visibility #unsafety trait #name #colon #bounds #plus #extra #clause { #methods }",
            condition,
            attributes = attribute::all(&head.attributes),
            note,
            visibility = head.visibility.0,
            unsafety = declared.unsafety,
            name = declared.name,
            colon,
            bounds = declared.bounds,
            plus,
            extra,
            clause = declared.where_clause,
            methods
        )
    };
    let mut out = with(&tokens!("not(doc)"), &tokens!("#hidden", hidden));
    out.extend(with(&tokens!("doc"), &TokenStream::new()));
    out
}

fn hidden_supertrait(declaration: &Declaration<'_>, hidden: &Ident) -> TokenStream {
    let items = super::proxy::items_name(declaration);
    tokens!(
        "#cfgs #[doc(hidden)] #[allow(non_camel_case_types)]
         #visibility trait #hidden { #[doc(hidden)] type #hidden where Self: ::core::marker::Sized; }
         #cfgs impl<__T: ?::core::marker::Sized> #hidden for __T {
            type #hidden = #items where Self: ::core::marker::Sized;
         }",
        cfgs = declaration.cfgs,
        visibility = declaration.visibility.0,
        hidden,
        items
    )
}
