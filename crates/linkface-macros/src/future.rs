//! `async fn`: its future has a size that only the implementor knows, so it crosses in a box (feature
//! `alloc`).
//!
//! The crossing signature of `async fn f(a: &A, b: &B) -> R` is
//! `fn f<'l>(a: &'l A, b: &'l B) -> Pin<Box<dyn Future<Output = R> + Send + 'l>>`: as the caller
//! awaits at once, one lifetime does for all references.

use crate::cursor::{Tokens, mentions};
use crate::errors::Mistake;
use crate::features::Features;
use crate::generics::{Generics, Kind, Parameter};
use crate::signature::Signature;
use crate::template::tokens;
use proc_macro::{Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};

const LIFETIME: &str = "__linkface";

/// The signature as it crosses. `send`: whether the future can be sent to another thread.
pub(crate) fn boxed(
    signature: &Signature,
    lf: &TokenStream,
    features: Features,
    send: bool,
) -> Result<Signature, Mistake> {
    let Some(word) = &signature.asyncness else {
        return Ok(signature.clone());
    };
    if !features.has_alloc() {
        return Err(Mistake::at(
            word.span(),
            "the future of an `async fn` crosses in a box: enable linkface's feature `alloc`, \
             `linkface = { version = \"…\", features = [\"alloc\"] }`",
        ));
    }
    if let Some(parameter) = signature.generics.0.first() {
        return Err(Mistake::on(
            &parameter.tokens,
            "an `async fn` that crosses has no parameters: leave the lifetimes out, as all references \
             live as long as the future",
        ));
    }
    let mut crossing = signature.clone();
    crossing.asyncness = None;
    for parameter in &mut crossing.parameters {
        parameter.ty = named(&parameter.ty, LIFETIME);
        if parameter.is_receiver {
            parameter.tokens = tokens!("self: #ty", ty = parameter.ty)
                .into_iter()
                .collect();
        }
    }
    // Without a reference there is nothing that the lifetime could come from.
    let borrows = crossing
        .parameters
        .iter()
        .any(|parameter| mentions(&parameter.ty, LIFETIME).is_some());
    let lives = if borrows {
        crossing.generics = Generics(vec![Parameter {
            kind: Kind::Lifetime,
            name: lifetime(LIFETIME),
            tokens: lifetime(LIFETIME),
        }]);
        lifetime(LIFETIME)
    } else {
        lifetime("static")
    };
    let send = send.then(|| tokens!("+ ::core::marker::Send"));
    crossing.ret = tokens!(
        "::core::pin::Pin<#lf::__private::alloc::boxed::Box<
            dyn ::core::future::Future<Output = #output> #send + #lives
        >>",
        lf,
        output = named(
            &signature.ret_type().into_iter().collect::<Tokens>(),
            LIFETIME
        ),
        send,
        lives
    )
    .into_iter()
    .collect();
    Ok(crossing)
}

/// A future in its box.
pub(crate) fn pin(lf: &TokenStream, future: &TokenStream) -> TokenStream {
    tokens!(
        "#lf::__private::alloc::boxed::Box::pin(#future)",
        lf,
        future
    )
}

fn lifetime(name: &str) -> Tokens {
    vec![
        TokenTree::Punct(Punct::new('\'', Spacing::Joint)),
        TokenTree::Ident(Ident::new(name, Span::call_site())),
    ]
}

/// The boxed future's type inside of the `async fn`, where its lifetime has no name.
pub(crate) fn with_placeholder(ty: &Tokens) -> Tokens {
    ty.iter()
        .map(|token| match token {
            TokenTree::Ident(name) if name.to_string() == LIFETIME => {
                TokenTree::Ident(Ident::new("_", name.span()))
            }
            TokenTree::Group(group) => {
                let inner = with_placeholder(&group.stream().into_iter().collect());
                TokenTree::Group(Group::new(group.delimiter(), inner.into_iter().collect()))
            }
            other => other.clone(),
        })
        .collect()
}

/// The type with every elided lifetime named.
pub(crate) fn named(ty: &[TokenTree], name: &str) -> Tokens {
    let mut out = Tokens::new();
    let mut tokens = ty.iter().peekable();
    let mut after_name = false;
    while let Some(token) = tokens.next() {
        // `Fn(&str) -> &str` and `fn(&str) -> &str` have lifetimes of their own, to the end.
        if let TokenTree::Ident(word) = token
            && ["Fn", "FnMut", "FnOnce", "fn"].contains(&word.to_string().as_str())
        {
            out.push(token.clone());
            out.extend(tokens.cloned());
            return out;
        }
        let is_name = matches!(token, TokenTree::Ident(_));
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '&' => {
                out.push(token.clone());
                let quoted =
                    matches!(tokens.peek(), Some(TokenTree::Punct(next)) if next.as_char() == '\'');
                if !quoted {
                    out.extend(lifetime(name));
                }
            }
            TokenTree::Punct(sign) if sign.as_char() == '\'' => {
                let underscore = matches!(tokens.peek(), Some(TokenTree::Ident(name)) if name.to_string() == "_");
                if underscore {
                    tokens.next();
                    out.extend(lifetime(name));
                } else {
                    out.push(token.clone());
                }
            }
            // `Fn(&str)` and `fn(&str)` have lifetimes of their own.
            TokenTree::Group(group) if !after_name => {
                let inner = named(&group.stream().into_iter().collect::<Tokens>(), name);
                let mut mapped = Group::new(group.delimiter(), inner.into_iter().collect());
                mapped.set_span(group.span());
                out.push(TokenTree::Group(mapped));
            }
            _ => out.push(token.clone()),
        }
        after_name = is_name;
    }
    out
}
