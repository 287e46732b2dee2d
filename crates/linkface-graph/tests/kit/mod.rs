//! Package graphs, facts and resolutions from a few lines of text, for tests of resolution and rules.
//!
//! ```text
//! app 0.1.0 member                            a package; `member`: of the workspace
//!     bin app: link; implement log::write     a target, and what its code says
//!     test it: link                           lib, bin, example, test, bench, build, proc-macro
//!     lib cdylib,rlib                         a library's crate types, if it isn't `lib`
//!     bin big requires simd                   required-features
//!     bin bare untested                       `test = false`
//!     needs greeting                          a dependency
//!     needs dev mock                          under [dev-dependencies]; or `build`
//!     needs my-rng = rng-hw@0.2.0             renamed; the version, if there are several
//!     needs os optional if cfg(unix)          conditions
//!     needs serde bare +derive                without default features; with one more
//!     feature default = os, fast              a feature
//!     metadata allow = ["LF0004:legacy"]      a line of [package.metadata.linkface]
//! rng-hw 0.2.0                                no target: it has a `lib`
//! ```
//!
//! What code says, separated by `;`:
//!
//! | | |
//! |---|---|
//! | `declare write`, `declare raw::flush default`, `declare x private` | an item; `default`, `defaultable`, `dynamic`, `private` |
//! | `implement console::write`, `implement console::write default` | an implementation, by the dependency's name |
//! | `test implement …`, `test declare …`, `test link …` | under `#[cfg(test)]` |
//! | `link`, `link my_rng` | `link!()`, `link!(my_rng)` |
//! | `name console my_rng` | the crates that it names; without this, all of its dependencies |
//! | `unread` | nobody looked: no facts |
//!
//! The nth thing said stands in line n of `src/KIND/NAME.rs`. Packages that declare or implement depend
//! on `linkface`, which is always there.
//!
//! `mod kit;` in a test, then [`resolve`] for the packages and what their roots get, which is what a
//! rule's [`Context`](linkface_graph::rules::Context) wants; [`packages`] and [`resolve_packages`] to
//! change facts in between; [`graph`] for guppy's graph alone. Ids are made by [`id`].
#![allow(dead_code, reason = "each test uses a part of it")]

mod facts;
mod metadata;
mod text;

use guppy::graph::PackageGraph;
use guppy::graph::cargo::CargoResolverVersion;
use linkface_graph::facts::PackageId;
use linkface_graph::manifest::Manifest;
use linkface_graph::packages::build::Options;
use linkface_graph::packages::features::Features;
use linkface_graph::packages::platform::platform;
use linkface_graph::packages::{Build, Packages};
use linkface_graph::resolution::{Builds, Configuration, Resolution};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Where tests build, and the target of most.
pub(crate) const LINUX: &str = "x86_64-unknown-linux-gnu";

/// The package graph.
#[track_caller]
pub(crate) fn graph(text: &str) -> PackageGraph {
    let json = metadata::json(&text::parse(text)).to_string();
    PackageGraph::from_json(json).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The packages, with manifests and facts.
#[track_caller]
pub(crate) fn packages(text: &str) -> Packages {
    let mut packages = linkface_graph::packages::read(&graph(text), &Manifest::read);
    for package in text::parse(text) {
        let read = packages
            .get_mut(&id(&package.name, &package.version, package.member))
            .unwrap_or_else(|| panic!("{} is not in the graph", package.name));
        for target in &mut read.crates {
            target.facts = facts::of(&package, target);
        }
    }
    packages
}

/// The packages, and what each root of each member gets, on Linux with default features.
#[track_caller]
pub(crate) fn resolve(text: &str) -> (Packages, Resolution) {
    resolve_for(text, LINUX, &Features::default())
}

/// The same, in another configuration.
#[track_caller]
pub(crate) fn resolve_for(text: &str, target: &str, features: &Features) -> (Packages, Resolution) {
    let packages = packages(text);
    let resolution = resolve_packages(text, &packages, target, features);
    (packages, resolution)
}

/// The same, of packages that were changed since they were read from that text.
#[track_caller]
pub(crate) fn resolve_packages(
    text: &str,
    packages: &Packages,
    target: &str,
    features: &Features,
) -> Resolution {
    resolver(text, packages, target, features)()
}

/// The same, with the builds simulated in advance.
#[track_caller]
pub(crate) fn resolver<'a>(
    text: &str,
    packages: &'a Packages,
    target: &str,
    features: &Features,
) -> impl Fn() -> Resolution + use<'a> {
    let graph = graph(text);
    let members = packages.values().filter(|package| package.in_workspace);
    let members: BTreeSet<_> = members.map(|package| package.id.clone()).collect();
    let of = |triple| Arc::new(platform(triple, "").unwrap_or_else(|error| panic!("{error}")));
    let build = |dev| {
        let options = Options {
            resolver: CargoResolverVersion::V3,
            target: of(target),
            host: of(LINUX),
            members: members.clone(),
            features: features.clone(),
            dev,
        };
        Build::simulate(&graph, &options).unwrap_or_else(|error| panic!("{error}\n{text}"))
    };
    let configuration = Configuration {
        target: target.to_owned(),
        features: features.to_string(),
    };
    let (plain, dev) = (build(false), build(true));
    move || {
        let builds = Builds {
            members: &members,
            plain: &plain,
            dev: &dev,
        };
        linkface_graph::resolution::resolve(packages, builds, configuration.clone())
    }
}

/// The id that a package has here.
pub(crate) fn id(name: &str, version: &str, member: bool) -> PackageId {
    PackageId(if member {
        format!("path+file:///w/{name}#{version}")
    } else {
        format!("registry+https://github.com/rust-lang/crates.io-index#{name}@{version}")
    })
}
