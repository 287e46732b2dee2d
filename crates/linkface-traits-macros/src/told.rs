//! The macro beside a trait, which tells other macros how the trait is declared.
//!
//! A proc macro sees only its own input: `delegate! { impl Bar for Foo { use self.0.*; } }` can't know
//! `Bar`'s methods. So a trait that other macros build on has a `macro_rules!` of the same name, which
//! every `use` of the trait brings along. It answers one question:
//!
//! ```text
//! Bar! { @trait [path::to::macro] tokens }   ⟶   path::to::macro! { {trait Bar { … }} tokens }
//! ```
//!
//! `#[sam]` and `#[delegatable]` emit it, and `#[interface]` of `linkface` has the same arm in its own
//! macro. In what is told, default bodies and values are empty, and no method stands under `#[cfg]`.
//! Paths that begin with `crate` lead into the trait's crate from everywhere. Other names in it mean
//! what they mean where the user is, not what they mean beside the trait: `#[delegatable]` replaces
//! them (`delegate::names`).

use linkface_symbol::hash;
use proc_macro2::{Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use syn::ext::IdentExt;
use syn::{Attribute, ItemTrait, Meta, Path, TraitItem, Visibility, parse_quote};

/// The macro that tells `item`.
pub(crate) fn macro_beside(item: &ItemTrait) -> TokenStream {
    macro_telling(item, &told(item))
}

/// The macro beside `item` that tells `told` of it. None if `#[interface]` on the trait writes it.
pub(crate) fn macro_telling(item: &ItemTrait, told: &ItemTrait) -> TokenStream {
    if item
        .attrs
        .iter()
        .any(|attribute| is(attribute, "interface"))
    {
        return TokenStream::new();
    }
    let name = &item.ident;
    let visibility = &item.vis;
    let hidden = hidden("told", name);
    let export = matches!(visibility, Visibility::Public(_)).then(|| quote!(#[macro_export]));
    let told = from_everywhere(told.to_token_stream());
    let is_no_interface = format!(
        "`{name}` is a trait, and no interface: declare it with `#[linkface::interface(pub Proxy)]`"
    );
    let is_no_macro = format!("`{name}` is a trait, and no macro: name it without `!`");
    quote! {
        #[doc(hidden)]
        #export
        #[allow(unused_macros, non_local_definitions)]
        macro_rules! #hidden {
            (@trait [$($to:tt)*] $($rest:tt)*) => { $($to)*! { { #told } $($rest)* } };
            // What `#[implement]` and `#[interface]` of linkface ask.
            ([$($linkface:tt)*] $($rest:tt)*) => { ::core::compile_error! { #is_no_interface } };
            ($($rest:tt)*) => { ::core::compile_error! { #is_no_macro } };
        }
        #[doc(hidden)]
        #[allow(unused_imports)]
        #visibility use #hidden as #name;
    }
}

/// The call that asks the trait at `path` to tell `to`, a macro, how it is declared, and to pass on
/// `rest`.
pub(crate) fn ask(path: &Path, to: &TokenStream, rest: &TokenStream) -> TokenStream {
    // A macro's path has no arguments.
    let mut path = path.clone();
    for segment in &mut path.segments {
        segment.arguments = syn::PathArguments::None;
    }
    quote!(#path! { @trait [#to] #rest })
}

/// Says to the other attributes of a trait, which come later, that its macro is written.
///
/// They can't be told by a table: editors expand one attribute again and again in one process.
pub(crate) fn mark(item: &mut ItemTrait) {
    for attribute in &mut item.attrs {
        if !["sam", "mode"].iter().any(|name| is(attribute, name)) {
            continue;
        }
        match &mut attribute.meta {
            Meta::Path(path) => attribute.meta = parse_quote!(#path(told)),
            Meta::List(list) => {
                let args = &list.tokens;
                list.tokens = if args.is_empty() {
                    quote!(told)
                } else {
                    quote!(told, #args)
                };
            }
            Meta::NameValue(_) => {}
        }
    }
}

/// Whether `attribute` has this name, by whatever path.
pub(crate) fn is(attribute: &Attribute, name: &str) -> bool {
    let last = attribute.path().segments.last();
    last.is_some_and(|last| last.ident == name)
}

/// `crate::path` as `$crate::path`.
fn from_everywhere(tokens: TokenStream) -> TokenStream {
    let mut tokens = tokens.into_iter().peekable();
    let mut everywhere = TokenStream::new();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word)
                if word == "crate"
                    && matches!(tokens.peek(), Some(TokenTree::Punct(next)) if next.as_char() == ':') =>
            {
                let mut dollar = Punct::new('$', Spacing::Alone);
                dollar.set_span(word.span());
                everywhere.extend([TokenTree::Punct(dollar), TokenTree::Ident(word)]);
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), from_everywhere(group.stream()));
                inner.set_span(group.span());
                everywhere.extend([TokenTree::Group(inner)]);
            }
            token => everywhere.extend([token]),
        }
    }
    everywhere
}

/// The trait as it is told.
pub(crate) fn told(item: &ItemTrait) -> ItemTrait {
    let mut item = item.clone();
    // `#[mode(default = …)]` is told, too.
    item.attrs.retain(|attribute| is(attribute, "mode"));
    for member in &mut item.items {
        match member {
            TraitItem::Fn(method) => {
                if let Some(body) = &mut method.default {
                    *body = parse_quote!({});
                }
            }
            TraitItem::Const(constant) => {
                if let Some((_, value)) = &mut constant.default {
                    *value = parse_quote!({});
                }
            }
            _ => {}
        }
    }
    item
}

/// A name that no other item has, for a hidden item that belongs to `name`.
pub(crate) fn hidden(kind: &str, name: &Ident) -> Ident {
    // How often a name was asked for at one place: a `macro_rules!` can repeat a trait.
    static SEEN: Mutex<Option<HashMap<u64, u32>>> = Mutex::new(None);
    let name = name.unraw();
    let span = name.span().unwrap();
    let place = format!("{}:{}:{}", span.file(), span.line(), span.column());
    let mut hash = hash(&[kind, &name.to_string(), &place]);
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    let count = seen.get_or_insert_default().entry(hash).or_default();
    hash = hash.wrapping_add(u64::from(*count));
    *count += 1;
    format_ident!("__{name}_{kind}_{hash:016x}", span = Span::call_site())
}
