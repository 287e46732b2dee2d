//! What of a program couldn't be read, so that nothing is called missing that may be there.

use super::file_name::hash_of;
use super::hash::{Hash, Set};
use std::io::BufRead;
use std::path::{Path, PathBuf};

/// What of a program wasn't read.
#[derive(Debug, Default)]
pub(super) struct Unread {
    /// Proc macros, which are no part of it, and dylibs, whose metadata is compressed.
    pub(super) dynamic: Vec<PathBuf>,
    /// Crates of the standard library, which know nothing of linkface, and crates whose files aren't
    /// there: see `tests/discovery/dependencies.rs`.
    pub(super) unseen: Vec<Hash>,
}

impl Unread {
    /// Whether a part of the program is unknown. Asked before something is called missing: it takes a
    /// while.
    pub(super) fn is_program(&self) -> bool {
        if self.dynamic.iter().any(|file| !is_proc_macro(file)) {
            return true;
        }
        let standard = standard_library();
        self.unseen.iter().any(|hash| !standard.contains(hash))
    }
}

/// The crates in rustc's own folder: `lib/rustlib/<target>/lib` beside the `bin` that it runs from.
fn standard_library() -> Set {
    let list = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten();
    let rustc = std::env::current_exe().unwrap_or_default();
    let root = rustc.parent().and_then(Path::parent).unwrap_or(&rustc);
    list(root.join("lib/rustlib"))
        .flat_map(|target| list(target.path().join("lib")))
        .filter_map(|file| hash_of(&file.path()))
        .collect()
}

/// Both are shared objects; a proc macro exports the table of its macros.
fn is_proc_macro(file: &Path) -> bool {
    const TABLE: &[u8] = b"rustc_proc_macro_decls";
    let bytes = std::fs::read(file).unwrap_or_default();
    let mut rest = &bytes[..];
    while let Ok(1..) = rest.skip_until(TABLE[0]) {
        if rest.starts_with(&TABLE[1..]) {
            return true;
        }
    }
    false
}
