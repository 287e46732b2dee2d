//! The inventory for people.

use super::inventory::{Facade, Item, Provider};
use crate::failure::Failure;
use crate::output::choice::Spot;
use crate::shell::Shell;
use clap_cargo::style::{CONTEXT, HEADER, LITERAL};
use linkface_graph::facts::{Grade, Need};
use std::io::Write;

/// One group of lines for each façade.
pub(super) fn human(facades: &[Facade<'_>], shell: &Shell) -> Result<(), Failure> {
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
        if facade.providers.is_empty() {
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
    }
    Ok(())
}

/// One line for each item.
pub(super) fn short(facades: &[Facade<'_>], shell: &Shell) -> Result<(), Failure> {
    let mut out = shell.out();
    for facade in facades {
        for item in &facade.items {
            let Spot {
                file, line, column, ..
            } = &item.place;
            let providers = facade.providers.iter();
            let providers = providers.filter(|provider| provider.items.contains(&item.path));
            let names: Vec<&str> = providers.map(|provider| provider.package).collect();
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
