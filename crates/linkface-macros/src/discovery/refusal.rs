//! What is wrong with the providers of a program, in words: what, how they got there, and what to write
//! instead.

use super::program::Program;
use super::root::Root;
use super::verdict::{Facade, Verdict};
use super::words::{join, list};
use linkface_symbol::Declaration;

/// What is wrong whatever the root itself implements.
pub(crate) fn refusals(program: &Program, verdict: &Verdict<'_>, root: &Root<'_>) -> Vec<String> {
    let mut refusals = Vec::new();
    for facade in &verdict.facades {
        for (providers, items) in &facade.conflicts {
            let providers = providers.as_slice();
            refusals.push(conflict(program, facade, providers, items, root));
        }
        for place in facade.smuggled.as_slice() {
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
