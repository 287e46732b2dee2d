//! Which provider each root gets, and why.
//!
//! What counts as linked into a root, and so decides, is what rustc would link: the crates that are
//! reached from it by normal dependencies (and for tests, examples and benchmarks its own
//! dev-dependencies) whose names stand in the dependent's code. rustc drops a dependency that no code
//! names, and the provider in it. A crate whose facts nobody has read, or not all of them, counts as
//! naming all of its dependencies, and so does a compiled one of which no names are given; so does a root
//! with `link!()`, which finds its providers itself.
//!
//! | module | holds |
//! |---|---|
//! | `root`, `chain` | what roots and chains are, and how they are called |
//! | `roots` | what is linked, with which features, on which side |
//! | `index` | packages by number, and what each library links |
//! | `closure` | everything that is linked into one root, and the chains to it |
//! | `items` | from the path that an implementation names to the item |
//! | `facade` | one façade in one root |
//! | `how` | how a provider got there |
//! | `choice` | who implements what, after all |

mod chain;
mod choice;
mod closure;
mod facade;
mod how;
mod index;
mod items;
mod root;
mod roots;

pub use chain::{Chain, Step};
pub use root::{Root, RootKind};

use crate::facts::{Declared, FacadeKey, Grade, PackageId, Place};
use crate::packages::{Build, Packages};
use index::Index;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What Cargo builds of the chosen members, in one configuration.
#[derive(Clone, Copy, Debug)]
pub struct Builds<'a> {
    /// The members of the workspace whose roots are asked for.
    pub members: &'a BTreeSet<PackageId>,
    /// Without dev-dependencies: `cargo build`.
    pub plain: &'a Build,
    /// With them: `cargo test`.
    pub dev: &'a Build,
}

/// Who gets what. `packages` have the facts of [all that may have some], and of all chosen members.
///
/// [all that may have some]: crate::packages::read::may_have_facts
#[must_use]
pub fn resolve(
    packages: &Packages,
    builds: Builds<'_>,
    configuration: Configuration,
) -> Resolution {
    let index = Index::new(packages, builds);
    let roots = roots::of(&index, builds);
    Resolution {
        configuration,
        roots: roots
            .iter()
            .map(|root| facade::of_root(&index, root))
            .filter(|root| root.link.is_some() || !root.facades.is_empty())
            .collect(),
    }
}

/// One way to build: what `--target` and `--features` select.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Configuration {
    /// The target triple.
    pub target: String,
    /// As on the command line: "default features", "--all-features", "--features simd".
    pub features: String,
}

/// Who gets what, in one configuration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// Which.
    pub configuration: Configuration,
    /// Every root of the chosen members that has a façade among its dependencies, or calls `link!()`.
    /// The others are none of our business.
    pub roots: Vec<RootResolution>,
}

/// What one root gets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RootResolution {
    /// Which.
    pub root: Root,
    /// Where it calls `link!()`, if it does.
    pub link: Option<Place>,
    /// The façades among its dependencies, itself too if it is the crate that declares, by key.
    pub facades: Vec<FacadeUse>,
}

impl RootResolution {
    /// Whether this root is asked for providers.
    ///
    /// Only what is called is missed by the linker. Most tests, benches, build scripts and proc
    /// macros never reach a façade that is somewhere below them, and a library's unit tests link
    /// without a provider: they are asked if they say with `link!()` that they want one.
    #[must_use]
    pub fn needs_providers(&self) -> bool {
        use RootKind::{Bin, Cdylib, Dylib, Example, Staticlib};
        let kind = self.root.kind;
        matches!(kind, Bin | Example | Cdylib | Staticlib | Dylib) || self.link.is_some()
    }
}

/// One façade in one root.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacadeUse {
    /// Name and compatible version.
    pub facade: FacadeKey,
    /// The package that declares.
    pub package: PackageId,
    /// The chains that lead from the root to it, the shortest for each package that depends on it
    /// directly; providers of it last.
    pub required_by: Vec<Chain>,
    /// Every package that implements an item of it and is among the root's dependencies, the root's
    /// own crate too, the nearest first.
    pub providers: Vec<ProviderUse>,
    /// Packages that implement another version of it, the root's own crate too.
    pub other_versions: Vec<(FacadeKey, ProviderUse)>,
    /// Which one it gets.
    pub choice: Choice,
    /// Item by item: those that other crates can implement, in the order of their declarations.
    pub items: Vec<ItemUse>,
}

/// A provider of a façade, in one root.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderUse {
    /// The package that implements.
    pub package: PackageId,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The shortest chain from the root to it.
    pub chain: Chain,
    /// How it got into the program.
    pub how: How,
    /// `Ordinary` if one of its implementations is.
    pub grade: Grade,
    /// The first implementation.
    pub place: Place,
}

/// How a provider got into a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The root implements it itself.
    Own,
    /// The root depends on it.
    Direct,
    /// The façade's front links it as the default.
    Default,
    /// The root's own library (or program package's library) links it.
    OwnLibrary,
    /// The façade implements it itself.
    Home,
    /// A package that the root allowed links it.
    Allowed,
    /// A library links it.
    Smuggled,
}

/// What a façade gets in a root.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// This provider, for all items that need one: an index into `providers`.
    Provider(usize),
    /// Several, each for other items.
    Shared(Vec<usize>),
    /// The defaults in the façade.
    FacadeDefault,
    /// Nothing implements at least one item that needs it.
    Missing,
    /// Two implement the same item.
    Conflict(Vec<usize>),
}

/// One item of a façade, in one root.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemUse {
    /// The declaration.
    pub declared: Declared,
    /// Who implements it: indices into `providers`, ordinary ones first.
    pub implementors: Vec<usize>,
}
