//! Items that a linked file uses and nothing in it defines.

use super::RULE;
use crate::finding::{Finding, Help, Label, Level};
use crate::packages::Package;
use crate::rules::items::{facade_key, library_facts};
use crate::rules::uses::{Use, uses};
use crate::rules::words::list;
use crate::rules::{Context, Linked, candidates, labels, links};
use linkface_symbol::{Compat, Item};
use std::collections::{BTreeMap, BTreeSet};

/// What a linked file lacks, façade by façade, unless its root was told already.
pub(super) fn check(context: Context<'_>, linked: &Linked) -> Vec<Finding> {
    let mut facades = BTreeMap::<(&str, Compat), Vec<&Item>>::new();
    for item in &linked.missing {
        let facade = (item.package.as_str(), item.version);
        facades.entry(facade).or_default().push(item);
    }
    let mut findings = Vec::new();
    for ((name, version), items) in facades {
        let facade = context.packages.values().find(|package| {
            package.name.replace('-', "_") == name
                && facade_key(package).is_some_and(|key| key.version == version)
        });
        let of_root: Vec<Use<'_>> = uses(context)
            .filter(|found| Some(found.root.root.to_string()) == linked.root)
            .filter(|found| Some(&found.facade.package) == facade.map(|facade| &facade.id))
            .collect();
        let told = of_root.iter().any(|found| {
            !found.missing().is_empty() || found.allows(RULE.code, &[&found.key().name])
        });
        if !told {
            let name = facade.map_or(name, |facade| &facade.name);
            let key = format!("{name}@{version}");
            findings.push(report(linked, facade, &key, &items, &of_root));
        }
    }
    findings
}

fn report(
    linked: &Linked,
    facade: Option<&Package>,
    key: &str,
    items: &[&Item],
    of_root: &[Use<'_>],
) -> Finding {
    let file = linked.file.file_name().unwrap_or(linked.file.as_os_str());
    let file = file.to_string_lossy();
    let paths: BTreeSet<String> = items.iter().map(ToString::to_string).collect();
    let paths: Vec<String> = paths.into_iter().collect();
    let mut labels = declarations(facade, items);
    labels.push(labels::file(&linked.file, "used here, and not defined"));
    labels[0].primary = true;
    let helps = if of_root.is_empty() {
        vec![Help {
            text: format!("depend on a provider for `{key}`, and link it"),
            lines: vec!["linkface::link!();".to_owned()],
        }]
    } else {
        let mut helps = candidates::helps(of_root, facade);
        if helps.is_empty() {
            helps.extend(facade.map(|facade| candidates::write_one(&facade.name)));
        }
        helps.extend(links::helps(of_root));
        helps
    };
    Finding {
        code: RULE.code,
        level: Level::Error,
        message: format!("`{file}` has no implementation of {}", list(&paths)),
        labels,
        notes: vec![format!(
            "the linker let it pass: loading `{file}` fails, or the first call does"
        )],
        helps,
        roots: linked.root.iter().cloned().collect(),
        configurations: Vec::new(),
    }
}

/// Where items that symbols name are declared. The symbol of a trait's method is one longer.
fn declarations(facade: Option<&Package>, items: &[&Item]) -> Vec<Label> {
    let facts = facade.and_then(library_facts);
    let declared = facts.into_iter().flat_map(|facts| &facts.declared);
    declared
        .filter(|declared| {
            items
                .iter()
                .any(|item| item.path.starts_with(&declared.path))
        })
        .map(|declared| {
            let path = declared.path.join("::");
            labels::at(&declared.place, format!("`{path}` is declared here"))
        })
        .collect()
}
