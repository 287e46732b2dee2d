//! The transformed dependency tree: what is linked into a root, each façade with its provider under it.
//!
//! Cargo's tree has the provider depend on the façade. Here that edge is turned round, as the linker
//! turns it round: a façade's first children are the packages that implement it.
//!
//! ```text
//! app 0.1.0  bin `app`
//! ├── console-uart 0.1.0  implements console@0.1
//! └── greeting 0.1.0
//!     └── console 0.1.0  façade
//!         └─► console-uart 0.1.0  implements it: the root depends on it
//! ```
//!
//! | module | holds |
//! |---|---|
//! | [`view`] | which rows are shown, and how they hang together |
//! | [`text`] | drawn with characters |
//! | [`svg`] | as a picture |
//! | [`html`] | as a page to search and walk through |

mod build;
mod facade;
mod graph;
pub mod html;
pub mod svg;
pub mod text;
pub mod view;
mod why;

use crate::facts::{Kind, PackageId, Place};
use crate::packages::Packages;
use crate::resolution::{Builds, RootResolution};

/// What is linked into one root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// The root, as it displays itself: "bin `app`".
    pub root: String,
    /// The root's package, and all that it links, nearest first.
    pub packages: Vec<Node>,
    /// The tree, from the top. What is below a package stands below one of its rows only, the first
    /// where it is a dependency.
    pub rows: Vec<Row>,
}

impl Tree {
    /// The tree of a root; none if its package isn't among the packages.
    ///
    /// Holds what Cargo gives to the root's compiler: normal dependencies, the dev-dependencies of a
    /// test, the build-dependencies of a build script. What a procedural macro depends on is linked
    /// into the macro, and belongs to its tree. A package that no code names is there too, though it
    /// isn't linked.
    #[must_use]
    pub fn new(
        packages: &Packages,
        builds: Builds<'_>,
        resolution: &RootResolution,
    ) -> Option<Self> {
        build::tree(packages, builds, resolution)
    }

    /// The shortest way from the root to a package: `app → greeting 0.1.0 → console 0.1.0`.
    #[must_use]
    pub fn chain(&self, package: usize) -> String {
        let steps = std::iter::successors(self.packages.get(package), |node| {
            self.packages.get(node.from?)
        });
        let mut steps: Vec<_> = steps.map(Node::label).collect();
        steps.reverse();
        steps.join(" → ")
    }
}

/// A package in a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Cargo's id.
    pub id: PackageId,
    /// As in `Cargo.toml`.
    pub name: String,
    /// In full: `0.1.3`.
    pub version: String,
    /// What it is, in this root.
    pub role: Role,
    /// Whether something is wrong with it: a façade without provider, a provider too many.
    pub problem: bool,
    /// Whether a façade or a provider is at or below it.
    pub on_path: bool,
    /// What it is, in a few words: "façade", "implements console@0.1".
    pub tags: Vec<String>,
    /// The package before it on the shortest way from the root: an index into [`Tree::packages`].
    pub from: Option<usize>,
    /// Why it is there.
    pub why: Vec<Why>,
    /// What it declares.
    pub items: Vec<Item>,
}

impl Node {
    /// `greeting 0.1.0`
    #[must_use]
    pub fn label(&self) -> String {
        format!("{} {}", self.name, self.version)
    }
}

/// What a package is in a root. One that is several is drawn as the first of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// What is linked into an artifact.
    Root,
    /// It declares.
    Facade,
    /// It implements.
    Provider,
    /// Neither.
    Library,
}

/// One reason, or one circumstance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// In a word or two: "required by".
    pub label: &'static str,
    /// `greeting 0.1.0, log 0.4.1 (cfg(unix))`
    pub text: String,
}

/// An item of a façade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// `raw::write`
    pub path: String,
    /// What it is.
    pub kind: Kind,
    /// Its declaration in one line.
    pub signature: String,
    /// Who implements it: "console-uart 0.1.0".
    pub by: String,
    /// Whether nobody does who should, or too many do.
    pub problem: bool,
    /// Where it is declared.
    pub place: Place,
}

/// A row of a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// 0 for the root.
    pub depth: usize,
    /// What stands there.
    pub subject: Subject,
    /// How it belongs to the row above it that is one level up.
    pub relation: Relation,
    /// Whether what is below its package stands below this row.
    pub full: bool,
}

/// What stands in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A package: an index into [`Tree::packages`].
    Package(usize),
    /// No package: "no provider for `write`", "its own default".
    Note(String),
}

/// How a row belongs to its parent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// It has none.
    Root,
    /// The parent depends on it: "", "dev", "cfg(unix)", "dev, cfg(unix)".
    Dependency(String),
    /// It implements the parent, because of this.
    Implements(String),
    /// The parent, a façade, is wrong here, because of this.
    Problem(String),
}
