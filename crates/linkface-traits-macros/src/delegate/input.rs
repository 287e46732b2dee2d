//! An impl with `use` declarations in it.

use super::member::{Declared, Member};
use super::target::Use;
use crate::krate::Krate;
use crate::mistakes::Mistakes;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, ImplItem, Item, ItemImpl, Token, Visibility, braced};

/// `delegate!`'s input.
pub(super) struct Input {
    pub(super) krate: Krate,
    pub(super) pieces: Vec<Piece>,
}

pub(super) enum Piece {
    Delegation(Box<Delegation>),
    /// Anything else is left alone.
    Item(Box<Item>),
}

/// An impl, and what of it is delegated.
pub(super) struct Delegation {
    /// With the members that are written out.
    pub(super) item: ItemImpl,
    pub(super) uses: Vec<Use>,
    /// Members without a body or value.
    pub(super) declared: Vec<Declared>,
    /// What is wrong with a `use`: the others are read nevertheless.
    pub(super) mistakes: Mistakes,
}

/// `#[delegate]`'s arguments.
#[derive(Default)]
pub(super) struct Args {
    pub(super) krate: Krate,
    pub(super) uses: Vec<Use>,
}

impl Delegation {
    /// What the attribute says.
    pub(super) fn add(&mut self, uses: Vec<Use>, mistakes: Mistakes) {
        self.uses.splice(0..0, uses);
        self.mistakes.absorb(mistakes);
    }
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let krate = input.parse()?;
        let mut pieces = Vec::new();
        while !input.is_empty() {
            let ahead = input.fork();
            Attribute::parse_outer(&ahead)?;
            if ahead.peek(Token![unsafe]) {
                ahead.parse::<Token![unsafe]>()?;
            }
            pieces.push(if ahead.peek(Token![impl]) {
                Piece::Delegation(input.parse()?)
            } else {
                Piece::Item(input.parse()?)
            });
        }
        Ok(Self { krate, pieces })
    }
}

impl Parse for Delegation {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = Attribute::parse_outer(input)?;
        if !(input.peek(Token![impl]) || input.peek(Token![unsafe]) && input.peek2(Token![impl])) {
            return Err(input.error("expected an impl, whose methods are to be delegated"));
        }
        let head = head(input)?;
        let mut item: ItemImpl = syn::parse2(quote!(#(#attributes)* #head {}))?;
        let mut uses = Vec::new();
        let mut declared = Vec::new();
        let mut mistakes = Mistakes::default();
        let content;
        item.brace_token = braced!(content in input);
        item.attrs.extend(Attribute::parse_inner(&content)?);
        while !content.is_empty() {
            if is_use(&content)? {
                if mistakes.take(declaration(&content, &mut uses)).is_none() {
                    skip(&content)?;
                }
                continue;
            }
            match content.parse()? {
                ImplItem::Verbatim(tokens) => match Declared::from_tokens(tokens.clone()) {
                    Some(member) => declared.push(member),
                    None => item.items.push(ImplItem::Verbatim(tokens)),
                },
                member => item.items.push(member),
            }
        }
        Ok(Self {
            item,
            uses,
            declared,
            mistakes,
        })
    }
}

/// `use …;`
fn declaration(input: ParseStream<'_>, uses: &mut Vec<Use>) -> syn::Result<()> {
    Use::parse_declaration(input, uses)?;
    input.parse::<Token![;]>().map(drop)
}

/// Goes behind the next `;`.
fn skip(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() {
        let end = input.peek(Token![;]);
        input.parse::<TokenTree>()?;
        if end {
            break;
        }
    }
    Ok(())
}

/// Everything before the impl's braces.
fn head(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut head = TokenStream::new();
    let mut depth = 0_usize;
    let mut arrow = false;
    loop {
        // A brace between angles is a constant.
        if depth == 0 && input.peek(syn::token::Brace) {
            return Ok(head);
        }
        if input.is_empty() {
            return Err(input.error("expected the impl's `{`"));
        }
        let token: TokenTree = input.parse()?;
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => depth += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' && !arrow => {
                depth = depth.saturating_sub(1);
            }
            // A type from a `macro_rules!` is one token.
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {}
            _ => {}
        }
        arrow = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '-');
        head.extend([token]);
    }
}

fn is_use(input: ParseStream<'_>) -> syn::Result<bool> {
    let ahead = input.fork();
    Attribute::parse_outer(&ahead)?;
    ahead.parse::<Visibility>()?;
    Ok(ahead.peek(Token![use]))
}

impl Parse for Args {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut args = Self {
            krate: Krate::default(),
            uses: Vec::new(),
        };
        while !input.is_empty() {
            if input.peek(Token![crate]) && input.peek2(Token![=]) {
                input.parse::<Token![crate]>()?;
                input.parse::<Token![=]>()?;
                args.krate = Krate::at(&input.call(syn::Path::parse_mod_style)?);
            } else if is_use(input)? {
                Use::parse_declaration(input, &mut args.uses)?;
            } else {
                return Err(input.error("expected `use`: `#[delegate(use path::function)]`"));
            }
            if input.peek(Token![;]) {
                input.parse::<Token![;]>()?;
            } else if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(args)
    }
}

/// As it was parsed, for the one who reads it after the trait has told.
impl ToTokens for Delegation {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let mut item = self.item.clone();
        let uses = self.uses.iter().map(|it| ImplItem::Verbatim(quote!(#it)));
        let declared = self.declared.iter().map(|it| {
            let (visibility, member) = (&it.visibility, &it.member);
            ImplItem::Verbatim(Member::tokens(visibility, member))
        });
        item.items.splice(0..0, uses.chain(declared));
        item.to_tokens(tokens);
    }
}
