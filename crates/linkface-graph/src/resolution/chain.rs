//! Why something is in a program: the packages that lead to it.

use crate::facts::PackageId;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Packages, from the root's to the one in question.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Chain(pub Vec<Step>);

/// One package of a chain.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Step {
    /// Which package.
    pub package: PackageId,
    /// Its name, and its version: `greeting 0.1.0`. The root's package has its name only, and its
    /// library, as a dependency, is called `app (lib)`.
    pub label: String,
    /// The kind of the edge that leads here: "", "dev", "build"; and its condition: `cfg(unix)`.
    pub edge: String,
}

impl fmt::Display for Chain {
    /// `app → greeting 0.1.0 → console 0.1.0`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, step) in self.0.iter().enumerate() {
            if nth > 0 {
                f.write_str(" → ")?;
            }
            f.write_str(&step.label)?;
        }
        Ok(())
    }
}
