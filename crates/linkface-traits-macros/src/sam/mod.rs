//! `#[sam]` and `sam!`.
//!
//! | module | holds |
//! |---|---|
//! | `args` | the arguments of `#[sam]` |
//! | `model`, `check`, `receiver` | a trait that a closure can implement, and what is wrong with others |
//! | `plan`, `erase`, `dynamic` | the closure's signature and the call; generic arguments behind `dyn` |
//! | `expand` | the type, the impl and the constructor |
//! | `input`, `closure` | `sam!`, and its forms that need no more than a constructor |
//! | `captures`, `object`, `write` | `sam!` with named captures |
//! | `selves` | `self` and `Self` in the body of such a closure |
//! | `for_all` | `sam!` for all lifetimes |
//! | `solve` | the trait's parameters, from what is written out |
//! | `types`, `names` | rewriting types, fresh names |

mod args;
mod captures;
mod check;
mod closure;
mod dynamic;
mod erase;
mod expand;
mod for_all;
mod input;
mod model;
mod names;
mod object;
mod plan;
mod receiver;
mod selves;
mod solve;
mod types;
mod write;

use crate::mistakes::Mistakes;
use crate::{conditional, told};
use args::Args;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, ItemTrait};

/// `#[sam]`
pub(crate) fn attribute(args: TokenStream, item: TokenStream) -> TokenStream {
    let parsed: Args = match syn::parse2(args.clone()) {
        Ok(parsed) => parsed,
        Err(mistake) => {
            let mistake = mistake.to_compile_error();
            return quote!(#mistake #item);
        }
    };
    let whole = item.clone();
    let item: ItemTrait = match syn::parse2(item) {
        Ok(item) => item,
        Err(mistake) => {
            let is_trait = whole
                .clone()
                .into_iter()
                .any(|token| matches!(token, TokenTree::Ident(word) if word == "trait"));
            let mistake = if is_trait {
                mistake
            } else {
                syn::Error::new(mistake.span(), "`#[sam]` belongs on a trait")
            };
            let mistake = mistake.to_compile_error();
            return quote!(#mistake #whole);
        }
    };
    let krate = &parsed.krate;
    let args = Group::new(Delimiter::Parenthesis, args);
    let attribute = quote!(#[#krate::attr::sam #args]);
    if let Some(again) = conditions_first(&attribute, &item) {
        return again;
    }
    if let Some(settled) = conditional::settle(&attribute, &item) {
        return settled;
    }

    let mut mistakes = Mistakes::default();
    let sam = check::check(&item, parsed.foreign.clone(), &mut mistakes);
    let declared = match (&parsed.foreign, &sam) {
        (None, _) => {
            let mut declared = item.clone();
            told::mark(&mut declared);
            declared.to_token_stream()
        }
        (Some(path), Some(sam)) => expand::reexport(sam, path),
        (Some(_), None) => TokenStream::new(),
    };
    let made = sam.map(|mut sam| {
        let kept: Vec<&Attribute> = item.attrs.iter().filter(|it| is_kept(it)).collect();
        let planned = if parsed.only_static {
            Err(erase::Why(
                "it is declared with `#[sam(static)]`".to_owned(),
            ))
        } else {
            plan::plan(&mut sam)
        };
        match planned {
            Ok(plan) => expand::constructor(&mut sam, &plan, &kept),
            Err(why) => expand::refusal(&mut sam, &why, &kept),
        }
    });
    let is_left = parsed.told || item.attrs.iter().any(|it| told::is(it, "delegatable"));
    let told = (!is_left).then(|| told::macro_beside(&item));
    let mistakes = mistakes.report();
    quote!(#mistakes #declared #made #told)
}

/// An item's own `#[cfg]` covers all that is made of it, so it comes before the attribute.
fn conditions_first(attribute: &TokenStream, item: &ItemTrait) -> Option<TokenStream> {
    let mut item = item.clone();
    let conditions: Vec<Attribute> = item
        .attrs
        .extract_if(.., |attribute| attribute.path().is_ident("cfg"))
        .collect();
    (!conditions.is_empty()).then(|| quote!(#(#conditions)* #attribute #item))
}

/// What the constructor shares with its trait.
fn is_kept(attribute: &Attribute) -> bool {
    attribute.path().is_ident("deprecated")
        || (attribute.path().is_ident("doc")
            && attribute.to_token_stream().to_string().contains("(hidden)"))
}

/// `sam!`
pub(crate) fn closure(input: TokenStream) -> TokenStream {
    closure::closure(input)
}

/// `sam!`, after the trait has told how it is declared.
pub(crate) fn told(input: TokenStream) -> TokenStream {
    closure::told(input)
}
