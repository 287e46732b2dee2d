//! Macros in a method's body.
//!
//! A macro's input is tokens. What reads as expressions or as statements is walked through as such;
//! everything else is left to [`tokens`].

use super::captures::Captures;
use super::input::Input;
use super::places::Places;
use super::tokens;
use super::walk::Walk;
use super::{format, walk::Use};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, Ident, ImplItem, Macro, Pat, Stmt, Token};

pub(super) fn visit(walk: &mut Walk<'_>, mac: &mut Macro) {
    let name = mac
        .path
        .segments
        .last()
        .map(|last| last.ident.to_string())
        .unwrap_or_default();
    let input = mac.tokens.clone();
    mac.tokens = match name.as_str() {
        "anon" => anon(walk, input),
        // Under another name.
        _ if begins_an_impl(&input) && syn::parse2::<Input>(input.clone()).is_ok() => {
            anon(walk, input)
        }
        // What looks like an expression there is none, or one for somewhere else.
        "cfg"
        | "stringify"
        | "offset_of"
        | "quote"
        | "quote_spanned"
        | "parse_quote"
        | "parse_quote_spanned" => return,
        "matches" | "assert_matches" | "debug_assert_matches" => matches(walk, input),
        _ => expressions(walk, &name, &input).unwrap_or_else(|| unknown(walk, input)),
    };
}

fn begins_an_impl(input: &TokenStream) -> bool {
    let first = input.clone().into_iter().next();
    matches!(first, Some(TokenTree::Ident(word)) if word == "impl" || word == "move" || word == "unsafe")
}

/// Input that doesn't read as expressions.
pub(super) fn unknown(walk: &mut Walk<'_>, input: TokenStream) -> TokenStream {
    statements(walk, &input).unwrap_or_else(|| tokens::replace(walk, input))
}

/// Expressions and what separates them.
pub(super) struct Arguments(pub Vec<(Expr, Option<TokenTree>)>);

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut all = Vec::new();
        while !input.is_empty() {
            let expr = input.parse()?;
            let separator = if input.is_empty() {
                None
            } else if input.peek(Token![,]) || input.peek(Token![;]) {
                Some(input.parse()?)
            } else {
                return Err(input.error("expected `,`"));
            };
            all.push((expr, separator));
        }
        Ok(Self(all))
    }
}

impl ToTokens for Arguments {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for (expr, separator) in &self.0 {
            expr.to_tokens(tokens);
            separator.to_tokens(tokens);
        }
    }
}

/// `vec![x; n]`, `assert_eq!(a, b, "{c}")`, `format!("{}", name = value)`
pub(super) fn expressions(
    walk: &mut Walk<'_>,
    name: &str,
    input: &TokenStream,
) -> Option<TokenStream> {
    let mut arguments: Arguments = syn::parse2(input.clone()).ok()?;
    // `a = 1; b = 2`
    let semicolon = |separator: &TokenTree| matches!(separator, TokenTree::Punct(punct) if punct.as_char() == ';');
    let mut separators = arguments
        .0
        .iter()
        .filter_map(|(_, separator)| separator.as_ref())
        .peekable();
    let statements = separators.peek().is_some() && separators.all(semicolon);
    for (argument, _) in &mut arguments.0 {
        match argument {
            // The argument's name.
            Expr::Assign(named) if !statements && argument_name(&named.left).is_some() => {
                walk.visit_expr_mut(&mut named.right);
            }
            _ => walk.visit_expr_mut(argument),
        }
    }
    format::inline(walk, name, &mut arguments);
    Some(arguments.into_token_stream())
}

/// The name in `name = value`.
pub(super) fn argument_name(left: &Expr) -> Option<&Ident> {
    match left {
        Expr::Path(path) if path.qself.is_none() => path.path.get_ident(),
        _ => None,
    }
}

fn statements(walk: &mut Walk<'_>, input: &TokenStream) -> Option<TokenStream> {
    let mut all: Vec<Stmt> = Block::parse_within.parse2(input.clone()).ok()?;
    // What looks like statements only because nothing of it was understood.
    let opaque = |statement: &Stmt| matches!(statement, Stmt::Expr(Expr::Verbatim(_), _));
    if all.iter().any(opaque) {
        return None;
    }
    walk.scoped(|walk| walk.statements(&mut all));
    let mut tokens = TokenStream::new();
    for statement in all {
        statement.to_tokens(&mut tokens);
    }
    Some(tokens)
}

/// `matches!(expression, pattern if guard)`
fn matches(walk: &mut Walk<'_>, input: TokenStream) -> TokenStream {
    let parse = |input: ParseStream<'_>| {
        let expr: Expr = input.parse()?;
        let comma: Token![,] = input.parse()?;
        let pat = Pat::parse_multi_with_leading_vert(input)?;
        let guard = input
            .parse::<Option<Token![if]>>()?
            .map(|token| input.parse::<Expr>().map(|guard| (token, guard)))
            .transpose()?;
        let second: Option<Token![,]> = input.parse()?;
        let rest: Punctuated<Expr, Token![,]> = Punctuated::parse_terminated(input)?;
        Ok((expr, comma, pat, guard, second, rest))
    };
    let Ok((mut expr, comma, mut pat, mut guard, second, mut rest)) = parse.parse2(input.clone())
    else {
        return tokens::replace(walk, input);
    };
    walk.visit_expr_mut(&mut expr);
    walk.scoped(|walk| {
        walk.bind(&mut pat);
        if let Some((_, guard)) = &mut guard {
            walk.visit_expr_mut(guard);
        }
    });
    for expr in &mut rest {
        walk.visit_expr_mut(expr);
    }
    let (token, guard) = guard.unzip();
    quote::quote!(#expr #comma #pat #token #guard #second #rest)
}

/// An anonymous impl within a body: an expression of its own.
fn anon(walk: &mut Walk<'_>, input: TokenStream) -> TokenStream {
    let Ok(mut inner) = syn::parse2::<Input>(input.clone()) else {
        return input;
    };
    let names = captured(walk, &mut inner.captures);
    for item in &mut inner.impls {
        if let Some(places) = inside(walk, &names, &mut item.items) {
            inner.places = places;
        }
    }
    inner.into_token_stream()
}

/// The captures that an anonymous impl within a body lists. Their values are expressions of the body.
pub(super) fn captured(walk: &mut Walk<'_>, captures: &mut Option<Captures>) -> Vec<Ident> {
    let mut names = Vec::new();
    for capture in captures.iter_mut().flat_map(|all| &mut all.list) {
        match &mut capture.init {
            Some(init) => walk.visit_expr_mut(init),
            None => {
                walk.replace(&capture.name, Use::Value);
            }
        }
        names.push(capture.name.clone());
    }
    names
}

/// Its members. What it lists is its own; everything else is ours.
pub(super) fn inside(
    walk: &mut Walk<'_>,
    listed: &[Ident],
    items: &mut [ImplItem],
) -> Option<Places> {
    walk.scoped(|walk| {
        if walk.uses.places().is_none() {
            for name in listed {
                walk.declare(name);
            }
        }
        walk.inner(items)
    })
}
