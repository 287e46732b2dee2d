//! `provider!(console)`: does this crate implement all that the façade needs?
//!
//! What the façade declares stands in its compiled metadata, in markers.
//! What this crate implements is counted by the compiler: behind `provider!` every `#[implement]`
//! adds an impl for the type that `provider!` emits.

use crate::cursor::{span_of, split_commas, stream};
use crate::errors::{Errors, Mistake};
use crate::ordered::insert;
use crate::rustc::Rustc;
use crate::template::tokens;
use linkface_symbol::{Item, Marker, markers};
use proc_macro::{Ident, Span, TokenStream, TokenTree};
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether `provider!` has been seen. A proc macro process compiles one crate.
static COUNTED: AtomicBool = AtomicBool::new(false);

pub(crate) fn is_counted() -> bool {
    COUNTED.load(Ordering::Relaxed)
}

pub(crate) fn provider(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let mut lf = tokens!("::linkface");
    let mut facades = Vec::new();
    for part in split_commas(input) {
        match &part[..] {
            [TokenTree::Ident(word), TokenTree::Punct(_), path @ ..]
                if word.to_string() == "crate" =>
            {
                lf = stream(path);
            }
            [TokenTree::Ident(name)] => facades.push(name.clone()),
            other => errors.at(
                span_of(other),
                "expected a façade's name, as in Cargo.toml: `provider!(console)`",
            ),
        }
    }
    let mut out = TokenStream::new();
    for name in &facades {
        if let Some(needed) = errors.take(needed_by(name)) {
            if !COUNTED.swap(true, Ordering::Relaxed) {
                out.extend(tokens!(
                    "#[doc(hidden)] #[allow(dead_code)] pub struct __LinkfaceProvider;"
                ));
            }
            out.extend(needed.iter().map(|needed| check(&lf, needed, name)));
        }
    }
    let mut report = errors.report();
    report.extend(out);
    report
}

/// What the façade of this name needs; nothing where there are no compiled crates to ask
/// (rust-analyzer).
fn needed_by(name: &Ident) -> Result<Vec<Needed>, Mistake> {
    let externs = Rustc::here().externs;
    if externs.is_empty() {
        return Ok(Vec::new());
    }
    let text = name.to_string();
    let found = externs.iter().find(|found| found.name == text);
    let Some(found) = found else {
        return Err(Mistake::at(
            name.span(),
            format!("`{name}` is not a dependency of this crate"),
        ));
    };
    let bytes = std::fs::read(&found.file).map_err(|error| {
        Mistake::at(
            name.span(),
            format!("cannot read the compiled `{name}`: {error}"),
        )
    })?;
    let needed = needed(&bytes);
    if needed.is_empty() {
        return Err(Mistake::at(
            name.span(),
            format!("`{name}` declares nothing that a provider has to implement"),
        ));
    }
    Ok(needed)
}

/// An item without a default.
struct Needed {
    item: Item,
    is_trait: bool,
}

/// Says `message` unless the item is covered.
fn check(lf: &TokenStream, Needed { item, is_trait }: &Needed, facade: &Ident) -> TokenStream {
    let covered = Ident::new(
        &format!("__LinkfaceCovers_{:016x}", item.hash),
        Span::call_site(),
    );
    let path = item.path.join("::");
    let add = if *is_trait {
        format!("`#[implement] impl {facade}::{path} for …`")
    } else {
        format!("`#[implement({facade}::{path})]`, or the module that it is a member of,")
    };
    tokens!(
        "#[doc(hidden)]
         #[allow(non_camel_case_types, dead_code)]
         #[diagnostic::on_unimplemented(message = #message, label = #label, note = #note)]
         trait #covered {}
         #[diagnostic::do_not_recommend]
         impl<T: #lf::__private::Covers<#id>> #covered for T {}
         const _: () = {
            const fn covers<T: #covered>() {}
            covers::<#provider>();
         };",
        message = format!("this crate does not implement `{}::{path}`", item.package),
        label = "the façade needs all of these from its provider",
        note = format!("add {add} below this line; what stands above it isn't counted"),
        lf,
        covered,
        id = item.hash,
        provider = stream(&[TokenTree::Ident(Ident::new(
            "__LinkfaceProvider",
            facade.span()
        ))])
    )
}

/// The items without a default, which every provider has to implement.
fn needed(bytes: &[u8]) -> Vec<Needed> {
    let mut needed = Vec::new();
    for marker in markers(bytes) {
        if let Marker::Declares(declared) = marker
            && declared.is_public
            && declared.needs_a_provider()
        {
            let item = Needed {
                is_trait: declared.kind == "trait",
                item: declared.item,
            };
            insert(&mut needed, item, |one, other| one.item.cmp(&other.item));
        }
    }
    needed
}
