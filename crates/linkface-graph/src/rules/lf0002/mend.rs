//! Why each of several providers is in the program, and how to keep the others instead.

use crate::facts::Grade;
use crate::finding::Help;
use crate::resolution::{How, ProviderUse};
use crate::rules::commands;
use crate::rules::uses::Use;
use crate::rules::words::list;

/// Why a provider is in the program.
pub(super) fn how(how: How) -> &'static str {
    match how {
        How::Own => "is the root itself",
        How::Direct => "is a dependency of the root",
        How::Default => "is a default that the façade's front links",
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
    let others = list(&others);
    let help = |text: String, lines: Vec<String>| Help { text, lines };
    match provider.how {
        How::Direct => {
            let text = format!("to keep {others}, remove `{name}`");
            match removal(found, provider) {
                Some((true, lines)) => help(
                    text + ", or build without the feature that enables it",
                    lines,
                ),
                Some((false, lines)) => help(text, lines),
                None => help(text, Vec::new()),
            }
        }
        How::Default if grade == Grade::Default => help(
            format!("to keep {others}, make it ordinary there: leave out `default`"),
            vec![format!("#[linkface::implement({path})]")],
        ),
        How::Default => help(
            format!("to keep {others}, let `{name}` give way to it, as defaults do"),
            vec![format!("#[linkface::implement({path}, default)]")],
        ),
        How::Own => help(
            format!("to keep {others}, remove the implementation in the root"),
            Vec::new(),
        ),
        How::Home => help(
            format!("to keep {others}, make what `{name}` implements a default of the declaration"),
            Vec::new(),
        ),
        How::OwnLibrary | How::Allowed | How::Smuggled => {
            let library = provider.chain.0.iter().rev().nth(1);
            let library = library.map_or("the library", |step| step.label.as_str());
            help(
                format!("to keep {others}, make `{name}` a dev-dependency of `{library}`"),
                Vec::new(),
            )
        }
    }
}

/// Whether the root's dependency on a provider is optional, and how to remove it.
fn removal(found: &Use<'_>, provider: &ProviderUse) -> Option<(bool, Vec<String>)> {
    let root = found.package()?;
    let mut edges = root.dependencies.iter();
    let edge = edges.find(|edge| edge.package == provider.package)?;
    let package = found.packages.get(&provider.package)?;
    let kind = found.root.root.kind;
    let lines = commands::remove(found.packages, root, kind, edge, package);
    Some((edge.optional, lines))
}
