//! Compiled libraries, whose facts are exact: what macros made of the code is in them.

use super::dep_info::DepInfo;
use super::{folders, profiles};
use crate::session::target::Target;
use linkface_graph::artifact;
use linkface_graph::facts::CrateFacts;
use linkface_graph::packages::Crate;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where libraries may be.
#[derive(Debug)]
pub(in crate::session) struct Libraries {
    profiles: Vec<PathBuf>,
    root: PathBuf,
}

impl Libraries {
    /// `root` is the folder of the workspace.
    pub(in crate::session) fn new(
        target_dir: &Path,
        target: &Target,
        host: &Target,
        root: &Path,
    ) -> Self {
        Self {
            profiles: profiles(target_dir, target, host),
            root: root.to_owned(),
        }
    }

    /// What the compiled file of a library with these features says, if there is one.
    pub(in crate::session) fn facts(
        &self,
        library: &Crate,
        features: &BTreeSet<String>,
    ) -> Option<CrateFacts> {
        let file = self.find(library, features)?;
        let bytes = fs::read(&file).ok()?;
        Some(artifact::facts(&bytes, &file, &self.root))
    }

    /// The compiled file of a library with these features, if there is one that is newer than its
    /// sources. With other features it could say what isn't so.
    fn find(&self, library: &Crate, features: &BTreeSet<String>) -> Option<PathBuf> {
        let name = library.name.replace('-', "_");
        self.profiles.iter().find_map(|profile| {
            let deps = profile.join("deps");
            folders(&profile.join(".fingerprint"))
                .into_iter()
                .find_map(|fingerprint| {
                    let unit = fingerprint.file_name()?.to_str()?;
                    let (_, hash) = unit.rsplit_once('-')?;
                    let info = DepInfo::read(&deps.join(format!("{name}-{hash}.d")), &self.root)?;
                    let file = deps.join(format!("lib{name}-{hash}.rmeta"));
                    let is_it = info.has(&library.source)
                        && info.is_fresh(&file)
                        && compiled_features(&fingerprint, &library.name).as_ref()
                            == Some(features);
                    is_it.then_some(file)
                })
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
