//! A trait's path in messages.

use crate::code::code;
use syn::Path;

/// A trait's path as it is shown: nobody can write `$crate`, which a `macro_rules!` has it by.
pub(super) fn path(path: &Path) -> String {
    let first = path.segments.first();
    let last = path.segments.last();
    match (first, last) {
        (Some(first), Some(last)) if first.ident == "$crate" => code(last),
        _ => code(path),
    }
}
