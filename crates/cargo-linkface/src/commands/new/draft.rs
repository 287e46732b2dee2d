//! One package: what `cargo new` makes of it, and what goes on top.

use super::manifest::{self, Needed};
use crate::failure::Failure;
use crate::session::Session;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use toml_edit::Value;

/// A package to be written.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) name: String,
    /// The folder; it isn't there yet.
    pub(super) folder: PathBuf,
    pub(super) kind: Kind,
    pub(super) description: String,
    /// `[package.metadata.linkface]`
    pub(super) metadata: Vec<(&'static str, Value)>,
    pub(super) dependencies: Vec<Needed>,
    /// Below the folder.
    pub(super) files: Vec<(&'static str, String)>,
}

/// What `cargo new` distinguishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Library,
    /// A library of type `cdylib`.
    Plugin,
    Program,
}

impl Draft {
    /// [Creates](Self::create) and [fills](Self::fill).
    ///
    /// # Errors
    ///
    /// As these two.
    pub(super) fn make(&self, session: &Session) -> Result<(), Failure> {
        self.create(session, &[])?;
        self.fill(session)
    }

    /// Lets Cargo make the package, with these arguments to `cargo new`.
    ///
    /// Cargo checks the name, adds the package to the workspace around it, takes over what the
    /// workspace shares, and says what it does.
    ///
    /// # Errors
    ///
    /// If Cargo refuses.
    pub(super) fn create(&self, session: &Session, args: &[&str]) -> Result<(), Failure> {
        let mut cargo = session.cargo()?;
        cargo.arg("new").arg("--name").arg(&self.name).args(args);
        cargo.arg(match self.kind {
            Kind::Library | Kind::Plugin => "--lib",
            Kind::Program => "--bin",
        });
        if session.flags().quiet {
            cargo.arg("--quiet");
        }
        if let Some(color) = session.flags().color {
            cargo.arg(format!("--color={color}"));
        }
        cargo.arg("--").arg(&self.folder);
        let status = cargo
            .status()
            .map_err(|why| Failure::new(format!("cannot run `cargo new`: {why}")))?;
        if !status.success() {
            return Err(Failure::Reported);
        }
        Ok(())
    }

    /// Fills in what this is a draft of. The packages that it depends on have been created.
    ///
    /// # Errors
    ///
    /// If a file can't be read or written.
    pub(super) fn fill(&self, session: &Session) -> Result<(), Failure> {
        manifest::complete(session, self)?;
        for (path, text) in &self.files {
            write(&self.folder.join(path), text)?;
        }
        Ok(())
    }

    /// Lets rustfmt see to generated code, if it is there.
    ///
    /// # Errors
    ///
    /// If Cargo can't be called at all.
    pub(super) fn format(&self, session: &Session) -> Result<(), Failure> {
        let mut cargo = session.cargo()?;
        cargo.args(["fmt", "--quiet", "--package", &self.name]);
        cargo.arg("--manifest-path").arg(self.manifest());
        // Without rustfmt the code is as right, and less neat: no reason to say anything.
        let _ = cargo.stdout(Stdio::null()).stderr(Stdio::null()).status();
        Ok(())
    }

    pub(super) fn manifest(&self) -> PathBuf {
        self.folder.join("Cargo.toml")
    }
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    let failure = |why| Failure::file("write", file, why);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(failure)?;
    }
    fs::write(file, text).map_err(failure)
}
