//! LF0002: two or more providers.

mod mend;

use super::items::{implementation_in, library_facts};
use super::uses::{Use, configurations, group, roots, uses};
use super::words::{chain, count, list};
use super::{Context, Rule, labels};
use crate::facts::{Grade, Implemented};
use crate::finding::{Code, Finding, Help, Label, Level};
use crate::resolution::{How, ItemUse, ProviderUse};
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: Code::LF0002,
    title: "two or more providers",
    explanation: include_str!("lf0002.md"),
    check,
};

fn check(context: Context<'_>) -> Vec<Finding> {
    let clashing = uses(context).filter_map(|found| {
        let clash = clash(&found)?;
        let packages: Vec<_> = clash
            .providers
            .iter()
            .map(|provider| &provider.package)
            .collect();
        Some(((found.key(), packages), found))
    });
    let groups = group(clashing).into_values();
    groups.filter_map(|group| report(context, &group)).collect()
}

/// Providers that implement the same items in the same grade: also two defaults that a third overrides,
/// as each defines the label of its grade.
struct Clash<'a> {
    grade: Grade,
    providers: Vec<&'a ProviderUse>,
    items: Vec<&'a ItemUse>,
}

fn clash<'a>(found: &Use<'a>) -> Option<Clash<'a>> {
    let mut providers = BTreeSet::new();
    let mut items = Vec::new();
    let mut worst = Grade::Default;
    for item in &found.facade.items {
        for grade in [Grade::Ordinary, Grade::Default] {
            let mut same = item.implementors.clone();
            same.retain(|&nth| item_grade(found, nth, item) == Some(grade));
            if same.len() > 1 {
                worst = worst.min(grade); // `Ordinary` comes first
                providers.extend(same);
                items.push(item);
            }
        }
    }
    let mut providers: Vec<_> = providers
        .into_iter()
        .filter_map(|nth| found.provider(nth))
        .collect();
    // As `link!()` lists them.
    providers.sort_by_key(|one| (found.spelled(&one.package), &one.package));
    (!items.is_empty()).then_some(Clash {
        grade: worst,
        providers,
        items,
    })
}

/// Whether a provider collides with another dependency of the root.
///
/// With what the root implements itself, it may collide besides: how the provider got in is to be told
/// then, too.
pub(super) fn concerns(found: &Use<'_>, provider: &ProviderUse) -> bool {
    let is_other = |nth: &usize| {
        let other = found.provider(*nth);
        other.is_some_and(|other| other.how != How::Own && other.package != provider.package)
    };
    found.facade.items.iter().any(|item| {
        [Grade::Ordinary, Grade::Default].iter().any(|grade| {
            let mut same = item.implementors.clone();
            same.retain(|&nth| item_grade(found, nth, item) == Some(*grade));
            let mut own = same.iter().filter_map(|nth| found.provider(*nth));
            own.any(|one| one.package == provider.package) && same.iter().any(is_other)
        })
    })
}

/// A provider may implement one item ordinarily and another by default: ask for this one.
pub(super) fn item_grade(found: &Use<'_>, nth: usize, item: &ItemUse) -> Option<Grade> {
    let provider = found.provider(nth)?;
    let exact = exact(found, provider, &item.declared.path);
    Some(exact.map_or(provider.grade, |item| item.grade))
}

/// The implementation of an item by a provider, if it can be told: in the root itself, or a library.
fn exact<'a>(found: &Use<'a>, provider: &ProviderUse, path: &[String]) -> Option<&'a Implemented> {
    let package = found.packages.get(&provider.package)?;
    let facts = match provider.how {
        How::Own => found.root_crate()?.facts.as_ref()?,
        _ => library_facts(package)?,
    };
    implementation_in(
        facts,
        found.packages,
        package,
        found.facade_package()?,
        path,
    )
}

fn report(context: Context<'_>, group: &[Use<'_>]) -> Option<Finding> {
    let found = group.first()?;
    let clash = clash(found)?;
    let key = found.key();
    let names: Vec<String> = clash
        .providers
        .iter()
        .map(|one| found.spelled(&one.package))
        .collect();
    let kind = match clash.grade {
        Grade::Ordinary => "providers",
        Grade::Default => "default providers",
    };
    let message = format!(
        "{} {kind} for `{key}`: {}",
        count(names.len()),
        list(&names)
    );
    let mut notes: Vec<String> = Vec::new();
    for clashing in &clash.providers {
        for other in group {
            let same = |one: &&ProviderUse| one.package == clashing.package;
            for provider in other.facade.providers.iter().filter(same) {
                let name = found.spelled(&provider.package);
                let mut note = format!("`{name}` {}", mend::how(provider.how));
                if provider.chain.0.len() > 1 {
                    note = format!("{note}: {}", chain(&provider.chain));
                }
                if !notes.contains(&note) {
                    notes.push(note);
                }
            }
        }
    }
    if clash.items.len() < found.facade.items.len() {
        let items = clash.items.iter().map(|item| item.declared.path.join("::"));
        notes.push(format!(
            "each implements {}",
            list(&items.collect::<Vec<_>>())
        ));
    }
    if clash.grade == Grade::Default {
        notes.push(
            "a default gives way to an ordinary implementation, and collides with another default"
                .into(),
        );
    }
    let path = clash
        .items
        .first()
        .map(|item| item.declared.path.join("::"));
    let path = format!(
        "{}::{}",
        key.name.replace('-', "_"),
        path.unwrap_or_default()
    );
    let mut helps: Vec<Help> = Vec::new();
    for other in group {
        for provider in &clash.providers {
            let help = mend::help(other, provider, &names, clash.grade, &path);
            if !helps.contains(&help) {
                helps.push(help);
            }
        }
    }
    Some(Finding {
        code: RULE.code,
        level: Level::Error,
        message,
        labels: places(found, &clash),
        notes,
        helps,
        roots: roots(group),
        configurations: configurations(context, group),
    })
}

/// Where each implements the first item that several implement, and where that is declared.
fn places(found: &Use<'_>, clash: &Clash<'_>) -> Vec<Label> {
    let declared = clash.items.first().map(|item| &item.declared);
    let mut labels: Vec<Label> = Vec::new();
    for provider in &clash.providers {
        let exact = declared.and_then(|item| exact(found, provider, &item.path));
        let place = exact.map_or(&provider.place, |item| &item.place);
        let name = found.spelled(&provider.package);
        let path = declared.map_or_else(String::new, |item| item.path.join("::"));
        labels.push(labels::at(
            place,
            format!("`{name}` implements `{path}` here"),
        ));
    }
    if let Some(label) = labels.first_mut() {
        label.primary = true;
    }
    labels.extend(declared.map(|item| labels::at(&item.place, "it is declared here")));
    labels
}
