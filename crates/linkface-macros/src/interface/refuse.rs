//! What stands at a declared item that it can't have.

use crate::args::InterfaceArgs;
use crate::attribute::Attribute;
use crate::cursor::span_of;
use crate::errors::Errors;
use crate::generics::Kind;
use crate::signature::Signature;
use proc_macro::TokenStream;

/// Attributes of a declared function or static that its generated parts can't have.
pub(super) fn refuse_attributes(attributes: &[Attribute], errors: &mut Errors) {
    for attribute in attributes {
        let why = match attribute.name.as_str() {
            "track_caller" => {
                "`#[track_caller]` adds a hidden argument, which the implementor's symbol doesn't have: \
                 take a `&Location` argument instead"
            }
            "no_mangle" | "export_name" | "link_name" => {
                "the symbol is linkface's: choose it with `#[interface(symbol = unsafe(\"name\"))]`"
            }
            "link_section" | "target_feature" | "naked" => {
                "this attribute belongs to a body: put it on the implementation"
            }
            _ => continue,
        };
        errors.at(attribute.span, why);
    }
}

/// Attributes without those that must not be repeated on a generated part.
pub(super) fn without(attributes: &[Attribute], names: &[&str]) -> TokenStream {
    attributes
        .iter()
        .filter(|attribute| !names.contains(&attribute.name.as_str()))
        .flat_map(|attribute| attribute.tokens.clone())
        .collect()
}

/// Arguments that this kind of item has no use for.
pub(super) fn refuse_args(args: &InterfaceArgs, what: &str, errors: &mut Errors) {
    if let Some((_, name)) = &args.proxy {
        errors.at(
            name.span(),
            format!("{what} has no proxy: leave `{name}` out"),
        );
    }
    for (value, name) in [(&args.storage, "storage"), (&args.align, "align")] {
        if let Some(value) = value {
            errors.at(
                value.span,
                format!("`{name}` is about a proxy, which {what} doesn't have"),
            );
        }
    }
    if let Some(default) = args
        .default
        .as_ref()
        .filter(|default| !default.value.is_empty())
    {
        errors.at(
            default.span,
            format!("`default = Type` is for traits: {what} has its default in its own text"),
        );
    }
}

/// Why traits and what stands for their implementors aren't dynamic.
pub(super) const TRAITS_ARE_LINKED: &str = "a proxy has the size of the linked implementor and calls its methods directly, so none can take its place \
    while the program runs: `dynamic` is for functions and statics, and a trait that a plugin implements says \
    `loadable = Name`";

/// `dynamic`, on what is neither a function nor a static.
pub(super) fn refuse_dynamic(args: &InterfaceArgs, why: &str, errors: &mut Errors) {
    if let Some(span) = args.dynamic {
        errors.at(span, why);
    }
}

/// Arguments that go against `dynamic`.
pub(super) fn refuse_beside_dynamic(args: &InterfaceArgs, errors: &mut Errors) {
    if args.dynamic.is_none() {
        return;
    }
    if let Some(default) = args
        .default
        .as_ref()
        .filter(|default| default.value.is_empty())
    {
        errors.at(
            default.span,
            "a dynamic item takes no default from a provider: give it one here, or let a provider \
             implement it",
        );
    }
    for (value, name) in [(&args.abi, "abi"), (&args.symbol, "symbol")] {
        if let Some(value) = value {
            errors.at(
                value.span,
                format!(
                    "a dynamic item is called through a pointer and not by a C symbol: leave `{name}` \
                     out; for C's calling convention declare an `extern \"C\" fn`"
                ),
            );
        }
    }
}

/// What a function pointer cannot be.
pub(super) fn refuse_dynamic_signature(signature: &Signature, errors: &mut Errors) {
    const WHY: &str = "a dynamic function is called through a pointer, whose lifetimes have no bounds: \
                       leave them out";
    for parameter in &signature.generics.0 {
        if parameter.kind == Kind::Lifetime && parameter.tokens.len() > parameter.name.len() {
            errors.at(span_of(&parameter.tokens), WHY);
        }
    }
    if !signature.where_clause.is_empty() {
        errors.at(span_of(&signature.where_clause), WHY);
    }
}
