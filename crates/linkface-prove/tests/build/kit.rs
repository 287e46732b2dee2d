//! Workspaces in folders of their own.

use linkface_prove::build::{Build, Built, Root};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A workspace in a folder of its own, whose name has a space; gone when this is dropped.
pub(crate) struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("linkface prove {} {number}", std::process::id());
        let folder = env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("the temporary folder can be written to");
        let folder = folder.canonicalize().expect("it was just made");
        let workspace = Self { folder };
        for (path, text) in files {
            workspace.write(path, text);
        }
        workspace
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("it is in the folder")).expect("can be written");
        fs::write(path, text).expect("the folder can be written to");
    }

    /// What to build, with nothing said but where.
    pub(crate) fn build(&self) -> Build {
        Build {
            directory: Some(self.folder.clone()),
            cargo: vec!["--offline".to_owned()],
            ..Build::default()
        }
    }

    #[track_caller]
    pub(crate) fn run(&self, root: Root, profile: &str) -> Built {
        let build = Build {
            root,
            profile: profile.to_owned(),
            ..self.build()
        };
        build.run().unwrap_or_else(|why| panic!("{why}"))
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        // Those of tests that fail stay, to be looked at.
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// The names of the functions that are defined in the IR, as they are written.
pub(crate) fn defined(built: &Built) -> Vec<String> {
    let texts = built.units.iter().flat_map(|unit| unit.text.lines());
    let heads = texts.filter(|line| line.starts_with("define "));
    let names = heads.filter_map(|line| Some(line.split_once('@')?.1.split_once('(')?.0));
    names.map(str::to_owned).collect()
}

/// Whether a function whose name has this in it is defined.
pub(crate) fn defines(built: &Built, part: &str) -> bool {
    defined(built).iter().any(|name| name.contains(part))
}
