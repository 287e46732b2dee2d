//! What a program lacks, in words: what, where, who needs it, and what to write.

use super::manifest::Manifest;
use super::program::Program;
use super::root::Root;
use super::verdict::{Facade, Verdict};
use super::words::{join, list};
use crate::ordered::insert;
use std::path::Path;

/// A façade without a provider. The root itself may be one, which only the compiler can tell: the text
/// becomes the message of a trait that is implemented if it is.
pub(crate) struct Missing {
    /// The items that the root would have to implement.
    pub(crate) ids: Vec<u64>,
    pub(crate) message: String,
    pub(crate) label: String,
    pub(crate) notes: Vec<String>,
}

/// What the program lacks, for each façade.
pub(crate) fn missing(program: &Program, verdict: &Verdict<'_>, root: &Root<'_>) -> Vec<Missing> {
    verdict
        .facades
        .iter()
        .filter(|facade| !facade.missing.is_empty())
        .map(|facade| one_missing(program, facade, root))
        .collect()
}

fn one_missing(program: &Program, facade: &Facade<'_>, root: &Root<'_>) -> Missing {
    let Facade { name, version, .. } = facade;
    let items = list(&facade.missing);
    let declared = facade.missing[0];
    let mut notes = Vec::new();
    let message = if let Some((place, other)) = facade.others.first() {
        for (place, other) in facade.others.iter().skip(1) {
            let provider = program.name(*place);
            notes.push(format!("`{provider}` implements {name} {other}, too"));
        }
        format!(
            "[LF0003] `{}` implements {name} {other}, and this program needs {name} {version}",
            program.name(*place)
        )
    } else if facade.implementors.as_slice().is_empty() {
        format!("[LF0001] no provider for `{name}` {version}")
    } else {
        let some: Vec<String> = facade
            .implementors
            .as_slice()
            .iter()
            .map(|place| format!("`{}`", program.name(*place)))
            .collect();
        format!(
            "[LF0001] nothing implements {items} of `{name}` {version}, not even {}",
            join(&some, 3)
        )
    };
    notes.push(format!(
        "{items} of {name} {version} declared at {}:{}:{}",
        declared.file, declared.line, declared.column
    ));
    notes.extend(required_by(program, facade, root));
    for place in facade.others.iter().map(|(place, _)| place) {
        notes.push(format!(
            "`{}` may have a version for {name} {version}: {}",
            program.name(*place),
            root.cargo("add", &format!("{}@VERSION", program.package(*place)), None)
        ));
    }
    notes.push(how_to_add(program, facade, root));
    Missing {
        ids: facade
            .missing
            .iter()
            .map(|declared| declared.item.hash)
            .collect(),
        message,
        label: format!("no dependency of `{}` implements it", root.rustc.crate_name),
        notes,
    }
}

/// The chains that lead to the façade, through those who need it.
fn required_by(program: &Program, facade: &Facade<'_>, root: &Root<'_>) -> Vec<String> {
    const SHOWN: usize = 3;
    let length = |user: &usize| program.chain(*user).len();
    let mut users = Vec::new();
    for user in program.dependents(facade.place) {
        if facade.others.iter().all(|(other, _)| *other != user) {
            insert(&mut users, user, |one, other| {
                length(one).cmp(&length(other))
            });
        }
    }

    let mut chains: Vec<String> = users
        .iter()
        .take(SHOWN)
        .map(|user| {
            format!(
                "required by {} → {}",
                root.chain(program, *user),
                program.name(facade.place)
            )
        })
        .collect();
    if chains.is_empty() {
        chains.push(format!("required by {}", root.chain(program, facade.place)));
    }
    if users.len() > SHOWN {
        chains.push(format!("and by {} more", users.len() - SHOWN));
    }
    chains
}

/// The line to write.
fn how_to_add(program: &Program, facade: &Facade<'_>, root: &Root<'_>) -> String {
    let declared = facade.missing[0];
    let manifest = Manifest::of_source(Path::new(&declared.file));
    let mut candidates = manifest.strings("suggest");
    for name in manifest.strings("default") {
        if !candidates.contains(&name) {
            candidates.push(name);
        }
    }
    let package = program.package(facade.place);
    if let Some(place) = facade.implementors.as_slice().first() {
        return format!(
            "implement {} in `{}`, which has the rest, or in `{}`",
            list(&facade.missing),
            program.name(*place),
            root.package
        );
    }
    if candidates.is_empty() {
        return format!(
            "add a provider of {package} {} to the dependencies of `{}`, or implement {} in it",
            facade.version,
            root.package,
            list(&facade.missing)
        );
    }
    let lines: Vec<String> = candidates
        .iter()
        .map(|name| {
            // In the façade's own workspace providers are mostly its neighbours.
            let beside = manifest
                .file
                .parent()
                .and_then(Path::parent)
                .map(|folder| folder.join(name))
                .filter(|folder| folder.join("Cargo.toml").is_file());
            root.cargo("add", name, beside.as_deref())
        })
        .collect();
    if let [line] = &lines[..] {
        format!("add the provider that `{package}` suggests: {line}")
    } else {
        format!(
            "add one of the providers that `{package}` suggests:\n{}",
            lines.join("\n")
        )
    }
}
