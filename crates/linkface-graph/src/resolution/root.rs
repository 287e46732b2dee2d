//! What is linked into an artifact, and what findings call it.

use crate::facts::PackageId;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A crate that is linked into an artifact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Root {
    /// The package it belongs to.
    pub package: PackageId,
    /// The package's name.
    pub package_name: String,
    /// What it is.
    pub kind: RootKind,
    /// Cargo's name of it.
    pub name: String,
}

/// What a root is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RootKind {
    /// `[[bin]]`
    Bin,
    /// `[[example]]`
    Example,
    /// `tests/*.rs`
    Test,
    /// `benches/*.rs`
    Bench,
    /// The unit tests of a library or program.
    UnitTest,
    /// `crate-type = ["cdylib"]`
    Cdylib,
    /// `crate-type = ["staticlib"]`
    Staticlib,
    /// `crate-type = ["dylib"]`
    Dylib,
    /// A proc macro, which is linked for the host.
    ProcMacro,
    /// A build script, which is linked for the host.
    BuildScript,
}

impl fmt::Display for Root {
    /// "bin `app`", "unit tests of `app`": what findings call it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            RootKind::Bin => "bin",
            RootKind::Example => "example",
            RootKind::Test => "test",
            RootKind::Bench => "bench",
            RootKind::UnitTest => "unit tests of",
            RootKind::Cdylib => "cdylib",
            RootKind::Staticlib => "staticlib",
            RootKind::Dylib => "dylib",
            RootKind::ProcMacro => "proc macro",
            RootKind::BuildScript => "build script of",
        };
        write!(f, "{kind} `{}`", self.name)
    }
}
