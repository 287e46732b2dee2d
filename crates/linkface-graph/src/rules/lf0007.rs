//! LF0007: a default that is missing, implements nothing, or is a cycle.

use super::items::{below, facade_key, library_facts, provided};
use super::uses::allows;
use super::words::list;
use super::{Context, Rule, commands, labels};
use crate::finding::{Code, Finding, Help, Level};
use crate::packages::{Package, Packages};

pub(super) const RULE: Rule = Rule {
    code: Code::LF0007,
    title: "a default that cannot be one",
    explanation: include_str!("lf0007.md"),
    check,
};

fn check(context: Context<'_>) -> Vec<Finding> {
    let members = context
        .packages
        .values()
        .filter(|package| package.in_workspace);
    members
        .filter_map(|package| {
            let default = package.manifest.default.as_deref()?;
            let allowed = allows(Some(package), RULE.code, &[default, &package.name]);
            let fault = fault(context.packages, package, default)?;
            (!allowed).then(|| report(package, fault))
        })
        .collect()
}

/// What is wrong with a default.
struct Fault {
    message: String,
    note: String,
    help: Help,
}

fn fault(packages: &Packages, package: &Package, default: &str) -> Option<Fault> {
    if let Some(ring) = ring(packages, package) {
        // The ring is one fault: the first of its packages reports it.
        return (ring.iter().min() == ring.first()).then(|| Fault {
            message: format!("the default of `{}` leads back to it", package.name),
            note: format!("the defaults are {}", ring.join(" → ")),
            help: Help {
                text: "name a package that implements the façade itself".to_owned(),
                lines: Vec::new(),
            },
        });
    }
    let mut named = packages
        .values()
        .filter(|known| known.name == default)
        .peekable();
    if named.peek().is_none() {
        return Some(missing(packages, package, default));
    }
    let linked = |front: &Package| {
        let mut edges = front.dependencies.iter().filter(|edge| edge.normal);
        edges.any(|edge| {
            packages
                .get(&edge.package)
                .is_some_and(|on| on.name == default)
        })
    };
    let mut fronts = packages
        .values()
        .filter(|front| is_front(packages, front, package, default));
    if !linked(package) && !fronts.any(linked) {
        let provider = named.clone().find(|provider| {
            below(packages, provider)
                .skip(1)
                .any(|below| below.id == package.id)
        });
        return Some(provider.map_or_else(
            || missing(packages, package, default),
            |_| cycle(package, default),
        ));
    }
    let found = named.next()?;
    let read = library_facts(found);
    let readable = read.is_some_and(|facts| facts.unread.is_empty());
    let provides = provided(packages, found);
    let of_facade = below(packages, package)
        .filter_map(facade_key)
        .any(|key| provides.contains(&key) || found.manifest.provides.contains(&key));
    (readable && !of_facade).then(|| Fault {
        message: format!(
            "`{default}`, the default of `{}`, implements nothing of it",
            package.name
        ),
        note: if provides.is_empty() {
            format!("`{default}` implements no façade")
        } else {
            let provides: Vec<String> = provides.iter().map(ToString::to_string).collect();
            format!("`{default}` implements {}", list(&provides))
        },
        help: Help {
            text: "name a package that implements it, or implement its items there as defaults"
                .into(),
            lines: vec![format!(
                "#[linkface::implement({}::…, default)]",
                package.name.replace('-', "_"),
            )],
        },
    })
}

/// Whether a package re-exports the façade and links its default.
fn is_front(packages: &Packages, front: &Package, facade: &Package, default: &str) -> bool {
    let manifest = &front.manifest;
    let says = manifest.facade.is_some() || manifest.default.as_deref() == Some(default);
    let mut edges = front.dependencies.iter().filter(|edge| edge.normal);
    says && edges.any(|edge| {
        packages
            .get(&edge.package)
            .is_some_and(|on| on.id == facade.id)
    })
}

/// `a`, `b`, `a`: the way, if following the defaults from a package leads back to it.
fn ring<'a>(packages: &'a Packages, start: &'a Package) -> Option<Vec<&'a str>> {
    let mut way = vec![start.name.as_str()];
    let mut package = start;
    loop {
        let next = package.manifest.default.as_deref()?;
        let seen = way.contains(&next);
        way.push(next);
        if seen {
            // A ring further on is reported where it is.
            return (next == start.name).then_some(way);
        }
        package = packages.values().find(|known| known.name == next)?;
    }
}

fn missing(packages: &Packages, package: &Package, default: &str) -> Fault {
    Fault {
        message: format!("`{}` does not link its default `{default}`", package.name),
        note: format!(
            "neither `{}` nor a front of it has `{default}` among its `[dependencies]`",
            package.name,
        ),
        help: Help {
            text: "let the front of the façade, which re-exports it, depend on the default"
                .to_owned(),
            lines: vec![commands::add_to(packages, package, default)],
        },
    }
}

fn cycle(package: &Package, default: &str) -> Fault {
    let name = &package.name;
    Fault {
        message: format!("`{name}` cannot link its default `{default}`, which depends on it"),
        note: format!("{name} → {default} → {name} is a cycle, and Cargo builds none"),
        help: Help {
            text: "split the façade into a core that declares, and a front that re-exports it and \
                   links the default; this writes such a pair, to take from"
                .to_owned(),
            // The name that it has is taken.
            lines: vec![format!(
                "cargo linkface new --facade {name}-new --default-provider"
            )],
        },
    }
}

fn report(package: &Package, fault: Fault) -> Finding {
    let label = labels::metadata(package, &["default"], "the default is named here");
    Finding {
        code: RULE.code,
        level: Level::Error,
        message: fault.message,
        labels: vec![labels::primary(label)],
        notes: vec![fault.note],
        helps: vec![fault.help],
        roots: Vec::new(),
        configurations: Vec::new(),
    }
}
