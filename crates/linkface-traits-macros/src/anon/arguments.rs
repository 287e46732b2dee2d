//! `#[anon(move, crate = path, mut cur = &foo[..], n)]`

use super::captures::Captures;
use super::places::Places;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Path, Token, bracketed, token};

#[derive(Default)]
pub(super) struct Arguments {
    pub places: Places,
    pub move_token: Option<Token![move]>,
    pub captures: Option<Captures>,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut arguments = Self {
            places: input.parse()?,
            ..Self::default()
        };
        while !input.is_empty() {
            if input.peek(Token![move]) {
                arguments.move_token = input.parse()?;
            } else if input.peek(Token![crate]) && input.peek2(Token![=]) {
                // Nothing in the expansion is of that crate.
                input.parse::<Token![crate]>()?;
                input.parse::<Token![=]>()?;
                input.parse::<Path>()?;
            } else if input.peek(token::Bracket) {
                // `[]`: a list, if an empty one.
                let content;
                let bracket = bracketed!(content in input);
                let mut more: Captures = content.parse()?;
                let captures = arguments.captures.get_or_insert_default();
                captures.bracket = bracket;
                captures.list.append(&mut more.list);
            } else {
                let capture = input.parse()?;
                let captures = arguments.captures.get_or_insert_default();
                captures.list.push(capture);
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(arguments)
    }
}

/// For an anonymous impl within another one's body.
impl ToTokens for Arguments {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self {
            places,
            move_token,
            captures,
        } = self;
        let by_move = move_token.map(|word| quote!(#word,));
        let captures = captures.as_ref().map(|list| quote!([#list]));
        tokens.extend(quote!(#places #by_move #captures));
    }
}
