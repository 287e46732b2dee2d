//! A façade that the command line names.

use crate::failure::Failure;
use linkface_graph::facts::{Declared, FacadeKey};
use linkface_graph::packages::{Crate, Package, Packages};
use linkface_symbol::Compat;

/// A package whose library declares items that others can implement.
#[derive(Clone, Debug)]
pub(super) struct Facade<'a> {
    pub(super) key: FacadeKey,
    pub(super) package: &'a Package,
    pub(super) library: &'a Crate,
    /// The items, without those of its unit tests.
    pub(super) declared: Vec<&'a Declared>,
}

impl<'a> Facade<'a> {
    /// The façade that `spec`, `console` or `console@0.1`, means.
    ///
    /// # Errors
    ///
    /// If there is none, or more than one.
    pub(super) fn find(packages: &'a Packages, spec: &str) -> Result<Self, Failure> {
        let (name, version) = match spec.split_once('@') {
            Some((name, version)) => (name, Some(version)),
            None => (spec, None),
        };
        let all: Vec<Self> = packages.values().filter_map(Self::of).collect();
        let mut found: Vec<Self> = all
            .iter()
            .filter(|facade| crate_name(&facade.package.name) == crate_name(name))
            .filter(|facade| version.is_none_or(|version| facade.is(version)))
            .cloned()
            .collect();
        match (found.pop(), &found[..]) {
            (Some(one), []) => Ok(one),
            (Some(last), others) => {
                let keys = others.iter().chain([&last]);
                let keys: Vec<String> = keys.map(|facade| format!("`{}`", facade.key)).collect();
                Err(
                    Failure::new(format!("there is more than one façade `{spec}`"))
                        .help(format!("say which: {}", keys.join(" or "))),
                )
            }
            (None, _) => Err(missing(packages, &all, name, spec)),
        }
    }

    /// The façade whose items the front `name` re-exports.
    pub(super) fn behind(packages: &'a Packages, name: &str) -> Option<Self> {
        let is_front = |package: &&Package| {
            crate_name(&package.name) == crate_name(name) && package.manifest.facade.is_some()
        };
        let front = packages.values().find(is_front)?;
        let mut edges = front.dependencies.iter().filter(|edge| edge.normal);
        edges.find_map(|edge| Self::of(packages.get(&edge.package)?))
    }

    fn of(package: &'a Package) -> Option<Self> {
        let library = package.crates.iter().find(|of| is_library(of))?;
        let declared = library.facts.as_ref()?.declared.iter();
        let declared: Vec<&Declared> = declared.filter(|item| !item.only_in_tests).collect();
        let version = Compat::of(&package.version).ok()?;
        let name = package.name.clone();
        declared.iter().any(|item| item.public).then_some(Self {
            key: FacadeKey { name, version },
            package,
            library,
            declared,
        })
    }

    fn is(&self, version: &str) -> bool {
        self.package.version == version || self.key.version.to_string() == version
    }
}

/// Whether it is what other crates depend on.
pub(super) fn is_library(of: &Crate) -> bool {
    ["lib", "rlib", "dylib"]
        .iter()
        .any(|kind| of.kinds.iter().any(|known| known == kind))
}

/// A package's name, as code spells it.
pub(super) fn crate_name(package: &str) -> String {
    package.replace('-', "_")
}

fn missing(packages: &Packages, all: &[Facade<'_>], name: &str, spec: &str) -> Failure {
    let known = packages
        .values()
        .find(|package| crate_name(&package.name) == crate_name(name));
    let failure = match known {
        // A front re-exports what another crate declares.
        Some(package) => {
            if all.iter().any(|facade| facade.package.name == package.name) {
                Failure::new(format!("there is no `{spec}` here"))
            } else if let Some(facade) = Facade::behind(packages, name) {
                return Failure::new(format!("`{name}` declares no items itself")).help(format!(
                    "name the façade that it re-exports: `{}`",
                    facade.key
                ));
            } else {
                Failure::new(format!("`{spec}` is no façade: it declares no items"))
            }
        }
        None => Failure::new(format!(
            "`{spec}` is not among the packages of this workspace and what they depend on"
        ))
        .help(
            "run this in its workspace, or where a package depends on it: `--manifest-path PATH`",
        ),
    };
    if all.is_empty() {
        return failure.note("there is no façade here");
    }
    let names: Vec<String> = all
        .iter()
        .map(|facade| format!("`{}`", facade.key))
        .collect();
    failure.note(format!("the façades here: {}", names.join(", ")))
}
