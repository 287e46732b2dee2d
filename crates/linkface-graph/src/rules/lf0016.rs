//! LF0016: an implementation in another image than its façade.

use super::images::{Image, dylibs, images};
use super::items::{self, library_facts};
use super::uses::{allows, configuration};
use super::words::list;
use super::{Context, Rule, labels};
use crate::facts::{CrateFacts, Declared, Implemented, Kind, Need};
use crate::finding::{Code, Finding, Help, Label, Level};
use crate::packages::{Package, Packages};

pub(super) const RULE: Rule = Rule {
    code: Code::LF0016,
    title: "an implementation in another image than its façade",
    explanation: include_str!("lf0016.md"),
    check,
};

/// An item that is implemented where it cannot be linked.
struct Elsewhere<'a> {
    implemented: &'a Implemented,
    declared: &'a Declared,
    facade: &'a Package,
    /// The shared library that the façade is in.
    dylib: &'a Package,
}

fn check(context: Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for image in images(context) {
        for (dylib, inside) in dylibs(context.packages, &image) {
            let here = |package: &&Package| !inside.iter().any(|one| one.id == package.id);
            let own = image.target.facts.as_ref();
            let own = own.map(|facts| (image.package, facts)).into_iter();
            let below = image.below.iter().copied().filter(here);
            let below = below.filter(|package| !is_in_a_dylib(context.packages, &image, package));
            let below = below.filter_map(|package| Some((package, library_facts(package)?)));
            for (package, facts) in own.chain(below) {
                let all = elsewhere(context.packages, package, facts, dylib, &inside);
                if let Some(first) = all.first()
                    && !allows(Some(image.package), RULE.code, &[&first.facade.name])
                {
                    findings.push(report(context, &image, package, &all));
                }
            }
        }
    }
    findings
}

fn is_in_a_dylib(packages: &Packages, image: &Image<'_>, package: &Package) -> bool {
    let all = dylibs(packages, image);
    let mut inside = all.iter().flat_map(|(_, inside)| inside);
    inside.any(|one| one.id == package.id)
}

/// What a crate implements of the façades in a shared library, of one façade.
fn elsewhere<'a>(
    packages: &'a Packages,
    package: &'a Package,
    facts: &'a CrateFacts,
    dylib: &'a Package,
    inside: &[&Package],
) -> Vec<Elsewhere<'a>> {
    let implemented = facts.implemented.iter().filter(|one| !one.only_in_tests);
    let mut found: Vec<Elsewhere<'a>> = implemented
        .filter_map(|implemented| {
            let (facade, path) = items::target(packages, package, &implemented.item)?;
            let mut declared = library_facts(facade)?.declared.iter();
            let declared = declared.find(|one| one.path == path && !one.only_in_tests)?;
            let is_inside = inside.iter().any(|one| one.id == facade.id);
            is_inside.then_some(Elsewhere {
                implemented,
                declared,
                facade,
                dylib,
            })
        })
        .collect();
    let first = found.first().map(|one| &one.facade.id);
    if let Some(first) = first.cloned() {
        found.retain(|one| one.facade.id == first);
    }
    found
}

fn report(
    context: Context<'_>,
    image: &Image<'_>,
    package: &Package,
    all: &[Elsewhere<'_>],
) -> Finding {
    let (facade, dylib) = (&all[0].facade.name, &all[0].dylib.name);
    let items: Vec<String> = all.iter().map(|one| one.declared.path.join("::")).collect();
    let place = if facade == dylib {
        format!("`{dylib}` is a `dylib`: its providers are linked into it, or into nothing")
    } else {
        format!("`{dylib}` is a `dylib` that has `{facade}` in it, and providers with it, or none")
    };
    let mut labels: Vec<Label> = all
        .iter()
        .map(|one| {
            labels::at(
                &one.implemented.place,
                "in another image than its declaration",
            )
        })
        .collect();
    labels[0].primary = true;
    labels.extend(all.iter().map(|one| {
        let text = format!("`{}` is declared here", one.declared.path.join("::"));
        labels::at(&one.declared.place, text)
    }));
    let is_one = context.resolutions.len() < 2;
    Finding {
        code: RULE.code,
        level: Level::Error,
        message: format!(
            "`{}` implements {} of `{facade}`, which is in another image",
            package.name,
            list(&items)
        ),
        labels,
        notes: vec![place],
        helps: helps(all),
        roots: vec![image.root.root.to_string()],
        configurations: if is_one {
            Vec::new()
        } else {
            vec![configuration(image.configuration())]
        },
    }
}

/// A function or static is installed, a trait loaded; all of them may be linked into the `dylib`.
fn helps(all: &[Elsewhere<'_>]) -> Vec<Help> {
    let mut helps = Vec::new();
    let installable: Vec<&Elsewhere<'_>> = all
        .iter()
        .filter(|one| matches!(one.declared.kind, Kind::Function | Kind::Static))
        .collect();
    if !installable.is_empty() {
        let is_dynamic = |one: &&&Elsewhere<'_>| one.declared.need == Need::Dynamic;
        let declare = if installable.iter().all(|one| is_dynamic(&one)) {
            ""
        } else {
            "declare it `#[interface(dynamic)]`, "
        };
        let lines = installable.iter().map(|one| install(one));
        helps.push(Help {
            text: format!(
                "{declare}leave `#[implement]` out, and install it while the program runs"
            ),
            lines: lines.collect(),
        });
    }
    let or = if helps.is_empty() { "" } else { "or " };
    helps.push(Help {
        text: format!(
            "{or}implement it in `{}`, or in a library that it links",
            all[0].dylib.name
        ),
        lines: Vec::new(),
    });
    helps
}

/// `clock::now::install(function)?;`
fn install(one: &Elsewhere<'_>) -> String {
    let krate = one.facade.name.replace('-', "_");
    let path = one.declared.path.join("::");
    match one.declared.kind {
        Kind::Static => format!("{krate}::{path}.install(&VALUE)?;"),
        _ => format!("{krate}::{path}::install(function)?;"),
    }
}
