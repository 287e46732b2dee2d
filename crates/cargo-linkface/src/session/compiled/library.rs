//! Compiled libraries, whose facts are exact: what macros made of the code is in them.

use super::dep_info::DepInfo;
use super::{folders, profiles};
use crate::session::target::Target;
use linkface_graph::artifact;
use linkface_graph::facts::CrateFacts;
use linkface_graph::packages::Crate;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Compiled libraries, by package.
#[derive(Debug)]
pub(in crate::session) struct Libraries {
    /// For each package the units that Cargo has compiled of it, whichever target of it that was.
    units: BTreeMap<String, Vec<Unit>>,
    root: PathBuf,
}

/// Something that Cargo has compiled.
#[derive(Debug)]
struct Unit {
    /// Cargo's notes about it.
    fingerprint: PathBuf,
    /// Where the compiled files are.
    deps: PathBuf,
    /// What the names of its files end in.
    hash: String,
}

impl Libraries {
    /// `root` is the folder of the workspace.
    pub(in crate::session) fn new(
        target_dir: &Path,
        target: &Target,
        host: &Target,
        root: &Path,
    ) -> Self {
        let mut units: BTreeMap<String, Vec<Unit>> = BTreeMap::new();
        for profile in profiles(target_dir, target, host) {
            for fingerprint in folders(&profile.join(".fingerprint")) {
                let name = fingerprint.file_name().and_then(|name| name.to_str());
                if let Some((package, hash)) = name.and_then(|name| name.rsplit_once('-')) {
                    units.entry(package.to_owned()).or_default().push(Unit {
                        hash: hash.to_owned(),
                        deps: profile.join("deps"),
                        fingerprint,
                    });
                }
            }
        }
        Self {
            units,
            root: root.to_owned(),
        }
    }

    /// What the compiled file of a package's library with these features says, if there is one.
    pub(in crate::session) fn facts(
        &self,
        package: &str,
        library: &Crate,
        features: &BTreeSet<String>,
    ) -> Option<CrateFacts> {
        let file = self.find(package, library, features)?;
        let bytes = fs::read(&file).ok()?;
        Some(artifact::facts(&bytes, &file, &self.root))
    }

    /// The compiled file of a library with these features, if there is one that is newer than its
    /// sources. With other features it could say what isn't so.
    fn find(&self, package: &str, library: &Crate, features: &BTreeSet<String>) -> Option<PathBuf> {
        let name = library.name.replace('-', "_");
        self.units.get(package)?.iter().find_map(|unit| {
            let Unit {
                fingerprint,
                deps,
                hash,
            } = unit;
            let info = DepInfo::read(&deps.join(format!("{name}-{hash}.d")), &self.root)?;
            let file = deps.join(format!("lib{name}-{hash}.rmeta"));
            let is_it = info.has(&library.source)
                && info.is_fresh(&file)
                && compiled_features(fingerprint, &library.name).as_ref() == Some(features);
            is_it.then_some(file)
        })
    }
}

/// The features that a library was compiled with. Cargo tells it in a file of its own that it doesn't
/// document: whatever isn't there as expected means that the compiled file isn't used.
fn compiled_features(fingerprint: &Path, library: &str) -> Option<BTreeSet<String>> {
    let names = [library.to_owned(), library.replace('-', "_")];
    let text = names
        .iter()
        .find_map(|name| fs::read_to_string(fingerprint.join(format!("lib-{name}.json"))).ok())?;
    let value: Value = serde_json::from_str(&text).ok()?;
    let features = value.get("features")?.as_str()?;
    let features: BTreeSet<String> = serde_json::from_str(features).ok()?;
    Some(features)
}
