//! Facts from source text.
//!
//! Only the heads of items are read; bodies are skipped, token by token. So code that this compiler
//! doesn't know yet, or that doesn't type-check yet, is read as well as any other, and a large crate
//! costs little more than splitting it into tokens.
//!
//! | module | holds |
//! |---|---|
//! | `cfg` | [`Cfg`]: which builds an item is in |
//! | `source` | text to tokens |
//! | `cursor` | reading tokens |
//! | `attribute` | attributes, `cfg_attr` followed |
//! | `item` | splitting a module into items |
//! | `branches` | `cfg_if!` |
//! | `modules` | where the file of `mod x;` is |
//! | `path` | paths, and the trees of them behind `use` |
//! | `scope` | what a name means in a module: `use` |
//! | `mark` | `#[interface]` and `#[implement]`, and their arguments |
//! | `declared`, `implemented`, `linked`, `loaded`, `entry` | the facts that come of an item |
//! | `signature` | an item's head in one line |
//! | `exports` | which items other crates can name |
//! | `names` | the crates that code names |
//! | `walk` | from module to module |

mod attribute;
mod branches;
mod cfg;
mod cursor;
mod declared;
mod entry;
mod exports;
mod implemented;
mod item;
mod linked;
mod loaded;
mod mark;
mod modules;
mod names;
mod path;
mod scope;
mod signature;
mod source;
mod walk;

pub use cfg::{Cfg, CfgError};

use crate::facts::CrateFacts;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// Where source text comes from.
pub trait Files {
    /// The text of a file.
    ///
    /// # Errors
    ///
    /// As [`std::fs::read_to_string`]; that a module's file is [not there](io::ErrorKind::NotFound) is
    /// how the scan goes on from `x.rs` to `x/mod.rs`.
    fn read(&self, path: &Path) -> io::Result<String>;
}

/// Files in memory.
impl Files for BTreeMap<PathBuf, String> {
    fn read(&self, path: &Path) -> io::Result<String> {
        self.get(path)
            .cloned()
            .ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

/// What the crate with that root file says about interfaces, if it is built so.
///
/// If `cfg` has `test`, both builds of the crate are read: the ordinary one and that of its unit
/// tests. What only the latter has is marked `only_in_tests`.
///
/// Attributes and modules in the output of macros aren't seen, but for those in `cfg_if!`. What can't be read is told in
/// [`CrateFacts::unread`]; the rest counts.
///
/// ```
/// use linkface_graph::scan::{Cfg, scan};
/// use std::{collections::BTreeMap, path::{Path, PathBuf}};
///
/// let text = "use linkface::interface;
///
/// /// Writes all of it.
/// #[interface]
/// pub fn write(bytes: &[u8]) -> usize;";
/// let files = BTreeMap::from([(PathBuf::from("src/lib.rs"), text.to_owned())]);
///
/// let facts = scan(&files, Path::new("src/lib.rs"), &Cfg::default());
/// assert_eq!(facts.declared[0].path, ["write"]);
/// assert_eq!(facts.declared[0].signature, "pub fn write(bytes: &[u8]) -> usize");
/// assert_eq!(facts.declared[0].docs, "Writes all of it.");
/// ```
#[must_use]
pub fn scan(files: &dyn Files, root_file: &Path, cfg: &Cfg) -> CrateFacts {
    walk::Walk::new(files, cfg).run(root_file)
}
