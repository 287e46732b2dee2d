//! LF0004: a library smuggles a provider in.

use super::images::{Image, are_joined, images};
use super::uses::{Use, configurations, group, roots, unambiguous, uses};
use super::words::{chain, list};
use super::{Context, Rule, commands, labels, lf0002};
use crate::facts::PackageId;
use crate::finding::{Code, Finding, Help, Label, Level};
use crate::packages::{Dependency, Package};
use crate::resolution::{How, ProviderUse, Root, RootKind};
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: Code::LF0004,
    title: "a library smuggles a provider in",
    explanation: include_str!("lf0004.md"),
    check,
};

fn check(context: Context<'_>) -> Vec<Finding> {
    let images: Vec<Image<'_>> = images(context).collect();
    let is_joined = |found: &Use<'_>, provider: &PackageId| {
        let mut images = images.iter();
        let image = images.find(|image| std::ptr::eq(image.root, found.root));
        image.is_some_and(|image| {
            are_joined(context.packages, image, [&found.facade.package, provider])
        })
    };
    let smuggled = uses(context).flat_map(|found| {
        let providers = found.facade.providers.iter();
        let smuggled: Vec<_> = providers
            .filter(|one| {
                // A conflict is said already; and a shared library was linked before there is a
                // program, which can't choose any more.
                one.how == How::Smuggled
                    && !lf0002::concerns(&found, one)
                    && !is_joined(&found, &one.package)
            })
            .collect();
        smuggled.into_iter().filter_map(move |provider| {
            let library = provider.chain.0.iter().rev().nth(1)?;
            Some(((&library.package, &provider.package), found))
        })
    });
    group(smuggled)
        .into_iter()
        .filter_map(|((library, provider), group)| {
            let library = context.packages.get(library)?;
            let provider = context.packages.get(provider)?;
            Some(report(context, &group, library, provider))
        })
        .collect()
}

fn report(
    context: Context<'_>,
    group: &[Use<'_>],
    library: &Package,
    provider: &Package,
) -> Finding {
    let library_name = unambiguous(context.packages, library);
    let name = unambiguous(context.packages, provider);
    let uses = smuggled(group, provider);
    let facades: BTreeSet<String> = uses
        .iter()
        .map(|(found, _)| found.key().to_string())
        .collect();
    let facades: Vec<String> = facades.into_iter().collect();
    let chains: BTreeSet<String> = uses.iter().map(|(_, one)| chain(&one.chain)).collect();
    let mut notes: Vec<String> = chains
        .iter()
        .take(3)
        .map(|chain| format!("`{name}` comes with {chain}"))
        .collect();
    notes
        .push("which provider a program gets is for its root to say, not for a library".to_owned());
    let mut edges = library.dependencies.iter();
    let edge = edges.find(|edge| edge.package == provider.id && edge.normal);
    let mut helps = in_library(context, library, edge, provider);
    helps.extend(in_roots(context, group, library, provider));
    Finding {
        code: RULE.code,
        level: Level::Error,
        message: format!(
            "the library `{library_name}` brings a provider for {} along: `{name}`",
            list(&facades),
        ),
        labels: places(library, edge, provider, &uses),
        notes,
        helps,
        roots: roots(group),
        configurations: configurations(context, group),
    }
}

/// The uses of a group with what this provider is in each.
fn smuggled<'a>(group: &[Use<'a>], provider: &Package) -> Vec<(Use<'a>, &'a ProviderUse)> {
    let with = |found: &Use<'a>| {
        let mut providers = found.facade.providers.iter();
        Some((*found, providers.find(|one| one.package == provider.id)?))
    };
    group.iter().filter_map(with).collect()
}

fn places(
    library: &Package,
    edge: Option<&Dependency>,
    provider: &Package,
    uses: &[(Use<'_>, &ProviderUse)],
) -> Vec<Label> {
    let text = format!("decides for every program that uses `{}`", library.name);
    let dependency = match edge {
        Some(edge) => labels::dependency(library, edge, provider, text),
        None => labels::file(&library.manifest_path, text),
    };
    let implements = uses
        .first()
        .map(|(found, one)| labels::at(&one.place, format!("implements `{}` here", found.key())));
    std::iter::once(labels::primary(dependency))
        .chain(implements)
        .collect()
}

/// What the library's author writes.
fn in_library(
    context: Context<'_>,
    library: &Package,
    edge: Option<&Dependency>,
    provider: &Package,
) -> Vec<Help> {
    let key = edge.map_or(provider.name.as_str(), |edge| {
        labels::manifest_key(edge, provider)
    });
    let text = format!(
        "in `{}`, make it a dev-dependency, and name it in tests only",
        library.name
    );
    let lines = match edge {
        Some(edge) if library.in_workspace => {
            let kind = RootKind::Dylib; // what is linked into others is from `[dependencies]`
            let mut lines = commands::remove(context.packages, library, kind, edge, provider);
            let add = commands::add_to(context.packages, library, &provider.name);
            let rename = if key == provider.name {
                String::new()
            } else {
                format!(" --rename {key}")
            };
            lines.push(format!("{add}{rename} --dev"));
            lines
        }
        _ => {
            let version = &provider.version;
            let line = if key == provider.name {
                format!("{key} = \"{version}\"")
            } else {
                format!(
                    "{key} = {{ package = \"{}\", version = \"{version}\" }}",
                    provider.name
                )
            };
            vec!["[dev-dependencies]".to_owned(), line]
        }
    };
    vec![Help { text, lines }]
}

/// What the roots' authors write.
fn in_roots(
    context: Context<'_>,
    group: &[Use<'_>],
    library: &Package,
    provider: &Package,
) -> Vec<Help> {
    let roots: BTreeSet<&Root> = group.iter().map(|found| &found.root.root).collect();
    let lines = commands::add_all(context.packages, roots, &provider.name);
    vec![
        Help {
            text: format!("or choose `{}` in the root", provider.name),
            lines,
        },
        Help {
            text: "or accept it in the root's `Cargo.toml`, which unlinks nothing".into(),
            lines: vec![
                "[package.metadata.linkface]".to_owned(),
                format!("allow = [\"{}:{}\"]", RULE.code, library.name),
            ],
        },
    ]
}
