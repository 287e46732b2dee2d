//! Why a package is in a tree, in sentences.

use super::graph::{Edge, Graph};
use super::{Why, facade};
use crate::resolution::{Choice, FacadeUse};
use std::fmt::Write;

/// More dependents than this are counted, not named.
const NAMED: usize = 8;

/// All there is to say of one package.
pub(super) fn why(
    graph: &Graph<'_>,
    number: usize,
    dependents: &[Edge],
    facades: &[FacadeUse],
) -> Vec<Why> {
    let id = &graph.packages[number].id;
    let mut why: Vec<_> = required_by(graph, dependents).into_iter().collect();
    for used in facades {
        if used.package == *id {
            why.push(say("façade", used.facade.to_string()));
            why.push(say("provider", provider(used)));
        }
        for (index, provider) in used.providers.iter().enumerate() {
            if provider.package == *id {
                why.push(say("implements", implements(used, index)));
            }
        }
        for (key, _) in used
            .other_versions
            .iter()
            .filter(|(_, other)| other.package == *id)
        {
            let text = format!("{key}, but this program needs {}", used.facade);
            why.push(say("implements", text));
        }
    }
    why
}

fn say(label: &'static str, text: String) -> Why {
    Why { label, text }
}

fn required_by(graph: &Graph<'_>, dependents: &[Edge]) -> Option<Why> {
    let (named, more) = dependents.split_at(dependents.len().min(NAMED));
    let mut text = named
        .iter()
        .map(|Edge { to, label }| match label.as_str() {
            "" => graph.label(*to),
            label => format!("{} ({label})", graph.label(*to)),
        })
        .collect::<Vec<_>>()
        .join(", ");
    if !more.is_empty() {
        let _ = write!(text, " and {} more", more.len());
    }
    (!text.is_empty()).then(|| say("required by", text))
}

/// Who implements a façade, and why that one.
fn provider(used: &FacadeUse) -> String {
    let named = |indices: &[usize]| {
        indices
            .iter()
            .filter_map(|index| used.providers.get(*index))
            .map(|one| format!("{} {} ({})", one.name, one.version, facade::because(one)))
            .collect::<Vec<_>>()
            .join(", ")
    };
    match &used.choice {
        Choice::Provider(index) => named(&[*index]),
        Choice::Shared(indices) => format!("{}, each for other items", named(indices)),
        Choice::FacadeDefault => match facade::without_provider(used) {
            facade::Instead::Default => "none is needed: its items have defaults",
            facade::Instead::Installed => {
                "none is needed: its items have defaults, or are installed while the program runs"
            }
            facade::Instead::Loaded => "none is needed: they are loaded while the program runs",
            facade::Instead::Both => {
                "none is needed: its items have defaults, or are loaded while the program runs"
            }
        }
        .to_owned(),
        Choice::Missing => "missing: nothing in this program implements all of it".to_owned(),
        Choice::Conflict(indices) => format!("conflict: {}; keep one", named(indices)),
    }
}

/// What a provider implements, and whether it is the one.
fn implements(used: &FacadeUse, index: usize) -> String {
    let because = facade::because(&used.providers[index]);
    match &used.choice {
        _ if !facade::takes(used, index) => {
            format!("{}, but another is chosen ({because})", used.facade)
        }
        Choice::Conflict(_) => format!("{}, as another does too ({because})", used.facade),
        Choice::Missing => format!("{}, but not all of it ({because})", used.facade),
        _ => format!("{}, and is chosen: {because}", used.facade),
    }
}
