//! What attributes say of a type, field or variant.

use super::refusal::Refusal;
use syn::{Attribute, Expr};

/// `#[repr(…)]`: what it says that C has to know.
#[derive(Debug, Default)]
pub(super) struct Repr {
    pub(super) c: bool,
    pub(super) transparent: bool,
    /// `packed`, `align(…)`: C99 has no word for them.
    pub(super) layout: Option<String>,
    /// `u8`
    pub(super) integer: Option<String>,
}

impl Repr {
    pub(super) fn of(attributes: &[Attribute]) -> Self {
        let mut repr = Self::default();
        for attribute in attributes.iter().filter(|it| it.path().is_ident("repr")) {
            // What rustc doesn't understand, it reports.
            let _ = attribute.parse_nested_meta(|meta| {
                let word = meta.path.get_ident().map(ToString::to_string);
                match word.as_deref() {
                    Some("C") => repr.c = true,
                    Some("transparent") => repr.transparent = true,
                    Some("packed" | "align") => {
                        repr.layout = word;
                        if meta.input.peek(syn::token::Paren) {
                            let inner;
                            syn::parenthesized!(inner in meta.input);
                            let _: proc_macro2::TokenStream = inner.parse()?;
                        }
                    }
                    Some(_) => repr.integer = word,
                    None => {}
                }
                Ok(())
            });
        }
        repr
    }
}

/// Under a `cfg`, one header would be wrong for somebody.
pub(super) fn conditions(attributes: &[Attribute]) -> Result<(), Refusal> {
    if !attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("cfg"))
    {
        return Ok(());
    }
    Err(Refusal::new(
        "a header is the same for every target and feature, so nothing in it can be under a `cfg`",
        "take the `cfg` away, or put it around two types with different names",
    ))
}

/// The doc comment, without the space behind each `///`.
pub(super) fn docs(attributes: &[Attribute]) -> String {
    let mut lines = Vec::new();
    for attribute in attributes {
        if let syn::Meta::NameValue(meta) = &attribute.meta
            && meta.path.is_ident("doc")
            && let Expr::Lit(syn::ExprLit {
                lit: syn::Lit::Str(text),
                ..
            }) = &meta.value
        {
            let text = text.value();
            lines.push(text.strip_prefix(' ').unwrap_or(&text).to_owned());
        }
    }
    lines.join("\n")
}
