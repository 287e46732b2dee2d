//! Facts from source text.

mod cfg;
mod declared;
mod examples;
mod garbage;
mod implemented;
mod links;
mod loadable;
mod modules;

use linkface_graph::facts::{CrateFacts, ItemRef};
use linkface_graph::scan::{Cfg, scan};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A crate of several files, the first of them its root.
fn scanned(files: &[(&str, &str)], cfg: &Cfg) -> CrateFacts {
    let root = Path::new(files[0].0);
    let files: BTreeMap<PathBuf, String> = files
        .iter()
        .map(|(path, text)| (PathBuf::from(path), (*text).to_owned()))
        .collect();
    scan(&files, root, cfg)
}

/// A crate of one file, in both builds.
fn one(text: &str) -> CrateFacts {
    let cfg = Cfg::from_rustc("unix\ntarget_os=\"linux\"")
        .unwrap()
        .tests(true);
    scanned(&[("src/lib.rs", text)], &cfg)
}

/// `api::write`
fn path(item: &ItemRef) -> String {
    match item {
        ItemRef::Path(path) => path.join("::"),
        exact @ ItemRef::Exact { .. } => panic!("from source: {exact:?}"),
    }
}
