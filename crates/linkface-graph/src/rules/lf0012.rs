//! LF0012: a plugin that isn't loaded.

use super::items::library_facts;
use super::plugins::{Plugin, export, linked, plugins};
use super::uses::allows;
use super::words::list;
use super::{Context, Rule, labels};
use crate::finding::{Code, Finding, Help, Label, Level};
use crate::packages::{Crate, Package};

pub(super) const RULE: Rule = Rule {
    code: Code::LF0012,
    title: "a plugin that isn't loaded",
    explanation: include_str!("lf0012.md"),
    check,
};

fn check(context: Context<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = plugins(context.packages)
        .filter(|plugin| !plugin.is_loadable())
        .filter(|plugin| !allows(Some(plugin.package), RULE.code, &[&plugin.package.name]))
        .map(nothing_to_load)
        .collect();
    let packages = context.packages.values().filter(|one| one.in_workspace);
    for (package, target) in packages.flat_map(|one| one.crates.iter().map(move |of| (one, of))) {
        if is_linked(target) && !allows(Some(package), RULE.code, &[&package.name]) {
            findings.extend(twice(context, package, target));
        }
    }
    findings
}

/// Whether the linker is called for it.
fn is_linked(target: &Crate) -> bool {
    [
        "bin",
        "cdylib",
        "dylib",
        "staticlib",
        "test",
        "example",
        "bench",
    ]
    .iter()
    .any(|kind| target.is(kind))
}

fn nothing_to_load(plugin: Plugin<'_>) -> Finding {
    let Plugin {
        package,
        target,
        export,
    } = plugin;
    let name = &package.name;
    let is_library = target.is_library();
    Finding {
        code: RULE.code,
        level: Level::Error,
        message: if is_library {
            format!("`{name}` exports, and isn't built as a library that can be loaded")
        } else {
            format!("`{}` exports, and is a program", target.name)
        },
        labels: vec![labels::primary(labels::at(
            &export.place,
            "this is for plugins",
        ))],
        notes: vec!["what a host loads is a crate of type `cdylib`".to_owned()],
        helps: vec![if is_library {
            Help {
                text: format!("say so in the `Cargo.toml` of `{name}`"),
                lines: vec!["[lib]".to_owned(), "crate-type = [\"cdylib\"]".to_owned()],
            }
        } else {
            Help {
                text: "move it to a library of its own".to_owned(),
                lines: vec!["cargo linkface new --plugin NAME --interface DIR".to_owned()],
            }
        }],
        roots: Vec::new(),
        configurations: Vec::new(),
    }
}

/// More than one `export!` in one image.
fn twice(context: Context<'_>, package: &Package, target: &Crate) -> Option<Finding> {
    let exports = |one: &Package| library_facts(one).and_then(export).cloned();
    let own = target.facts.as_ref().and_then(export).cloned();
    let below = linked(context.packages, package, target)
        .into_iter()
        .filter_map(|one| Some((one, exports(one)?)));
    let all: Vec<_> = own
        .into_iter()
        .map(|own| (package, own))
        .chain(below)
        .collect();
    if all.len() < 2 {
        return None;
    }
    let mut labels: Vec<Label> = all
        .iter()
        .map(|(one, export)| labels::at(&export.place, format!("`{}` exports here", one.name)))
        .collect();
    labels[0].primary = true;
    let names: Vec<String> = all.iter().map(|(one, _)| one.name.clone()).collect();
    let shown = &target.name;
    Some(Finding {
        code: RULE.code,
        level: Level::Error,
        message: format!("{} are linked into `{shown}`, and each is a plugin", list(&names)),
        labels,
        notes: vec![
            "each defines the symbol by which a host finds a plugin, and an image has one of it".to_owned(),
        ],
        helps: vec![Help {
            text: "keep the implementation in a library without `export!`, and export it from a crate of one \
                   line, of type `cdylib`, that nobody depends on"
                .to_owned(),
            lines: vec!["linkface_plugin::export!(library::Type);".to_owned()],
        }],
        roots: Vec::new(),
        configurations: Vec::new(),
    })
}
