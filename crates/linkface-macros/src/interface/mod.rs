//! `#[interface]`: declaring an item.

mod called;
mod class;
mod declaration;
mod declared;
mod dynamic;
mod elided;
mod function;
mod group;
mod hole;
mod implementor;
mod loadable;
mod proxy;
mod refuse;
mod static_item;
mod trait_item;
mod types;
mod wire;

pub(crate) use group::GroupItem;

use crate::args::InterfaceArgs;
use crate::cursor::{Cursor, Tokens, stream};
use crate::errors::Errors;
use crate::features::Features;
use crate::item::{Head, Keyword};
use proc_macro::{Delimiter, TokenStream, TokenTree};

pub(crate) fn expand(args: &TokenStream, item: &TokenStream, features: Features) -> TokenStream {
    if let Some(expanded) = loadable::expand(args, item, features) {
        return expanded;
    }
    let mut errors = Errors::default();
    let parsed = InterfaceArgs::parse(args.clone(), features, &mut errors);
    dispatch(args, &parsed, item, &[], errors)
}

/// The macro of a declared trait has added its model to an item that names it.
pub(crate) fn expand_over(input: TokenStream, features: Features) -> TokenStream {
    let mut cursor = Cursor::new(input);
    let mut next = || match cursor.next() {
        Some(TokenTree::Group(group)) => group.stream(),
        _ => TokenStream::new(),
    };
    let (model, path, args, known, item) = (next(), next(), next(), next(), next());
    let mut errors = Errors::default();
    let parsed = InterfaceArgs::parse(args.clone(), features, &mut errors);
    let mut models: Vec<(TokenStream, TokenStream)> = Vec::new();
    let mut known = Cursor::new(known);
    while let (Some(path), Some(model)) = (
        known.group(Delimiter::Bracket),
        known.group(Delimiter::Brace),
    ) {
        models.push((path.stream(), model.stream()));
    }
    models.push((path, model));
    dispatch(&args, &parsed, &item, &models, errors)
}

/// An item under `#[interface]`.
struct Input<'a> {
    args: &'a InterfaceArgs,
    /// As written, to be passed on.
    raw_args: &'a TokenStream,
    head: &'a Head,
    /// All of it.
    item: &'a TokenStream,
    /// The traits that it builds on, as `(path written here, declaration)`.
    models: &'a [(TokenStream, TokenStream)],
}

fn dispatch(
    raw_args: &TokenStream,
    args: &InterfaceArgs,
    item: &TokenStream,
    models: &[(TokenStream, TokenStream)],
    mut errors: Errors,
) -> TokenStream {
    let mut cursor = Cursor::new(item.clone());
    let head = Head::parse(&mut cursor);
    let input = Input {
        args,
        raw_args,
        head: &head,
        item,
        models,
    };
    match head.keyword {
        Keyword::Fn => function::expand(args, &head, &mut cursor, errors),
        Keyword::Static => static_item::expand(args, &head, &mut cursor, errors),
        Keyword::Trait => trait_item::expand(&input, &mut cursor, errors),
        Keyword::Mod => group::expand(args, &head, &mut cursor, errors),
        Keyword::Type => hole::expand(&input, &mut cursor, errors),
        Keyword::Impl | Keyword::Use | Keyword::Other => {
            errors.at(
                cursor.span(),
                "`#[interface]` declares a `fn`, a `static`, a `trait`, a `mod` of these, or a \
                 `type Name: Trait;`",
            );
            let mut out = errors.report();
            out.extend(item.clone());
            out
        }
    }
}

fn text_of(tokens: &Tokens) -> String {
    stream(tokens).to_string()
}
