//! What stands under a façade: who implements it, or why nobody does.

use super::{Item, Relation, Subject};
use crate::facts::{Declared, Need};
use crate::resolution::{Choice, FacadeUse, How, ItemUse, ProviderUse, RootKind, RootResolution};

/// A façade's provider rows: an index into its providers, or a note.
pub(super) enum Under {
    /// A provider.
    Provider(usize, Relation),
    /// What there is instead of one.
    Note(Subject, Relation),
}

/// What stands under a façade, before what it depends on.
pub(super) fn under(root: &RootResolution, facade: &FacadeUse) -> Vec<Under> {
    let chosen = |index: &usize| {
        let provider = facade.providers.get(*index)?;
        Some(match provider.how {
            How::Home => itself("the façade itself"),
            _ => Under::Provider(*index, implements(provider, &facade.choice)),
        })
    };
    match &facade.choice {
        Choice::Provider(index) => chosen(index).into_iter().collect(),
        Choice::Shared(indices) => indices.iter().filter_map(chosen).collect(),
        Choice::FacadeDefault => vec![itself(without_provider(facade).note())],
        Choice::Conflict(indices) => indices
            .iter()
            .filter(|index| **index < facade.providers.len())
            .map(|index| Under::Provider(*index, collides(facade, *index, indices.len())))
            .collect(),
        Choice::Missing => {
            let partial = (0..facade.providers.len()).filter_map(|index| chosen(&index));
            let rest = if root.needs_providers() {
                missing(facade)
            } else {
                unneeded(root.root.kind)
            };
            partial.chain([rest]).collect()
        }
    }
}

/// What there is in place of a provider where none is needed.
#[derive(Clone, Copy)]
pub(super) enum Instead {
    Default,
    /// Dynamic items, with defaults or without.
    Installed,
    Loaded,
    /// Each for other items.
    Both,
}

pub(super) fn without_provider(facade: &FacadeUse) -> Instead {
    let dynamic = |item: &ItemUse| item.declared.need == Need::Dynamic;
    if facade.items.iter().any(dynamic) {
        return Instead::Installed;
    }
    let loadable = |item: &ItemUse| item.declared.need == Need::Loadable;
    match (
        facade.items.iter().any(loadable),
        facade.items.iter().all(loadable),
    ) {
        (true, true) => Instead::Loaded,
        (true, false) => Instead::Both,
        (false, _) => Instead::Default,
    }
}

impl Instead {
    fn note(self) -> &'static str {
        match self {
            Self::Default => "its own default",
            Self::Installed => "its own default, or what is installed while the program runs",
            Self::Loaded => "loaded while the program runs",
            Self::Both => "its own default, or loaded while the program runs",
        }
    }
}

/// Why a provider is in the program.
pub(super) fn because(provider: &ProviderUse) -> String {
    match provider.how {
        How::Own => "it is the root".to_owned(),
        How::Direct => "the root depends on it".to_owned(),
        How::Default => "the façade's default".to_owned(),
        How::OwnLibrary => "the root's own library links it".to_owned(),
        How::Home => "the façade implements it".to_owned(),
        How::Allowed => format!("{} links it, as the root allows", links_it(provider)),
        How::Smuggled => format!("{} links it, unasked", links_it(provider)),
    }
}

/// The items of a façade, and who implements each.
pub(super) fn items(root: &RootResolution, facade: &FacadeUse) -> Vec<Item> {
    let items = facade.items.iter();
    items.map(|used| item(root, facade, used)).collect()
}

/// Whether something is wrong with a façade.
pub(super) fn is_wrong(root: &RootResolution, facade: &FacadeUse) -> bool {
    match facade.choice {
        Choice::Missing => root.needs_providers(),
        Choice::Conflict(_) => true,
        _ => false,
    }
}

/// Whether a façade has this provider, by its index.
pub(super) fn takes(facade: &FacadeUse, provider: usize) -> bool {
    match &facade.choice {
        Choice::Provider(index) => *index == provider,
        Choice::Shared(indices) | Choice::Conflict(indices) => indices.contains(&provider),
        Choice::FacadeDefault => false,
        Choice::Missing => true,
    }
}

fn itself(note: &str) -> Under {
    let subject = Subject::Note(note.to_owned());
    Under::Note(subject, Relation::Implements(String::new()))
}

fn implements(provider: &ProviderUse, choice: &Choice) -> Relation {
    let because = because(provider);
    match (provider.how, choice) {
        (How::Smuggled, _) => Relation::Problem(format!("implements it: {because}")),
        (_, Choice::Shared(_) | Choice::Missing) => {
            Relation::Implements(format!("some of its items; {because}"))
        }
        _ => Relation::Implements(because),
    }
}

fn collides(facade: &FacadeUse, index: usize, all: usize) -> Relation {
    let why = because(&facade.providers[index]);
    Relation::Problem(format!("one of {all} that implement it: {why}"))
}

fn missing(facade: &FacadeUse) -> Under {
    let items: Vec<_> = facade
        .items
        .iter()
        .filter(|used| is_missing(used))
        .map(|used| format!("`{}`", path(&used.declared)))
        .collect();
    let mut note = "no provider".to_owned();
    if !items.is_empty() {
        note = format!("no provider for {}", items.join(", "));
    }
    let others: Vec<_> = facade
        .other_versions
        .iter()
        .map(|(key, other)| format!("{} {} implements {key}", other.name, other.version))
        .collect();
    Under::Note(Subject::Note(note), Relation::Problem(others.join(", ")))
}

/// What stands in place of a provider where nothing may ever call the façade.
fn unneeded(kind: RootKind) -> Under {
    let who = match kind {
        RootKind::BuildScript => "a build script that calls it needs",
        RootKind::ProcMacro => "a proc macro that calls it needs",
        _ => "tests that call it need",
    };
    let note = format!("no provider here: {who} one");
    Under::Note(Subject::Note(note), Relation::Dependency(String::new()))
}

fn item(root: &RootResolution, facade: &FacadeUse, used: &ItemUse) -> Item {
    let implementors: Vec<_> = used
        .implementors
        .iter()
        .filter_map(|index| facade.providers.get(*index))
        .collect();
    let named = |provider: &&ProviderUse| format!("{} {}", provider.name, provider.version);
    let clash = match &facade.choice {
        Choice::Conflict(indices) => {
            let both = used
                .implementors
                .iter()
                .filter(|index| indices.contains(index));
            both.count() > 1
        }
        _ => false,
    };
    let by = match implementors.as_slice() {
        [] if is_missing(used) => "nobody".to_owned(),
        [] => "its default".to_owned(),
        all if clash => all.iter().map(named).collect::<Vec<_>>().join(", "),
        // Ordinary ones come first; the others give way.
        [first, ..] => named(first),
    };
    Item {
        path: path(&used.declared),
        kind: used.declared.kind,
        signature: used.declared.signature.clone(),
        by,
        problem: is_missing(used) && root.needs_providers() || clash,
        place: used.declared.place.clone(),
    }
}

fn is_missing(used: &ItemUse) -> bool {
    used.implementors.is_empty() && used.declared.need.is_for_a_provider()
}

fn path(declared: &Declared) -> String {
    declared.path.join("::")
}

/// The package before a provider in its chain.
fn links_it(provider: &ProviderUse) -> &str {
    let mut back = provider.chain.0.iter().rev();
    back.nth(1).map_or("a library", |step| step.label.as_str())
}
