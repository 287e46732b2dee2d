//! What stands at a declared item that it can't have.

use crate::args::InterfaceArgs;
use crate::attribute::Attribute;
use crate::errors::Errors;
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
