//! `#[interface] pub type SystemDisk: BlockDeviceApi;`: one more place for an implementor of a trait
//! that is an interface already, with a proxy of its own.

use super::Input;
use super::class::Class;
use super::declaration::Declaration;
use super::declared::{Crossing, Trait};
use super::proxy::{Definition, Proxy};
use super::refuse::{TRAITS_ARE_LINKED, refuse_dynamic};
use super::trait_item::{default_type, over, proof};
use crate::cursor::Cursor;
use crate::errors::Errors;
use crate::item::Head;
use crate::template::tokens;
use proc_macro::{Ident, TokenStream};

pub(super) fn expand(input: &Input<'_>, cursor: &mut Cursor, mut errors: Errors) -> TokenStream {
    let &Input {
        args,
        head,
        item,
        models,
        ..
    } = input;
    refuse_dynamic(args, TRAITS_ARE_LINKED, &mut errors);
    cursor.next();
    let Some(name) = cursor.ident() else {
        errors.at(cursor.span(), "expected the type's name");
        return errors.report();
    };
    if let Some((_, proxy)) = &args.proxy {
        errors.at(
            proxy.span(),
            format!("`{name}` is the proxy: leave `{proxy}` out"),
        );
    }
    if cursor.eat_punct(':').is_none() {
        errors.at(
            cursor.span(),
            format!("name the trait that the type implements: `pub type {name}: Trait;`"),
        );
        return errors.report();
    }
    let path = cursor.until(&|cursor| cursor.is_punct(';') || cursor.is_punct('='));
    if let Some(sign) = cursor.eat_punct('=') {
        errors.at(
            sign.span(),
            "the provider says which type it is; a default is an argument: `#[interface(default = Type)]`",
        );
    }
    if !errors.is_empty() {
        let mut out = errors.report();
        out.extend(tokens!(
            "#visibility enum #name {}",
            visibility = head.visibility.0,
            name
        ));
        return out;
    }
    if models.is_empty() {
        return over(&path, input);
    }
    let declaration = Declaration::new(args, head, &name, &item.to_string(), &mut errors);
    let trait_path = crate::cursor::stream(&path);
    let mut declared = Cursor::new(models[0].1.clone());
    let mut proofs = proof(&trait_path, &mut declared);
    let Some(declared) = Trait::parse(&mut declared, &mut errors) else {
        return errors.report();
    };
    let mut crossing = declared.crossing(&trait_path, args, "", &mut errors);
    let interfaces = std::mem::take(&mut crossing.interfaces);
    if errors.is_empty()
        && let Some(next) = interfaces.get(models.len() - 1)
    {
        return over(next, input);
    }
    for (n, (path, model)) in models.iter().enumerate().skip(1) {
        let mut cursor = Cursor::new(model.clone());
        proofs.extend(proof(path, &mut cursor));
        if let Some(parent) = Trait::parse(&mut cursor, &mut errors) {
            let parent = parent.crossing(path, args, &format!("__super_{n}_"), &mut errors);
            crossing.absorb(parent);
        }
    }
    if !errors.is_empty() {
        return errors.report();
    }
    let mut out = emit(&declaration, head, &name, trait_path, &declared, &crossing);
    out.extend(proofs);
    out
}

fn emit(
    declaration: &Declaration<'_>,
    head: &Head,
    name: &Ident,
    trait_path: TokenStream,
    declared: &Trait,
    crossing: &Crossing,
) -> TokenStream {
    let class = Class::of_trait(declaration.args);
    let proxy = Proxy {
        declaration,
        class,
        attributes: &head.attributes,
        visibility: &head.visibility,
        name,
        trait_path,
        crossing,
    };
    let Definition {
        tokens: mut out,
        methods,
        checks,
        symbols,
    } = proxy.define();
    out.extend(tokens!(
        "#cfgs impl #name { #methods }",
        cfgs = declaration.cfgs,
        name,
        methods = declared.inherent(&proxy.trait_path, &head.visibility, crossing.needs_value())
    ));
    let details = tokens!("[by_proxy] #checks #methods", checks, methods);
    out.extend(declaration.item_macro(class, None, "type", &details, None));
    out.extend(declaration.declare(class, &symbols));
    out.extend(default_type(
        declaration,
        class,
        &details,
        &tokens!("#name", name),
    ));
    out
}
