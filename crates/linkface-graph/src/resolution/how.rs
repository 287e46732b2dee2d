//! How a provider got into a program.

use super::How;
use super::closure::{Closure, ROOT};
use super::index::Index;
use super::roots::RootCrate;
use crate::facts::Grade;
use crate::finding::Code;
use std::collections::BTreeSet;

/// A provider, and what is asked of it.
pub(super) struct Provider {
    /// Its place in the closure.
    pub(super) node: usize,
    pub(super) package: usize,
    pub(super) grade: Grade,
}

/// How a provider of `facade` got into a root. The first that holds:
///
/// 1. it is the root;
/// 2. it is the façade;
/// 3. the root depends on it;
/// 4. it is the library of the root's package, or that links it;
/// 5. it is a default: all its implementations give way to others. What a front brings otherwise can't
///    be replaced, whatever its manifest calls it;
/// 6. the root allows it, or a crate that leads to it;
/// 7. it is smuggled in.
pub(super) fn how(
    index: &Index<'_>,
    root: &RootCrate<'_>,
    closure: &Closure<'_, '_>,
    facade: usize,
    provider: &Provider,
) -> How {
    if provider.node == ROOT {
        return How::Own;
    }
    if provider.package == facade {
        return How::Home;
    }
    if provider.package == root.package {
        return How::OwnLibrary;
    }
    let pullers: Vec<_> = closure
        .dependents(provider.package)
        .map(|(node, _)| node)
        .collect();
    if pullers.contains(&ROOT) {
        return How::Direct;
    }
    let package_of = |node: &usize| closure.nodes[*node].package;
    if pullers.iter().any(|node| package_of(node) == root.package) {
        return How::OwnLibrary;
    }
    if provider.grade == Grade::Default {
        return How::Default;
    }
    if is_allowed(index, root, closure, provider.node) {
        How::Allowed
    } else {
        How::Smuggled
    }
}

/// Whether the root allows a provider, or a crate that leads to it: by the package's name, the crate's,
/// or the one that the root gave it, `-` and `_` alike, as `link!()` does.
fn is_allowed(
    index: &Index<'_>,
    root: &RootCrate<'_>,
    closure: &Closure<'_, '_>,
    provider: usize,
) -> bool {
    let allows = &index.packages[root.package].manifest.allow;
    let mut allows = allows
        .iter()
        .filter(|allow| allow.code == Code::LF0004)
        .peekable();
    if allows.peek().is_none() {
        return false;
    }
    let plain = |name: &str| name.replace('-', "_");
    let names: BTreeSet<String> = closure
        .leading_to(provider)
        .flat_map(|node| {
            let package = index.packages[closure.nodes[node].package];
            let renames = index.packages[root.package].dependencies.iter();
            let renames = renames.filter(|edge| edge.package == package.id);
            let library = package.library().map(|library| &library.name);
            std::iter::once(&package.name)
                .chain(library)
                .chain(renames.map(|edge| &edge.name))
        })
        .map(|name| plain(name))
        .collect();
    allows.any(|allow| {
        let name = allow.package.as_deref();
        name.is_none_or(|name| names.contains(&plain(name)))
    })
}
