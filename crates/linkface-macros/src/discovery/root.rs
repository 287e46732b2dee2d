//! Who asks: the root that is being compiled, and how commands about it are written.

use super::program::Program;
use crate::rustc::Rustc;
use std::path::{Path, PathBuf};

/// Who asks.
pub(crate) struct Root<'a> {
    pub(super) rustc: &'a Rustc,
    pub(super) package: String,
    /// Where cargo stands, and where the package is.
    folders: Option<(PathBuf, PathBuf)>,
}

impl<'a> Root<'a> {
    pub(crate) fn of(rustc: &'a Rustc) -> Self {
        let package = std::env::var("CARGO_PKG_NAME").unwrap_or_default();
        let folders = std::env::current_dir()
            .ok()
            .zip(std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from));
        Self {
            rustc,
            package: if package.is_empty() {
                rustc.crate_name.clone()
            } else {
                package
            },
            folders,
        }
    }

    /// `cargo add name`, as it has to be written for this root.
    pub(super) fn cargo(&self, verb: &str, name: &str, path: Option<&Path>) -> String {
        let path = path.map_or_else(String::new, |path| format!(" --path {}", path.display()));
        let elsewhere = self
            .folders
            .as_ref()
            .is_some_and(|(here, package)| here != package);
        let package = if elsewhere {
            format!(" --package {}", self.package)
        } else {
            String::new()
        };
        let dev = if self.rustc.is_test && verb == "add" {
            " --dev"
        } else {
            ""
        };
        format!("cargo {verb} {name}{path}{package}{dev}")
    }

    pub(super) fn chain(&self, program: &Program, to: usize) -> String {
        let steps = program.chain(to);
        let names = steps.iter().map(|place| program.name(*place));
        let all: Vec<&str> = std::iter::once(&*self.rustc.crate_name)
            .chain(names)
            .collect();
        all.join(" → ")
    }
}
