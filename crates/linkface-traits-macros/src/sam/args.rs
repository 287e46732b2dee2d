//! The arguments of `#[sam(…)]`.

use crate::krate::Krate;
use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::{Path, Token};

syn::custom_keyword!(told);

/// `static`, `for path`, `crate = path`.
#[derive(Default)]
pub(super) struct Args {
    pub(super) krate: Krate,
    /// No constructor: only the forms of `sam!` that name what they capture.
    pub(super) only_static: bool,
    /// The trait from elsewhere that the item is a copy of.
    pub(super) foreign: Option<Path>,
    /// Another attribute has written the trait's macro. People don't write this.
    pub(super) told: bool,
}

impl Parse for Args {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut args = Self::default();
        while !input.is_empty() {
            if input.parse::<Option<Token![static]>>()?.is_some() {
                args.only_static = true;
            } else if input.parse::<Option<Token![for]>>()?.is_some() {
                if input.is_empty() {
                    return Err(syn::Error::new(
                        Span::call_site(),
                        "which trait? `for path::to::Trait`",
                    ));
                }
                args.foreign = Some(input.parse()?);
            } else if input.parse::<Option<Token![crate]>>()?.is_some() {
                input.parse::<Token![=]>()?;
                args.krate = Krate::at(&input.call(Path::parse_mod_style)?);
            } else if input.peek(told) {
                input.parse::<told>()?;
                args.told = true;
            } else {
                return Err(input.error(
                    "unknown argument: `#[sam]` takes `static`, `for path::to::Trait` and \
                     `crate = path`",
                ));
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(args)
    }
}
