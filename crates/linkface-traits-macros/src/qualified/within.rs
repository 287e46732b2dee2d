//! Calls in the arguments of other macros, as `println!("{}", x.Trait::method())`.
//!
//! The arguments are tokens, and what they mean is the macro's affair. Most macros take expressions
//! between commas, semicolons or `=>`: what stands there is parsed as an expression, or as statements,
//! and rewritten if it can be. What can't be stays as it is if there is no qualified call in it.

use super::rewrite::Rewriter;
use super::tokens;
use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{ParseStream, Parser};
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, Macro, Stmt, Token};

/// Rewrites what `call` is called with.
pub(crate) fn rewrite(rewriter: &mut Rewriter<'_>, call: &mut Macro) {
    // A `macro_rules!` holds patterns. Where it is used, its expansion can contain `q!`.
    if call.path.is_ident("macro_rules") || !has_calls(&call.tokens) {
        return;
    }
    match arguments(rewriter, call.tokens.clone()) {
        Ok(tokens) => call.tokens = tokens,
        // The mistake stands where the macro was: in its input it might get lost.
        Err(mistake) => {
            if let Ok(mistake) = syn::parse2(mistake.to_compile_error()) {
                *call = mistake;
            }
        }
    }
}

/// Whether there is a qualified call of either form.
fn has_calls(input: &TokenStream) -> bool {
    fn turbofish(tokens: TokenStream) -> bool {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        tokens.iter().enumerate().any(|(at, token)| match token {
            TokenTree::Ident(name) => {
                name == "impl"
                    && at >= 3
                    && matches!(&tokens[at - 1], TokenTree::Punct(open) if open.as_char() == '<')
                    && matches!(&tokens[at - 2], TokenTree::Punct(colon) if colon.as_char() == ':')
            }
            TokenTree::Group(group) => turbofish(group.stream()),
            _ => false,
        })
    }
    tokens::any(input) || turbofish(input.clone())
}

fn arguments(rewriter: &mut Rewriter<'_>, input: TokenStream) -> syn::Result<TokenStream> {
    if let Some(whole) =
        sequence(rewriter, input.clone()).or_else(|| statements(rewriter, input.clone()))
    {
        return Ok(whole);
    }
    let mut rewritten = TokenStream::new();
    let mut chunk = Vec::new();
    let tokens: Vec<TokenTree> = input.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        let width = separator(&tokens[at..]);
        if width == 0 {
            chunk.push(tokens[at].clone());
            at += 1;
            continue;
        }
        rewritten.extend(argument(rewriter, std::mem::take(&mut chunk))?);
        rewritten.extend(tokens[at..at + width].iter().cloned());
        at += width;
    }
    rewritten.extend(argument(rewriter, chunk)?);
    Ok(rewritten)
}

/// How many tokens the separator is long that `tokens` begin with.
fn separator(tokens: &[TokenTree]) -> usize {
    match tokens {
        [TokenTree::Punct(a), TokenTree::Punct(b), ..]
            if a.as_char() == '=' && b.as_char() == '>' =>
        {
            2
        }
        [TokenTree::Punct(a), ..] if matches!(a.as_char(), ',' | ';') => 1,
        _ => 0,
    }
}

fn argument(rewriter: &mut Rewriter<'_>, chunk: Vec<TokenTree>) -> syn::Result<TokenStream> {
    let tokens: TokenStream = chunk.iter().cloned().collect();
    if !has_calls(&tokens) {
        return Ok(tokens);
    }
    if let Some(rewritten) = expression(rewriter, tokens.clone()) {
        return Ok(rewritten);
    }
    // `pattern if guard`, as in `matches!`
    let guard = chunk
        .iter()
        .position(|token| matches!(token, TokenTree::Ident(name) if name == "if"));
    if let Some(guard) = guard {
        let (pattern, condition) = chunk.split_at(guard + 1);
        let condition: TokenStream = condition.iter().cloned().collect();
        if let Some(rewritten) = expression(rewriter, condition) {
            let pattern: TokenStream = pattern.iter().cloned().collect();
            return Ok(quote!(#pattern #rewritten));
        }
    }
    // Groups may hold what can be rewritten.
    if tokens::any_here(&tokens) {
        return Err(syn::Error::new_spanned(
            &tokens,
            "a qualified call can't be told from the rest of this macro's input: write `q!(…)` around it",
        ));
    }
    let mut rewritten = TokenStream::new();
    for token in chunk {
        match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), arguments(rewriter, group.stream())?);
                inner.set_span(group.span());
                rewritten.extend([TokenTree::Group(inner)]);
            }
            token => rewritten.extend([token]),
        }
    }
    Ok(rewritten)
}

fn expression(rewriter: &mut Rewriter<'_>, tokens: TokenStream) -> Option<TokenStream> {
    let named = rewriter.names.replace(tokens);
    let mut expr: Expr = syn::parse2(named).ok()?;
    rewriter.visit_expr_mut(&mut expr);
    Some(expr.to_token_stream())
}

/// Expressions between separators.
fn sequence(rewriter: &mut Rewriter<'_>, tokens: TokenStream) -> Option<TokenStream> {
    let named = rewriter.names.replace(tokens);
    let parser = |input: ParseStream<'_>| {
        let mut rewritten = TokenStream::new();
        while !input.is_empty() {
            if input.peek(Token![,]) || input.peek(Token![;]) || input.peek(Token![=>]) {
                if input.peek(Token![=>]) {
                    rewritten.extend(input.parse::<Token![=>]>()?.into_token_stream());
                } else {
                    rewritten.extend(input.parse::<TokenTree>()?.into_token_stream());
                }
                continue;
            }
            let mut expr: Expr = input.parse()?;
            if !(input.is_empty()
                || input.peek(Token![,])
                || input.peek(Token![;])
                || input.peek(Token![=>]))
            {
                return Err(input.error("expected a separator"));
            }
            rewriter.visit_expr_mut(&mut expr);
            expr.to_tokens(&mut rewritten);
        }
        Ok(rewritten)
    };
    parser.parse2(named).ok()
}

fn statements(rewriter: &mut Rewriter<'_>, tokens: TokenStream) -> Option<TokenStream> {
    let named = rewriter.names.replace(tokens);
    let mut statements: Vec<Stmt> = Block::parse_within.parse2(named).ok()?;
    for statement in &mut statements {
        rewriter.visit_stmt_mut(statement);
    }
    Some(statements.iter().map(ToTokens::to_token_stream).collect())
}
