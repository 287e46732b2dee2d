//! `link!()`: the providers of a program.

mod found;
mod named;

use crate::cursor::{Cursor, Tokens, mentions, split_commas};
use crate::errors::Errors;
use crate::identity;
use crate::implement;
use crate::rustc::Rustc;
use crate::template::tokens;
use proc_macro::{Ident, TokenStream, TokenTree};

/// `link!()`, `link!(provider, extern facade::item)`
pub(crate) fn link(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let call = Call::parse(input, &mut errors);
    let rustc = Rustc::here();
    let mut out = TokenStream::new();
    if call.names.is_empty() && call.foreign.is_empty() {
        if errors.is_empty() {
            out.extend(found::expand(&call.lf, &rustc, &mut errors));
        }
    } else {
        named::check(&call.names, &rustc, &mut errors);
        out.extend(call.expand());
    }
    let mut report = errors.report();
    report.extend(out);
    report
}

struct Call {
    lf: TokenStream,
    names: Vec<Tokens>,
    foreign: Vec<(Tokens, Ident)>,
}

impl Call {
    fn parse(input: TokenStream, errors: &mut Errors) -> Self {
        let mut call = Self {
            lf: tokens!("::linkface"),
            names: Vec::new(),
            foreign: Vec::new(),
        };
        for provider in split_commas(input) {
            let mut cursor = Cursor::new(provider.clone());
            if cursor.is_ident("crate") {
                cursor.next();
                cursor.next();
                call.lf = cursor.rest().into_iter().collect();
            } else if cursor.eat_ident("extern").is_some() {
                let path = cursor.rest();
                let name = path.iter().rev().find_map(|token| match token {
                    TokenTree::Ident(ident) => Some(ident.clone()),
                    _ => None,
                });
                match name {
                    Some(name) => call.foreign.push((path, name)),
                    None => errors.at(
                        cursor.span(),
                        "expected the item: `link!(extern facade::item)`",
                    ),
                }
            } else if mentions(&provider, "as").is_some() || provider.is_empty() {
                errors.at(
                    cursor.span(),
                    "expected a provider's name: `link!(provider)`",
                );
            } else {
                call.names.push(provider);
            }
        }
        call
    }

    fn expand(&self) -> TokenStream {
        let mut out = TokenStream::new();
        for (path, name) in &self.foreign {
            out.extend(tokens!(
                "#path! { [#lf] #how ordinary #marker [#path] foreign }",
                path,
                lf = self.lf,
                how = implement::how(false),
                marker = identity::fresh(name)
            ));
        }
        for provider in &self.names {
            out.extend(tokens!(
                "#[allow(unused_imports)] use #provider as _;",
                provider
            ));
        }
        out
    }
}
