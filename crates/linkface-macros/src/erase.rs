//! `impl Trait` parameters. A symbol has no type parameters: the caller's side takes them
//! generically and passes a `dyn Trait` reference over the edge, the implementor's side gets that.
//!
//! | written | crosses as |
//! |---|---|
//! | `impl Fn(A) -> R` | `&dyn Fn(A) -> R` |
//! | `impl FnMut(A) -> R` | `&mut dyn FnMut(A) -> R` |
//! | `impl FnOnce(A) -> R` | `&mut dyn FnMut(A) -> R` that can be called once |
//! | `impl Bound` | `&mut dyn Bound` |
//! | `&impl Bound`, `&mut impl Bound` | `&dyn Bound`, `&mut dyn Bound` |

use crate::cursor::{Cursor, Tokens, mentions, split_commas, stream, visible};
use crate::errors::Mistake;
use crate::template::tokens;
use proc_macro::{Delimiter, Ident, Span, TokenStream, TokenTree};

/// How a parameter crosses.
#[derive(Clone)]
pub(crate) struct Erased {
    /// The type that crosses.
    pub(crate) ty: TokenStream,
    /// From the caller's binding of this name to what crosses; runs where the binding is `mut`.
    pub(crate) pass: TokenStream,
    /// Statements before the call.
    pub(crate) prepare: TokenStream,
    /// The caller's binding has to be `mut`.
    pub(crate) mutable: bool,
}

/// How the parameter `name: ty` crosses, if its type holds an `impl`.
pub(crate) fn erase(ty: &[TokenTree], name: &Ident) -> Result<Option<Erased>, Mistake> {
    let ty = &visible(ty);
    let Some(span) = mentions(ty, "impl") else {
        return Ok(None);
    };
    let mut cursor = Cursor::new(ty.clone());
    let mut reference = Tokens::new();
    if let Some(and) = cursor.eat_punct('&') {
        reference.push(and);
        if let Some(quote) = cursor.eat_punct('\'') {
            reference.push(quote);
            reference.extend(cursor.next());
        }
        reference.extend(cursor.eat_ident("mut").map(TokenTree::Ident));
        // `&(impl A + B)`
        if let Some(inner) = cursor.group(Delimiter::Parenthesis) {
            cursor = Cursor::new(inner.stream());
        }
    }
    let nested = || {
        Mistake::at(
            span,
            "`impl Trait` inside of another type cannot cross to the implementor: \
             take it as `impl Trait`, `&impl Trait` or `&mut impl Trait`, or name a `dyn Trait` type",
        )
    };
    if cursor.eat_ident("impl").is_none() {
        return Err(nested());
    }
    let bounds = cursor.rest();
    if mentions(&bounds, "impl").is_some() {
        return Err(nested());
    }
    let must_be_static = bounds.windows(2).find_map(|pair| match pair {
        [TokenTree::Punct(quote), TokenTree::Ident(name)]
            if quote.as_char() == '\'' && name.to_string() == "static" =>
        {
            Some(name.span())
        }
        [_, TokenTree::Ident(name)] | [TokenTree::Ident(name), _] if name.to_string() == "Any" => {
            Some(name.span())
        }
        _ => None,
    });
    let only_any = matches!(&bounds[..], [TokenTree::Ident(name)] if name.to_string() == "Any");
    if let Some(span) = must_be_static.or_else(|| only_any.then_some(span)) {
        return Err(Mistake::at(
            span,
            "what crosses as `impl Trait` lives on the caller's stack and cannot be `'static`: leave \
             the bound out, or take a `Box<dyn Trait>`",
        ));
    }
    if !reference.is_empty() {
        return Ok(Some(Erased {
            ty: tokens!("#reference (dyn #bounds)", reference, bounds),
            pass: tokens!("#name", name),
            prepare: TokenStream::new(),
            mutable: false,
        }));
    }
    Ok(Some(match callable(&bounds).as_deref() {
        Some("Fn") => Erased {
            ty: tokens!("&(dyn #bounds)", bounds),
            pass: tokens!("&#name", name),
            prepare: TokenStream::new(),
            mutable: false,
        },
        Some("FnOnce") => once(&bounds, name),
        _ => Erased {
            ty: tokens!("&mut (dyn #bounds)", bounds),
            pass: tokens!("&mut #name", name),
            prepare: TokenStream::new(),
            mutable: true,
        },
    }))
}

fn once(bounds: &[TokenTree], name: &Ident) -> Erased {
    let renamed = crate::cursor::map_idents(bounds.to_vec(), &|ident| {
        (ident.to_string() == "FnOnce")
            .then(|| TokenTree::Ident(Ident::new("FnMut", ident.span())).into())
    });
    let count = bounds
        .iter()
        .find_map(|token| match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
                Some(split_commas(group.stream()).len())
            }
            _ => None,
        })
        .unwrap_or(0);
    let arguments: TokenStream = (0..count)
        .map(|n| {
            let argument = Ident::new(&format!("__linkface_arg_{n}"), Span::mixed_site());
            tokens!("#argument,", argument)
        })
        .collect();
    Erased {
        ty: tokens!("&mut (dyn #renamed)", renamed),
        pass: tokens!(
            "&mut move |#arguments| match #name.take() {
                ::core::option::Option::Some(f) => f(#arguments),
                ::core::option::Option::None => {
                    ::core::panic!(\"the implementation called an `FnOnce` twice\")
                }
            }",
            arguments,
            name
        ),
        prepare: tokens!("let mut #name = ::core::option::Option::Some(#name);", name),
        mutable: false,
    }
}

/// The `Fn` trait among the bounds.
fn callable(bounds: &[TokenTree]) -> Option<String> {
    bounds.windows(2).find_map(|pair| match pair {
        [TokenTree::Ident(name), TokenTree::Group(group)]
            if group.delimiter() == Delimiter::Parenthesis =>
        {
            let name = name.to_string();
            ["Fn", "FnMut", "FnOnce"]
                .contains(&name.as_str())
                .then_some(name)
        }
        _ => None,
    })
}

/// An `async fn` would keep what lives for the call only.
pub(crate) fn refuse_in_future(ty: &[TokenTree]) -> Mistake {
    Mistake::on(
        ty,
        "an `async fn` that crosses takes no `impl Trait`: take `&mut dyn Trait`, `&dyn Trait` or a \
         `Box<dyn Trait>`",
    )
}

/// The parameter's type as it crosses.
pub(crate) fn wire(ty: &[TokenTree], erased: Option<&Erased>) -> TokenStream {
    erased.map_or_else(|| stream(ty), |erased| erased.ty.clone())
}
