//! The `dyn` type for an argument's bounds.

use super::erase::{Bounds, Why};
use super::model::Sam;
use super::types;
use crate::code::code;
use crate::told;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Path, TypeParamBound, parse_quote};

/// The `dyn` type that has `bounds`.
pub(super) fn object(
    sam: &mut Sam,
    bounds: &Bounds,
    hint: &Ident,
    hidden_traits: &mut TokenStream,
) -> Result<TokenStream, Why> {
    let mut traits = Vec::new();
    let mut markers = Vec::new();
    for bound in bounds {
        match bound {
            TypeParamBound::Trait(it) if it.maybe.is_some() => {
                return Err(Why(
                    "its method is generic, and a value without a known size can't be behind `dyn`"
                        .to_owned(),
                ));
            }
            TypeParamBound::Trait(it) => match types::last(&it.path) {
                Some(name) if name == "Sized" => {}
                Some(name) if is_auto(name) => markers.push(bound),
                _ if !may_be_dyn(&it.path) => {
                    return Err(Why(format!(
                        "its method is generic, and a value behind `dyn` can't be used as `{}`",
                        code(&it.path)
                    )));
                }
                _ => traits.push(bound),
            },
            TypeParamBound::Lifetime(_) => markers.push(bound),
            _ => {
                return Err(Why(format!(
                    "its method is generic, and there is no `dyn {}`",
                    code(bound)
                )));
            }
        }
    }
    if let [single] = traits[..] {
        // rustc knows whether this exists, and says so on the bound.
        return Ok(
            quote_spanned!(single.span().resolved_at(Span::call_site())=> dyn #single #(+ #markers)*),
        );
    }
    let hidden = told::hidden(&format!("dyn_{hint}"), &sam.ident);
    let mut generics = sam.parameters();
    for lifetime in sam.method.sig.generics.lifetimes() {
        let lifetime = &lifetime.lifetime;
        generics.params.insert(0, parse_quote!(#lifetime));
    }
    let (parameters, arguments, clause) = generics.split_for_impl();
    let mut with_value = generics.clone();
    let value = sam.names.fresh("Value");
    with_value.params.push(parse_quote!(#value: #(#traits)+*));
    if traits.is_empty() {
        with_value.params.pop();
        with_value.params.push(parse_quote!(#value));
    }
    let (with_value, _, _) = with_value.split_for_impl();
    let vis = &sam.vis;
    hidden_traits.extend(quote! {
        #[doc(hidden)]
        #[allow(non_camel_case_types, clippy::all, clippy::pedantic, clippy::nursery)]
        #vis trait #hidden #parameters: #(#traits)+* #clause {}
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        impl #with_value #hidden #arguments for #value #clause {}
    });
    Ok(quote!(dyn #hidden #arguments #(+ #markers)*))
}

fn is_auto(name: &Ident) -> bool {
    ["Send", "Sync", "Unpin", "UnwindSafe", "RefUnwindSafe"]
        .iter()
        .any(|auto| name == auto)
}

/// Whether `dyn path` exists and is of use, as far as the name tells. rustc reports the rest.
fn may_be_dyn(path: &Path) -> bool {
    const NEVER: [&str; 36] = [
        "Add",
        "AddAssign",
        "BitAnd",
        "BitOr",
        "BitXor",
        "Clone",
        "Copy",
        "Default",
        "Div",
        "Eq",
        "Extend",
        "FnOnce",
        "From",
        "FromIterator",
        "FromStr",
        "Future",
        "Hash",
        "Into",
        "IntoFuture",
        "IntoIterator",
        "Mul",
        "Neg",
        "Not",
        "Ord",
        "Product",
        "Rem",
        "Shl",
        "Shr",
        "Sub",
        "Sum",
        "ToOwned",
        "TryFrom",
        "TryInto",
        "AsyncFn",
        "AsyncFnMut",
        "AsyncFnOnce",
    ];
    // Without arguments, these compare with `Self`.
    const WITH_ARGUMENTS: [&str; 2] = ["PartialEq", "PartialOrd"];
    let Some(segment) = path.segments.last() else {
        return true;
    };
    let named = |names: &[&str]| names.iter().any(|name| segment.ident == name);
    !(named(&NEVER) || named(&WITH_ARGUMENTS) && segment.arguments.is_none())
}
