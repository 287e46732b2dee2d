//! What `#[interface]` declares.

use super::attribute::docs;
use super::cfg::Builds;
use super::cursor::{place, plain};
use super::item::{Item, Keyword, Visibility};
use super::mark::{DefaultArg, InterfaceArgs};
use super::signature::signature;
use crate::facts::{Declared, Kind, Loadable, Need};
use std::path::Path;

/// The declaration that an item is; none if it can't be one.
pub(super) fn declared(
    item: &Item<'_>,
    args: &InterfaceArgs,
    modules: &[String],
    builds: Builds,
    file: &Path,
) -> Option<Declared> {
    let kind = kind(item.keyword)?;
    let name = item.name?;
    let mut path = modules.to_vec();
    // Implementors know it under that name.
    path.push(args.implement_as.clone().unwrap_or_else(|| plain(name)));
    Some(Declared {
        path,
        kind,
        need: need(item, kind, args),
        signature: signature(item.head),
        docs: docs(&item.attributes),
        public: item.visibility == Visibility::Public,
        in_group: false,
        only_in_tests: builds.only_in_tests(),
        symbol: args.symbol.clone(),
        abi: args.abi.clone(),
        hash: None,
        place: place(file, name.span(), name.span()),
    })
}

/// How a trait is loaded, if it is.
pub(super) fn loadable(declared: &Declared, args: &InterfaceArgs) -> Option<Loadable> {
    let loaded = args.loadable.clone()?;
    (declared.kind == Kind::Trait).then(|| Loadable {
        path: declared.path.clone(),
        loaded,
        same_build: args.same_build,
        only_in_tests: declared.only_in_tests,
        place: declared.place.clone(),
    })
}

pub(super) fn kind(keyword: Keyword) -> Option<Kind> {
    match keyword {
        Keyword::Fn => Some(Kind::Function),
        Keyword::Static => Some(Kind::Static),
        Keyword::Trait => Some(Kind::Trait),
        Keyword::Type => Some(Kind::Type),
        _ => None,
    }
}

fn need(item: &Item<'_>, kind: Kind, args: &InterfaceArgs) -> Need {
    let has_default = match kind {
        Kind::Function => item.body.is_some(),
        Kind::Static => item.has_value,
        Kind::Trait | Kind::Type => args.default == Some(DefaultArg::Given),
    };
    if has_default {
        Need::Defaulted
    } else if args.dynamic && matches!(kind, Kind::Function | Kind::Static) {
        Need::Dynamic
    } else if args.loadable.is_some() && kind == Kind::Trait {
        Need::Loadable
    } else if args.default.is_some() {
        Need::Defaultable
    } else {
        Need::Required
    }
}
