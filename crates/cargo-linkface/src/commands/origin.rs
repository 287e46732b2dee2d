//! Where a package comes from, as a dependency on it says.

use crate::failure::Failure;
use crate::session::Session;
use guppy::graph::{ExternalSource, GitReq, PackageSource};
use linkface_graph::packages::{Package, Packages};
use std::path::{Path, PathBuf};

/// Where a dependency comes from.
#[derive(Clone, Debug)]
pub(super) enum Where {
    /// The registry: `0.1`.
    Version(String),
    /// A folder, absolute.
    Folder(PathBuf),
    /// A repository: its address, and "branch", "tag" or "rev" with a value.
    Git(String, Option<(&'static str, String)>),
}

impl Where {
    /// Where a package of the session's graph comes from.
    ///
    /// # Errors
    ///
    /// If Cargo doesn't know it.
    pub(super) fn of(package: &Package, session: &Session) -> Result<Self, Failure> {
        let id = guppy::PackageId::new(package.id.0.clone());
        let name = &package.name;
        let metadata = session.graph()?.metadata(&id);
        let metadata = metadata
            .map_err(|why| Failure::new(format!("cannot tell where `{name}` is from: {why}")))?;
        if let PackageSource::External(source) = metadata.source() {
            let version = || Self::Version(package.version.clone());
            return Ok(Self::repository(source).unwrap_or_else(version));
        }
        let manifest = &package.manifest_path;
        let folder = manifest.parent().unwrap_or(Path::new("."));
        Ok(Self::Folder(folder.to_owned()))
    }

    /// The repository that Cargo's name of a source means, if it means one.
    pub(super) fn repository(source: &str) -> Option<Self> {
        let Some(ExternalSource::Git {
            repository, req, ..
        }) = ExternalSource::new(source)
        else {
            return None;
        };
        let at = match req {
            GitReq::Branch(name) => Some(("branch", name.to_owned())),
            GitReq::Tag(name) => Some(("tag", name.to_owned())),
            GitReq::Rev(name) => Some(("rev", name.to_owned())),
            _ => None,
        };
        Some(Self::Git(repository.to_owned(), at))
    }

    /// Where the linkface of these packages comes from, unless it is the published one.
    ///
    /// # Errors
    ///
    /// If Cargo doesn't know it.
    pub(super) fn of_linkface(
        packages: &Packages,
        session: &Session,
    ) -> Result<Option<Self>, Failure> {
        let known = packages.values().find(|package| package.name == "linkface");
        let Some(known) = known else {
            return Ok(None);
        };
        let at = Self::of(known, session)?;
        Ok((!matches!(at, Self::Version(_))).then_some(at))
    }
}
