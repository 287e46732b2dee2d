//! The answer for people.

use crate::failure::Failure;
use crate::output::choice::{Choice, Item, Outcome, Provider};
use crate::shell::Shell;
use clap_cargo::style::{CONTEXT, ERROR, GOOD, LITERAL};
use linkface_graph::facts::{Grade, Need};
use linkface_graph::resolution::How;
use std::io::Write;

/// One paragraph for each answer, with all the roots that it holds for.
pub(super) fn write(choices: &[Choice<'_>], several: bool, shell: &Shell) -> Result<(), Failure> {
    let mut answers: Vec<(&Choice<'_>, Vec<&str>)> = Vec::new();
    for choice in choices {
        match answers
            .iter_mut()
            .find(|(known, _)| known.says_the_same(choice))
        {
            Some((_, roots)) => roots.push(&choice.root.shown),
            None => answers.push((choice, vec![&choice.root.shown])),
        }
    }
    for (nth, (choice, roots)) in answers.iter().enumerate() {
        if nth > 0 {
            writeln!(shell.out())?;
        }
        one(choice, roots, several, shell)?;
    }
    Ok(())
}

fn one(choice: &Choice<'_>, roots: &[&str], several: bool, shell: &Shell) -> Result<(), Failure> {
    let mut out = shell.out();
    let configuration = if several {
        let with = choice.configuration;
        format!(" ({}, {})", with.target, with.features)
    } else {
        String::new()
    };
    writeln!(
        out,
        "{LITERAL}{}{LITERAL:#} in {}{configuration}: {}",
        choice.facade,
        roots.join(", "),
        headline(choice)
    )?;
    for provider in &choice.providers {
        let place = place(&provider.place, shell);
        field(
            &mut out,
            "provider",
            &format!("{}, {place}", sentence(provider)),
        )?;
        field(&mut out, "", &provider.chain.join(" → "))?;
    }
    if let Some(pinned) = choice.pinned {
        field(
            &mut out,
            "pinned",
            &format!("to {pinned}, by the root's manifest"),
        )?;
    }
    for (nth, chain) in choice.required_by.iter().enumerate() {
        let head = if nth == 0 { "required by" } else { "" };
        field(&mut out, head, &chain.join(" → "))?;
    }
    for (nth, item) in choice.items.iter().enumerate() {
        let head = if nth == 0 { "items" } else { "" };
        let place = place(&item.place, shell);
        field(
            &mut out,
            head,
            &format!("{}: {}, declared at {place}", item.path, answers(item)),
        )?;
    }
    for plugin in &choice.plugins {
        let place = place(&plugin.place, shell);
        field(
            &mut out,
            "plugin",
            &format!(
                "{} {} exports {} as {}, {place}",
                plugin.name, plugin.version, plugin.exports, plugin.item
            ),
        )?;
    }
    Ok(())
}

fn field(out: &mut impl Write, head: &str, text: &str) -> Result<(), Failure> {
    writeln!(out, "  {CONTEXT}{head:<12}{CONTEXT:#}{text}")?;
    Ok(())
}

fn headline(choice: &Choice<'_>) -> String {
    let chosen = choice.providers.iter().filter(|provider| provider.chosen);
    let chosen: Vec<&str> = chosen.map(|provider| provider.name).collect();
    match choice.outcome {
        Outcome::Provider | Outcome::Shared => format!("{GOOD}{}{GOOD:#}", chosen.join(", ")),
        Outcome::FacadeDefault if choice.items.iter().all(|item| item.need == Need::Loadable) => {
            format!("{GOOD}whoever is loaded while the program runs{GOOD:#}")
        }
        Outcome::FacadeDefault if choice.items.iter().any(|item| item.need == Need::Dynamic) => {
            format!(
                "{GOOD}what is installed while the program runs, or the defaults in the façade{GOOD:#}"
            )
        }
        Outcome::FacadeDefault => format!("{GOOD}the defaults in the façade{GOOD:#}"),
        Outcome::Missing => format!("{ERROR}no provider{ERROR:#}"),
        Outcome::Conflict => {
            format!(
                "{ERROR}two providers of one item{ERROR:#}: {}",
                chosen.join(", ")
            )
        }
    }
}

fn sentence(provider: &Provider<'_>) -> String {
    let how = match provider.how {
        How::Own => "the root implements it itself",
        How::Direct => "the root depends on it",
        How::Default => "the default that the façade's front links",
        How::OwnLibrary => "the root's own library links it",
        How::Home => "the façade implements it itself",
        How::Allowed => "a package that the root allows links it",
        How::Smuggled => "a library links it, and the root doesn't name it",
    };
    let grade = match (provider.grade, provider.chosen) {
        (Grade::Default, false) => "; a default, and overridden",
        (Grade::Default, true) => "; a default",
        (Grade::Ordinary, _) => "",
    };
    format!("{} {}: {how}{grade}", provider.name, provider.version)
}

fn answers(item: &Item<'_>) -> String {
    match (item.implemented_by.as_slice(), item.need) {
        ([], Need::Defaulted) => "the default in the façade".to_owned(),
        ([], Need::Loadable) => "whoever is loaded while the program runs".to_owned(),
        ([], Need::Dynamic) => "whoever installs it while the program runs".to_owned(),
        ([], Need::Required | Need::Defaultable) => "nobody".to_owned(),
        (names, _) => names.join(", "),
    }
}

fn place(spot: &crate::output::choice::Spot<'_>, shell: &Shell) -> String {
    shell.link(&spot.place.file, &format!("{}:{}", spot.file, spot.line))
}
