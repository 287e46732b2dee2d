//! What plugins export, and the `impl`s that it may be.

use super::cfg::Builds;
use super::cursor::{Cursor, is_punct, place, split_commas};
use super::implemented::trait_and_type;
use super::item::{Item, Keyword};
use super::path::Written;
use super::scope::Scope;
use crate::facts::{Exported, TraitImpl};
use proc_macro2::TokenTree;
use std::path::Path;

/// What stands in `export!(Euler, Verlet as LoadedPhysics = Verlet::new(), mod math::api; needs …)`.
pub(super) fn exported(arguments: &[TokenTree], scope: &Scope<'_>) -> Vec<Exported> {
    let mut arguments = Cursor::new(arguments);
    let exports = arguments.until(|token| is_punct(token, ';'));
    split_commas(exports)
        .filter_map(|export| {
            let mut cursor = Cursor::new(export);
            let is_module = cursor.eat_word("mod");
            let path = Written::read(&mut cursor)?;
            // `<f32>`, where the type is generic.
            cursor.until(|token| {
                is_punct(token, '=') || matches!(token, TokenTree::Ident(word) if word == "as")
            });
            let loaded = cursor.eat_word("as").then(|| Written::read(&mut cursor));
            Some(Exported {
                path: scope.resolve(&path),
                is_module,
                loaded: loaded.flatten().map(|path| scope.resolve(&path)),
            })
        })
        .collect()
}

/// `impl Trait for Type`, if that is what an item is.
pub(super) fn trait_impl(
    item: &Item<'_>,
    scope: &Scope<'_>,
    builds: Builds,
    file: &Path,
) -> Option<TraitImpl> {
    if item.keyword != Keyword::Impl {
        return None;
    }
    let (of, by) = trait_and_type(item.behind)?;
    let named = Written::read(&mut Cursor::new(of))?;
    Some(TraitImpl {
        of: scope.resolve(&named),
        by: scope.resolve(&Written::read(&mut Cursor::new(by))?),
        only_in_tests: builds.only_in_tests(),
        place: place(file, of.first()?.span(), of.last()?.span()),
    })
}
