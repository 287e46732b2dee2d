//! `link!`, `facade!`, `provider!`: what is said once in a crate.

use crate::args::string;
use crate::cursor::{Cursor, mentions, split_commas};
use crate::errors::Errors;
use crate::identity;
use crate::template::tokens;
use proc_macro::{Span, TokenStream, TokenTree};

/// `link!(provider, extern facade::item)`
pub(crate) fn link(input: TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    let mut errors = Errors::default();
    let mut lf = tokens!("::linkface");
    for provider in split_commas(input) {
        let mut cursor = Cursor::new(provider.clone());
        if cursor.is_ident("crate") {
            cursor.next();
            cursor.next();
            lf = cursor.rest().into_iter().collect();
        } else if cursor.eat_ident("extern").is_some() {
            let path = cursor.rest();
            let name = path.iter().rev().find_map(|token| match token {
                TokenTree::Ident(ident) => Some(ident.clone()),
                _ => None,
            });
            let Some(name) = name else {
                errors.at(
                    cursor.span(),
                    "expected the item: `link!(extern facade::item)`",
                );
                continue;
            };
            let marker = identity::fresh(&name);
            out.extend(tokens!(
                "#path! { [#lf] alone ordinary #marker [#path] foreign }",
                path,
                lf,
                marker
            ));
        } else if mentions(&provider, "as").is_some() || provider.is_empty() {
            errors.at(
                cursor.span(),
                "expected a provider's name: `link!(provider)`",
            );
        } else {
            out.extend(tokens!(
                "#[allow(unused_imports)] use #provider as _;",
                provider
            ));
        }
    }
    let mut report = errors.report();
    report.extend(out);
    report
}

/// `facade!("console", "0.4")`
pub(crate) fn facade(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let parts = split_commas(input);
    let texts: Vec<Option<String>> = parts.iter().map(|part| string(part)).collect();
    match &texts[..] {
        [Some(package), Some(version)] => {
            if let Err(why) = identity::name_facade(package, version) {
                errors.at(parts[1][0].span(), why);
            }
        }
        _ => errors.at(
            parts
                .first()
                .map_or_else(Span::call_site, |part| part[0].span()),
            "expected the façade's name and version: `facade!(\"console\", \"0.1\")`",
        ),
    }
    errors.report()
}
