//! `#[implement(console::write)] fn uart_write(bytes: &[u8]) -> usize { … }`

use super::call;
use crate::args::ImplementArgs;
use crate::attribute;
use crate::cursor::{Cursor, span_of, split_commas};
use crate::erase;
use crate::errors::Errors;
use crate::future;
use crate::identity;
use crate::item::Head;
use crate::signature::Signature;
use crate::template::tokens;
use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

pub(super) fn expand(
    args: &ImplementArgs,
    head: &Head,
    cursor: &mut Cursor,
    errors: &mut Errors,
) -> TokenStream {
    let item = cursor.ahead().to_vec();
    let signature = match Signature::parse(cursor) {
        Ok(signature) => signature,
        Err(mistake) => {
            errors.add(mistake);
            return TokenStream::new();
        }
    };
    if let Some(span) = signature.variadic {
        errors.at(
            span,
            "a variadic function cannot implement an item: take a slice",
        );
    }
    refuse_attributes(head, errors);
    let lf = args.lf();
    let crossing = errors
        .take(future::boxed(&signature, &lf, args.features, true))
        .unwrap_or(signature.clone());
    let mut parameters = TokenStream::new();
    let mut arguments = TokenStream::new();
    for (n, parameter) in crossing.parameters.iter().enumerate() {
        if parameter.is_receiver {
            errors.at(
                span_of(&parameter.tokens),
                "a function that implements an item has no `self`",
            );
            continue;
        }
        let span = span_of(&parameter.tokens);
        let name = Ident::new(
            &format!("__linkface_{n}"),
            Span::mixed_site().located_at(span),
        );
        let erased = errors.take(erase::erase(&parameter.ty, &name)).flatten();
        let ty = erase::wire(&parameter.ty, erased.as_ref());
        let argument = match erased.as_ref().map(|_| &parameter.ty[..]) {
            // `&impl Trait` is generic over a sized type: the reference itself.
            Some([TokenTree::Punct(_), TokenTree::Ident(word), ..])
                if word.to_string() == "mut" =>
            {
                tokens!("&mut {#name}", name)
            }
            Some([TokenTree::Punct(_), ..]) => tokens!("&{#name}", name),
            _ => tokens!("#name", name),
        };
        parameters.extend(tokens!("#name: #ty,", name, ty));
        arguments.extend(tokens!("#argument,", argument));
    }
    if !errors.is_empty() {
        return TokenStream::new();
    }
    // Where rustc points when the number of parameters differs.
    let mut parenthesised = Group::new(Delimiter::Parenthesis, parameters);
    let written = item.iter().find_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
            Some(group.span())
        }
        _ => None,
    });
    parenthesised.set_span(written.unwrap_or_else(Span::call_site));
    let name = &signature.name;
    let call_own = tokens!("#name(#arguments)", name, arguments);
    let call_own = if signature.asyncness.is_some() {
        future::pin(&lf, &call_own)
    } else {
        call_own
    };
    let details = tokens!(
        "fn [{#unsafety} {#abi}] [#generics] #parenthesised [#ret #clause] [#call_own]",
        unsafety = signature.unsafety,
        abi = signature.abi,
        generics = crossing.generics.angled(),
        parenthesised,
        ret = crossing.arrow(),
        clause = signature.where_clause,
        call_own
    );
    let mut out = tokens!(
        "#attributes #visibility #item",
        attributes = attribute::all(&head.attributes),
        visibility = head.visibility.0,
        item
    );
    out.extend(with_cfgs(
        head,
        call(args, &args.path, &identity::fresh(name), &details),
    ));
    out
}

/// Attributes that an implementation can't have.
pub(super) fn refuse_attributes(head: &Head, errors: &mut Errors) {
    for attribute in &head.attributes {
        let why = match attribute.name.as_str() {
            "no_mangle" | "export_name" => {
                "the symbol is the interface's: leave this out, or choose a name with \
                 `#[interface(symbol = unsafe(\"name\"))]` at the declaration"
            }
            "track_caller" => {
                "`#[track_caller]` would see the interface, not its caller: take a `&Location` argument"
            }
            _ => continue,
        };
        errors.at(attribute.span, why);
    }
}

/// `#[implement(console::uptime_ms)] pub use clock::millis;`
pub(super) fn expand_use(
    args: &ImplementArgs,
    head: &Head,
    cursor: &mut Cursor,
    errors: &mut Errors,
) -> TokenStream {
    let item = cursor.ahead().to_vec();
    let used = cursor.next();
    let path = cursor.until(&|cursor| cursor.is_punct(';') || cursor.is_ident("as"));
    let renamed = cursor.eat_ident("as").and_then(|_| cursor.ident());
    let simple = !path.iter().any(|token| {
        matches!(token, TokenTree::Group(_))
            || matches!(token, TokenTree::Punct(sign) if sign.as_char() == '*')
    });
    let last = path.iter().rev().find_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident.clone()),
        _ => None,
    });
    let (true, Some(last)) = (simple && split_commas(path.clone()).len() == 1, last) else {
        errors.at(
            used.map_or_else(Span::call_site, |word| word.span()),
            "an item is implemented by one function: `pub use path::name;`",
        );
        return TokenStream::new();
    };
    // In the module's own scope the import has brought the name.
    let name = match renamed {
        Some(name) if name.to_string() != "_" => tokens!("#name", name),
        Some(_) => tokens!("#path", path),
        None => tokens!("#last", last),
    };
    let details = tokens!("use #name", name);
    let mut out = tokens!(
        "#attributes #visibility #item",
        attributes = attribute::all(&head.attributes),
        visibility = head.visibility.0,
        item
    );
    out.extend(with_cfgs(
        head,
        call(args, &args.path, &identity::fresh(&last), &details),
    ));
    out
}

/// An implementation exists under the conditions of its item.
pub(super) fn with_cfgs(head: &Head, call: TokenStream) -> TokenStream {
    let mut out = attribute::cfgs(&head.attributes);
    out.extend(call);
    out
}
