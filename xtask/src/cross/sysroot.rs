//! `core`, compiled for a platform: in the folders where rustc looks for it.

use super::folder;
use super::target::Target;
use super::tools::{Tools, done};
use crate::command::Result;
use crate::files;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder to be given to `--sysroot`.
pub(super) fn place(tools: &Tools, target: &Target) -> PathBuf {
    tools.work("sysroot").join(target.triple)
}

/// Compiles it, unless this compiler has done so.
pub(super) fn prepare(tools: &Tools, target: &Target) -> Result {
    let folder = place(tools, target);
    let stamp = folder.join("rustc");
    if files::read(&stamp).is_ok_and(|version| version == tools.version) {
        return Ok(());
    }
    folder::clear(&folder)?;
    let libraries = folder.join("lib/rustlib").join(target.triple).join("lib");
    folder::create(&libraries)?;
    let core = libraries.join("libcore.rlib");

    let mut rustc = crate_of(tools, target, &libraries, "core");
    rustc.arg(tools.library("core/src/lib.rs"));
    done(rustc)?;

    let mut rustc = crate_of(tools, target, &libraries, "compiler_builtins");
    for feature in ["compiler-builtins", "mem", "unmangled-names"] {
        rustc.arg("--cfg").arg(format!("feature=\"{feature}\""));
    }
    rustc.arg(format!("--extern=core={}", core.display()));
    rustc.arg(tools.library("compiler-builtins/compiler-builtins/src/lib.rs"));
    done(rustc)?;

    if target.triple.ends_with("-windows-gnu") {
        for name in ["rsbegin", "rsend"] {
            let mut rustc = bootstrapping(tools, target);
            rustc.args(["--crate-type=lib", "--emit=obj", "-O"]);
            rustc.arg("--sysroot").arg(&folder);
            rustc.arg("-o").arg(libraries.join(format!("{name}.o")));
            rustc.arg(tools.library(&format!("rtstartup/{name}.rs")));
            done(rustc)?;
        }
    }
    files::write(&stamp, &tools.version)
}

/// A crate that isn't for everybody: the compiler's own sources use what is unstable.
fn bootstrapping(tools: &Tools, target: &Target) -> Command {
    let mut rustc = tools.rustc();
    rustc
        .env("RUSTC_BOOTSTRAP", "1")
        .args(["--target", target.triple])
        .args(["--cap-lints=allow", "-Cpanic=abort"]);
    rustc
}

fn crate_of(tools: &Tools, target: &Target, libraries: &Path, name: &str) -> Command {
    let mut rustc = bootstrapping(tools, target);
    rustc
        .args(["--crate-name", name, "--crate-type=rlib", "--edition=2024"])
        // With bitcode, for programs that are optimised as a whole.
        .args(["-O", "-Cembed-bitcode=yes", "-Zforce-unstable-if-unmarked"])
        .arg("--out-dir")
        .arg(libraries);
    rustc
}
