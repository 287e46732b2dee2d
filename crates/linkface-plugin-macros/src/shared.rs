//! `#[derive(Shared)]`
//!
//! | module | holds |
//! |---|---|
//! | `model` | the declaration |
//! | `attribute` | `#[shared(…)]` |
//! | `repr` | `#[repr(…)]`, and whether the type crosses as it is or is converted |
//! | `check` | what can't cross |
//! | `identity` | the type's `ID`, its generics and the impl around it |
//! | `description` | types, described |
//! | `inline`, `inline_enum` | types that cross as they are |
//! | `converted`, `converted_enum` | types that have a twin |
//! | `place` | generated code that is about a type, where that type stands |
//! | `twin` | between a field and what it crosses as, also in a `Vec` and the like |
//! | `remote` | between a dependency's type and the declaration that mirrors it |

mod attribute;
mod check;
mod converted;
mod converted_enum;
mod description;
mod identity;
mod inline;
mod inline_enum;
mod model;
mod place;
mod remote;
mod repr;
pub(crate) mod twin;

use crate::mistakes::Mistakes;
use model::{Body, Declaration};
use proc_macro2::TokenStream;
use quote::quote;
use repr::Layout;

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut mistakes = Mistakes::default();
    let declaration = match Declaration::parse(input, &mut mistakes) {
        Ok(declaration) => declaration,
        Err(error) => return error.into_compile_error(),
    };
    check::check(&declaration, &mut mistakes);
    if !mistakes.is_empty() {
        let mut out = mistakes.report();
        out.extend(identity::stand_in(&declaration));
        return out;
    }
    let shared = match (&declaration.layout, &declaration.body) {
        (Layout::Inline(_), Body::Struct(fields)) => inline::expand(&declaration, fields),
        (Layout::Inline(repr), Body::Enum(variants)) => {
            inline_enum::expand(&declaration, repr, variants)
        }
        (Layout::Converted, Body::Struct(fields)) => converted::expand(&declaration, fields),
        (Layout::Converted, Body::Enum(variants)) => converted_enum::expand(&declaration, variants),
    };
    let remote = remote::expand(&declaration);
    quote!(#shared #remote)
}
