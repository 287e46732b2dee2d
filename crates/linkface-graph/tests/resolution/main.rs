//! Who gets what, on small graphs.

#[path = "../kit/mod.rs"]
mod kit;

mod allowed;
mod chains;
mod choices;
mod configurations;
mod fronts;
mod roots;

use linkface_graph::resolution::{Choice, FacadeUse, ProviderUse, Resolution};
use std::fmt::Write as _;

/// One line for each façade of each root, then one for each provider, and the chains that require it.
fn draw(resolution: &Resolution) -> String {
    let mut drawn = String::new();
    for root in &resolution.roots {
        let link = if root.link.is_some() { " links" } else { "" };
        writeln!(drawn, "{}{link}", root.root).unwrap();
        for facade in &root.facades {
            writeln!(drawn, "  {}: {}", facade.facade, choice(facade)).unwrap();
            for provider in &facade.providers {
                writeln!(drawn, "    {}", provider_line(provider)).unwrap();
            }
            for (key, provider) in &facade.other_versions {
                writeln!(drawn, "    for {key}: {}", provider_line(provider)).unwrap();
            }
        }
    }
    drawn
}

fn choice(facade: &FacadeUse) -> String {
    let names = |list: &[usize]| -> String {
        let names = list.iter().map(|nth| facade.providers[*nth].name.as_str());
        names.collect::<Vec<_>>().join(" + ")
    };
    match &facade.choice {
        Choice::Provider(one) => names(&[*one]),
        Choice::Shared(list) => names(list),
        Choice::Conflict(list) => format!("conflict of {}", names(list)),
        Choice::FacadeDefault => "its own defaults".to_owned(),
        Choice::Missing => "missing".to_owned(),
    }
}

fn provider_line(provider: &ProviderUse) -> String {
    format!(
        "{:?}, {:?}: {}",
        provider.how, provider.grade, provider.chain
    )
}

fn lines(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    let lines: Vec<_> = lines
        .into_iter()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let indent = lines
        .iter()
        .map(|line| line.len() - line.trim_start().len())
        .min();
    lines
        .iter()
        .map(|line| &line[indent.unwrap_or(0)..])
        .collect::<Vec<_>>()
        .join("\n")
}

/// The façade, a library that uses it, and two providers.
const CRATES: &str = "
    rng 0.1.0
        lib: declare fill
    rng-os 1.0.0
        lib: implement rng::fill
        needs rng
    rng-hw 1.0.0
        lib: implement rng::fill
        needs rng
    dice 2.0.0
        needs rng
    ";

#[track_caller]
fn check(graph: &str, expected: &str) {
    let (_, resolution) = kit::resolve(&format!("{graph}{CRATES}"));
    assert_eq!(lines(&draw(&resolution)), lines(expected));
}
