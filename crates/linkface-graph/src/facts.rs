//! What the code of one crate declares and implements.

use linkface_symbol::{Compat, CompatError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// A package, by Cargo's opaque id (`path+file:///…#rng@0.1.0`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PackageId(pub String);

/// A façade: a package's name and the versions that are compatible. `rng@0.1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct FacadeKey {
    /// The package's name, as in `Cargo.toml`.
    pub name: String,
    /// The versions of it that share symbols.
    pub version: Compat,
}

impl fmt::Display for FacadeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.name, self.version)
    }
}

impl From<FacadeKey> for String {
    fn from(key: FacadeKey) -> Self {
        key.to_string()
    }
}

impl FromStr for FacadeKey {
    type Err = CompatError;

    /// Reads `rng@0.1`; without a version, what [`Compat`] says of an empty one.
    fn from_str(text: &str) -> Result<Self, CompatError> {
        let (name, version) = text.split_once('@').unwrap_or((text, ""));
        Ok(Self {
            name: name.to_owned(),
            version: version.parse()?,
        })
    }
}

impl TryFrom<String> for FacadeKey {
    type Error = CompatError;

    fn try_from(text: String) -> Result<Self, CompatError> {
        text.parse()
    }
}

/// What one crate (a Cargo target of a package) says about interfaces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrateFacts {
    /// What it declares.
    pub declared: Vec<Declared>,
    /// What it implements.
    pub implemented: Vec<Implemented>,
    /// Its `link!` calls.
    pub links: Vec<Link>,
    /// Which of its traits can be loaded.
    #[serde(default)]
    pub loadable: Vec<Loadable>,
    /// Its `linkface_plugin::export!` calls: with one it is a plugin.
    #[serde(default)]
    pub exports: Vec<Export>,
    /// Its `impl`s of traits, as far as they stand in modules: which of these traits can be loaded, the
    /// crates that declare them know.
    #[serde(default)]
    pub impls: Vec<TraitImpl>,
    /// Whether others may find something in it by a symbol.
    #[serde(default)]
    pub entry: Entry,
    /// The crates that its code names, as it spells them: a dependency that isn't named isn't linked.
    pub names: BTreeSet<String>,
    /// Where all this was read.
    pub origin: Origin,
    /// What could not be read, and why: facts may be missing then.
    pub unread: Vec<Unread>,
}

/// Where facts come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// From source text: attributes in the output of macros aren't seen.
    #[default]
    Source,
    /// From a compiled crate: exact.
    Artifact(PathBuf),
}

/// Something that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// Which.
    pub file: PathBuf,
    /// Why not.
    pub why: String,
}

/// A declared item: `#[interface]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declared {
    /// Modules and name within the crate: `["raw", "write"]`.
    pub path: Vec<String>,
    /// What it is.
    pub kind: Kind,
    /// Whether it needs a provider.
    pub need: Need,
    /// Its declaration in one line, without attributes and body: `pub fn write(bytes: &[u8]) -> usize`.
    pub signature: String,
    /// The first paragraph of its documentation.
    pub docs: String,
    /// Whether other crates can implement it.
    pub public: bool,
    /// Whether it is a member of an `#[interface] mod`, which is implemented as a whole.
    #[serde(default)]
    pub in_group: bool,
    /// Whether it is declared under `#[cfg(test)]`.
    pub only_in_tests: bool,
    /// The symbol, if it has one of its own: `symbol = unsafe("…")`.
    pub symbol: Option<String>,
    /// `abi = "C"` or another.
    pub abi: Option<String>,
    /// The hash that is part of its symbols, where a compiled crate was read.
    pub hash: Option<u64>,
    /// Where it stands.
    pub place: Place,
}

/// What a declared item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// `fn`
    Function,
    /// `static`
    Static,
    /// `trait`
    Trait,
    /// `type Name: Trait`
    Type,
}

