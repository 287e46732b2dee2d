//! The compiler that some peers need.

use std::path::Path;
use std::process::{Command, Stdio};

/// A nightly Cargo, if `rustup` has one.
pub(crate) fn cargo(folder: &Path) -> Option<Command> {
    let rustup = |program: &str| {
        let mut command = Command::new("rustup");
        command
            .args(["run", "nightly", program])
            .current_dir(folder)
            .stdin(Stdio::null());
        command
    };
    let version = rustup("rustc").arg("--version").output().ok()?;
    version.status.success().then(|| rustup("cargo"))
}
