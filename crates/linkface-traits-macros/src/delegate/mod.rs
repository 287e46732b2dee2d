//! `delegate!`, `#[delegate]` and `#[delegatable]`
//!
//! | module | holds |
//! |---|---|
//! | `input` | an impl with `use` declarations in it: parsed |
//! | `target` | one `use` declaration: parsed |
//! | `field` | `self.0.*`: parsed |
//! | `member` | what a trait or the impl declares |
//! | `header` | lifetimes that the impl's head leaves out |
//! | `plan` | which member goes where: checked |
//! | `substitute`, `replace` | a declaration in the impl's words |
//! | `paths` | paths in types and in expressions |
//! | `method` | a method's signature, ready to be written out |
//! | `call` | the call that is a method's body |
//! | `expand`, `placeholder` | the impl of a trait |
//! | `inherent` | methods of a trait, or of a field, as the type's own |
//! | `delegatable`, `names` | the attribute, and where the names in its trait come from |
//! | `near` | names like one that is wrong |

mod call;
mod delegatable;
mod expand;
mod field;
mod header;
mod inherent;
mod input;
mod member;
mod method;
mod names;
mod near;
mod paths;
mod placeholder;
mod plan;
mod replace;
mod substitute;
mod target;

use crate::krate::Krate;
use crate::mistakes::Mistakes;
use crate::told;
use input::{Delegation, Input, Piece};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, ItemTrait};

pub(crate) use delegatable::attribute as delegatable;

/// `#[delegate(use …)]`
pub(crate) fn attribute(args: TokenStream, item: TokenStream) -> TokenStream {
    let mut mistakes = Mistakes::default();
    let args = mistakes.take(syn::parse2::<input::Args>(args));
    let Some(mut delegation) = mistakes.take(syn::parse2::<Delegation>(item)) else {
        return mistakes.report();
    };
    let args = args.unwrap_or_default();
    delegation.add(args.uses, mistakes);
    one(&args.krate, delegation)
}

/// `delegate!`, behind `[path]`.
pub(crate) fn items(input: TokenStream) -> TokenStream {
    match syn::parse2::<Input>(input) {
        Ok(Input { krate, pieces }) => pieces
            .into_iter()
            .map(|piece| match piece {
                Piece::Delegation(delegation) => one(&krate, *delegation),
                Piece::Item(item) => item.to_token_stream(),
            })
            .collect(),
        Err(mistake) => mistake.to_compile_error(),
    }
}

/// One impl: written out at once if it declares what it delegates, or else after its trait has told.
fn one(krate: &Krate, mut delegation: Delegation) -> TokenStream {
    if delegation.item.trait_.is_none() {
        return inherent::items(krate, delegation);
    }
    let says_nothing = delegation.uses.is_empty() && delegation.mistakes.is_empty();
    if !delegation.declared.is_empty() || says_nothing {
        return expand::declared(delegation);
    }
    let Some((path, _)) = &delegation.item.trait_ else {
        return TokenStream::new();
    };
    if let Some(first) = path.segments.first()
        && path.segments.len() > 1
        && ["std", "core", "alloc"]
            .iter()
            .any(|name| first.ident == name)
    {
        // What rustc says of a macro that isn't there sounds as if the trait weren't.
        delegation.mistakes.at(
            path,
            "this trait can't tell what its methods are: declare here those that are delegated, as \
             in `fn method(&self);`",
        );
        return std::mem::take(&mut delegation.mistakes).report();
    }
    let ask = ask(krate, path, &delegation, &[]);
    let mistakes = std::mem::take(&mut delegation.mistakes).report();
    quote!(#ask #mistakes)
}

/// Asks the trait at `path` to tell us, and to pass on the impl and the names of what is `written`
/// out beside it.
fn ask(krate: &Krate, path: &syn::Path, delegation: &Delegation, written: &[Ident]) -> TokenStream {
    let failed = (!delegation.mistakes.is_empty()).then(|| quote!(failed));
    let conditions = conditions(&delegation.item.attrs);
    let ask = told::ask(
        path,
        &quote!(#krate::__private::__delegate_told),
        &quote!([#krate] { #delegation } { #failed } #(#written)*),
    );
    quote!(#(#conditions)* #ask)
}

/// The trait may be absent where the impl is.
fn conditions(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("cfg"))
}

/// `{trait Bar {…}} [path] {impl …} {} names`
pub(crate) fn told(input: TokenStream) -> TokenStream {
    // Whether a mistake is reported already.
    let mut failed = false;
    let parse = |input: ParseStream<'_>| {
        let content;
        syn::braced!(content in input);
        let declared: ItemTrait = content.parse()?;
        input.parse::<Krate>()?;
        let content;
        syn::braced!(content in input);
        let delegation: Delegation = content.parse()?;
        let content;
        syn::braced!(content in input);
        failed = content.parse::<Option<Ident>>()?.is_some();
        let mut written = Vec::new();
        while !input.is_empty() {
            written.push(input.call(Ident::parse_any)?);
        }
        Ok((declared, delegation, written))
    };
    match parse.parse2(input) {
        Ok((declared, delegation, _)) if delegation.item.trait_.is_some() => {
            expand::told(declared, delegation, failed)
        }
        Ok((declared, delegation, written)) => inherent::told(&declared, delegation, &written),
        Err(mistake) => mistake.to_compile_error(),
    }
}
