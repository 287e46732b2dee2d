//! `#[anon]` and `anon!`
//!
//! | module | holds |
//! |---|---|
//! | `input`, `captures`, `arguments` | what is written |
//! | `conditional` | members under `#[cfg]` |
//! | `walk`, `visit`, `macros`, `tokens`, `format` | the walk through a body that knows what is bound where |
//! | `found` | what a body uses of the function around it |
//! | `place`, `places` | puts the place of a variable where its name stands |
//! | `state` | the rule: which variables the object holds, and how they get into it |
//! | `reading`, `receiver`, `closure`, `lifetimes`, `selfless` | a method as a closure |
//! | `prepared`, `free`, `object` | the struct behind the object |
//! | `inferred`, `annotated` | the two expansions: types of captures inferred, and written |

mod annotated;
mod arguments;
mod captures;
mod closure;
mod conditional;
mod format;
mod found;
mod free;
#[cfg(test)]
mod garbage;
mod inferred;
mod input;
mod lifetimes;
mod macros;
mod object;
pub(crate) mod place;
mod places;
mod prepared;
mod reading;
mod receiver;
mod selfless;
mod state;
mod tokens;
mod visit;
mod walk;

use crate::krate::Krate;
use crate::mistakes::Mistakes;
use arguments::Arguments;
use input::Input;
use proc_macro2::TokenStream;
use quote::quote;
use syn::ImplItem;
use syn::parse::{ParseStream, Parser};

pub(crate) fn attribute(args: TokenStream, item: TokenStream) -> TokenStream {
    let mut mistakes = Mistakes::default();
    let args = mistakes.take(syn::parse2::<Arguments>(args));
    let item = mistakes.take(syn::parse2::<Input>(item));
    let (Some(args), Some(mut input)) = (args, item) else {
        return error(mistakes);
    };
    if let Some(captures) = &input.captures {
        let text = "`#[anon]` takes captures itself: `#[anon(name, …)] impl Trait for _ { … }`";
        mistakes.add(syn::Error::new(captures.span(), text));
    }
    input.places = args.places;
    input.move_token = args.move_token;
    input.captures = args.captures;
    expand(&input, true, mistakes)
}

pub(crate) fn expression(input: TokenStream) -> TokenStream {
    let parse = |input: ParseStream<'_>| {
        input.parse::<Krate>()?;
        input.parse::<Input>()
    };
    let mut mistakes = Mistakes::default();
    match mistakes.take(parse.parse2(input)) {
        Some(input) => expand(&input, false, mistakes),
        None => error(mistakes),
    }
}

fn expand(input: &Input, attribute: bool, mut mistakes: Mistakes) -> TokenStream {
    if !mistakes.is_empty() {
        return error(mistakes);
    }
    if let Some((cfg, with, without)) = conditional::settle(input) {
        let with = expand(&with, attribute, Mistakes::default());
        let without = expand(&without, attribute, Mistakes::default());
        let object = proc_macro2::Ident::new("__object", proc_macro2::Span::mixed_site());
        return quote! {{
            #[cfg(all(#(#cfg),*))]
            let #object = #with;
            #[cfg(not(all(#(#cfg),*)))]
            let #object = #without;
            #object
        }};
    }
    for item in input.impls.iter().flat_map(|item| &item.items) {
        if let ImplItem::Verbatim(tokens) = item {
            mistakes.at(
                tokens,
                "expected a method with a body, `type …;` or `const …;`",
            );
        }
    }
    if let Some(captures) = &input.captures {
        captures.check(&mut mistakes);
    }
    let annotated = input
        .captures
        .as_ref()
        .is_some_and(captures::Captures::annotated);
    let tokens = if annotated {
        annotated::expand(input, &mut mistakes)
    } else {
        inferred::expand(input, attribute, &mut mistakes)
    };
    if mistakes.is_empty() {
        tokens
    } else {
        error(mistakes)
    }
}

/// What stands in for the object after a mistake: rustc knows it for an error, and says no more about it.
fn error(mistakes: Mistakes) -> TokenStream {
    let report = mistakes.report();
    quote!({ #report })
}
