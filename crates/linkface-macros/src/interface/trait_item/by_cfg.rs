//! A trait with a method under `#[cfg]`: as two, one with it and one without.

use super::super::Input;
use super::super::declared::{Trait, method_tokens};
use crate::attribute;
use crate::cursor::Cursor;
use crate::template::tokens;
use proc_macro::{TokenStream, TokenTree};

/// A method under `#[cfg]` decides about symbols in other crates, where the condition may be
/// another: settled here, before anything is made of the trait.
pub(super) fn by_cfg(input: &Input<'_>, declared: &Trait, conditional: usize) -> TokenStream {
    let Input {
        args,
        raw_args,
        head,
        ..
    } = input;
    let mut out = TokenStream::new();
    for present in [true, false] {
        let mut condition = TokenStream::new();
        let mut methods = TokenStream::new();
        for (n, (attributes, signature)) in declared.methods.iter().enumerate() {
            let mut attributes = attributes.clone();
            if n == conditional {
                let parts: TokenStream = attributes
                    .extract_if(.., |attribute| attribute.name == "cfg")
                    .map(|cfg| {
                        let inside = Cursor::new(cfg.content()).ahead().get(1).cloned();
                        let inside = match inside {
                            Some(TokenTree::Group(group)) => group.stream(),
                            _ => TokenStream::new(),
                        };
                        tokens!("#inside,", inside)
                    })
                    .collect();
                condition = if present {
                    tokens!("#[cfg(all(#parts))]", parts)
                } else {
                    tokens!("#[cfg(not(all(#parts)))]", parts)
                };
                if !present {
                    continue;
                }
            }
            let end = match &signature.body {
                Some(body) => tokens!("#body", body),
                None => tokens!(";"),
            };
            methods.extend(method_tokens(&attributes, signature, &end));
        }
        let colon = if declared.bounds.is_empty() {
            TokenStream::new()
        } else {
            tokens!(":")
        };
        out.extend(tokens!(
            "#condition
             #[#lf::interface(#raw_args)]
             #attributes #visibility #unsafety trait #name #colon #bounds #clause { #methods }",
            condition,
            lf = args.lf(),
            raw_args,
            attributes = attribute::all(&head.attributes),
            visibility = head.visibility.0,
            unsafety = declared.unsafety,
            name = declared.name,
            colon,
            bounds = declared.bounds,
            clause = declared.where_clause,
            methods
        ));
    }
    out
}
