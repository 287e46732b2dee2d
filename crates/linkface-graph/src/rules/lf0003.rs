//! LF0003: a provider of another version.

use super::lf0001::declarations;
use super::unlinked::lacking;
use super::uses::{Use, configurations, group, roots, uses};
use super::words::chain;
use super::{Context, Rule, candidates, commands, labels};
use crate::facts::FacadeKey;
use crate::finding::{Code, Finding, Help, Level};
use crate::packages::{Dependency, Package};
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: Code::LF0003,
    title: "a provider of another version",
    explanation: include_str!("lf0003.md"),
    check,
};

fn check(context: Context<'_>) -> Vec<Finding> {
    let mismatched = uses(context).filter_map(|found| {
        let (version, provider) = found.mismatched().next()?;
        let providers = found.mismatched().map(|(_, one)| one.name.as_str());
        let about: Vec<&str> = providers.chain([found.key().name.as_str()]).collect();
        if lacking(&found).is_empty() || found.allows(RULE.code, &about) {
            return None;
        }
        Some(((found.key(), version, &provider.package), found))
    });
    let groups = group(mismatched).into_values();
    groups.filter_map(|group| report(context, &group)).collect()
}

fn report(context: Context<'_>, group: &[Use<'_>]) -> Option<Finding> {
    let found = group.first()?;
    let needed = found.key();
    let (implemented, provider) = found.mismatched().next()?;
    let name = found.spelled(&provider.package);
    let implements = labels::at(&provider.place, format!("implements `{implemented}`"));
    let mut labels = vec![labels::primary(implements)];
    labels.extend(declarations(found).into_iter().take(1).map(|label| {
        let text = format!("nothing implements this item of `{needed}`");
        labels::at(&label.place, text)
    }));
    let mut notes: Vec<String> = found
        .facade
        .required_by
        .iter()
        .take(3)
        .map(|steps| format!("`{needed}` is required by {}", chain(steps)))
        .collect();
    notes.push(format!("`{name}` comes with {}", chain(&provider.chain)));
    for (version, other) in found.mismatched().skip(1) {
        let name = found.spelled(&other.package);
        let chain = chain(&other.chain);
        notes.push(format!(
            "`{name}` implements `{version}`, too, and comes with {chain}"
        ));
    }
    let mut helps = Vec::new();
    helps.extend(
        found
            .packages
            .get(&provider.package)
            .map(|package| moved(found, package, implemented, needed)),
    );
    helps.extend(
        dependents(found)
            .into_iter()
            .map(|package| moved(found, package, needed, implemented)),
    );
    helps.extend(candidates::helps(group, found.facade_package()));
    Some(Finding {
        code: RULE.code,
        level: Level::Error,
        message: format!("`{name}` implements `{implemented}`, this program needs `{needed}`"),
        labels,
        notes,
        helps,
        roots: roots(group),
        configurations: configurations(context, group),
    })
}

/// Who depends on the façade directly, without providing it: the packages whose requirement decides
/// which version is needed.
fn dependents<'a>(found: &Use<'a>) -> Vec<&'a Package> {
    let mut seen = BTreeSet::new();
    let chains = found.facade.required_by.iter();
    let last = chains.filter_map(|chain| chain.0.iter().rev().nth(1));
    last.filter(|step| seen.insert(&step.package))
        .filter_map(|step| found.packages.get(&step.package))
        .collect()
}

/// How to move a package from one version of a façade to another.
fn moved(found: &Use<'_>, package: &Package, from: &FacadeKey, to: &FacadeKey) -> Help {
    let name = found.spelled(&package.id);
    if package.in_workspace {
        let edge = package
            .dependencies
            .iter()
            .find(|edge| is(found, edge, from));
        let rename = edge.filter(|edge| edge.name != from.name.replace('-', "_"));
        let rename = rename.map_or_else(String::new, |edge| format!(" --rename {}", edge.name));
        let line = commands::add_to(found.packages, package, &version(found, to));
        Help {
            text: format!("move `{name}` to `{to}`"),
            lines: vec![line + &rename],
        }
    } else {
        Help {
            text: format!("look for a release of `{name}` that depends on `{to}`"),
            lines: vec![format!("cargo info {}", package.name)],
        }
    }
}

/// `rng@0.2`, as `cargo add` takes it: one that is on this machine by its folder, as Cargo would look
/// in the registry, and keep the folder that it has.
fn version(found: &Use<'_>, facade: &FacadeKey) -> String {
    let mut known = found.packages.values();
    let here = known.find(|package| {
        package.id.0.starts_with("path+")
            && super::items::facade_key(package).as_ref() == Some(facade)
    });
    match here.and_then(|package| package.manifest_path.parent()) {
        Some(folder) => format!("{} --path {}", facade.name, folder.display()),
        None => facade.to_string(),
    }
}

fn is(found: &Use<'_>, edge: &Dependency, facade: &FacadeKey) -> bool {
    let package = found.packages.get(&edge.package);
    package.and_then(super::items::facade_key).as_ref() == Some(facade)
}