/// Whether a declared item needs a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// It has no default: without a provider the program doesn't link.
    Required,
    /// `#[interface(default)]`: as required, but a provider may bring a default.
    Defaultable,
    /// The façade has a default.
    Defaulted,
    /// `#[interface(dynamic)]` without a default: the program can install one while it runs.
    Dynamic,
    /// `#[interface(…, loadable = …)]` without a default: the program can load one while it runs.
    Loadable,
}

impl Need {
    /// Whether something is missing in a program without a provider.
    #[must_use]
    pub fn is_for_a_provider(self) -> bool {
        match self {
            Self::Required | Self::Defaultable => true,
            Self::Defaulted | Self::Dynamic | Self::Loadable => false,
        }
    }
}

/// An implementation: `#[implement]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Implemented {
    /// What it implements.
    pub item: ItemRef,
    /// Whether others override it.
    pub grade: Grade,
    /// Whether it stands under `#[cfg(test)]`.
    pub only_in_tests: bool,
    /// Where it stands.
    pub place: Place,
}

/// What an implementation names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemRef {
    /// As written, with `use` followed: `["console", "raw", "write"]`; the first is a crate as this
    /// crate spells it, or `crate`.
    Path(Vec<String>),
    /// From a compiled crate: exact.
    Exact {
        /// The façade. Its name is a crate name here (`_` for `-`).
        facade: FacadeKey,
        /// Modules and name.
        path: Vec<String>,
        /// The hash that is part of the item's symbols.
        hash: u64,
    },
}

/// Whether an implementation gives way to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// The one.
    Ordinary,
    /// `#[implement(path, default)]`: gives way to an ordinary one.
    Default,
}

/// A call of `link!`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The providers it names; empty: it finds them.
    pub providers: Vec<String>,
    /// Whether it stands under `#[cfg(test)]`.
    #[serde(default)]
    pub only_in_tests: bool,
    /// Where it stands.
    pub place: Place,
}

/// A trait that can be loaded: `#[interface(loadable = LoadedPhysics)]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loadable {
    /// Modules and name of the trait.
    pub path: Vec<String>,
    /// The type that stands for a loaded implementor.
    pub loaded: String,
    /// Whether it crosses between images of one build only.
    pub same_build: bool,
    /// Whether it stands under `#[cfg(test)]`.
    pub only_in_tests: bool,
    /// Where it stands.
    pub place: Place,
}

/// A call of `linkface_plugin::export!`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    /// What it exports.
    #[serde(default)]
    pub exported: Vec<Exported>,
    /// Whether it stands under `#[cfg(test)]`.
    pub only_in_tests: bool,
    /// Where it stands.
    pub place: Place,
}

/// What a plugin exports: `Euler as LoadedPhysics`, `mod math::api`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// A type or a module, with `use` followed: `["crate", "Euler"]`.
    pub path: Vec<String>,
    /// Whether it is a module.
    pub is_module: bool,
    /// What stands behind `as`: `["physics", "LoadedPhysics"]`.
    pub loaded: Option<Vec<String>>,
}

/// `impl Physics for Euler`, with `use` followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TraitImpl {
    /// The trait: `["physics", "Physics"]`.
    pub of: Vec<String>,
    /// The type: `["crate", "Euler"]`.
    pub by: Vec<String>,
    /// Whether it stands under `#[cfg(test)]`.
    pub only_in_tests: bool,
    /// Where the trait is named.
    pub place: Place,
}

/// Whether others may find something in a crate by a symbol that isn't linkface's.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Entry {
    /// Nothing in its modules does that.
    #[default]
    None,
    /// There is an attribute or a macro that may do it.
    Possible,
    /// `#[unsafe(no_mangle)]`, `#[unsafe(export_name = "…")]`
    Certain,
}

/// Where something stands in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The file, absolute if it was found on this machine.
    pub file: PathBuf,
    /// From 1.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
    /// The line where it ends: the same, mostly.
    pub end_line: u32,
    /// One after its last character, from 1.
    pub end_column: u32,
}
