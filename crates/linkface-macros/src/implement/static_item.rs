//! `#[implement(console::PLATFORM)] static NAME: &str = "qemu";`

use super::call;
use super::function::{refuse_attributes, with_cfgs};
use crate::args::ImplementArgs;
use crate::attribute;
use crate::cursor::Cursor;
use crate::errors::Errors;
use crate::future;
use crate::identity;
use crate::item::Head;
use crate::template::tokens;
use proc_macro::{Ident, Span, TokenStream};

pub(super) fn expand(
    args: &ImplementArgs,
    head: &Head,
    cursor: &mut Cursor,
    errors: &mut Errors,
) -> TokenStream {
    cursor.next();
    if let Some(word) = cursor.eat_ident("mut") {
        errors.at(
            word.span(),
            "a `static mut` cannot implement an item: callers in safe code would race on it; \
             use an atomic or a `Mutex`",
        );
        return TokenStream::new();
    }
    let Some(name) = cursor.ident() else {
        errors.at(cursor.span(), "expected the static's name");
        return TokenStream::new();
    };
    refuse_attributes(head, errors);
    cursor.eat_punct(':');
    let ty = cursor.until(&|cursor| cursor.is_punct('=') || cursor.is_punct(';'));
    if cursor.eat_punct('=').is_none() {
        errors.at(
            cursor.span(),
            "an implementation has a value: `static NAME: Type = …;`",
        );
        return TokenStream::new();
    }
    let value = cursor.value();
    let marker = identity::fresh(&name);
    // An override's name becomes an import, and an `extern` block takes ASCII names only.
    let (emitted, rename) = if name.to_string().is_ascii() {
        (name, None)
    } else {
        let emitted = Ident::new(
            &format!("{}_IMPORTED", identity::ascii(&marker)),
            Span::call_site(),
        );
        let rename = tokens!(
            "#[allow(unused_imports)] #visibility use #emitted as #name;",
            visibility = head.visibility.0,
            emitted,
            name
        );
        (emitted, Some(rename))
    };
    let details = tokens!(
        "static #emitted {#attributes} {#visibility} {#ty} {#value}",
        emitted,
        attributes = attribute::all(&head.attributes),
        visibility = head.visibility.0,
        // The name may become an import, and an `extern` block elides no lifetimes.
        ty = future::named(&ty, "static"),
        value
    );
    let mut out = with_cfgs(head, call(args, &args.path, &marker, &details));
    if let Some(rename) = rename {
        out.extend(with_cfgs(head, rename));
    }
    out
}
