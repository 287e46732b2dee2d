//! What is linked, with which features, on which side.
//!
//! | root | its build | its dependencies | side |
//! |---|---|---|---|
//! | bin, cdylib, staticlib, dylib | plain | normal | target |
//! | proc macro | plain | normal | host |
//! | build script | plain | build | host |
//! | test, example, benchmark, unit tests | with dev-dependencies | normal, dev | target; unit tests of a proc macro: host |
//!
//! Bins, tests, examples and benchmarks depend on their package's library, too.

use super::index::{Index, Link, is_linkable, named};
use super::{Builds, Root, RootKind};
use crate::packages::build::{Enabled, Kind, Side};
use crate::packages::{Build, Crate, Package};

/// Whether dev-dependencies are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Plain,
    Dev,
}

impl Mode {
    pub(super) fn build(self, builds: Builds<'_>) -> &Build {
        match self {
            Self::Plain => builds.plain,
            Self::Dev => builds.dev,
        }
    }
}

/// A root, and what it links itself.
pub(super) struct RootCrate<'a> {
    pub(super) root: Root,
    pub(super) package: usize,
    pub(super) target: &'a Crate,
    pub(super) mode: Mode,
    pub(super) side: Side,
    pub(super) links: Vec<Link>,
}

impl RootCrate<'_> {
    /// Whether `cfg(test)` holds in it.
    pub(super) fn is_test(&self) -> bool {
        is_test(self.root.kind)
    }

    /// Whether it is the crate that other crates depend on as this package.
    pub(super) fn is_library(&self) -> bool {
        self.target.is_library()
    }
}

fn is_test(kind: RootKind) -> bool {
    matches!(kind, RootKind::UnitTest | RootKind::Test | RootKind::Bench)
}

/// The roots of the chosen members: by package, then as its targets stand.
pub(super) fn of<'a>(index: &Index<'a>, builds: Builds<'_>) -> Vec<RootCrate<'a>> {
    let members = builds.members.iter().filter_map(|id| index.number(id));
    members
        .flat_map(|number| {
            let package = index.packages[number];
            package.crates.iter().flat_map(move |target| {
                kinds(target)
                    .into_iter()
                    .filter_map(move |kind| root(index, builds, number, target, kind))
            })
        })
        .collect()
}

fn kinds(target: &Crate) -> Vec<RootKind> {
    let mut kinds: Vec<_> = target
        .kinds
        .iter()
        .filter_map(|kind| match kind.as_str() {
            "bin" => Some(RootKind::Bin),
            "example" => Some(RootKind::Example),
            "test" if target.test => Some(RootKind::Test),
            "bench" => Some(RootKind::Bench),
            "custom-build" => Some(RootKind::BuildScript),
            "proc-macro" => Some(RootKind::ProcMacro),
            "cdylib" => Some(RootKind::Cdylib),
            "staticlib" => Some(RootKind::Staticlib),
            "dylib" => Some(RootKind::Dylib),
            _ => None,
        })
        .collect();
    if target.test && (target.is_library() || target.is("bin")) {
        kinds.push(RootKind::UnitTest);
    }
    kinds
}

fn root<'a>(
    index: &Index<'a>,
    builds: Builds<'_>,
    number: usize,
    target: &'a Crate,
    kind: RootKind,
) -> Option<RootCrate<'a>> {
    let package = index.packages[number];
    let (mode, dependencies) = match kind {
        RootKind::Bin
        | RootKind::Cdylib
        | RootKind::Staticlib
        | RootKind::Dylib
        | RootKind::ProcMacro => (Mode::Plain, &[Kind::Normal][..]),
        RootKind::BuildScript => (Mode::Plain, &[Kind::Build][..]),
        RootKind::Example | RootKind::Test | RootKind::Bench | RootKind::UnitTest => {
            (Mode::Dev, &[Kind::Normal, Kind::Dev][..])
        }
    };
    let own_side = if target.is("proc-macro") {
        Side::Host
    } else {
        Side::Target
    };
    let build = mode.build(builds);
    // A proc macro is on the host, and so are the dependencies of its build script.
    let enabled = [own_side, Side::Target, Side::Host]
        .iter()
        .find_map(|side| build.side(*side).get(&package.id))?;
    if !has_features(&target.required_features, enabled, build) {
        return None;
    }
    let tests = is_test(kind);
    let mut links = index.links_of(target, tests, &enabled.edges, dependencies);
    if !target.is_library() && kind != RootKind::BuildScript {
        links.extend(own_library(number, package, target, tests));
    }
    Some(RootCrate {
        root: Root {
            package: package.id.clone(),
            package_name: package.name.clone(),
            kind,
            name: match kind {
                RootKind::BuildScript => package.name.clone(),
                _ => target.name.clone(),
            },
        },
        package: number,
        target,
        mode,
        side: if kind == RootKind::BuildScript {
            Side::Host
        } else {
            own_side
        },
        links,
    })
}

/// The package's library, if the crate names it.
fn own_library(number: usize, package: &Package, from: &Crate, tests: bool) -> Option<Link> {
    let library = package.library().filter(|library| is_linkable(library))?;
    let name = library.name.replace('-', "_");
    named(from.facts.as_ref(), tests)
        .is_none_or(|names| names.contains(name.as_str()))
        .then(|| Link {
            to: number,
            edge: String::new(),
        })
}

/// `required-features`: its own, or a dependency's (`serde/derive`).
fn has_features(required: &[String], enabled: &Enabled, build: &Build) -> bool {
    required
        .iter()
        .all(|feature| match feature.split_once('/') {
            None => enabled.features.contains(feature),
            Some((dependency, feature)) => enabled.edges.iter().any(|edge| {
                edge.name == dependency.replace('-', "_")
                    && build
                        .side(edge.side)
                        .get(&edge.to)
                        .is_some_and(|to| to.features.contains(feature))
            }),
        })
}
