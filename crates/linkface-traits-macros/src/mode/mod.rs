//! `#[mode]`: how the methods of an impl are found.
//!
//! | module | holds |
//! |---|---|
//! | `args` | what stands in `#[mode(…)]` |
//! | `model` | the impl: its header and the members that callers can name |
//! | `header` | the header as an inherent impl can have it |
//! | `kind` | types that can't have an inherent impl |
//! | `rename` | `Self::Item` where `Self` isn't seen through the trait |
//! | `forward` | methods that pass a call on to the trait |
//! | `trap` | methods that refuse a call: external impls |
//! | `shared` | several external impls on one type, and one trap for all |
//! | `told` | members that stand in the trait only |
//! | `default` | a trait's default mode |
//! | `text` | code in messages |

mod args;
mod default;
mod forward;
mod header;
mod kind;
mod model;
mod rename;
mod shared;
mod text;
mod told;
mod trap;

use crate::krate::Krate;
use crate::mistakes::Mistakes;
use args::{Args, Mode};
use model::Impl;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Item, ItemImpl};

pub(crate) fn attribute(args: TokenStream, item: TokenStream) -> TokenStream {
    let mut mistakes = Mistakes::default();
    let args = Args::parse(args, &mut mistakes);
    match syn::parse2::<Item>(item.clone()) {
        Ok(Item::Impl(item)) => on_impl(&args, item, mistakes),
        Ok(Item::Trait(item)) => default::attribute(&args, item, mistakes),
        other => {
            mistakes.add(match other {
                Ok(_) => syn::Error::new(
                    proc_macro2::Span::call_site(),
                    "`#[mode]` stands on an impl of a trait, or on a trait",
                ),
                Err(error) => error,
            });
            mistakes.report().into_iter().chain(item).collect()
        }
    }
}

/// `#[mode]` on an impl.
fn on_impl(args: &Args, item: ItemImpl, mut mistakes: Mistakes) -> TokenStream {
    if let Some(default) = &args.default {
        mistakes.at(
            default,
            "a default mode stands on the trait; on an impl write the mode: \
             `#[mode(internal)]`, `#[mode(extension)]` or `#[mode(external)]`",
        );
    }
    let (item, mut model) = Impl::of(item, args, &mut mistakes);
    let made = model.as_mut().map(|model| match &args.mode {
        _ if !mistakes.is_empty() => TokenStream::new(),
        // What the trait has to tell, it tells in `told`.
        None => told::ask(args, model),
        Some(_) if args.all.is_some() => told::ask(args, model),
        Some((mode, _)) => expand(*mode, args, model, &mut mistakes),
    });
    let item = args.derived.is_none().then(|| item.to_token_stream());
    let mistakes = mistakes.report();
    quote!(#item #mistakes #made)
}

/// What an impl of this mode needs besides the impl.
fn expand(mode: Mode, args: &Args, model: &Impl, mistakes: &mut Mistakes) -> TokenStream {
    match mode {
        Mode::Extension => TokenStream::new(),
        Mode::Internal => forward::expand(args, model, mistakes),
        Mode::External => trap::expand(args, model, mistakes),
    }
}

/// The trait has told how it is declared.
pub(crate) fn told(input: TokenStream) -> TokenStream {
    told::told(input)
}

/// The path of a runtime item of modes.
fn runtime(krate: &Krate) -> TokenStream {
    quote!(#krate::__private::mode)
}
