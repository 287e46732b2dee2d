//! `facade!("console", "0.4")`: the façade's name, where Cargo doesn't give it.

use crate::args::string;
use crate::cursor::split_commas;
use crate::errors::Errors;
use crate::identity;
use proc_macro::{Span, TokenStream};

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
