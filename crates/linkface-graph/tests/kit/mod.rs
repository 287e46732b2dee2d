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
//! | `declare write`, `declare raw::flush default`, `declare x private` | an item; `default`, `defaultable`, `private` |
//! | `implement console::write`, `implement console::write default` | an implementation, by the dependency's name |
//! | `test implement …`, `test declare …` | under `#[cfg(test)]` |
//! | `link`, `link my_rng` | `link!()`, `link!(my_rng)` |
//! | `name console my_rng` | the crates that it names; without this, all of its dependencies |
//! | `unread` | nobody looked: no facts |
//!
//! The nth thing said stands in line n of `src/KIND/NAME.rs`. Packages that declare or implement depend
//! on `linkface`, which is always there.
#![allow(dead_code, reason = "each test uses a part of it")]

mod facts;
mod metadata;
mod text;

use guppy::graph::PackageGraph;
use linkface_graph::facts::PackageId;
use linkface_graph::packages::Packages;

/// The package graph.
#[track_caller]
pub(crate) fn graph(text: &str) -> PackageGraph {
    let json = metadata::json(&text::parse(text)).to_string();
    PackageGraph::from_json(json).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The packages, with facts. Manifests are empty: see [`packages_with`].
#[track_caller]
pub(crate) fn packages(text: &str) -> Packages {
    let mut packages = linkface_graph::packages::read(&graph(text), &|_| Default::default());
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

/// The id that a package has here.
pub(crate) fn id(name: &str, version: &str, member: bool) -> PackageId {
    PackageId(if member {
        format!("path+file:///w/{name}#{version}")
    } else {
        format!("registry+https://github.com/rust-lang/crates.io-index#{name}@{version}")
    })
}
