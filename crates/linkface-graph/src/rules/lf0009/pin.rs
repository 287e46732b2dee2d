//! `pin`: which provider a root expects.

use super::{RULE, drift, table};
use crate::facts::{FacadeKey, PackageId};
use crate::finding::{Finding, Help, Level};
use crate::packages::Package;
use crate::resolution::Choice;
use crate::rules::uses::{Use, configurations, group, roots, uses};
use crate::rules::words::{chain, list};
use crate::rules::{Context, commands};
use std::collections::BTreeSet;

/// Pins of façades that the package's roots don't have. Packages without roots pin for nobody.
pub(super) fn unknown(context: Context<'_>, package: &Package) -> Vec<Finding> {
    let used: BTreeSet<&FacadeKey> = uses(context)
        .filter(|found| found.root.root.package == package.id)
        .map(|found| found.key())
        .collect();
    let pins = package.manifest.pin.iter();
    pins.filter(|(key, _)| !used.contains(key))
        .map(|(key, provider)| {
            let other = used.iter().find(|used| used.name == key.name);
            let (note, helps) = match other {
                Some(other) => (
                    format!("it has `{other}`"),
                    vec![table(
                        "pin that one",
                        [format!("pin = {{ \"{other}\" = \"{provider}\" }}")],
                    )],
                ),
                None if used.is_empty() => ("it has no façade".to_owned(), Vec::new()),
                None => {
                    let used: Vec<String> = used.iter().map(ToString::to_string).collect();
                    (format!("it has {}", list(&used)), Vec::new())
                }
            };
            drift(
                package,
                &["pin", &key.to_string()],
                format!(
                    "`pin` names `{key}`, which is not in the graph of `{}`",
                    package.name
                ),
                "pinned for nothing",
                vec![note],
                helps,
            )
        })
        .collect()
}

/// Pins that the choice contradicts.
pub(super) fn broken(context: Context<'_>) -> Vec<Finding> {
    let broken = uses(context).filter_map(|found| {
        let package = found.package().filter(|package| package.in_workspace)?;
        let pinned = package.manifest.pin.get(found.key())?;
        let chosen = chosen(&found)?;
        let kept = chosen.iter().all(|id| is(&found, id, pinned)) && !chosen.is_empty();
        let allowed = found.allows(RULE.code, &[&found.key().name, pinned]);
        (!kept && !allowed).then_some(((&package.id, found.key(), chosen), found))
    });
    let groups = group(broken).into_iter();
    groups
        .filter_map(|((id, key, chosen), group)| {
            let package = context.packages.get(id)?;
            Some(report(context, package, key, &chosen, &group))
        })
        .collect()
}

/// The packages that were chosen. None if nobody can tell, which other rules report.
fn chosen<'a>(found: &Use<'a>) -> Option<Vec<&'a PackageId>> {
    let id = |nth: &usize| Some(&found.provider(*nth)?.package);
    match &found.facade.choice {
        Choice::Provider(nth) => Some(vec![id(nth)?]),
        Choice::Shared(several) => Some(several.iter().filter_map(id).collect()),
        Choice::FacadeDefault => Some(Vec::new()),
        Choice::Missing | Choice::Conflict(_) => None,
    }
}

/// Whether a pin means this package: by its name, or as the root spells it.
fn is(found: &Use<'_>, id: &PackageId, pinned: &str) -> bool {
    let package = found.packages.get(id);
    package.is_some_and(|package| package.name == pinned) || found.spelled(id) == pinned
}

/// How to remove the root's own dependencies on these.
fn removals(context: Context<'_>, found: &Use<'_>, on: &BTreeSet<&PackageId>) -> Vec<String> {
    let Some(root) = found.package() else {
        return Vec::new();
    };
    let kind = found.root.root.kind;
    let edges = root.dependencies.iter();
    edges
        .filter(|edge| on.contains(&edge.package))
        .filter_map(|edge| Some((edge, context.packages.get(&edge.package)?)))
        .flat_map(|(edge, on)| commands::remove(context.packages, root, kind, edge, on))
        .collect()
}

fn report(
    context: Context<'_>,
    package: &Package,
    key: &FacadeKey,
    chosen: &[&PackageId],
    group: &[Use<'_>],
) -> Finding {
    let found = group[0]; // groups are never empty
    let pinned = package.manifest.pin.get(key).map_or("", String::as_str);
    let names: Vec<String> = chosen.iter().map(|id| found.spelled(id)).collect();
    let got = if names.is_empty() {
        "the façade's default".to_owned()
    } else {
        list(&names)
    };
    let message = format!("`pin` says `{pinned}` provides `{key}`, and it is {got}");
    let unpinned: BTreeSet<&PackageId> = chosen.iter().copied().collect();
    let chosen = found
        .facade
        .providers
        .iter()
        .filter(|one| unpinned.contains(&one.package));
    let mut notes: Vec<String> = chosen
        .map(|one| {
            format!(
                "`{}` comes with {}",
                found.spelled(&one.package),
                chain(&one.chain)
            )
        })
        .collect();
    notes.push("a pin is an expectation: it links nothing and unlinks nothing".to_owned());
    let keep = names.first().map(|name| {
        table(
            "or pin what the program has",
            [format!("pin = {{ \"{key}\" = \"{name}\" }}")],
        )
    });
    let mut lines = removals(context, &found, &unpinned);
    lines.push(commands::add(context.packages, &found.root.root, pinned));
    let add = Help {
        text: format!("depend on `{pinned}`, and on no other provider"),
        lines,
    };
    let helps = std::iter::once(add).chain(keep).collect();
    Finding {
        // There is a program, and not the one that was meant.
        level: Level::Error,
        roots: roots(group),
        configurations: configurations(context, group),
        ..drift(
            package,
            &["pin", &key.to_string()],
            message,
            "pinned here",
            notes,
            helps,
        )
    }
}
