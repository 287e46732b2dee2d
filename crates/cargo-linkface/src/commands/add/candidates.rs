//! A façade where a provider was expected: who provides it?

use super::Args;
use crate::commands::facade::crate_name;
use crate::commands::quote::quoted;
use crate::failure::Failure;
use linkface_graph::facts::ItemRef;
use linkface_graph::packages::{Package, Packages};
use std::collections::BTreeSet;

/// [Refuses](refuse_facade) the package that the argument names, if it is one of these.
///
/// # Errors
///
/// If it is a façade.
pub(super) fn refuse_named(args: &Args, packages: &Packages) -> Result<(), Failure> {
    let named = packages
        .values()
        .find(|package| crate_name(&package.name) == crate_name(args.name()));
    named.map_or(Ok(()), |package| refuse_facade(args, package, packages))
}

/// Refuses to add a façade, and says what to add instead.
///
/// Even one candidate is the user's to choose: that a provider is the only one known here doesn't
/// make it the right one.
///
/// # Errors
///
/// If it is one.
pub(super) fn refuse_facade(
    args: &Args,
    facade: &Package,
    packages: &Packages,
) -> Result<(), Failure> {
    if !is_facade(facade) {
        return Ok(());
    }
    let candidates = candidates(packages, facade);
    let failure = Failure::new(format!(
        "`{}` is a façade: it declares what a provider implements",
        facade.name
    ));
    if candidates.is_empty() {
        let elsewhere = match &args.path {
            Some(path) if !facade.in_workspace => {
                let file = path.join("Cargo.toml");
                format!(" --manifest-path {}", quoted(&file.display().to_string()))
            }
            _ => String::new(),
        };
        return Err(failure
            .note("no provider of it is known here")
            .help(format!(
                "write one: `cargo linkface new --provider {}{elsewhere}`",
                facade.name
            )));
    }
    let dev = if args.dev { " --dev" } else { "" };
    Err(candidates
        .into_iter()
        .fold(failure, |failure, (name, why)| {
            failure.help(format!("`cargo linkface add {name}{dev}`: {why}"))
        }))
}

/// It says so, or it declares; and it is no provider of another façade.
fn is_facade(package: &Package) -> bool {
    let libraries = package.crates.iter().filter_map(|of| of.facts.as_ref());
    let declares = libraries
        .flat_map(|facts| &facts.declared)
        .any(|item| item.public && !item.only_in_tests);
    (package.manifest.facade.is_some() || declares) && package.manifest.provides.is_empty()
}

/// Names of providers, and how they are known.
fn candidates(packages: &Packages, facade: &Package) -> BTreeSet<(String, String)> {
    // A front speaks for the core that it re-exports, and the core's providers are its own.
    let cores = facade.dependencies.iter().filter(|edge| edge.normal);
    let cores = cores.filter_map(|edge| packages.get(&edge.package));
    let family: Vec<&Package> = cores
        .filter(|core| facade.manifest.facade.is_some() && is_facade(core))
        .chain([facade])
        .collect();

    let mut found = BTreeSet::new();
    for package in packages.values() {
        if family.iter().any(|of| provides(package, of)) {
            found.insert((package.name.clone(), "it implements the façade".to_owned()));
        }
    }
    let mut suggest = |name: &String, by: &Package| {
        if !found.iter().any(|(known, _)| known == name) {
            found.insert((name.clone(), format!("`{}` suggests it", by.name)));
        }
    };
    for of in family {
        let names = of.manifest.suggest.iter().chain(&of.manifest.default);
        names.for_each(|name| suggest(name, of));
    }
    found
}

/// Whether a package says that it provides a façade, or implements an item of it.
fn provides(package: &Package, facade: &Package) -> bool {
    let says = package
        .manifest
        .provides
        .iter()
        .any(|key| key.name == facade.name);
    let spelled = package.dependencies.iter();
    let spelled = spelled.filter(|edge| edge.package == facade.id && edge.normal);
    let spelled: Vec<&str> = spelled.map(|edge| edge.name.as_str()).collect();
    let facts = package.crates.iter().filter_map(|of| {
        let is_library = crate::commands::facade::is_library(of);
        of.facts.as_ref().filter(|_| is_library)
    });
    let mut implemented = facts.flat_map(|facts| &facts.implemented);
    says || implemented.any(|implemented| {
        !implemented.only_in_tests
            && match &implemented.item {
                ItemRef::Path(path) => path
                    .first()
                    .is_some_and(|first| spelled.contains(&&**first)),
                ItemRef::Exact { facade: key, .. } => key.name == crate_name(&facade.name),
            }
    })
}
