//! A commit, built in a folder of its own.
//!
//! Git writes the files of the commit by an index of our own: neither the user's files nor what is in
//! `.git` change, whenever we are interrupted.

use super::version::{Version, version};
use crate::commands::ir::interrupt;
use crate::failure::Failure;
use crate::session::Session;
use linkface_prove::Build;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Builds it as the working tree would be.
pub(super) fn build(build: &Build, rev: &str, session: &Session) -> Result<Version, Failure> {
    // From now on Ctrl-C ends Cargo and Git, and then us: the folder is removed.
    interrupt::notice();
    let here = session.current_dir()?;
    let top = git(here, &["rev-parse", "--show-toplevel"], None)?;
    let top = PathBuf::from(top);
    let name = format!("{rev}^{{commit}}");
    let args = [
        "rev-parse",
        "--quiet",
        "--verify",
        "--end-of-options",
        &name,
    ];
    let commit = git(here, &args, None).map_err(|why| match why {
        Failure::Reported => Failure::new(format!("`{rev}` is no commit of this repository"))
            .help("name a branch, a tag, a hash, or `HEAD~1`"),
        why => why,
    })?;
    session.shell().status("Unpacking", rev)?;
    let folder = tempfile::Builder::new()
        .prefix("linkface-")
        .tempdir()
        .map_err(|why| Failure::new(format!("cannot make a temporary folder: {why}")))?;
    let tree = unpack(&top, &commit, &folder)?;
    let moved = |path: &Path| {
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let below = path.strip_prefix(&top).map(Path::to_owned);
        below.map(|below| tree.join(below)).map_err(|_| {
            let (path, top) = (path.display(), top.display());
            Failure::new(format!("`{path}` is not in the repository `{top}`"))
        })
    };
    let directory = moved(here)?;
    if !directory.is_dir() {
        let below = directory.strip_prefix(&tree).unwrap_or(&directory);
        let below = below.display();
        return Err(Failure::new(format!(
            "commit `{rev}` has no folder `{below}`"
        )));
    }
    let manifest = build.manifest.as_deref().map(moved).transpose()?;
    let metadata = session.graph()?.workspace();
    let root = metadata.root().as_std_path();
    let lock = moved(root)?.join("Cargo.lock");
    if !lock.exists() {
        // Where it isn't committed, dependencies are as they are now.
        let _ = fs::copy(root.join("Cargo.lock"), lock);
    }
    let target = metadata.target_directory().as_std_path();
    let other = Build {
        directory: Some(directory),
        manifest,
        target_dir: Some(target.join("linkface-ir").join("revisions")),
        ..build.clone()
    };
    let version = version(&other, rev.to_owned(), session);
    interrupt::check()?;
    version
}

/// Writes the files of a commit.
fn unpack(top: &Path, commit: &str, folder: &TempDir) -> Result<PathBuf, Failure> {
    // Without links in it: Cargo takes it so, too.
    let folder = folder.path();
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let index = folder.join("index");
    git(top, &["read-tree", commit], Some(&index))?;
    let tree = folder.join("tree");
    let prefix = format!("--prefix={}/", tree.display());
    git(
        top,
        &["checkout-index", "--all", "--force", &prefix],
        Some(&index),
    )?;
    Ok(tree)
}

/// What Git says. What it says of mistakes goes to standard error as it is.
fn git<S: AsRef<OsStr>>(dir: &Path, args: &[S], index: Option<&Path>) -> Result<String, Failure> {
    let mut git = Command::new("git");
    git.arg("-C").arg(dir).args(args).stdin(Stdio::null());
    if let Some(index) = index {
        git.env("GIT_INDEX_FILE", index);
    }
    git.stderr(Stdio::inherit());
    let output = git.output().map_err(|why| {
        Failure::new(format!("cannot run `git`: {why}"))
            .help("commits are read with Git: install it")
    })?;
    interrupt::check()?;
    if !output.status.success() {
        return Err(Failure::Reported);
    }
    let text = String::from_utf8_lossy(&output.stdout);
    Ok(text.trim_end().to_owned())
}
