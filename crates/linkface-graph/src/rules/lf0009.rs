//! LF0009: manifest and code disagree.

mod allow;
mod facade;
mod pin;
mod provides;

use super::labels;
use super::uses::allows;
use super::{Context, Rule};
use crate::finding::{Code, Finding, Help, Level};
use crate::packages::{Package, Problem};

pub(super) const RULE: Rule = Rule {
    code: Code::LF0009,
    title: "manifest and code disagree",
    explanation: include_str!("lf0009.md"),
    check,
};

fn check(context: Context<'_>) -> Vec<Finding> {
    let members = context
        .packages
        .values()
        .filter(|package| package.in_workspace);
    let allowing = |package: &&Package| !allows(Some(package), RULE.code, &[&package.name]);
    let mut findings = Vec::new();
    for package in members.filter(allowing) {
        findings.extend(package.problems.iter().map(|one| problem(package, one)));
        findings.extend(facade::check(context.packages, package));
        findings.extend(provides::check(context.packages, package));
        findings.extend(pin::unknown(context, package));
        findings.extend(allow::check(context.packages, package));
    }
    findings.extend(pin::broken(context));
    findings
}

/// What the reader of the table could not make sense of.
fn problem(package: &Package, problem: &Problem) -> Finding {
    let key: Vec<&str> = problem.key.iter().map(String::as_str).collect();
    drift(
        package,
        &key,
        problem.why.clone(),
        "found here",
        Vec::new(),
        Vec::new(),
    )
}

/// A disagreement about one key of `[package.metadata.linkface]`.
fn drift(
    package: &Package,
    key: &[&str],
    message: String,
    label: &str,
    notes: Vec<String>,
    helps: Vec<Help>,
) -> Finding {
    Finding {
        code: RULE.code,
        level: Level::Warning,
        message,
        labels: vec![labels::primary(labels::metadata(package, key, label))],
        notes,
        helps,
        roots: Vec::new(),
        configurations: Vec::new(),
    }
}

/// Lines of the table to write instead.
fn table(text: &str, lines: impl IntoIterator<Item = String>) -> Help {
    let header = "[package.metadata.linkface]".to_owned();
    Help {
        text: text.to_owned(),
        lines: std::iter::once(header).chain(lines).collect(),
    }
}
