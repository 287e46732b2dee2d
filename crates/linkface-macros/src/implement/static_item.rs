//! `#[implement(console::PLATFORM)] static NAME: &str = "qemu";`

use super::call;
use super::function::with_cfgs;
use crate::args::ImplementArgs;
use crate::attribute;
use crate::cursor::Cursor;
use crate::errors::Errors;
use crate::identity;
use crate::item::Head;
use crate::template::tokens;
use proc_macro::TokenStream;

pub(super) fn expand(
    args: &ImplementArgs,
    head: &Head,
    cursor: &mut Cursor,
    errors: &mut Errors,
) -> TokenStream {
    let item = cursor.ahead().to_vec();
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
    for attribute in &head.attributes {
        if ["no_mangle", "export_name"].contains(&attribute.name.as_str()) {
            errors.at(
                attribute.span,
                "the symbol is the interface's: leave this out, or choose a name with \
                 `#[interface(symbol = \"name\")]` at the declaration",
            );
        }
    }
    let item = tokens!(
        "#attributes #visibility #item",
        attributes = attribute::all(&head.attributes),
        visibility = head.visibility.0,
        item
    );
    let details = tokens!("static #name {#item}", name, item);
    with_cfgs(head, call(args, &args.path, &identity::fresh(&name), &details))
}
