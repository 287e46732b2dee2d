//! LF0010: a provider that nobody needs.

use super::items::library_facts;
use super::unlinked::lacking;
use super::uses::{Use, configurations, group, roots, uses};
use super::words::{goes_through_provider, list, required_by};
use super::{Context, Rule, commands, labels};
use crate::finding::{Code, Finding, Help, Level};
use crate::packages::{Dependency, Package};
use crate::resolution::{How, RootKind};
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: Code::LF0010,
    title: "a provider that nobody needs",
    explanation: include_str!("lf0010.md"),
    check,
};

fn check(context: Context<'_>) -> Vec<Finding> {
    let direct = uses(context).flat_map(|found| {
        let direct = found
            .facade
            .providers
            .iter()
            .filter(|one| one.how == How::Direct);
        direct.map(move |one| ((&found.root.root.package, &one.package), found))
    });
    group(direct)
        .into_iter()
        .filter_map(|((root, provider), group)| {
            let root = context.packages.get(root)?;
            let provider = context.packages.get(provider)?;
            let edge = root
                .dependencies
                .iter()
                .find(|edge| edge.package == provider.id)?;
            // One who needs it, in one configuration, is enough: the dependency is the package's.
            let unneeded = !group.iter().any(|found| needs(found, edge))
                && !group[0].allows(RULE.code, &[&provider.name]);
            unneeded.then(|| report(context, &group, root, provider, edge))
        })
        .collect()
}

/// Whether a root has another way to the façade than by its providers, or a use for this one, or
/// lacks another version of the façade: then the provider is meant to be of that one, says LF0003.
fn needs(found: &Use<'_>, edge: &Dependency) -> bool {
    let mut chains = found.facade.required_by.iter();
    let facts = found.root_crate().and_then(|root| root.facts.as_ref());
    chains.any(|chain| !goes_through_provider(found, chain))
        || may_call_itself(found)
        || facts.is_some_and(|facts| facts.names.contains(&edge.name))
        || found.root.facades.iter().any(|facade| {
            let mut others = facade.other_versions.iter();
            others.any(|(_, provider)| provider.package == edge.package)
                && !lacking(&Use { facade, ..*found }).is_empty()
        })
}

/// Whether the façade may use its items itself: its code names one, or hands them on to a crate below it,
/// as one that implements another crate's trait does.
fn may_call_itself(found: &Use<'_>) -> bool {
    let Some(facade) = found.facade_package() else {
        return false;
    };
    let Some(facts) = library_facts(facade) else {
        return true;
    };
    let items = facts.declared.iter().filter_map(|item| item.path.last());
    let below = facade.dependencies.iter().filter(|edge| {
        let package = found.packages.get(&edge.package);
        edge.normal && package.is_none_or(|package| package.name != "linkface")
    });
    let mut known = items.chain(below.map(|edge| &edge.name));
    known.any(|name| facts.names.contains(name))
}

fn report(
    context: Context<'_>,
    group: &[Use<'_>],
    root: &Package,
    provider: &Package,
    edge: &Dependency,
) -> Finding {
    let name = group[0].spelled(&provider.id);
    let facades: BTreeSet<String> = group.iter().map(|found| found.key().to_string()).collect();
    let facades: Vec<String> = facades.into_iter().collect();
    let label = labels::dependency(root, edge, provider, "this dependency is for nothing");
    let mut notes = required_by(group);
    notes.push(format!(
        "nobody but providers for {} depends on it",
        list(&facades)
    ));
    let kinds: BTreeSet<RootKind> = group.iter().map(|found| found.root.root.kind).collect();
    let mut lines = Vec::new();
    for kind in kinds {
        lines.extend(commands::remove(
            context.packages,
            root,
            kind,
            edge,
            provider,
        ));
    }
    lines.sort();
    lines.dedup();
    Finding {
        code: RULE.code,
        level: Level::Warning,
        message: format!("nobody needs `{name}`, a provider for {}", list(&facades)),
        labels: vec![labels::primary(label)],
        notes,
        helps: vec![Help {
            text: "remove it".to_owned(),
            lines,
        }],
        roots: roots(group),
        configurations: configurations(context, group),
    }
}
