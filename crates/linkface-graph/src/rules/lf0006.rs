//! LF0006: a provider that is compiled and never linked.

use super::items::library;
use super::uses::{Use, configurations, group, root_crate, roots, uses};
use super::words::goes_through_provider;
use super::{Context, Rule, labels, links};
use crate::facts::{CrateFacts, PackageId};
use crate::finding::{Code, Finding, Help, Label, Level};
use crate::packages::{Dependency, Package};
use crate::resolution::{How, RootKind};
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: Code::LF0006,
    title: "a provider that is never linked",
    explanation: include_str!("lf0006.md"),
    check,
};

fn check(context: Context<'_>) -> Vec<Finding> {
    let unlinked = uses(context).flat_map(|found| {
        let direct = found
            .facade
            .providers
            .iter()
            .filter(|one| one.how == How::Direct);
        direct.filter_map(move |provider| {
            let about = [provider.name.as_str(), found.key().name.as_str()];
            let key = (&found.root.root.package, &provider.package);
            let unlinked = needed(&found) && !links(&found, &provider.package)?;
            (unlinked && !found.allows(RULE.code, &about)).then_some((key, found))
        })
    });
    group(unlinked)
        .into_iter()
        .filter_map(|((root, provider), group)| {
            let root = context.packages.get(root)?;
            let provider = context.packages.get(provider)?;
            Some(report(context, &group, root, provider))
        })
        .collect()
}

/// Whether somebody needs the façade at all. Otherwise the provider is one too many, not unlinked.
fn needed(found: &Use<'_>) -> bool {
    let mut chains = found.facade.required_by.iter();
    chains.any(|chain| !goes_through_provider(found, chain))
}

/// Whether a root links this dependency of its package. None if its code was not read.
fn links(found: &Use<'_>, provider: &PackageId) -> Option<bool> {
    if found.root.link.is_some() {
        return Some(true); // or it says by hand which ones it wants
    }
    let package = found.package()?;
    let edge = dependency(package, provider)?;
    let root = found.root_crate()?.facts.as_ref()?;
    if names(root, edge) {
        return Some(true);
    }
    // What the package's library links comes along. And a dependency that one test of a package
    // names isn't forgotten by the others.
    let elsewhere = |target: &crate::packages::Crate| {
        target
            .facts
            .as_ref()
            .is_some_and(|facts| names(facts, edge) || !facts.links.is_empty())
    };
    Some(match found.root.root.kind {
        RootKind::Test | RootKind::Bench | RootKind::Example | RootKind::UnitTest => {
            package.crates.iter().any(elsewhere)
        }
        _ => library(package)
            .and_then(|library| library.facts.as_ref())
            .is_some_and(|facts| names(facts, edge)),
    })
}

fn dependency<'a>(package: &'a Package, on: &PackageId) -> Option<&'a Dependency> {
    package.dependencies.iter().find(|edge| edge.package == *on)
}

fn names(facts: &CrateFacts, edge: &Dependency) -> bool {
    facts.names.contains(&edge.name)
}

fn report(context: Context<'_>, group: &[Use<'_>], root: &Package, provider: &Package) -> Finding {
    let name = group.first().map_or_else(
        || provider.name.clone(),
        |found| found.spelled(&provider.id),
    );
    let edge = dependency(root, &provider.id);
    let text = "Cargo builds it because of this line";
    let mut labels: Vec<Label> = vec![labels::primary(match edge {
        Some(edge) => labels::dependency(root, edge, provider, text),
        None => labels::file(&root.manifest_path, text),
    })];
    let files: BTreeSet<_> = group
        .iter()
        .filter_map(|found| Some(&root_crate(root, &found.root.root)?.source))
        .collect();
    labels.extend(
        files
            .into_iter()
            .map(|file| labels::file(file, "nothing here names it")),
    );
    let mut helps = links::helps(group);
    helps.extend(edge.map(|edge| Help {
        text: "or name it, without the macro".to_owned(),
        lines: vec![format!("use {} as _;", edge.name)],
    }));
    let fatal = group.iter().any(|found| needs(found, &provider.id));
    Finding {
        code: RULE.code,
        level: if fatal { Level::Error } else { Level::Warning },
        message: format!("`{name}` is compiled but never linked"),
        labels,
        notes: vec![
            "rustc links a dependency only if some crate names it".to_owned(),
            if fatal {
                "what it implements has no other implementation".to_owned()
            } else {
                "the program has the defaults instead of what it implements".to_owned()
            },
        ],
        helps,
        roots: roots(group),
        configurations: configurations(context, group),
    }
}

/// Whether an item without a default depends on this provider.
fn needs(found: &Use<'_>, provider: &PackageId) -> bool {
    found.needed().any(|item| {
        let mut implementors = item
            .implementors
            .iter()
            .filter_map(|&nth| found.provider(nth));
        !item.implementors.is_empty() && implementors.all(|one| one.package == *provider)
    })
}
