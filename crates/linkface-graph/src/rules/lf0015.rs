//! LF0015: a `dylib` with a standard library of its own.

use super::images::{Image, images};
use super::uses::{allows, configuration};
use super::words::list;
use super::{Context, Rule, labels};
use crate::finding::{Code, Finding, Help, Level};
use crate::packages::Package;
use crate::resolution::RootKind;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const RULE: Rule = Rule {
    code: Code::LF0015,
    title: "a `dylib` with a standard library of its own",
    explanation: include_str!("lf0015.md"),
    check,
};

fn check(context: Context<'_>) -> Vec<Finding> {
    let mut found: BTreeMap<_, (&Package, Vec<Image<'_>>)> = BTreeMap::new();
    for image in images(context).filter(|image| !image.dynamic) {
        for dylib in shared(&image) {
            if !allows(Some(dylib), RULE.code, &[&image.package.name]) {
                let (_, users) = found
                    .entry(&dylib.id)
                    .or_insert_with(|| (dylib, Vec::new()));
                users.push(image.clone());
            }
        }
    }
    let found = found.into_values();
    found
        .map(|(dylib, users)| report(context, dylib, &users))
        .collect()
}

/// The shared libraries that an image uses and that the same command builds.
///
/// Cargo says `-C prefer-dynamic` itself for every `dylib` but those of the packages that it is asked to
/// build, and these are the ones whose roots are looked at.
fn shared<'a>(image: &Image<'a>) -> Vec<&'a Package> {
    let roots = &image.resolution.roots;
    let is_asked_for = |package: &Package| {
        roots
            .iter()
            .any(|root| root.root.kind == RootKind::Dylib && root.root.package == package.id)
    };
    let below = image.below.iter().copied();
    below
        .filter(|package| image.shares(package) && is_asked_for(package))
        .collect()
}

fn report(context: Context<'_>, dylib: &Package, users: &[Image<'_>]) -> Finding {
    let name = &dylib.name;
    let names: BTreeSet<&String> = users.iter().map(|user| &user.target.name).collect();
    let names: Vec<&String> = names.into_iter().collect();
    let roots: BTreeSet<_> = users.iter().map(|user| &user.root.root).collect();
    let all = context.resolutions.iter().map(|one| &one.configuration);
    let all: BTreeSet<_> = all.collect();
    let these: BTreeSet<_> = users.iter().map(Image::configuration).collect();
    Finding {
        code: RULE.code,
        level: Level::Error,
        message: format!(
            "{} cannot be linked to `{name}`, which has a standard library of its own",
            list(&names)
        ),
        labels: vec![labels::primary(labels::key(
            dylib,
            ["lib", "crate-type"],
            "a shared library, built by the same command as those who use it",
        ))],
        notes: vec![
            "rustc links the standard library into it, and refuses what uses both: \"cannot satisfy \
             dependencies so `std` only shows up once\""
                .to_owned(),
        ],
        helps: vec![Help {
            text: "share the standard library as well, in `.cargo/config.toml`".to_owned(),
            lines: vec![
                "[build]".to_owned(),
                "rustflags = [\"-C\", \"prefer-dynamic\"]".to_owned(),
            ],
        }],
        roots: roots.into_iter().map(ToString::to_string).collect(),
        configurations: if these == all {
            Vec::new()
        } else {
            these.into_iter().map(configuration).collect()
        },
    }
}
