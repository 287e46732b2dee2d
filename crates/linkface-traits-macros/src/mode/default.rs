//! `#[mode(default = …)]` on a trait: what `#[mode]` without a mode means on its impls.
//!
//! The trait's macro tells it, as an attribute of the told trait.

use super::args::{Args, Mode};
use crate::mistakes::Mistakes;
use crate::{conditional, told};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, ItemTrait, parse_quote};

/// Attributes that write the trait's macro themselves.
const TELLING: [&str; 3] = ["sam", "delegatable", "interface"];

pub(super) fn attribute(args: &Args, item: ItemTrait, mut mistakes: Mistakes) -> TokenStream {
    if let Some((_, word)) = &args.mode {
        mistakes.at(
            word,
            format!(
                "a trait has no mode of its own: write `#[mode(default = {word})]` for that of its \
                 impls"
            ),
        );
    } else if args.default.is_none() && mistakes.is_empty() {
        mistakes.at(
            &item.ident,
            "write the mode of the trait's impls: `#[mode(default = external)]`",
        );
    }
    if !mistakes.is_empty() {
        let mistakes = mistakes.report();
        return quote!(#item #mistakes);
    }
    let krate = &args.krate;
    let default = &args.default;
    if args.told {
        return quote!(#item);
    }
    if item.attrs.iter().any(is_telling) {
        // That one comes first, sees this one and tells it.
        let mut item = item;
        item.attrs
            .push(parse_quote!(#[#krate::attr::mode(default = #default, told)]));
        return quote!(#item);
    }
    let tokens = &args.tokens;
    if let Some(settled) = conditional::settle(&quote!(#[#krate::attr::mode(#tokens)]), &item) {
        return settled;
    }
    let mut telling = item.clone();
    telling.attrs = vec![parse_quote!(#[mode(default = #default)])];
    let told = told::macro_beside(&telling);
    quote!(#item #told)
}

/// The default mode that a told trait has.
pub(super) fn of(declared: &ItemTrait) -> Mode {
    let default = declared
        .attrs
        .iter()
        .filter(|attribute| told::is(attribute, "mode"))
        .find_map(|attribute| {
            let list = attribute.meta.require_list().ok()?;
            let args = Args::parse(list.tokens.clone(), &mut Mistakes::default());
            args.default.as_ref().and_then(Mode::of)
        });
    default.unwrap_or(Mode::Extension)
}

fn is_telling(attribute: &Attribute) -> bool {
    TELLING.iter().any(|name| told::is(attribute, name))
}
