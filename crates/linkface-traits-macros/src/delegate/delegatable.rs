//! `#[delegatable]`

use crate::conditional;
use crate::mistakes::Mistakes;
use crate::told;
use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{ItemTrait, Path, Token};

struct Args {
    krate: Path,
}

impl Parse for Args {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut krate = syn::parse_quote!(::linkface_traits);
        if input.peek(Token![crate]) {
            input.parse::<Token![crate]>()?;
            input.parse::<Token![=]>()?;
            krate = input.call(Path::parse_mod_style)?;
        }
        Ok(Self { krate })
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "an attribute is given its tokens"
)]
pub(crate) fn attribute(args: TokenStream, item: TokenStream) -> TokenStream {
    let mut mistakes = Mistakes::default();
    let parsed = mistakes.take(syn::parse2::<Args>(args.clone()));
    let Some(declared) = mistakes.take(syn::parse2::<ItemTrait>(item.clone())) else {
        let mistakes = mistakes.report();
        return quote!(#item #mistakes);
    };
    if let Some(Args { krate }) = parsed {
        let attribute = quote!(#[#krate::attr::delegatable(#args)]);
        if let Some(settled) = conditional::settle(&attribute, &declared) {
            return settled;
        }
    }
    let beside = told::macro_beside(&declared);
    let mistakes = mistakes.report();
    quote!(#declared #beside #mistakes)
}
