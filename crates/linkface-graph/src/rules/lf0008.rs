//! LF0008: one crate declares and implements the same public item.

use super::items::{implemented, library_facts, target};
use super::uses::allows;
use super::{Context, Rule, labels};
use crate::facts::{Declared, Grade, Implemented};
use crate::finding::{Code, Finding, Help, Level};
use crate::packages::Package;

pub(super) const RULE: Rule = Rule {
    code: Code::LF0008,
    title: "declared and implemented by the same crate",
    explanation: include_str!("lf0008.md"),
    check,
};

fn check(context: Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in context
        .packages
        .values()
        .filter(|package| package.in_workspace)
    {
        // Nobody depends on a program or a test, so that they may do as they like.
        let facts = library_facts(package);
        let declared = facts.into_iter().flat_map(|facts| &facts.declared);
        for item in declared.filter(|item| item.public && !item.only_in_tests) {
            let at_home = implemented(package).find(|implementation| {
                implementation.grade == Grade::Ordinary
                    && target(context.packages, package, &implementation.item)
                        .is_some_and(|(of, path)| of.id == package.id && path == item.path)
            });
            let allowed = allows(Some(package), RULE.code, &[&package.name]);
            findings.extend(
                at_home
                    .filter(|_| !allowed)
                    .map(|at_home| report(package, item, at_home)),
            );
        }
    }
    findings
}

fn report(package: &Package, item: &Declared, at_home: &Implemented) -> Finding {
    let path = item.path.join("::");
    let name = &package.name;
    Finding {
        code: RULE.code,
        level: Level::Warning,
        message: format!("`{name}` declares `{path}` and implements it itself"),
        labels: vec![
            labels::primary(labels::at(
                &at_home.place,
                "no other crate can implement it now",
            )),
            labels::at(
                &item.place,
                format!("`{path}` is declared here, for everybody"),
            ),
        ],
        notes: vec![format!(
            "every provider for `{path}` is a second one beside this, and cannot be linked"
        )],
        helps: vec![
            Help {
                text: "make it the default, which a provider replaces, with its body at the declaration"
                    .to_owned(),
                lines: vec![
                    "#[linkface::interface]".to_owned(),
                    format!("{} {{ … }}", item.signature),
                ],
            },
            Help {
                text: "or keep it to the crate's tests".to_owned(),
                lines: vec!["#[cfg(test)]".to_owned()],
            },
            Help {
                text: "or move it to a provider of its own".to_owned(),
                lines: vec![format!("cargo linkface new --provider {name}")],
            },
        ],
        roots: Vec::new(),
        configurations: Vec::new(),
    }
}
