//! `q!`, `qualified!` and `#[qualified]`: calls of the form `x.Trait::method(args)`.
//!
//! | module | holds |
//! |---|---|
//! | `tokens` | finds `.Trait::method` in tokens, which no parser of Rust accepts, and puts a name there |
//! | `method` | the model: which method of which trait |
//! | `rewrite` | walks the tree and replaces the calls |
//! | `within` | calls in the arguments of other macros, which are tokens |
//! | `scope` | which generics are around, which variables a closure captures |
//! | `receiver` | the receiver: a place, or a value that needs a temporary |
//! | `helper` | the trait that searches the receiver's type for an implementor |
//! | `known` | the traits of the standard library, whose receivers are known |
//! | `search` | how an implementor is found: by a helper, or not at all |
//! | `temporaries` | whether an argument makes one |
//! | `expand` | the expansion of a call |
//! | `arms` | the argument that a receiver becomes |

mod arms;
mod expand;
mod helper;
mod known;
mod method;
mod receiver;
mod rewrite;
mod scope;
mod search;
mod temporaries;
#[cfg(test)]
mod tests;
mod tokens;
mod within;

use crate::krate::Krate;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use rewrite::Rewriter;
use syn::parse::{Parse, ParseStream, Parser};
use syn::visit_mut::VisitMut;
use syn::{Expr, File};

/// `#[qualified]`: as `qualified!`, for what rustfmt can read.
pub(crate) fn attribute(args: TokenStream, item: TokenStream) -> TokenStream {
    let parser = |input: ParseStream<'_>| -> syn::Result<Krate> {
        if input.is_empty() {
            return Ok(Krate::default());
        }
        input.parse::<syn::Token![crate]>()?;
        input.parse::<syn::Token![=]>()?;
        let path = input.call(syn::Path::parse_mod_style)?;
        input.parse::<Option<syn::Token![,]>>()?;
        Ok(Krate::at(&path))
    };
    match parser.parse2(args) {
        Ok(krate) => rewrite::<File>(&krate, item),
        Err(mistake) => {
            let mistake = mistake.to_compile_error();
            quote!(#mistake #item)
        }
    }
}

/// `q!`
pub(crate) fn expression(input: TokenStream) -> TokenStream {
    with_krate(input, rewrite::<Expr>)
}

/// `qualified!`
pub(crate) fn items(input: TokenStream) -> TokenStream {
    with_krate(input, rewrite::<File>)
}

fn with_krate(
    input: TokenStream,
    then: impl FnOnce(&Krate, TokenStream) -> TokenStream,
) -> TokenStream {
    let parser =
        |input: ParseStream<'_>| Ok((input.parse::<Krate>()?, input.parse::<TokenStream>()?));
    match parser.parse2(input) {
        Ok((krate, tokens)) => then(&krate, tokens),
        Err(mistake) => mistake.to_compile_error(),
    }
}

/// What [`rewrite`] rewrites.
trait Tree: Parse + ToTokens {
    fn walk(&mut self, rewriter: &mut Rewriter<'_>);

    /// What stands in its place if it can't be parsed.
    fn or_else(mistake: &TokenStream, tokens: &TokenStream) -> TokenStream;
}

impl Tree for Expr {
    fn walk(&mut self, rewriter: &mut Rewriter<'_>) {
        rewriter.visit_expr_mut(self);
    }

    fn or_else(mistake: &TokenStream, tokens: &TokenStream) -> TokenStream {
        quote!({ #tokens #mistake })
    }
}

impl Tree for File {
    fn walk(&mut self, rewriter: &mut Rewriter<'_>) {
        // Items say which generics are around; a lone expression doesn't.
        rewriter.scope.items();
        rewriter.visit_file_mut(self);
    }

    fn or_else(mistake: &TokenStream, tokens: &TokenStream) -> TokenStream {
        quote!(#mistake #tokens)
    }
}

fn rewrite<T: Tree>(krate: &Krate, input: TokenStream) -> TokenStream {
    let mut rewriter = Rewriter::new(krate);
    let named = rewriter.names.replace(input);
    match syn::parse2::<T>(named.clone()) {
        Ok(mut tree) => {
            tree.walk(&mut rewriter);
            tree.into_token_stream()
        }
        // Editors complete what is being written: they see the tokens, the compiler doesn't.
        Err(mistake) => {
            let mistake = mistake.to_compile_error();
            let named = rewriter.names.restore(named);
            T::or_else(&mistake, &quote!(#krate::__private::__tokens! { #named }))
        }
    }
}
