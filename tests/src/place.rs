//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

/// The root of linkface's own repository.
#[must_use]
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("`tests/` is a folder of the repository")
        .to_path_buf()
}

/// The folder for everything that tests write.
///
/// It is beside the test binary, so that tests of two target folders don't meet.
#[must_use]
pub fn scratch() -> PathBuf {
    let binary = env::current_exe().expect("a test knows its own binary");
    // target/debug/deps/name-hash
    let target = binary
        .ancestors()
        .nth(3)
        .expect("Cargo puts test binaries three folders deep");
    target.join("tmp").join("linkface")
}
