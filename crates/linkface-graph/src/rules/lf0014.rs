//! LF0014: a same-build interface that every image has for itself.

use super::items::library_facts;
use super::plugins::{Plugin, linked, plugins};
use super::uses::allows;
use super::{Context, Rule, labels};
use crate::facts::Loadable;
use crate::finding::{Code, Finding, Help, Level};
use crate::packages::Package;

pub(super) const RULE: Rule = Rule {
    code: Code::LF0014,
    title: "a same-build interface that every image has for itself",
    explanation: include_str!("lf0014.md"),
    check,
};

fn check(context: Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for plugin in plugins(context.packages).filter(Plugin::is_loadable) {
        let below = linked(context.packages, plugin.package, plugin.target);
        for (package, interface) in below
            .iter()
            .filter_map(|one| Some((*one, same_build(one)?)))
        {
            let allowed = allows(Some(plugin.package), RULE.code, &[&package.name]);
            if !allowed && !below.iter().any(|dylib| shares(context, dylib, package)) {
                findings.push(report(&plugin, package, interface));
            }
        }
    }
    findings
}

/// The first interface of a package that crosses between images of one build only.
fn same_build(package: &Package) -> Option<&Loadable> {
    let mut all = library_facts(package)?.loadable.iter();
    all.find(|one| one.same_build && !one.only_in_tests)
}

/// Whether a package is a shared library that has the interface in it.
fn shares(context: Context<'_>, dylib: &Package, interface: &Package) -> bool {
    dylib.library().is_some_and(|library| {
        library.is("dylib")
            && (dylib.id == interface.id
                || linked(context.packages, dylib, library)
                    .iter()
                    .any(|one| one.id == interface.id))
    })
}

fn report(plugin: &Plugin<'_>, package: &Package, interface: &Loadable) -> Finding {
    let name = &package.name;
    let path = interface.path.join("::");
    Finding {
        code: RULE.code,
        level: Level::Error,
        message: format!(
            "no host can load `{}`: it has its own copy of `{name}`",
            plugin.package.name
        ),
        labels: vec![
            labels::primary(labels::at(
                &interface.place,
                format!("`{path}` is `same_build`: host and plugin share the library that declares it"),
            )),
            labels::at(&plugin.export.place, "a plugin that is linked with it"),
        ],
        notes: vec![format!(
            "`{name}` is no `dylib`, and in none that the plugin links: it is copied into each image"
        )],
        helps: vec![
            Help {
                text: format!("make `{name}` a library that is shared, in its `Cargo.toml`"),
                lines: vec!["[lib]".to_owned(), "crate-type = [\"dylib\"]".to_owned()],
            },
            Help {
                text: "or let any build load it: take `same_build` away, and `#[derive(Shared)]` what crosses"
                    .to_owned(),
                lines: Vec::new(),
            },
        ],
        roots: Vec::new(),
        configurations: Vec::new(),
    }
}
