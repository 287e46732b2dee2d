//! Paths, and the trees of them behind `use`.

use super::cursor::{Cursor, split_commas};
use proc_macro2::{Delimiter, TokenTree};

/// A path as it is written, without `r#` and without what is in `<…>`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    /// `::console::write`: the first is a crate.
    pub(super) global: bool,
    pub(super) segments: Vec<String>,
}

impl Written {
    /// Reads the path that stands next.
    pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Self> {
        let global = cursor.eat_colons();
        let mut segments = vec![cursor.path_name()?];
        loop {
            let mut ahead = cursor.clone();
            if ahead.eat_colons()
                && let Some(name) = ahead.path_name()
            {
                segments.push(name);
                *cursor = ahead;
            } else {
                return Some(Self { global, segments });
            }
        }
    }
}

/// One name that a `use` brings.
pub(super) struct Import {
    /// None: `_` or `*`.
    pub(super) name: Option<String>,
    pub(super) is_glob: bool,
    pub(super) target: Written,
}

/// What stands behind `use`, taken apart.
pub(super) fn imports(tree: &[TokenTree]) -> Vec<Import> {
    let mut found = Vec::new();
    read_tree(tree, &Written::default(), &mut found);
    found
}

fn read_tree(tree: &[TokenTree], before: &Written, found: &mut Vec<Import>) {
    let mut cursor = Cursor::new(tree);
    let mut target = before.clone();
    if cursor.eat_colons() {
        target.global |= before.segments.is_empty();
    }
    while let Some(name) = cursor.path_name() {
        target.segments.push(name);
        if !cursor.eat_colons() {
            break;
        }
    }
    if let Some(group) = cursor.group(Delimiter::Brace) {
        let inner: Vec<TokenTree> = group.stream().into_iter().collect();
        for part in split_commas(&inner) {
            read_tree(part, &target, found);
        }
        return;
    }
    let is_glob = cursor.eat('*');
    // `use console::{self}`
    if target.segments.len() > 1 && target.segments.last().is_some_and(|last| last == "self") {
        target.segments.pop();
    }
    let alias = if cursor.eat_word("as") {
        cursor.path_name()
    } else {
        target.segments.last().cloned()
    };
    if !target.segments.is_empty() {
        found.push(Import {
            name: alias.filter(|name| !is_glob && name != "_"),
            is_glob,
            target,
        });
    }
}
