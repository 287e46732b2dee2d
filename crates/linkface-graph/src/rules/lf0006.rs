//! LF0006: a provider that is never linked.

use super::unlinked::unlinked;
use super::uses::{Use, configurations, group, root_crate, roots, uses};
use super::words::list;
use super::{Context, Rule, labels, links};
use crate::facts::Need;
use crate::finding::{Code, Finding, Help, Label, Level};
use crate::packages::{Dependency, Package};
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: Code::LF0006,
    title: "a provider that is never linked",
    explanation: include_str!("lf0006.md"),
    check,
};

fn check(context: Context<'_>) -> Vec<Finding> {
    let unlinked = uses(context).flat_map(|found| {
        unlinked(&found).into_iter().filter_map(move |one| {
            let about = [one.provider.name.as_str(), found.key().name.as_str()];
            let key = (&found.root.root.package, &one.provider.id);
            (!found.allows(RULE.code, &about)).then_some((key, found))
        })
    });
    group(unlinked)
        .into_iter()
        .filter_map(|((root, provider), group)| {
            let root = context.packages.get(root)?;
            let provider = context.packages.get(provider)?;
            let mut edges = root.dependencies.iter();
            let edge = edges.find(|edge| edge.package == provider.id)?;
            Some(report(context, &group, root, edge, provider))
        })
        .collect()
}

fn report(
    context: Context<'_>,
    group: &[Use<'_>],
    root: &Package,
    edge: &Dependency,
    provider: &Package,
) -> Finding {
    let text = "Cargo builds it because of this line";
    let dependency = labels::dependency(root, edge, provider, text);
    let mut labels: Vec<Label> = vec![labels::primary(dependency)];
    let files: BTreeSet<_> = group
        .iter()
        .filter_map(|found| Some(&root_crate(root, &found.root.root)?.source))
        .collect();
    let files = files.into_iter();
    labels.extend(files.map(|file| labels::file(file, "nothing here names it")));
    let mut helps = links::helps(group);
    helps.push(Help {
        text: "or name it, without the macro".to_owned(),
        lines: vec![format!("use {} as _;", edge.name)],
    });
    let needed = needed(group, provider);
    Finding {
        code: RULE.code,
        level: if needed.is_empty() {
            Level::Warning
        } else {
            Level::Error
        },
        message: format!(
            "`{}` is compiled but never linked",
            group[0].spelled(&provider.id)
        ),
        labels,
        notes: vec![
            "rustc links a dependency only if some crate names it".to_owned(),
            if needed.is_empty() {
                "the program has the defaults instead of what it implements".to_owned()
            } else {
                format!("nothing else implements {}", list(&needed))
            },
        ],
        helps,
        roots: roots(group),
        configurations: configurations(context, group),
    }
}

/// The items without a default that nobody else implements.
fn needed(group: &[Use<'_>], provider: &Package) -> Vec<String> {
    let mut needed = Vec::new();
    for found in group {
        let unlinked = unlinked(found).into_iter();
        let items = unlinked
            .filter(|one| one.provider.id == provider.id)
            .flat_map(|one| one.items);
        for item in items.filter(|item| item.declared.need != Need::Defaulted) {
            let path = format!(
                "{}::{}",
                found.key().name.replace('-', "_"),
                item.declared.path.join("::")
            );
            if !needed.contains(&path) {
                needed.push(path);
            }
        }
    }
    needed
}
