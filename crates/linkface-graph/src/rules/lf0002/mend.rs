//! Why each of several providers is in the program, and how to keep the others instead.

use crate::facts::Grade;
use crate::finding::Help;
use crate::packages::Dependency;
use crate::resolution::{How, ProviderUse};
use crate::rules::commands;
use crate::rules::uses::Use;

/// Why a provider is in the program, before the chain that leads to it.
pub(super) fn how(how: How) -> &'static str {
    match how {
        How::Own => "is the root itself",
        How::Direct => "is a dependency of the root",
        How::Default => "is there by default",
        How::OwnLibrary => "is linked by the package's own library",
        How::Home => "is the façade itself",
        How::Allowed => "is linked by a package that the root allows",
        How::Smuggled => "is linked by a library",
    }
}

/// How to keep the others instead of this one. `path` is an item that several implement.
pub(super) fn help(
    found: &Use<'_>,
    provider: &ProviderUse,
    names: &[String],
    grade: Grade,
    path: &str,
) -> Help {
    let name = found.spelled(&provider.package);
    let others: Vec<&String> = names.iter().filter(|other| **other != name).collect();
    let others = match others[..] {
        [one] => format!("`{one}`"),
        _ => "another".to_owned(),
    };
    let library = provider.chain.0.iter().rev().nth(1);
    let library = library.and_then(|step| found.packages.get(&step.package));
    let library = library.map_or("the library", |package| package.name.as_str());
    let (way, lines) = match provider.how {
        How::OwnLibrary if provider.package == found.root.root.package => (
            format!("remove the implementation in the library of `{name}`"),
            Vec::new(),
        ),
        How::Direct | How::OwnLibrary => {
            let (way, mut lines) = removal(found, provider, &name);
            let smuggled = smuggled(found, provider, names);
            let adds = smuggled
                .iter()
                .map(|other| commands::add(found.packages, &found.root.root, &other.name));
            lines.extend(adds);
            match smuggled[..] {
                [] => (way, lines),
                _ => (
                    format!("choose it in the root, in place of `{name}`"),
                    lines,
                ),
            }
        }
        How::Default if grade == Grade::Default => (
            format!("leave out `{library}`, which links `{name}`"),
            Vec::new(),
        ),
        How::Default => (
            format!("let `{name}` give way, as a default does"),
            vec![format!("#[linkface::implement({path}, default)]")],
        ),
        How::Own => (
            "remove the implementation in the root".to_owned(),
            Vec::new(),
        ),
        How::Home => (
            format!("make what `{name}` implements a default of the declaration"),
            Vec::new(),
        ),
        How::Allowed | How::Smuggled => (
            format!("make `{name}` a dev-dependency of `{library}`"),
            Vec::new(),
        ),
    };
    Help {
        text: format!("to keep {others}, {way}"),
        lines,
    }
}

/// The others that only a library has chosen. To be kept they have to be the root's choice.
fn smuggled<'a>(found: &Use<'a>, provider: &ProviderUse, names: &[String]) -> Vec<&'a ProviderUse> {
    let providers = found.facade.providers.iter();
    providers
        .filter(|other| other.how == How::Smuggled && other.package != provider.package)
        .filter(|other| names.contains(&found.spelled(&other.package)))
        .collect()
}

/// How to remove the root's dependency on a provider, in words and lines.
fn removal(found: &Use<'_>, provider: &ProviderUse, name: &str) -> (String, Vec<String>) {
    let mut edges = found
        .package()
        .into_iter()
        .flat_map(|root| &root.dependencies);
    let edge = edges.find(|edge| edge.package == provider.package);
    let lines = |edge: &Dependency| {
        let kind = found.root.root.kind;
        let package = found.packages.get(&provider.package)?;
        Some(commands::remove(
            found.packages,
            found.package()?,
            kind,
            edge,
            package,
        ))
    };
    let or = if edge.is_some_and(|edge| edge.optional) {
        ", or build without the feature that enables it"
    } else {
        ""
    };
    (
        format!("remove `{name}`{or}"),
        edge.and_then(lines).unwrap_or_default(),
    )
}
