//! Compiled files in the target folder: where they are, and whether they are still what the sources say.
//!
//! | module | holds |
//! |---|---|
//! | `dep_info` | what a file was made of: Cargo's and rustc's `.d` files |
//! | `library` | compiled libraries, whose facts are exact |
//! | `linked` | linked files, and what is missing in them |

mod dep_info;
pub(super) mod library;
pub(super) mod linked;

use super::target::Target;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders of a target's profiles: `target/debug`, `target/wasm32-wasip1/release`.
///
/// Without `--target` the host's files are in `target` itself.
fn profiles(target_dir: &Path, target: &Target, host: &Target) -> Vec<PathBuf> {
    let own = target_dir.join(&target.triple);
    let mut folders = folders(&own);
    if target.triple == host.triple {
        folders.extend(self::folders(target_dir));
    }
    folders.retain(|folder| folder.join(".fingerprint").is_dir());
    folders
}

/// Sorted, so that of several equal files always the same one is taken. What can't be read has none.
fn folders(parent: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    folders.sort();
    folders
}
