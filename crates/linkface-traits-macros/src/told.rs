//! The macro beside a trait, which tells other macros how the trait is declared.
//!
//! A proc macro sees only its own input: `delegate! { impl Bar for Foo { use self.0.*; } }` can't know
//! `Bar`'s methods. So a trait that other macros build on has a `macro_rules!` of the same name, which
//! every `use` of the trait brings along. It has one arm:
//!
//! ```text
//! Bar! { @trait [path::to::macro] tokens }   ⟶   path::to::macro! { {trait Bar { … }} tokens }
//! ```
//!
//! `#[sam]` and `#[delegatable]` emit it, and `#[interface]` of `linkface` has the same arm in its own
//! macro. In what is told, default bodies are empty, and no method stands under `#[cfg]`.
//! Names in it mean what they mean where the user is, not what they mean beside the trait.

use linkface_symbol::hash;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};
use syn::ext::IdentExt;
use syn::{ItemTrait, Path, TraitItem, Visibility, parse_quote};

/// The macro that tells `item`, of which [`is_told`] knows.
pub(crate) fn macro_beside(item: &ItemTrait) -> TokenStream {
    TOLD.lock()
        .unwrap_or_else(PoisonError::into_inner)
        .insert(place(&item.ident));
    macro_unless_told(item)
}

/// The same, where [`is_told`] was asked before.
pub(crate) fn macro_unless_told(item: &ItemTrait) -> TokenStream {
    let name = &item.ident;
    let visibility = &item.vis;
    let hidden = hidden("told", name);
    let export = matches!(visibility, Visibility::Public(_)).then(|| quote!(#[macro_export]));
    let told = told(item);
    quote! {
        #[doc(hidden)]
        #export
        #[allow(unused_macros, non_local_definitions)]
        macro_rules! #hidden {
            (@trait [$($to:tt)*] $($rest:tt)*) => { $($to)*! { { #told } $($rest)* } };
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

/// Whether another attribute has written the macro beside the trait of this name. Two attributes on one
/// trait, each of which would, know each other by this.
pub(crate) fn is_told(name: &Ident) -> bool {
    let told = TOLD.lock().unwrap_or_else(PoisonError::into_inner);
    told.contains(&place(name))
}

/// Where the traits stand that have been told.
static TOLD: Mutex<BTreeSet<(String, usize, usize)>> = Mutex::new(BTreeSet::new());

fn place(name: &Ident) -> (String, usize, usize) {
    let span = name.span().unwrap();
    (span.file(), span.line(), span.column())
}

/// The trait as it is told.
fn told(item: &ItemTrait) -> ItemTrait {
    let mut item = item.clone();
    // `#[mode(default = …)]` is told, too.
    item.attrs.retain(|attribute| {
        let last = attribute.path().segments.last();
        last.is_some_and(|last| last.ident == "mode")
    });
    for member in &mut item.items {
        if let TraitItem::Fn(method) = member
            && let Some(body) = &mut method.default
        {
            *body = parse_quote!({});
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
