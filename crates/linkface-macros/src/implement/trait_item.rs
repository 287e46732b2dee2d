//! `#[implement] impl console::BlockDeviceApi for Virtio { … }`

use super::call;
use super::function::with_cfgs;
use crate::args::ImplementArgs;
use crate::attribute;
use crate::cursor::{Cursor, Tokens, mentions, span_of};
use crate::errors::Errors;
use crate::identity;
use crate::item::Head;
use crate::template::tokens;
use proc_macro::{Ident, Span, TokenStream, TokenTree};

pub(super) fn expand(
    args: &ImplementArgs,
    head: &Head,
    cursor: &mut Cursor,
    errors: &mut Errors,
) -> TokenStream {
    let item = cursor.ahead().to_vec();
    cursor.eat_ident("unsafe");
    let keyword = cursor
        .next()
        .map_or_else(Span::call_site, |word| word.span());
    if cursor.is_punct('<') {
        errors.at(
            cursor.span(),
            "the implementor of an interface is one type, chosen when the program is linked: \
             write the impl for a concrete type, without parameters",
        );
        return TokenStream::new();
    }
    let path = cursor.until(&|cursor| cursor.is_ident("for") || cursor.is_brace());
    if cursor.eat_ident("for").is_none() {
        errors.at(
            keyword,
            "`#[implement]` stands on the impl of a trait: `impl facade::Trait for Type { … }`",
        );
        return TokenStream::new();
    }
    let ty = cursor.until(&|cursor| cursor.is_ident("where") || cursor.is_brace());
    if !args.path.is_empty() {
        errors.at(
            span_of(&args.path),
            "the impl names its trait already: write `#[implement]` without a path",
        );
    }
    if let Some(word) = path
        .first()
        .filter(|token| matches!(token, TokenTree::Punct(sign) if sign.as_char() == '!'))
    {
        errors.at(word.span(), "a negative impl implements nothing");
    }
    if let Some(span) = mentions(&ty, "_").or_else(|| elided_lifetime(&ty)) {
        errors.at(
            span,
            "the implementor of an interface lives as long as the program needs it: \
             write `'static` here",
        );
    }
    if !errors.is_empty() {
        return TokenStream::new();
    }
    let mut out = attribute::all(&head.attributes);
    out.extend(item);
    out.extend(with_cfgs(head, shims(args, &path, &ty, "impl")));
    out
}

/// `#[implement(console::SystemDisk)] type Boot = Virtio;`
pub(super) fn expand_type(
    args: &ImplementArgs,
    head: &Head,
    cursor: &mut Cursor,
    errors: &mut Errors,
) -> TokenStream {
    let item = cursor.ahead().to_vec();
    cursor.next();
    cursor.ident();
    if cursor.is_punct('<') {
        errors.at(
            cursor.span(),
            "the implementor of an interface is one type: write an alias without parameters",
        );
    }
    cursor.until(&|cursor| cursor.is_punct('=') || cursor.is_punct(';'));
    if cursor.eat_punct('=').is_none() {
        errors.at(cursor.span(), "say which type it is: `type Name = Type;`");
        return TokenStream::new();
    }
    let ty = cursor.until(&|cursor| cursor.is_punct(';'));
    let mut out = tokens!(
        "#attributes #[allow(dead_code)] #visibility #item",
        attributes = attribute::all(&head.attributes),
        visibility = head.visibility.0,
        item
    );
    out.extend(with_cfgs(head, shims(args, &args.path, &ty, "type")));
    out
}

fn shims(args: &ImplementArgs, path: &Tokens, ty: &Tokens, kind: &str) -> TokenStream {
    let name = path
        .iter()
        .rev()
        .find_map(|token| match token {
            TokenTree::Ident(ident) => Some(ident.clone()),
            _ => None,
        })
        .unwrap_or_else(|| Ident::new("item", Span::call_site()));
    let marker = identity::fresh(&name);
    let id = Ident::new(&format!("{marker}_id"), Span::call_site());
    let kind = Ident::new(kind, Span::call_site());
    call(
        args,
        path,
        &marker,
        &tokens!("#kind #id {#ty}", kind, id, ty),
    )
}

/// A reference in the type that has no lifetime.
fn elided_lifetime(ty: &[TokenTree]) -> Option<Span> {
    ty.windows(2).find_map(|pair| match pair {
        [TokenTree::Punct(and), next] if and.as_char() == '&' => {
            let quoted = matches!(next, TokenTree::Punct(quote) if quote.as_char() == '\'');
            (!quoted).then(|| and.span())
        }
        _ => None,
    })
}
