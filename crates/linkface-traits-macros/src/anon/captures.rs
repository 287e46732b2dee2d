//! The list of captures: `[mut cur = &foo[..], n, &k, &mut log, size: usize]`.

use super::walk;
use crate::mistakes::Mistakes;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use std::collections::HashSet;
use syn::parse::{Parse, ParseStream};
use syn::{Expr, Ident, Token, Type, token};

#[derive(Clone, Default)]
pub(super) struct Captures {
    pub bracket: token::Bracket,
    pub list: Vec<Capture>,
}

#[derive(Clone)]
pub(super) struct Capture {
    pub by: By,
    pub mutable: Option<Token![mut]>,
    pub name: Ident,
    pub ty: Option<Type>,
    pub init: Option<Expr>,
}

/// How a variable gets into the object.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum By {
    /// It is moved, or copied.
    Value,
    /// `&name`
    Ref,
    /// `&mut name`
    RefMut,
}

impl Captures {
    pub(super) fn span(&self) -> Span {
        self.bracket.span.join()
    }

    /// Whether types are written, as in `[n: usize]`.
    pub(super) fn annotated(&self) -> bool {
        self.list.iter().any(|capture| capture.ty.is_some())
    }

    pub(super) fn check(&self, mistakes: &mut Mistakes) {
        let annotated = self.annotated();
        let mut seen = HashSet::new();
        for capture in &self.list {
            let name = &capture.name;
            if !seen.insert(walk::key(name)) {
                mistakes.at(name, format!("`{name}` is captured twice"));
            }
            if annotated && capture.ty.is_none() {
                let hint = match capture.by {
                    By::Value => format!("{name}: Type"),
                    By::Ref => format!("{name}: &Type = &{name}"),
                    By::RefMut => format!("{name}: &mut Type = &mut {name}"),
                };
                mistakes.at(
                    name,
                    format!("missing type: other captures have one, so all need one: `{hint}`"),
                );
            }
        }
    }
}

impl Parse for Captures {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut list = Vec::new();
        while !input.is_empty() {
            list.push(input.parse()?);
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(Self {
            bracket: token::Bracket::default(),
            list,
        })
    }
}

impl Parse for Capture {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let reference: Option<Token![&]> = input.parse()?;
        let mutable: Option<Token![mut]> = input.parse()?;
        if input.peek(Token![self]) {
            return Err(input.error("`self` can't be captured by this name: write `this = &self`"));
        }
        let name: Ident = input.parse()?;
        let rest = input.peek(Token![:]) || input.peek(Token![=]);
        if reference.is_some() && rest {
            return Err(input.error(format!(
                "a capture by reference has neither type nor value: write `{name} = &…`"
            )));
        }
        let colon: Option<Token![:]> = input.parse()?;
        let ty = colon.map(|_| input.parse()).transpose()?;
        let equals: Option<Token![=]> = input.parse()?;
        let init = equals.map(|_| input.parse()).transpose()?;
        let (by, mutable) = match (reference, mutable) {
            (None, mutable) => (By::Value, mutable),
            (Some(_), None) => (By::Ref, None),
            (Some(_), Some(_)) => (By::RefMut, None),
        };
        Ok(Self {
            by,
            mutable,
            name,
            ty,
            init,
        })
    }
}

impl ToTokens for Captures {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for capture in &self.list {
            let Capture {
                by,
                mutable,
                name,
                ty,
                init,
            } = capture;
            let by = match by {
                By::Value => quote!(),
                By::Ref => quote!(&),
                By::RefMut => quote!(&mut),
            };
            let ty = ty.as_ref().map(|ty| quote!(: #ty));
            let init = init.as_ref().map(|init| quote!(= #init));
            tokens.extend(quote!(#by #mutable #name #ty #init,));
        }
    }
}
