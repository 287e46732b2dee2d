//! Façades in roots: what most rules look at, one by one or grouped.

use super::Context;
use crate::facts::{FacadeKey, PackageId};
use crate::finding::Code;
use crate::packages::{Crate, Package, Packages};
use crate::resolution::{
    Configuration, FacadeUse, How, ItemUse, ProviderUse, Root, RootKind, RootResolution,
};
use std::collections::{BTreeMap, BTreeSet};

/// One façade in one root, in one configuration.
#[derive(Clone, Copy)]
pub(super) struct Use<'a> {
    pub(super) packages: &'a Packages,
    pub(super) configuration: &'a Configuration,
    pub(super) root: &'a RootResolution,
    pub(super) facade: &'a FacadeUse,
}

/// Every façade of every root, in every configuration.
pub(super) fn uses(context: Context<'_>) -> impl Iterator<Item = Use<'_>> {
    context.resolutions.iter().flat_map(move |resolution| {
        resolution.roots.iter().flat_map(move |root| {
            root.facades.iter().map(move |facade| Use {
                packages: context.packages,
                configuration: &resolution.configuration,
                root,
                facade,
            })
        })
    })
}

/// Puts together what shall be said once.
pub(super) fn group<'a, K: Ord>(
    uses: impl IntoIterator<Item = (K, Use<'a>)>,
) -> BTreeMap<K, Vec<Use<'a>>> {
    let mut groups = BTreeMap::<K, Vec<Use<'a>>>::new();
    for (key, found) in uses {
        groups.entry(key).or_default().push(found);
    }
    groups
}

/// The roots of a group as findings list them.
pub(super) fn roots(group: &[Use<'_>]) -> Vec<String> {
    let roots: BTreeSet<&Root> = group.iter().map(|found| &found.root.root).collect();
    let mut names: Vec<String> = roots.into_iter().map(Root::to_string).collect();
    names.dedup();
    names
}

/// The configurations of a group as findings list them: none if these are all that were asked for.
pub(super) fn configurations(context: Context<'_>, group: &[Use<'_>]) -> Vec<String> {
    let all: BTreeSet<&Configuration> = context
        .resolutions
        .iter()
        .map(|resolution| &resolution.configuration)
        .collect();
    let found: BTreeSet<&Configuration> = group.iter().map(|found| found.configuration).collect();
    if found == all {
        return Vec::new();
    }
    found.into_iter().map(configuration).collect()
}

/// A configuration in words: "x86_64-unknown-linux-gnu, default features".
pub(super) fn configuration(configuration: &Configuration) -> String {
    format!("{}, {}", configuration.target, configuration.features)
}

/// Whether the package whose manifest is asked allows a finding about one of these packages.
pub(super) fn allows(package: Option<&Package>, code: Code, about: &[&str]) -> bool {
    package.is_some_and(|package| {
        package.manifest.allow.iter().any(|allow| {
            let plain = |name: &str| name.replace('-', "_");
            let named = allow.package.as_deref().map(plain);
            allow.code == code && named.is_none_or(|name| about.iter().any(|it| plain(it) == name))
        })
    })
}

impl<'a> Use<'a> {
    pub(super) fn key(&self) -> &'a FacadeKey {
        &self.facade.facade
    }

    /// The root's package.
    pub(super) fn package(&self) -> Option<&'a Package> {
        self.packages.get(&self.root.root.package)
    }

    /// The façade's package.
    pub(super) fn facade_package(&self) -> Option<&'a Package> {
        self.packages.get(&self.facade.package)
    }

    /// Whether the root's manifest allows a finding about one of these packages.
    pub(super) fn allows(&self, code: Code, about: &[&str]) -> bool {
        allows(self.package(), code, about)
    }

    /// The crate that is the root.
    pub(super) fn root_crate(&self) -> Option<&'a Crate> {
        root_crate(self.package()?, &self.root.root)
    }

    /// The items that need a provider in this root. Private ones are their own crate's business.
    pub(super) fn needed(&self) -> impl Iterator<Item = &'a ItemUse> {
        let in_tests = self.root.root.kind == RootKind::UnitTest;
        self.facade.items.iter().filter(move |item| {
            item.declared.need.is_for_a_provider()
                && item.declared.public
                && (in_tests || !item.declared.only_in_tests)
        })
    }

    /// The items that need a provider and have none, if this is a root that is asked for them.
    pub(super) fn missing(&self) -> Vec<&'a ItemUse> {
        if !self.root.needs_providers() {
            return Vec::new();
        }
        let missing = self.needed().filter(|item| item.implementors.is_empty());
        missing.collect()
    }

    /// The dependencies that implement another version of the façade. What the root implements itself
    /// is no provider to be moved to another version, and `link!()` doesn't see it.
    pub(super) fn mismatched(&self) -> impl Iterator<Item = &'a (FacadeKey, ProviderUse)> {
        let others = self.facade.other_versions.iter();
        others.filter(|(_, one)| one.how != How::Own)
    }

    /// Provider number `nth` of the façade. An index out of bounds is nobody.
    pub(super) fn provider(&self, nth: usize) -> Option<&'a ProviderUse> {
        self.facade.providers.get(nth)
    }

    /// A package as the root spells it: its crate name if it was renamed, and with its version if
    /// another package has the same name.
    pub(super) fn spelled(&self, id: &PackageId) -> String {
        let Some(package) = self.packages.get(id) else {
            return id.0.clone();
        };
        let rename = self.package().and_then(|root| {
            let mut edges = root.dependencies.iter();
            let edge = edges.find(|edge| edge.package == *id)?;
            (edge.name != package.name.replace('-', "_")).then(|| edge.name.clone())
        });
        rename.unwrap_or_else(|| unambiguous(self.packages, package))
    }
}

/// The crate of a package that is this root.
pub(super) fn root_crate<'a>(package: &'a Package, root: &Root) -> Option<&'a Crate> {
    let is = |target: &&Crate| {
        let kind = |kind: &str| target.kinds.iter().any(|known| known == kind);
        target.name == root.name
            && match root.kind {
                RootKind::Bin => kind("bin"),
                RootKind::Example => kind("example"),
                RootKind::Test => kind("test"),
                RootKind::Bench => kind("bench"),
                RootKind::UnitTest => !kind("test") && !kind("bench") && !kind("custom-build"),
                RootKind::Cdylib => kind("cdylib"),
                RootKind::Staticlib => kind("staticlib"),
                RootKind::Dylib => kind("dylib"),
                RootKind::ProcMacro => kind("proc-macro"),
                RootKind::BuildScript => kind("custom-build"),
            }
    };
    let script = |target: &&Crate| {
        root.kind == RootKind::BuildScript && target.kinds.iter().any(|kind| kind == "custom-build")
    };
    // A build script goes by the name of its package as well.
    let mut crates = package.crates.iter();
    crates.find(|target| is(target) || script(target))
}

/// A package's name, with its version if another package has the same name.
pub(super) fn unambiguous(packages: &Packages, package: &Package) -> String {
    let namesakes = packages.values().filter(|other| other.name == package.name);
    if namesakes.count() > 1 {
        format!("{} {}", package.name, package.version)
    } else {
        package.name.clone()
    }
}
