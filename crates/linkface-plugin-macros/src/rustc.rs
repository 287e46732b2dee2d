//! Which compiler this is, and which build.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

/// `rustc 1.95.0 (abcdef123 2026-04-01)`, of the compiler that runs this macro.
pub(crate) fn version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| asked().unwrap_or_else(|| "an unknown rustc".to_owned()))
}

/// A macro can't know it otherwise: nothing in the language or in Cargo's variables says it.
fn asked() -> Option<String> {
    let here = std::env::current_exe().ok()?;
    // clippy-driver and rustdoc run macros, too: rustc is beside them.
    let rustc: PathBuf = match here.file_stem()?.to_str()? {
        "rustc" => here,
        _ => here.with_file_name(format!("rustc{}", std::env::consts::EXE_SUFFIX)),
    };
    let output = Command::new(rustc).arg("--version").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let text = text.trim();
    (output.status.success() && !text.is_empty()).then(|| text.to_owned())
}

/// A number that no other compilation of any crate has: two images agree about an interface's types
/// without a description only if they were compiled against the very same compilation of its crate.
/// With `LINKFACE_BUILD_ID`, which says it instead, one number for all, so that builds are
/// reproducible.
pub(crate) fn nonce() -> u64 {
    static NONCE: OnceLock<u64> = OnceLock::new();
    *NONCE.get_or_init(|| {
        if std::env::var_os("LINKFACE_BUILD_ID").is_some() {
            return 0;
        }
        // Seeded by the operating system's randomness.
        let mut hasher = RandomState::new().build_hasher();
        hasher.write_u8(1);
        hasher.finish()
    })
}
