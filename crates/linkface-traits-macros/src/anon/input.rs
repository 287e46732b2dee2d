//! What is written: `move`, one impl or several, and what stands where a type would.

use super::captures::Captures;
use super::places::Places;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{
    Attribute, Generics, Ident, ImplItem, Meta, Path, Token, Type, braced, bracketed, token,
};

/// `move impl Trait for [captures] { … } impl Other for _ { … }`
#[derive(Clone)]
pub(super) struct Input {
    pub places: Places,
    pub move_token: Option<Token![move]>,
    pub captures: Option<Captures>,
    pub impls: Vec<AnonImpl>,
}

/// One `impl Trait for _ { … }`.
#[derive(Clone)]
pub(super) struct AnonImpl {
    pub attrs: Vec<Attribute>,
    pub unsafety: Option<Token![unsafe]>,
    pub impl_token: Token![impl],
    pub generics: Generics,
    pub path: Path,
    pub for_token: Token![for],
    pub brace_token: token::Brace,
    pub items: Vec<ImplItem>,
}

impl AnonImpl {
    pub(super) fn is_drop(&self) -> bool {
        let last = self.path.segments.last();
        last.is_some_and(|last| last.ident == "Drop")
    }
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.is_empty() {
            return Err(input.error("expected an impl: `impl Trait for _ { … }`"));
        }
        let places = input.parse()?;
        let move_token = input.parse()?;
        let mut captures = None;
        let mut impls = Vec::new();
        while !input.is_empty() {
            let (item, list) = one(input)?;
            if let Some(list) = list {
                if captures.is_some() {
                    return Err(syn::Error::new(
                        list.span(),
                        "the captures are listed twice: one object has one list, and `for _` elsewhere",
                    ));
                }
                captures = Some(list);
            }
            impls.push(item);
        }
        Ok(Self {
            places,
            move_token,
            captures,
            impls,
        })
    }
}

fn one(input: ParseStream<'_>) -> syn::Result<(AnonImpl, Option<Captures>)> {
    let mut attrs = input.call(Attribute::parse_outer)?;
    let unsafety = input.parse()?;
    let impl_token = input.parse()?;
    let mut generics: Generics = if input.peek(Token![<]) && !input.peek2(Token![_]) {
        input.parse()?
    } else {
        Generics::default()
    };
    let path = trait_path(input)?;
    let for_token = input.parse().map_err(|_| {
        syn::Error::new(
            input.span(),
            "expected `for`: an anonymous impl is one of a trait, `impl Trait for _ { … }`",
        )
    })?;
    let captures = target(input)?;
    generics.where_clause = input.parse()?;
    let content;
    let brace_token = braced!(content in input);
    attrs.append(&mut content.call(Attribute::parse_inner)?);
    for attr in &mut attrs {
        // A lint is expected once, and what is written here is on each closure.
        if let Meta::List(list) = &mut attr.meta
            && list.path.is_ident("expect")
        {
            list.path = Ident::new("allow", list.path.span()).into();
        }
    }
    let mut items = Vec::new();
    while !content.is_empty() {
        items.push(content.parse()?);
    }
    Ok((
        AnonImpl {
            attrs,
            unsafety,
            impl_token,
            generics,
            path,
            for_token,
            brace_token,
            items,
        },
        captures,
    ))
}

/// A trait's path, also one that a `macro_rules!` has as `$name:path` or `$name:ty`.
fn trait_path(input: ParseStream<'_>) -> syn::Result<Path> {
    let mut ty: Type = input.parse()?;
    loop {
        match ty {
            Type::Group(group) => ty = *group.elem,
            Type::Path(path) if path.qself.is_none() => return Ok(path.path),
            other => return Err(syn::Error::new_spanned(other, "expected a trait")),
        }
    }
}

/// `_`, `[captures]`, or nothing.
fn target(input: ParseStream<'_>) -> syn::Result<Option<Captures>> {
    if input.peek(token::Brace) {
        return Ok(None);
    }
    if input.peek(token::Bracket) {
        let content;
        let bracket = bracketed!(content in input);
        let mut captures: Captures = content.parse()?;
        captures.bracket = bracket;
        return Ok(Some(captures));
    }
    if input.parse::<Option<Token![_]>>()?.is_some() {
        return Ok(None);
    }
    let at = input.span();
    let ty: syn::Result<Type> = input.parse();
    let text = "an anonymous impl makes its own type: write `for _`";
    Err(ty.map_or_else(
        |_| syn::Error::new(at, text),
        |ty| syn::Error::new_spanned(ty, text),
    ))
}

/// As it was written: for an anonymous impl within another one's body.
impl ToTokens for Input {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.places.to_tokens(tokens);
        self.move_token.to_tokens(tokens);
        let mut captures = self.captures.as_ref();
        for item in &self.impls {
            let AnonImpl {
                attrs,
                unsafety,
                impl_token,
                generics,
                path,
                for_token,
                items,
                ..
            } = item;
            let where_clause = &generics.where_clause;
            let target = captures
                .take()
                .map_or_else(|| quote!(_), |list| quote!([#list]));
            tokens.extend(quote!(#(#attrs)* #unsafety #impl_token #generics #path #for_token #target #where_clause));
            item.brace_token.surround(tokens, |tokens| {
                for item in items {
                    item.to_tokens(tokens);
                }
            });
        }
    }
}
