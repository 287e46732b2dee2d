//! Which items other crates can name.

use super::cursor::plain;
use super::item::{Item, Keyword, Visibility};
use super::path::imports;
use crate::facts::Declared;
use std::collections::BTreeSet;

/// What decides it, collected from all modules.
#[derive(Default)]
pub(super) struct Exports {
    /// The modules that only their parents see.
    private: BTreeSet<Vec<String>>,
    /// Every name in a `pub use`.
    reexported: BTreeSet<String>,
}

impl Exports {
    /// Takes note of an item in the module at that path.
    pub(super) fn add(&mut self, item: &Item<'_>, modules: &[String]) {
        let is_public = item.visibility == Visibility::Public;
        match (item.keyword, item.name) {
            (Keyword::Mod, Some(name)) if !is_public => {
                self.private.insert([modules, &[plain(name)]].concat());
            }
            (Keyword::Use, _) if is_public => {
                let segments = imports(item.behind)
                    .into_iter()
                    .flat_map(|import| import.target.segments);
                self.reexported.extend(segments);
            }
            _ => {}
        }
    }

    /// An item in a private module is not public, unless it or a module around it is exported again.
    pub(super) fn hide(&self, declared: &mut [Declared]) {
        for item in declared {
            let is_open = |n: usize| {
                !self.private.contains(&item.path[..n])
                    || item.path[n - 1..]
                        .iter()
                        .any(|name| self.reexported.contains(name))
            };
            item.public = item.public && (1..item.path.len()).all(is_open);
        }
    }
}
