//! The inventory for people.

use super::inventory::{Export, Facade, Item, Plugin, Provider};
use crate::failure::Failure;
use crate::output::choice::Spot;
use crate::shell::Shell;
use clap_cargo::style::{CONTEXT, HEADER, LITERAL};
use linkface_graph::facts::{Grade, Need};
use std::io::Write;

/// One group of lines for each façade.
pub(super) fn human(
    facades: &[Facade<'_>],
    plugins: &[Plugin<'_>],
    shell: &Shell,
) -> Result<(), Failure> {
    let mut out = shell.out();
    if facades.is_empty() {
        writeln!(
            out,
            "no façade in this workspace, or among its dependencies"
        )?;
    }
    for (nth, facade) in facades.iter().enumerate() {
        if nth > 0 {
            writeln!(out)?;
        }
        let whose = if facade.in_workspace {
            ""
        } else {
            ", a dependency"
        };
        writeln!(
            out,
            "{HEADER}{}{HEADER:#} ({} {}{whose})",
            facade.key, facade.package, facade.package_version
        )?;
        for item in &facade.items {
            let place = place(&item.place, shell);
            writeln!(out, "  {LITERAL}{}{LITERAL:#}", signature(item))?;
            writeln!(out, "      {CONTEXT}{}, {place}{CONTEXT:#}", state(item))?;
        }
        let plugins = exporting(plugins, &facade.key);
        let can_load = |item: &Item<'_>| item.need == Need::Loadable;
        if facade.providers.is_empty() && (plugins.is_empty() || !facade.items.iter().all(can_load))
        {
            writeln!(out, "  no provider")?;
        }
        for provider in &facade.providers {
            let place = place(&provider.place, shell);
            writeln!(
                out,
                "  {}, {CONTEXT}{place}{CONTEXT:#}",
                provides(provider, facade)
            )?;
        }
        for (plugin, export, item) in plugins {
            let place = place(&export.place, shell);
            writeln!(
                out,
                "  plugin {} {}: {item} by {}, {CONTEXT}{place}{CONTEXT:#}",
                plugin.package, plugin.package_version, export.name
            )?;
        }
    }
    for plugin in plugins {
        let exports = plugin.exports.iter();
        for export in exports.filter(|export| export.interface.is_none()) {
            let place = place(&export.place, shell);
            writeln!(
                out,
                "\nplugin {} {}: {}, {CONTEXT}{place}{CONTEXT:#}",
                plugin.package, plugin.package_version, export.name
            )?;
        }
    }
    Ok(())
}

/// The plugins that export an item of a façade, and which.
fn exporting<'p, 'a>(
    plugins: &'p [Plugin<'a>],
    facade: &str,
) -> Vec<(&'p Plugin<'a>, &'p Export<'a>, &'p str)> {
    let exports = plugins
        .iter()
        .flat_map(|plugin| plugin.exports.iter().map(move |export| (plugin, export)));
    exports
        .filter_map(|(plugin, export)| {
            let interface = export.interface.as_ref()?;
            (interface.facade == facade).then_some((plugin, export, &*interface.item))
        })
        .collect()
}

/// One line for each item.
pub(super) fn short(
    facades: &[Facade<'_>],
    plugins: &[Plugin<'_>],
    shell: &Shell,
) -> Result<(), Failure> {
    let mut out = shell.out();
    for facade in facades {
        for item in &facade.items {
            let Spot {
                file, line, column, ..
            } = &item.place;
            let providers = facade.providers.iter();
            let providers = providers.filter(|provider| provider.items.contains(&item.path));
            let names = providers.map(|provider| provider.package.to_owned());
            let plugins = exporting(plugins, &facade.key).into_iter();
            let plugins = plugins.filter(|(_, _, exported)| *exported == item.path);
            let names = names.chain(plugins.map(|(one, ..)| format!("{} (plugin)", one.package)));
            let names: Vec<String> = names.collect();
            let names = if names.is_empty() {
                "nobody"
            } else {
                &names.join(", ")
            };
            writeln!(
                out,
                "{file}:{line}:{column}: {} {} ({}): {names}",
                facade.key,
                item.path,
                state(item)
            )?;
        }
    }
    Ok(())
}

/// With the module before the name: two modules can have items of one name.
fn signature(item: &Item<'_>) -> String {
    let name = item.path.rsplit("::").next().unwrap_or_default();
    let whole = item.signature;
    let starts = whole.match_indices(name).map(|(at, _)| at);
    let is_letter = |of: char| of.is_alphanumeric() || of == '_';
    let mut words = starts.filter(|at| {
        let (before, behind) = (&whole[..*at], &whole[at + name.len()..]);
        before.ends_with(' ') && !behind.starts_with(is_letter)
    });
    match words.next() {
        Some(at) => format!("{}{}{}", &whole[..at], item.path, &whole[at + name.len()..]),
        None => whole.to_owned(),
    }
}

fn state(item: &Item<'_>) -> String {
    let need = match item.need {
        Need::Required => "required",
        Need::Defaultable => "required, or a provider's default",
        Need::Defaulted => "has a default",
        Need::Loadable => "can be loaded while the program runs",
        Need::Dynamic => "linked, or installed while the program runs",
    };
    let private = if item.public { "" } else { ", private" };
    let tests = if item.only_in_tests {
        ", only in tests"
    } else {
        ""
    };
    format!("{need}{private}{tests}")
}

fn provides(provider: &Provider<'_>, facade: &Facade<'_>) -> String {
    let items = if provider.items.len() == facade.items.len() {
        "all of it".to_owned()
    } else {
        let items: Vec<&str> = provider.items.iter().map(String::as_str).collect();
        items.join(", ")
    };
    let grade = match provider.grade {
        Grade::Ordinary => "",
        Grade::Default => " as a default",
    };
    format!(
        "provider {} {}: {items}{grade}",
        provider.package, provider.package_version
    )
}

fn place(spot: &Spot<'_>, shell: &Shell) -> String {
    shell.link(&spot.place.file, &format!("{}:{}", spot.file, spot.line))
}
