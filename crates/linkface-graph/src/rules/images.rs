//! Files that the linker makes, and the shared libraries that they use.

use super::Context;
use super::plugins::linked;
use super::uses::root_crate;
use crate::facts::PackageId;
use crate::packages::platform::has_dylibs;
use crate::packages::{Crate, Package, Packages};
use crate::resolution::{Configuration, Resolution, RootKind, RootResolution};

/// A root that is a file of its own for the loader: a program, a test, a library to load.
#[derive(Clone)]
pub(super) struct Image<'a> {
    pub(super) resolution: &'a Resolution,
    pub(super) root: &'a RootResolution,
    pub(super) package: &'a Package,
    pub(super) target: &'a Crate,
    /// The packages whose libraries are linked into it or used by it, nearest first.
    pub(super) below: Vec<&'a Package>,
    /// Whether its build prefers shared libraries.
    pub(super) dynamic: bool,
    has_dylibs: bool,
}

/// All of them, in all configurations.
pub(super) fn images(context: Context<'_>) -> impl Iterator<Item = Image<'_>> {
    context.resolutions.iter().flat_map(move |resolution| {
        let target = &resolution.configuration.target;
        let dynamic = context.dynamic.contains(target);
        let has_dylibs = has_dylibs(target);
        let roots = resolution.roots.iter();
        roots.filter_map(move |root| {
            let package = context.packages.get(&root.root.package)?;
            let target = root_crate(package, &root.root).filter(|_| is_image(root.root.kind))?;
            Some(Image {
                resolution,
                root,
                package,
                target,
                below: linked(context.packages, package, target),
                dynamic,
                has_dylibs,
            })
        })
    })
}

/// Whether one shared library has all of these packages in it, of those that an image uses.
pub(super) fn are_joined(packages: &Packages, image: &Image<'_>, joined: [&PackageId; 2]) -> bool {
    dylibs(packages, image).iter().any(|(_, inside)| {
        let is_inside = |id: &&PackageId| inside.iter().any(|one| one.id == **id);
        joined.iter().all(is_inside)
    })
}

/// The shared libraries that an image uses, each with all that is in it.
pub(super) fn dylibs<'a>(
    packages: &'a Packages,
    image: &Image<'a>,
) -> Vec<(&'a Package, Vec<&'a Package>)> {
    let shared = image.below.iter().filter(|package| image.shares(package));
    shared
        .filter_map(|dylib| {
            let mut inside = linked(packages, dylib, dylib.library()?);
            inside.push(dylib);
            Some((*dylib, inside))
        })
        .collect()
}

fn is_image(kind: RootKind) -> bool {
    !matches!(
        kind,
        RootKind::Staticlib | RootKind::ProcMacro | RootKind::BuildScript
    )
}

impl<'a> Image<'a> {
    pub(super) fn configuration(&self) -> &'a Configuration {
        &self.resolution.configuration
    }

    /// Whether a package that it uses stays a file of its own. Of one that is both, rustc takes the
    /// `rlib`, unless it is told to prefer the other.
    pub(super) fn shares(&self, package: &Package) -> bool {
        let library = package.library();
        library.is_some_and(|library| {
            let is_static = library.is("lib") || library.is("rlib");
            self.has_dylibs && library.is("dylib") && (self.dynamic || !is_static)
        })
    }
}
