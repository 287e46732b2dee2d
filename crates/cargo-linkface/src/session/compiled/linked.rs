//! Linked files: programs, libraries that are loaded, WebAssembly modules.

use super::dep_info::DepInfo;
use super::profiles;
use crate::session::target::Target;
use linkface_graph::resolution::{Resolution, RootKind};
use std::path::{Path, PathBuf};

/// A linked file that is newer than its sources, and the root that it was linked from.
#[derive(Debug)]
pub(in crate::session) struct File {
    pub(in crate::session) path: PathBuf,
    pub(in crate::session) root: String,
}

/// The files of all roots, in all profiles. `root` is the folder of the workspace.
pub(in crate::session) fn files(
    resolution: &Resolution,
    target_dir: &Path,
    target: &Target,
    host: &Target,
    root: &Path,
) -> Vec<File> {
    let profiles = profiles(target_dir, target, host);
    let roots = resolution.roots.iter().map(|one| &one.root);
    roots
        .flat_map(|one| {
            let names = names(one.kind, &one.name);
            let shown = one.to_string();
            profiles.iter().flat_map(move |profile| {
                let shown = shown.clone();
                names.clone().into_iter().filter_map(move |name| {
                    let path = profile.join(name);
                    let info = DepInfo::read(&path.with_extension("d"), root)?;
                    let root = shown.clone();
                    info.is_fresh(&path).then_some(File { path, root })
                })
            })
        })
        .collect()
}

/// What Cargo calls the file of a root. Those of tests have a hash in their names, and aren't looked at.
fn names(kind: RootKind, name: &str) -> Vec<String> {
    let krate = name.replace('-', "_");
    match kind {
        RootKind::Bin => ["", ".exe", ".wasm"].map(|end| format!("{name}{end}")).into(),
        RootKind::Example => ["", ".exe", ".wasm"]
            .map(|end| format!("examples/{name}{end}"))
            .into(),
        RootKind::Cdylib | RootKind::Dylib => vec![
            format!("lib{krate}.so"),
            format!("lib{krate}.dylib"),
            format!("{krate}.dll"),
            format!("{krate}.wasm"),
        ],
        RootKind::Test
        | RootKind::Bench
        | RootKind::UnitTest
        | RootKind::Staticlib
        | RootKind::ProcMacro
        | RootKind::BuildScript => Vec::new(),
    }
}
