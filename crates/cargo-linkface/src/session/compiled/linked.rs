//! Linked files: programs, libraries that are loaded, WebAssembly modules.

use super::dep_info::DepInfo;
use super::profiles;
use crate::session::target::Target;
use linkface_graph::artifact;
use linkface_graph::resolution::{Resolution, RootKind};
use linkface_graph::rules::Linked;
use std::fs;
use std::path::Path;

/// What linked files lack: those of all roots, in all profiles, that are newer than their sources.
/// `root` is the folder of the workspace.
pub(in crate::session) fn read(
    resolution: &Resolution,
    target_dir: &Path,
    target: &Target,
    host: &Target,
    root: &Path,
) -> Vec<Linked> {
    let profiles = profiles(target_dir, target, host);
    let mut linked = Vec::new();
    for one in resolution.roots.iter().map(|one| &one.root) {
        for name in names(one.kind, &one.name) {
            let files = profiles.iter().map(|profile| profile.join(&name));
            linked.extend(files.filter_map(|file| {
                let info = DepInfo::read(&file.with_extension("d"), root)?;
                let bytes = info.is_fresh(&file).then(|| fs::read(&file).ok())??;
                Some(Linked {
                    root: Some(one.to_string()),
                    // What is no such file lacks nothing that we know of.
                    missing: artifact::missing(&bytes).ok()?,
                    file,
                })
            }));
        }
    }
    linked
}

/// What Cargo calls the file of a root. Those of tests have a hash in their names, and aren't looked at.
fn names(kind: RootKind, name: &str) -> Vec<String> {
    let krate = name.replace('-', "_");
    match kind {
        RootKind::Bin => ["", ".exe", ".wasm"]
            .map(|end| format!("{name}{end}"))
            .into(),
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
