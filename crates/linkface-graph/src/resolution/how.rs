//! How a provider got into a program.

use super::How;
use super::closure::{Closure, ROOT};
use super::index::Index;
use super::roots::RootCrate;
use crate::facts::Grade;
use crate::finding::Code;

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
/// 5. it is a default: all its implementations give way to others, or what links it is the façade, or
///    a front of the façade, and names it in its manifest: `default = "…"`;
/// 6. the root allows it, or a package that links it, or one on the chain to it;
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
    let name = &index.packages[provider.package].name;
    let is_front = |node: &usize| {
        let puller = package_of(node);
        index.packages[puller].manifest.default.as_ref() == Some(name)
            && (puller == facade || closure.links(*node).iter().any(|link| link.to == facade))
    };
    if provider.grade == Grade::Default || pullers.iter().any(is_front) {
        return How::Default;
    }
    let chain = closure.chain(provider.node);
    let on_chain = chain.0.iter().skip(1).map(|step| &step.package);
    let pulling = pullers
        .iter()
        .map(|node| &index.packages[package_of(node)].id);
    let names: Vec<_> = on_chain
        .chain(pulling)
        .filter_map(|id| index.number(id))
        .map(|number| &index.packages[number].name)
        .collect();
    let allows = &index.packages[root.package].manifest.allow;
    let allowed = allows.iter().any(|allow| {
        allow.code == Code::LF0004
            && allow
                .package
                .as_ref()
                .is_none_or(|name| names.contains(&name))
    });
    if allowed { How::Allowed } else { How::Smuggled }
}
