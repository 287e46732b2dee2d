//! Our attributes inside of the module: `#[export(skip)]`, `#[export(Send, Sync)]`,
//! `#[since(2, default = …)]`.

use crate::mistakes::Mistakes;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Ident, LitInt, Token};

/// What our attributes on an item say.
#[derive(Default)]
pub(super) struct Marks {
    /// It isn't part of the interface.
    pub(super) skip: bool,
    /// What is demanded of the type.
    pub(super) autos: Vec<Ident>,
    pub(super) since: Option<Since>,
}

/// Since which version there is a function, and what runs where there is none.
pub(super) struct Since {
    pub(super) version: u64,
    pub(super) default: Option<Expr>,
    /// As written.
    pub(super) tokens: TokenStream,
}

impl Parse for Since {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let version: LitInt = input.parse()?;
        let tokens = version.to_token_stream();
        let version = version.base10_parse()?;
        let mut default = None;
        if input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            let word: Ident = input.parse()?;
            if word != "default" {
                return Err(syn::Error::new(
                    word.span(),
                    "expected `default = value` or `default = |api, …| value`: what runs for older plugins",
                ));
            }
            input.parse::<Token![=]>()?;
            default = Some(input.parse()?);
        }
        Ok(Self {
            version,
            default,
            tokens,
        })
    }
}

impl Marks {
    /// Takes them away: rustc doesn't know them.
    pub(super) fn take(attributes: &mut Vec<Attribute>, mistakes: &mut Mistakes) -> Self {
        let mut this = Self::default();
        attributes.retain(|attribute| {
            let read = if attribute.path().is_ident("since") {
                attribute.parse_args().map(|since| this.since = Some(since))
            } else if attribute
                .path()
                .segments
                .last()
                .is_some_and(|last| last.ident == "export")
            {
                this.export(attribute)
            } else {
                return true;
            };
            if let Err(error) = read {
                mistakes.add(error);
            }
            false
        });
        this
    }

    fn export(&mut self, attribute: &Attribute) -> syn::Result<()> {
        let words = attribute.parse_args_with(Punctuated::<Ident, Token![,]>::parse_terminated)?;
        for word in words {
            match word.to_string().as_str() {
                "skip" => self.skip = true,
                "Send" | "Sync" | "Unpin" => self.autos.push(word),
                _ => {
                    return Err(syn::Error::new(
                        word.span(),
                        "inside of an exported module there is `#[export(skip)]`, for what isn't part of \
                         the interface, and `#[export(Send, Sync)]` on a type",
                    ));
                }
            }
        }
        Ok(())
    }
}

/// Documentation, conditions and the like, which go to what stands for the item.
pub(super) fn shown(attributes: &[Attribute]) -> Vec<&Attribute> {
    attributes
        .iter()
        .filter(|attribute| {
            ["doc", "cfg", "deprecated", "must_use"]
                .iter()
                .any(|name| attribute.path().is_ident(name))
        })
        .collect()
}

/// `#[cfg(…)]`s
pub(super) fn conditions(attributes: &[Attribute]) -> Vec<&Attribute> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("cfg"))
        .collect()
}

/// Whether there is a `#[derive(…)]` of this.
pub(super) fn derives(attributes: &[Attribute], name: &str) -> bool {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("derive"))
        .any(|attribute| {
            attribute
                .parse_args_with(Punctuated::<syn::Path, Token![,]>::parse_terminated)
                .is_ok_and(|paths| {
                    paths
                        .iter()
                        .any(|path| path.segments.last().is_some_and(|last| last.ident == name))
                })
        })
}

/// Without attributes, for a signature that rustc sees.
pub(super) fn without(attributes: &mut Vec<Attribute>, name: &str) {
    attributes.retain(|attribute| !attribute.path().is_ident(name));
}

/// `#[since(2)]`, as an interface has it.
pub(super) fn since(since: &Since) -> TokenStream {
    let number = &since.tokens;
    let span = number
        .clone()
        .into_iter()
        .next()
        .map_or_else(Span::call_site, |token| token.span());
    quote_spanned!(span=> #[since(#number)])
}
