//! LF0001: no provider.

mod linked;

use super::items::library_facts;
use super::unlinked::lacking;
use super::uses::{Use, configurations, group, roots, uses};
use super::words::{list, required_by};
use super::{Context, Rule, candidates, labels, links};
use crate::facts::FacadeKey;
use crate::finding::{Code, Finding, Help, Label, Level};
use crate::resolution::ItemUse;
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: Code::LF0001,
    title: "no provider",
    explanation: include_str!("lf0001.md"),
    check,
};

/// As many attributes as a reader takes in.
const SHOWN: usize = 4;

fn check(context: Context<'_>) -> Vec<Finding> {
    let lacking = uses(context).filter_map(|found| {
        let reported =
            found.mismatched().next().is_none() && !found.allows(RULE.code, &[&found.key().name]);
        let items = missing(&found);
        let key = (found.key(), &found.facade.package, items);
        (reported && !key.2.is_empty()).then_some((key, found))
    });
    let groups = group(lacking).into_values();
    let mut findings: Vec<Finding> = groups.map(|group| report(context, &group)).collect();
    for linked in context.linked {
        findings.extend(linked::check(context, linked));
    }
    findings
}

/// Paths of the items that nobody implements.
fn missing(found: &Use<'_>) -> Vec<String> {
    let items = lacking(found).into_iter();
    items.map(|item| item.declared.path.join("::")).collect()
}

fn report(context: Context<'_>, group: &[Use<'_>]) -> Finding {
    let found = group[0]; // groups are never empty
    let key = found.key();
    let items = missing(&found);
    let all = items.len() == found.needed().count();
    let mut notes = required_by(group);
    for (other, _) in &found.facade.other_versions {
        notes.push(format!("the root itself implements `{other}`"));
    }
    let others = others(&found);
    let mut helps = Vec::new();
    if all && items.len() > 1 {
        notes.push(format!("a provider implements {}", list(&items)));
    } else if !all && !others.is_empty() {
        let others = list(&others);
        notes.push(format!("its other items are implemented by {others}"));
        helps.push(Help {
            text: format!("implement the rest beside them, in {others}"),
            lines: attributes(key, &lacking(&found)),
        });
    }
    let unread = unread(&found);
    if unread.is_empty() {
        helps.extend(candidates::helps(group, found.facade_package()));
    } else {
        let names = list(&unread);
        notes.push(format!("{names} may provide it, and cannot be read"));
        helps.push(Help {
            text: format!("mend what keeps {names} from being read"),
            lines: Vec::new(),
        });
    }
    if helps.is_empty() {
        helps.push(candidates::write_one(&key.name));
    }
    helps.extend(links::helps(group));
    Finding {
        code: RULE.code,
        level: Level::Error,
        message: if all {
            format!("no provider for `{key}`")
        } else {
            format!("`{key}` has no implementation of {}", list(&items))
        },
        labels: declarations(&found),
        notes,
        helps,
        roots: roots(group),
        configurations: configurations(context, group),
    }
}

/// Dependencies of the root that depend on the façade, and whose code can't be read as a whole.
fn unread(found: &Use<'_>) -> Vec<String> {
    let edges = found.package().into_iter();
    let edges = edges.flat_map(|root| &root.dependencies);
    let dependencies = edges.filter_map(|edge| found.packages.get(&edge.package));
    dependencies
        .filter(|package| library_facts(package).is_some_and(|facts| !facts.unread.is_empty()))
        .filter(|package| {
            let mut edges = package.dependencies.iter();
            edges.any(|edge| edge.normal && edge.package == found.facade.package)
        })
        .map(|package| found.spelled(&package.id))
        .collect()
}

/// Who implements the other items.
fn others(found: &Use<'_>) -> Vec<String> {
    let providers: BTreeSet<usize> = found
        .needed()
        .flat_map(|item| item.implementors.iter().copied())
        .collect();
    let providers = providers.into_iter().filter_map(|nth| found.provider(nth));
    let names: BTreeSet<String> = providers
        .map(|provider| found.spelled(&provider.package))
        .collect();
    names.into_iter().collect()
}

/// `#[linkface::implement(console::flush)]`, for the first few items; once for the members of a group,
/// which cannot be implemented alone.
fn attributes(facade: &FacadeKey, items: &[&ItemUse]) -> Vec<String> {
    let krate = facade.name.replace('-', "_");
    let mut lines: Vec<String> = Vec::new();
    for item in items {
        let path = &item.declared.path;
        let line = match path.split_last() {
            Some((_, group)) if item.declared.in_group => {
                let group = group.join("::");
                format!("#[linkface::implement({krate}::{group})] mod … {{ … }}")
            }
            _ => format!("#[linkface::implement({krate}::{})]", path.join("::")),
        };
        if !lines.contains(&line) && lines.len() < SHOWN {
            lines.push(line);
        }
    }
    lines
}

/// Where the missing items are declared.
pub(super) fn declarations(found: &Use<'_>) -> Vec<Label> {
    let mut labels: Vec<Label> = lacking(found)
        .into_iter()
        .map(|item| {
            let path = item.declared.path.join("::");
            let text = format!("`{path}` is declared here, without a default");
            labels::at(&item.declared.place, text)
        })
        .collect();
    if let Some(label) = labels.first_mut() {
        label.primary = true;
    }
    labels
}
