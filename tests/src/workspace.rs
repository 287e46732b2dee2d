//! Crates on disk, and Cargo run on them.

use crate::under::watched;
use crate::{Crate, Output, Profile, Tool, scratch};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::{env, fs, thread};

/// The cases of this test binary so far, so that no two share a folder.
static NAMES: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// A Cargo workspace of a case's crates.
#[derive(Debug)]
pub struct Workspace {
    /// Cargo's workspace.
    root: PathBuf,
    /// A folder in it that bears the case's name once more and holds the crates: Cargo's hashes in
    /// file names are of the path below the workspace, and cases share a build folder.
    folder: PathBuf,
    members: Vec<String>,
    excluded: Vec<String>,
    profile: Profile,
}

impl Workspace {
    /// An empty one in a folder of that name, which no other test has.
    #[must_use]
    #[track_caller]
    pub fn new(name: &str) -> Self {
        let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
        assert!(
            names.insert(name.to_owned()),
            "two cases are named `{name}`"
        );
        drop(names);
        let root = scratch().join("cases").join(name);
        if root.exists() {
            fs::remove_dir_all(&root).expect("an old case can be removed");
        }
        Self {
            folder: root.join(name.replace('/', "-")),
            root,
            members: Vec::new(),
            excluded: Vec::new(),
            profile: Profile::Debug,
        }
    }

    /// Compiles by that profile, not for debugging.
    #[must_use]
    pub const fn profile(mut self, profile: Profile) -> Self {
        self.profile = profile;
        self
    }

    /// Writes another crate.
    #[must_use]
    #[allow(
        clippy::needless_pass_by_value,
        reason = "cases read as `.member(Crate::lib(…))`"
    )]
    #[allow(clippy::needless_pass_by_value)] // Cases write it in place.
    pub fn member(mut self, member: Crate) -> Self {
        let place = self.folder.join(member.place());
        for (path, text) in member.files() {
            write(&place.join(path), &text);
        }
        let list = if member.is_apart() {
            &mut self.excluded
        } else {
            &mut self.members
        };
        list.push(place.to_string_lossy().into_owned());
        let profiles: String = Profile::ALL
            .iter()
            .map(|profile| profile.definition())
            .collect();
        let Self {
            members, excluded, ..
        } = &self;
        let manifest = format!(
            "[workspace]\nresolver = '3'\nmembers = {members:?}\nexclude = {excluded:?}\n{profiles}"
        );
        write(&self.root.join("Cargo.toml"), &manifest);
        self
    }

    /// Writes a file beside the crates.
    #[must_use]
    pub fn file(self, path: &str, text: &str) -> Self {
        write(&self.folder.join(path), text);
        self
    }

    /// Where its crates are.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Cargo, to be given a command. `build`, `test`… want [`Workspace::profiled`].
    #[must_use]
    pub fn cargo(&self, command: &str) -> Tool {
        Tool::cargo(&self.folder)
            .args([command, "--offline"])
            // The harness would take it for itself, and name no test.
            .args((command != "test").then_some("--quiet"))
            .env("CARGO_BUILD_BUILD_DIR", scratch().join("build"))
            .env("CARGO_TARGET_DIR", self.target())
    }

    /// Cargo, to be given a command that compiles.
    #[must_use]
    pub fn profiled(&self, command: &str) -> Tool {
        self.cargo(command).args(["--profile", self.profile.name()])
    }

    /// Compiles everything.
    #[must_use]
    #[track_caller]
    pub fn build(&self) -> Output {
        self.profiled("build").arg("--workspace").run()
    }

    /// Compiles one package.
    #[must_use]
    #[track_caller]
    pub fn build_one(&self, package: &str) -> Output {
        self.profiled("build").args(["--package", package]).run()
    }

    /// Checks everything.
    #[must_use]
    #[track_caller]
    pub fn check(&self) -> Output {
        self.cargo("check")
            .args(["--workspace", "--all-targets"])
            .run()
    }

    /// Compiles and runs the program of that package.
    #[must_use]
    #[track_caller]
    pub fn run(&self, package: &str) -> Output {
        watched(self.profiled("run").args(["--package", package])).run()
    }

    /// Compiles everything and runs the program of that package, which finds beside itself what it
    /// loads.
    #[must_use]
    #[track_caller]
    pub fn run_beside(&self, package: &str) -> Output {
        watched(self.profiled("build").arg("--workspace"))
            .run()
            .succeeds();
        self.run(package)
    }

    /// Tests that package, doctests and all.
    #[must_use]
    #[track_caller]
    pub fn test(&self, package: &str) -> Output {
        self.profiled("test").args(["--package", package]).run()
    }

    /// Where Cargo put a file that was asked for.
    #[must_use]
    pub fn artifact(&self, file: &str) -> PathBuf {
        self.target().join(self.profile.folder()).join(file)
    }

    /// Where Cargo puts documentation.
    #[must_use]
    pub fn documentation(&self) -> PathBuf {
        self.target().join("doc")
    }

    fn target(&self) -> PathBuf {
        self.root.join("target")
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!("the case is left in {}", self.root.display());
        } else if env::var_os("LINKFACE_KEEP").is_none() {
            // Leaving rubbish behind is no failure of the test.
            let _ = fs::remove_dir_all(&self.root);
        }
    }
}

fn write(path: &Path, text: &str) {
    let folder = path.parent().expect("a file has a folder");
    fs::create_dir_all(folder).expect("the scratch folder is writable");
    fs::write(path, text).expect("the scratch folder is writable");
}
