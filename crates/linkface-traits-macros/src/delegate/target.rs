//! One `use` declaration in an impl.

use super::field::{self, Place};
use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Attribute, ExprPath, Ident, Token, Visibility, braced, token};

/// `use path::name as other;`, one name of it.
#[derive(Clone)]
pub(super) struct Use {
    pub(super) attributes: Vec<Attribute>,
    pub(super) visibility: Visibility,
    pub(super) source: Source,
    pub(super) names: Names,
}

/// From where.
#[derive(Clone)]
pub(super) enum Source {
    /// The whole path of what is used. Of `path::*`, its last segment stands for all names.
    Path(ExprPath),
    /// `self.0`
    Place(Box<Place>),
}

/// What of it.
#[derive(Clone)]
pub(super) enum Names {
    All(Token![*]),
    One {
        name: Ident,
        /// `as other`
        rename: Option<Ident>,
    },
}

impl Use {
    /// From attributes and visibility on, up to the `;`.
    pub(super) fn parse_declaration(
        input: ParseStream<'_>,
        uses: &mut Vec<Self>,
    ) -> syn::Result<()> {
        let attributes = Attribute::parse_outer(input)?;
        let visibility: Visibility = input.parse()?;
        input.parse::<Token![use]>()?;
        let mut add = |source, names| {
            uses.push(Self {
                attributes: attributes.clone(),
                visibility: visibility.clone(),
                source,
                names,
            });
        };
        tree(input, &TokenStream::new(), &mut add)
    }

    /// Where it stands: mistakes in what it leads to are shown here.
    pub(super) fn span(&self) -> Span {
        match &self.names {
            Names::All(star) => star.span(),
            Names::One { name, .. } => name.span(),
        }
    }

    /// The field, as it is read in a message.
    pub(super) fn place(&self) -> String {
        match &self.source {
            Source::Place(place) => place.words(),
            Source::Path(path) => path.to_token_stream().to_string(),
        }
    }

    /// The name that it has in the impl.
    pub(super) fn name(&self) -> Option<&Ident> {
        match &self.names {
            Names::All(_) => None,
            Names::One { name, rename } => Some(rename.as_ref().unwrap_or(name)),
        }
    }
}

type Add<'a> = &'a mut dyn FnMut(Source, Names);

/// A path, a field, or several in braces.
pub(super) fn tree(input: ParseStream<'_>, prefix: &TokenStream, add: Add<'_>) -> syn::Result<()> {
    if input.peek(token::Brace) {
        let content;
        braced!(content in input);
        while !content.is_empty() {
            tree(&content, prefix, add)?;
            if !content.is_empty() {
                content.parse::<Token![,]>()?;
            }
        }
        return Ok(());
    }
    if prefix.is_empty()
        && (input.peek(token::Paren) || input.peek(Token![self]) && input.peek2(Token![.]))
    {
        return field::parse(input, add);
    }
    if input.peek(Token![*]) && !prefix.is_empty() {
        let star: Token![*] = input.parse()?;
        let name = Ident::new("all", star.span());
        let path = whole(quote!(#prefix #name))?;
        add(Source::Path(path), Names::All(star));
        return Ok(());
    }
    let mut path = prefix.clone();
    path.extend(up_to_end(input)?);
    if input.peek(Token![::]) {
        let colons: Token![::] = input.parse()?;
        colons.to_tokens(&mut path);
        return tree(input, &path, add);
    }
    if path.is_empty() {
        return Err(input.error("expected a path, `self.field` or `{`"));
    }
    let path = whole(path)?;
    let Some(last) = path.path.segments.last() else {
        return Err(syn::Error::new_spanned(path, "expected a path"));
    };
    let name = last.ident.clone();
    if path.path.segments.len() == 1 && path.qself.is_none() {
        // `use function as method;` says enough.
        if !input.peek(Token![as]) && (name == "self" || name == "Self") {
            return Err(syn::Error::new_spanned(
                path,
                "which methods? write `use self.field.*;` for all of a field's",
            ));
        }
    }
    let rename = rename(input)?;
    add(Source::Path(path), Names::One { name, rename });
    Ok(())
}

/// `as other`
pub(super) fn rename(input: ParseStream<'_>) -> syn::Result<Option<Ident>> {
    if !input.peek(Token![as]) {
        return Ok(None);
    }
    input.parse::<Token![as]>()?;
    if input.peek(Token![_]) {
        return Err(input.error("a method needs a name: `as name`"));
    }
    input.call(Ident::parse_any).map(Some)
}

/// The tokens of a path, up to `::*`, `::{`, `as`, `,` or `;`.
fn up_to_end(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut path = TokenStream::new();
    let mut depth = 0_usize;
    let mut arrow = false;
    while !input.is_empty() {
        if depth == 0 {
            let ends = input.peek(Token![as]) || input.peek(Token![,]) || input.peek(Token![;]);
            let branches =
                input.peek(Token![::]) && (input.peek3(Token![*]) || input.peek3(token::Brace));
            if ends || branches {
                break;
            }
        }
        let token: TokenTree = input.parse()?;
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => depth += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' && !arrow => {
                depth = depth.saturating_sub(1);
            }
            _ => {}
        }
        arrow = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '-');
        path.extend([token]);
    }
    Ok(path)
}

/// A path that something can be called by.
fn whole(tokens: TokenStream) -> syn::Result<ExprPath> {
    // A type from a `macro_rules!` is one token, and needs angles where it begins a path.
    let mut trees: Vec<TokenTree> = tokens.into_iter().collect();
    if let [TokenTree::Group(group), _, ..] = &trees[..]
        && group.delimiter() == Delimiter::None
    {
        let ty = Group::new(Delimiter::None, group.stream());
        let angled = quote_spanned!(group.span()=> <#ty>);
        trees.splice(..1, angled);
    }
    let parse = |input: ParseStream<'_>| {
        let path: ExprPath = input.parse()?;
        if input.is_empty() {
            Ok(path)
        } else if input.peek(Token![<]) {
            Err(input.error("arguments in a path stand behind `::`: `Type::<u8>::function`"))
        } else {
            Err(input.error("expected `;`, `as` or `::`"))
        }
    };
    parse.parse2(trees.into_iter().collect())
}

impl ToTokens for Use {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let (attributes, visibility) = (&self.attributes, &self.visibility);
        let what = match (&self.source, &self.names) {
            (Source::Path(path), Names::All(star)) => {
                let mut trees: Vec<TokenTree> = path.to_token_stream().into_iter().collect();
                trees.pop();
                let prefix: TokenStream = trees.into_iter().collect();
                quote!(#prefix #star)
            }
            (Source::Path(path), Names::One { rename, .. }) => {
                let rename = rename.as_ref().map(|rename| quote!(as #rename));
                quote!(#path #rename)
            }
            (Source::Place(place), names) => {
                let between = if place.of.is_some() {
                    quote!(::)
                } else {
                    quote!(.)
                };
                match names {
                    Names::All(star) => quote!(#place #between #star),
                    Names::One { name, rename } => {
                        let rename = rename.as_ref().map(|rename| quote!(as #rename));
                        quote!(#place #between #name #rename)
                    }
                }
            }
        };
        tokens.extend(quote!(#(#attributes)* #visibility use #what;));
    }
}
