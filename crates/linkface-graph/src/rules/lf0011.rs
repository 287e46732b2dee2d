//! LF0011: the choice differs between targets or features.

use super::uses::{Use, configuration, group, roots, uses};
use super::words::list;
use super::{Context, Rule, labels};
use crate::facts::PackageId;
use crate::finding::{Code, Finding, Help, Label, Level};
use crate::resolution::{Choice, Configuration};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const RULE: Rule = Rule {
    code: Code::LF0011,
    title: "the choice differs between targets or features",
    explanation: include_str!("lf0011.md"),
    check,
};

/// Who provides, in each configuration that has somebody.
type Choices<'a> = BTreeMap<&'a Configuration, Vec<&'a PackageId>>;

fn check(context: Context<'_>) -> Vec<Finding> {
    let by_root = group(uses(context).filter_map(|found| {
        let about = [found.key().name.as_str()];
        let counts = chosen(&found).is_some() && !found.allows(RULE.code, &about);
        counts.then_some(((&found.root.root, found.key()), found))
    }));
    let differing = by_root.into_iter().flat_map(|((_, facade), group)| {
        let choices: Choices<'_> = group
            .iter()
            .filter_map(|found| Some((found.configuration, chosen(found)?)))
            .collect();
        let distinct: BTreeSet<_> = choices.values().cloned().collect();
        let differs = distinct.len() > 1;
        group
            .into_iter()
            .filter(move |_| differs)
            .map(move |found| ((facade, choices.clone()), found))
    });
    group(differing)
        .into_iter()
        .map(|((_, choices), group)| report(&choices, &group))
        .collect()
}

/// The packages that provide. None if the choice failed: that is reported already.
fn chosen<'a>(found: &Use<'a>) -> Option<Vec<&'a PackageId>> {
    let package = |&nth: &usize| Some(&found.provider(nth)?.package);
    let mut chosen: Vec<_> = match &found.facade.choice {
        Choice::Provider(nth) => vec![package(nth)?],
        Choice::Shared(several) => several.iter().filter_map(package).collect(),
        Choice::FacadeDefault => Vec::new(),
        Choice::Missing | Choice::Conflict(_) => return None,
    };
    chosen.sort();
    Some(chosen)
}

fn report(choices: &Choices<'_>, group: &[Use<'_>]) -> Finding {
    let found = group[0]; // groups are never empty
    let key = found.key();
    let notes = choices.iter().map(|(choice, providers)| {
        let names: Vec<String> = providers.iter().map(|id| found.spelled(id)).collect();
        let got = if names.is_empty() {
            "the façade's default".to_owned()
        } else {
            list(&names)
        };
        format!("{}: {got}", configuration(choice))
    });
    Finding {
        code: RULE.code,
        level: Level::Warning,
        message: format!("the provider for `{key}` differs between {}", axes(choices)),
        labels: dependencies(group),
        notes: notes.collect(),
        helps: vec![
            Help {
                text: "if one provider is meant, depend on it under plain `[dependencies]`, and pin it"
                    .to_owned(),
                lines: pin(&found, choices),
            },
            Help {
                text: "if the difference is meant, say so in the root's `Cargo.toml`".to_owned(),
                lines: vec![
                    "[package.metadata.linkface]".to_owned(),
                    format!("allow = [\"{}:{}\"]", RULE.code, key.name),
                ],
            },
        ],
        roots: roots(group),
        configurations: Vec::new(),
    }
}

/// What the choice depends on: what differs between two configurations that agree otherwise.
fn axes(choices: &Choices<'_>) -> &'static str {
    let differ = |same: fn(&Configuration, &Configuration) -> bool| {
        choices
            .iter()
            .any(|(a, x)| choices.iter().any(|(b, y)| same(a, b) && x != y))
    };
    match (
        differ(|a, b| a.features == b.features),
        differ(|a, b| a.target == b.target),
    ) {
        (true, false) => "targets",
        (false, true) => "features",
        _ => "targets and features",
    }
}

/// The dependencies that decide, or the root's manifest as a whole.
fn dependencies(group: &[Use<'_>]) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for found in group {
        let Some(root) = found.package() else {
            continue;
        };
        for provider in &found.facade.providers {
            let mut edges = root.dependencies.iter();
            let edge = edges.find(|edge| edge.package == provider.package);
            let Some((edge, on)) = edge.zip(found.packages.get(&provider.package)) else {
                continue;
            };
            let label = labels::dependency(root, edge, on, "chosen in some configurations");
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        if labels.is_empty() {
            labels.push(labels::file(
                &root.manifest_path,
                "the choice is made below this package",
            ));
        }
    }
    if let Some(label) = labels.first_mut() {
        label.primary = true;
    }
    labels
}

/// `pin`, with the provider that most configurations have.
fn pin(found: &Use<'_>, choices: &Choices<'_>) -> Vec<String> {
    let count = |id: &PackageId| {
        choices
            .values()
            .filter(|chosen| chosen.contains(&id))
            .count()
    };
    let all: BTreeSet<&PackageId> = choices.values().flatten().copied().collect();
    // The first of those with the highest count, so that the line is always the same.
    let usual = all.into_iter().rev().max_by_key(|id| count(id));
    let name = usual
        .and_then(|id| found.packages.get(id))
        .map(|package| &package.name);
    name.map_or_else(Vec::new, |name| {
        vec![
            "[package.metadata.linkface]".to_owned(),
            format!("pin = {{ \"{}\" = \"{name}\" }}", found.key()),
        ]
    })
}
