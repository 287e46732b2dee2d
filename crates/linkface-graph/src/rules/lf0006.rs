//! LF0006: a provider that is never linked.

use super::unlinked::{chosen, unlinked};
use super::uses::{Use, configurations, group, root_crate, roots, uses};
use super::words::list;
use super::{Context, Rule, labels, links};
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
            let package = &found.root.root.package;
            let key = (package, &one.provider.id, chosen(&found));
            (!found.allows(RULE.code, &about)).then_some((key, found))
        })
    });
    group(unlinked)
        .into_iter()
        .filter_map(|((root, provider, chosen), group)| {
            let root = context.packages.get(root)?;
            let provider = context.packages.get(provider)?;
            let mut edges = root.dependencies.iter();
            let edge = edges.find(|edge| edge.package == provider.id)?;
            Some(report(context, &group, root, edge, provider, &chosen))
        })
        .collect()
}

fn report(
    context: Context<'_>,
    group: &[Use<'_>],
    root: &Package,
    edge: &Dependency,
    provider: &Package,
    chosen: &[&str],
) -> Finding {
    let text = "Cargo builds it because of this line";
    let dependency = labels::dependency(root, edge, provider, text);
    let mut labels: Vec<Label> = vec![labels::primary(dependency)];
    labels.extend(unnamed(group, root, chosen));
    let helps = if chosen.is_empty() {
        let name = Help {
            text: "or name it, without the macro".to_owned(),
            lines: vec![format!("use {} as _;", edge.name)],
        };
        links::helps(group).into_iter().chain([name]).collect()
    } else {
        let names = chosen.join(", ");
        let help = |text: &str, line: String| Help {
            text: text.to_owned(),
            lines: vec![line],
        };
        let name = format!("linkface::link!({names}, {});", edge.name);
        let find = "linkface::link!();".to_owned();
        vec![
            help("name it", name),
            help("or link every provider among the dependencies", find),
        ]
    };
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
            if chosen.is_empty() {
                "rustc links a dependency only if some crate names it".to_owned()
            } else {
                "a `link!` that names providers looks for no others".to_owned()
            },
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

/// Where it could be named: the calls of `link!` that name others, or the roots' files.
fn unnamed(group: &[Use<'_>], root: &Package, chosen: &[&str]) -> Vec<Label> {
    if !chosen.is_empty() {
        let calls: BTreeSet<_> = group
            .iter()
            .filter_map(|found| found.root.link.as_ref())
            .collect();
        let calls = calls.into_iter();
        return calls
            .map(|call| labels::at(call, "this names others"))
            .collect();
    }
    let files: BTreeSet<_> = group
        .iter()
        .filter_map(|found| Some(&root_crate(root, &found.root.root)?.source))
        .collect();
    let files = files.into_iter();
    files
        .map(|file| labels::file(file, "nothing here names it"))
        .collect()
}

/// The items without a default that nobody else implements.
fn needed(group: &[Use<'_>], provider: &Package) -> Vec<String> {
    let mut needed = Vec::new();
    for found in group {
        let unlinked = unlinked(found).into_iter();
        let items = unlinked
            .filter(|one| one.provider.id == provider.id)
            .flat_map(|one| one.items);
        for item in items.filter(|item| item.declared.need.is_for_a_provider()) {
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
