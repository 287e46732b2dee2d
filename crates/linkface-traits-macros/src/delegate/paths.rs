//! Paths, as they are written in types and in expressions, and whether two are alike.

use quote::quote;
use syn::{Path, PathArguments, Type};

/// The type that is meant by a path in expressions, `Bar::<u8>`: without the `::`.
pub(super) fn as_in_types(path: &Path) -> Path {
    let mut path = path.clone();
    for segment in &mut path.segments {
        if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
            arguments.colon2_token = None;
        }
    }
    path
}

/// The other way round.
pub(super) fn as_in_expressions(path: &Path) -> Path {
    let mut path = path.clone();
    for segment in &mut path.segments {
        if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
            arguments.colon2_token = Some(syn::Token![::](arguments.lt_token.span));
        }
    }
    path
}

/// Whether two paths are written alike, apart from arguments.
pub(super) fn alike(left: &Path, right: &Path) -> bool {
    let names = |path: &Path| -> Vec<String> {
        path.segments
            .iter()
            .map(|segment| segment.ident.to_string())
            .collect()
    };
    names(left) == names(right)
}

/// Whether two types are written alike.
pub(super) fn same(left: &Type, right: &Type) -> bool {
    quote!(#left).to_string() == quote!(#right).to_string()
}

/// Whether two paths are written alike, arguments included.
pub(super) fn same_path(left: &Path, right: &Path) -> bool {
    quote!(#left).to_string() == quote!(#right).to_string()
}

/// Takes the arguments from a path.
pub(super) fn strip(path: &mut Path) {
    for segment in &mut path.segments {
        segment.arguments = PathArguments::None;
    }
}
