//! `implement!(log::Logger = |record| …)`: a linkface interface with one method, implemented by a
//! closure.
//!
//! The closure becomes the method. Its parameters' types are the user's where they are written, and
//! the declaration's where they are not.

mod expand;
mod method;

use crate::krate::Krate;
use crate::mistakes::Mistakes;
use crate::told;
use method::Method;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Expr, ExprClosure, ItemTrait, Path, Token};

/// `path [, default] = closure`
struct Input {
    path: Path,
    default: Option<Token![default]>,
    closure: ExprClosure,
}

const FORM: &str = "expected an interface and a closure: `path::Trait = |parameters| body`";

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let path = input
            .call(Path::parse_mod_style)
            .map_err(|mistake| syn::Error::new(mistake.span(), FORM))?;
        let default = if input.parse::<Option<Token![,]>>()?.is_some() {
            Some(input.parse()?)
        } else {
            None
        };
        if !input.peek(Token![=]) || input.peek(Token![=>]) {
            return Err(input.error(FORM));
        }
        input.parse::<Token![=]>()?;
        let closure = match input.parse()? {
            Expr::Closure(closure) => closure,
            other => {
                return Err(syn::Error::new_spanned(
                    other,
                    "expected a closure: a function that exists already implements by \
                     `#[implement] impl …`",
                ));
            }
        };
        input.parse::<Option<Token![;]>>()?;
        if input.is_empty() {
            Ok(Self {
                path,
                default,
                closure,
            })
        } else {
            Err(input.error("expected nothing after the closure"))
        }
    }
}

impl ToTokens for Input {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self {
            path,
            default,
            closure,
        } = self;
        let default = default.as_ref().map(|word| quote!(, #word));
        tokens.extend(quote!(#path #default = #closure));
    }
}

/// `[$crate] path = closure`: asks the trait how it is declared.
pub(crate) fn closure(input: TokenStream) -> TokenStream {
    let parser = |input: ParseStream<'_>| Ok((input.parse::<Krate>()?, input.parse::<Input>()?));
    match syn::parse::Parser::parse2(parser, input) {
        Ok((krate, input)) => told::ask(
            &input.path,
            &quote!(#krate::__private::__implement_told),
            &input.to_token_stream(),
        ),
        Err(mistake) => mistake.to_compile_error(),
    }
}

/// `{trait} path = closure`
pub(crate) fn told(input: TokenStream) -> TokenStream {
    let parser = |input: ParseStream<'_>| {
        let content;
        syn::braced!(content in input);
        Ok((content.parse::<ItemTrait>()?, input.parse::<Input>()?))
    };
    let (declared, input) = match syn::parse::Parser::parse2(parser, input) {
        Ok(parts) => parts,
        Err(mistake) => return mistake.to_compile_error(),
    };
    let mut mistakes = Mistakes::default();
    match Method::check(&declared, &input.closure, &mut mistakes) {
        Some(method) if mistakes.is_empty() => expand::implementation(&input, &method),
        _ => mistakes.report(),
    }
}
