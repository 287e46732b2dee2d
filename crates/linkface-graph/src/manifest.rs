//! `[package.metadata.linkface]`: for people, and for tools that see no build.

mod place;
pub mod profile;
mod read;

pub use place::{place, place_in_document};

use crate::facts::FacadeKey;
use crate::finding::Code;
use crate::packages::Problem;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a manifest says. The truth about items is in the code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// `facade = "rng"`: the package is a façade; the name is its own.
    pub facade: Option<String>,
    /// `default = "rng-os"`: the package of the default provider.
    pub default: Option<String>,
    /// `suggest = ["rng-os", "rng-hw"]`: packages to add, in errors.
    pub suggest: Vec<String>,
    /// `provides = ["rng@0.1"]`
    pub provides: Vec<FacadeKey>,
    /// `pin = { "rng@0.1" = "rng-hw" }`, in a root: the provider has to be this one.
    pub pin: BTreeMap<FacadeKey, String>,
    /// `allow = ["LF0004:legacy-lib"]`, in a root: not to be reported, for this package (or for all).
    pub allow: Vec<Allow>,
}

impl Manifest {
    /// Reads the value of `package.metadata`, `null` where there is none, and says what is wrong in it.
    /// What is right counts, whatever stands beside it.
    ///
    /// ```
    /// use linkface_graph::manifest::Manifest;
    ///
    /// let metadata = serde_json::json!({ "linkface": { "facade": "rng", "sugest": ["rng-os"] } });
    /// let (manifest, problems) = Manifest::read(&metadata);
    /// assert_eq!(manifest.facade.as_deref(), Some("rng"));
    /// assert_eq!(problems[0].why, "unknown key `sugest`: did you mean `suggest`?");
    /// ```
    #[must_use]
    pub fn read(metadata: &serde_json::Value) -> (Self, Vec<Problem>) {
        read::read(metadata)
    }
}

/// `LF0004:legacy-lib`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allow {
    /// Which finding.
    pub code: Code,
    /// About which package; none: about all.
    pub package: Option<String>,
}
