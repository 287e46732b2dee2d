//! `#[delegatable]`

use super::names::Table;
use crate::conditional;
use crate::mistakes::Mistakes;
use crate::told;
use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{ItemTrait, Path, Token, UseTree};

struct Args {
    krate: Path,
    /// `use path`, with the `::` it may begin with.
    uses: Vec<(Option<Token![::]>, UseTree)>,
}

impl Parse for Args {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut args = Self {
            krate: syn::parse_quote!(::linkface_traits),
            uses: Vec::new(),
        };
        while !input.is_empty() {
            if input.peek(Token![crate]) && input.peek2(Token![=]) {
                input.parse::<Token![crate]>()?;
                input.parse::<Token![=]>()?;
                args.krate = input.call(Path::parse_mod_style)?;
            } else if input.peek(Token![use]) {
                input.parse::<Token![use]>()?;
                args.uses.push((input.parse()?, input.parse()?));
            } else {
                return Err(input.error(
                    "expected `use`: `#[delegatable(use crate::path::Name)]` says where a name in \
                     the trait's signatures comes from",
                ));
            }
            if input.peek(Token![;]) {
                input.parse::<Token![;]>()?;
            } else if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(args)
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "an attribute is given its tokens"
)]
pub(crate) fn attribute(args: TokenStream, item: TokenStream) -> TokenStream {
    let mut mistakes = Mistakes::default();
    let parsed = mistakes.take(syn::parse2::<Args>(args.clone()));
    let Some(mut declared) = mistakes.take(syn::parse2::<ItemTrait>(item.clone())) else {
        let mistakes = mistakes.report();
        return quote!(#item #mistakes);
    };
    let Some(Args { krate, uses }) = parsed else {
        let beside = told::macro_beside(&declared);
        told::mark(&mut declared);
        let mistakes = mistakes.report();
        return quote!(#declared #beside #mistakes);
    };
    let attribute = quote!(#[#krate::attr::delegatable(#args)]);
    if let Some(settled) = conditional::settle(&attribute, &declared) {
        return settled;
    }
    let mut table = Table::default();
    for (leading, tree) in &uses {
        table.add(*leading, tree, &mut mistakes);
    }
    let mut told = told::told(&declared);
    let mut imports = None;
    if mistakes.is_empty() {
        table.replace(&mut told, &mut mistakes);
        // What isn't there is reported here, and not where the trait is delegated.
        let uses: Vec<TokenStream> = uses
            .iter()
            .filter(|(_, tree)| !matches!(tree, UseTree::Name(_)))
            .map(|(leading, tree)| quote!(#[allow(unused_imports)] use #leading #tree;))
            .collect();
        imports = (!uses.is_empty()).then(|| quote!(const _: () = { #(#uses)* };));
    }
    let beside = told::macro_telling(&declared, &told);
    told::mark(&mut declared);
    let mistakes = mistakes.report();
    quote!(#declared #beside #imports #mistakes)
}
