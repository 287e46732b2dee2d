//! LF0017: a library to load that exports nothing.

use super::items::{self, library_facts};
use super::plugins::{export, is_linkable, linked};
use super::uses::allows;
use super::{Context, Rule, commands, labels};
use crate::facts::{CrateFacts, Entry, TraitImpl};
use crate::finding::{Code, Finding, Help, Level};
use crate::packages::{Crate, Package, Packages};
use crate::plugins::{Interface, loadable};

pub(super) const RULE: Rule = Rule {
    code: Code::LF0017,
    title: "a library to load that exports nothing",
    explanation: include_str!("lf0017.md"),
    check,
};

fn check(context: Context<'_>) -> Vec<Finding> {
    let packages = context.packages;
    let members = packages.values().filter(|package| package.in_workspace);
    let libraries = members.filter_map(|package| Some((package, package.library()?)));
    libraries
        .filter_map(|(package, library)| {
            let facts = library.facts.as_ref()?;
            let (one, interface) = implemented(packages, package, facts)?;
            let is_dumb = library.is("cdylib")
                && has_no_entry(packages, package, library, facts)
                && !is_linked(packages, package, library);
            let is_allowed = || allows(Some(package), RULE.code, &[&interface.package.name]);
            (is_dumb && !is_allowed()).then(|| report(context, package, one, interface))
        })
        .collect()
}

/// The first implementation of a trait that can be loaded.
fn implemented<'a>(
    packages: &'a Packages,
    package: &'a Package,
    facts: &'a CrateFacts,
) -> Option<(&'a TraitImpl, Interface<'a>)> {
    let mut impls = facts.impls.iter().filter(|one| !one.only_in_tests);
    impls.find_map(|one| Some((one, loadable(packages, package, &one.of)?)))
}

/// Whether nobody who loads the library finds anything in it. What macros make isn't seen: then it may
/// be anything.
fn has_no_entry(
    packages: &Packages,
    package: &Package,
    library: &Crate,
    facts: &CrateFacts,
) -> bool {
    let below = linked(packages, package, library);
    let mut below = below.into_iter().filter_map(library_facts);
    facts.unread.is_empty()
        && facts.exports.is_empty()
        && facts.entry == Entry::None
        && !below.any(|one| export(one).is_some() || one.entry == Entry::Certain)
        && !facts.implemented.iter().any(|one| {
            let item = items::target(packages, package, &one.item);
            item.is_none_or(|(facade, path)| {
                let mut declared = library_facts(facade)
                    .into_iter()
                    .flat_map(|of| &of.declared);
                declared.any(|one| one.path == path && (one.symbol.is_some() || one.abi.is_some()))
            })
        })
}

/// Whether others of the workspace link it: then it may be them who export what is in it.
fn is_linked(packages: &Packages, package: &Package, library: &Crate) -> bool {
    let mut members = packages.values().filter(|one| one.in_workspace);
    is_linkable(library)
        && members.any(|one| {
            let mut edges = one.dependencies.iter();
            edges.any(|edge| edge.package == package.id)
        })
}

fn report(
    context: Context<'_>,
    package: &Package,
    one: &TraitImpl,
    interface: Interface<'_>,
) -> Finding {
    let name = &package.name;
    let mut helps = Vec::new();
    let mut edges = package.dependencies.iter();
    let has_macro = edges.any(|edge| {
        let to = context.packages.get(&edge.package);
        to.is_some_and(|to| to.name == "linkface-plugin")
    });
    if !has_macro {
        helps.push(Help {
            text: "the macro comes from `linkface-plugin`".to_owned(),
            lines: vec![commands::add_to(
                context.packages,
                package,
                "linkface-plugin",
            )],
        });
    }
    let by = match one.by.split_first() {
        Some((krate, rest)) if krate == "crate" => rest.join("::"),
        _ => one.by.join("::"),
    };
    helps.push(Help {
        text: "export what hosts are to load, in the root of the crate".to_owned(),
        lines: vec![format!("linkface_plugin::export!({by});")],
    });
    Finding {
        code: RULE.code,
        level: Level::Warning,
        message: format!("`{name}` is a library to load, and exports nothing"),
        labels: vec![labels::primary(labels::at(
            &one.place,
            format!(
                "`{}` of `{}` can be loaded",
                interface.loadable.path.join("::"),
                interface.package.name
            ),
        ))],
        notes: vec![
            "a host refuses it: \"it is a library, but not a plugin\", and nothing else in it can be found \
             from outside"
                .to_owned(),
        ],
        helps,
        roots: Vec::new(),
        configurations: Vec::new(),
    }
}
