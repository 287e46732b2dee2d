//! What is wrong, in words: what, where, and what to write instead.

use super::manifest::Manifest;
use super::program::Program;
use super::verdict::{Facade, Verdict};
use crate::rustc::Rustc;
use linkface_symbol::Declaration;
use std::path::{Path, PathBuf};

/// A façade without a provider. The root itself may be one, which only the compiler can tell: the text
/// becomes the message of a trait that is implemented if it is.
pub(crate) struct Missing {
    /// The items that the root would have to implement.
    pub(crate) ids: Vec<u64>,
    pub(crate) message: String,
    pub(crate) label: String,
    pub(crate) notes: Vec<String>,
}

/// Who asks.
pub(crate) struct Root<'a> {
    rustc: &'a Rustc,
    package: String,
    /// Where cargo stands, and where the package is.
    folders: Option<(PathBuf, PathBuf)>,
}

impl<'a> Root<'a> {
    pub(crate) fn of(rustc: &'a Rustc) -> Self {
        let package = std::env::var("CARGO_PKG_NAME").unwrap_or_default();
        let folders = std::env::current_dir()
            .ok()
            .zip(std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from));
        Self {
            rustc,
            package: if package.is_empty() {
                rustc.crate_name.clone()
            } else {
                package
            },
            folders,
        }
    }

    /// `cargo add name`, as it has to be written for this root.
    fn cargo(&self, verb: &str, name: &str, path: Option<&Path>) -> String {
        let path = path.map_or_else(String::new, |path| format!(" --path {}", path.display()));
        let elsewhere = self
            .folders
            .as_ref()
            .is_some_and(|(here, package)| here != package);
        let package = if elsewhere {
            format!(" --package {}", self.package)
        } else {
            String::new()
        };
        let dev = if self.rustc.is_test && verb == "add" {
            " --dev"
        } else {
            ""
        };
        format!("cargo {verb} {name}{path}{package}{dev}")
    }

    fn chain(&self, program: &Program, to: usize) -> String {
        let steps = program.chain(to);
        let names = steps.iter().map(|place| program.name(*place));
        let all: Vec<&str> = std::iter::once(&*self.rustc.crate_name)
            .chain(names)
            .collect();
        all.join(" → ")
    }
}

/// Items by name: `write`, `LEVEL` and 3 more.
fn list(items: &[&Declaration]) -> String {
    const SHOWN: usize = 4;
    let names: Vec<String> = items
        .iter()
        .map(|declared| format!("`{}`", declared.item.path.join("::")))
        .collect();
    join(&names, SHOWN)
}

fn join(names: &[String], shown: usize) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] if names.len() <= shown => format!("{} and {last}", all.join(", ")),
        _ => format!(
            "{} and {} more",
            names[..shown - 1].join(", "),
            names.len() - shown + 1
        ),
    }
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
    let message = if let Some((place, other)) = facade.others.first_key_value() {
        for (place, other) in facade.others.iter().skip(1) {
            let provider = program.name(*place);
            notes.push(format!("`{provider}` implements {name} {other}, too"));
        }
        format!(
            "[LF0003] `{}` implements {name} {other}, and this program needs {name} {version}",
            program.name(*place)
        )
    } else if facade.implementors.is_empty() {
        format!("[LF0001] no provider for `{name}` {version}")
    } else {
        let some: Vec<String> = facade
            .implementors
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
    for place in facade.others.keys() {
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
    let mut users: Vec<usize> = program
        .dependents(facade.place)
        .into_iter()
        .filter(|user| !facade.others.contains_key(user))
        .collect();
    users.sort_by_key(|user| program.chain(*user).len());
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
    candidates.extend(manifest.strings("default"));
    let mut seen = std::collections::BTreeSet::new();
    candidates.retain(|name| seen.insert(name.clone()));
    let package = program.package(facade.place);
    if let Some(place) = facade.implementors.first() {
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

/// What is wrong whatever the root itself implements.
pub(crate) fn refusals(program: &Program, verdict: &Verdict<'_>, root: &Root<'_>) -> Vec<String> {
    let mut refusals = Vec::new();
    for facade in &verdict.facades {
        for (providers, items) in &facade.conflicts {
            refusals.push(conflict(program, facade, providers, items, root));
        }
        for place in &facade.smuggled {
            // In its own unit tests a provider may be met again, below a dev-dependency: nothing to
            // choose, and the two collide.
            if program.package(*place) != root.package {
                refusals.push(smuggled(program, facade, *place, root));
            }
        }
    }
    refusals
}

fn conflict(
    program: &Program,
    facade: &Facade<'_>,
    providers: &[usize],
    items: &[&Declaration],
    root: &Root<'_>,
) -> String {
    let names: Vec<String> = providers
        .iter()
        .map(|place| format!("`{}`", program.name(*place)))
        .collect();
    let count = match providers.len() {
        2 => "two".to_owned(),
        3 => "three".to_owned(),
        more => more.to_string(),
    };
    let chains: Vec<String> = providers
        .iter()
        .map(|place| format!("note: {}", root.chain(program, *place)))
        .collect();
    let mut ways = Vec::new();
    for place in providers {
        if let Some(direct) = program.direct(*place) {
            let key = key(program, &direct.name, *place);
            ways.push(format!("`{}`", root.cargo("remove", &key, None)));
        } else if let [.., library, provider] = &program.chain(*place)[..] {
            let (library, provider) = (program.name(*library), program.name(*provider));
            // Who depends on the façade's front has chosen nothing.
            let is_default = program.crates[*place]
                .implemented
                .iter()
                .all(|implemented| implemented.is_default);
            if !is_default {
                ways.push(format!("make `{provider}` a dev-dependency of `{library}`"));
            }
        }
    }
    let defaults = items.iter().any(|declared| declared.need == "defaultable");
    if defaults && ways.len() < providers.len() {
        ways.push("implement the one that is meant without `default`".to_owned());
    }
    format!(
        "[LF0002] {count} providers for `{}` {}: {} implement {}\n{}\nhelp: keep one: {}",
        facade.name,
        facade.version,
        join(&names, providers.len()),
        list(items),
        chains.join("\n"),
        ways.join(", or ")
    )
}

/// What a dependency is called in the manifest: `-` became `_` in its crate's name.
fn key(program: &Program, name: &str, place: usize) -> String {
    let package = program.package(place);
    if package.replace('-', "_") == name {
        package.to_owned()
    } else {
        name.to_owned()
    }
}

fn smuggled(program: &Program, facade: &Facade<'_>, place: usize, root: &Root<'_>) -> String {
    let chain = program.chain(place);
    let library = chain.iter().rev().nth(1).map_or(place, |library| *library);
    let (library, provider) = (program.package(library), program.package(place));
    format!(
        "[LF0004] the library `{library}` brings a provider for `{facade}` {version} along: \
         `{provider}`\n\
         note: {chain}\n\
         note: which provider a program has is for its root to choose\n\
         help: choose this one: {add}\n\
         help: or make it a dev-dependency of `{library}`\n\
         help: or, if `{library}` is there to choose for this program, say so in the Cargo.toml of `{package}`:\n\
         \u{20}     [package.metadata.linkface]\n\
         \u{20}     allow = [\"LF0004:{library}\"]",
        facade = facade.name,
        version = facade.version,
        chain = root.chain(program, place),
        add = root.cargo("add", provider, None),
        package = root.package,
    )
}
