//! One file for each finding.

use crate::finding::Finding;
use crate::packages::Packages;
use crate::resolution::Resolution;

/// All that a rule may look at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The packages, with what their manifests and their code say.
    pub packages: &'a Packages,
    /// Who gets what, in each configuration that was asked for.
    pub resolutions: &'a [Resolution],
    /// Linked files that were found, and what is undefined or defined twice in them.
    pub linked: &'a [Linked],
}

/// What a linked file (program, cdylib, wasm module) says of our symbols.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// The file.
    pub file: std::path::PathBuf,
    /// The root it was linked from, if that is known: "bin `app`".
    pub root: Option<String>,
    /// Items that are used and that nothing in it defines.
    pub missing: Vec<linkface_symbol::Item>,
}

/// What every rule has: a number, a title, its long explanation, and the check.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its code.
    pub code: crate::finding::Code,
    /// In a few words: "no provider".
    pub title: &'static str,
    /// What, why, how to mend, an example: Markdown.
    pub explanation: &'static str,
    /// Finds.
    pub check: fn(Context<'_>) -> Vec<Finding>,
}
