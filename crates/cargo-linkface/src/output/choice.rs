//! What a root gets of a façade, as `why` tells it: flat, with names in the place of indices.

use super::json;
use crate::session::Session;
use linkface_graph::facts::{Grade, Kind, Need, Place};
use linkface_graph::packages::Packages;
use linkface_graph::plugins::plugins;
use linkface_graph::resolution::{self, Configuration, FacadeUse, How, Root, RootKind};
use serde::Serialize;

/// One façade in one root, in one configuration.
#[derive(Debug, Serialize)]
pub(crate) struct Choice<'a> {
    reason: &'static str,
    version: u32,
    pub(crate) configuration: &'a Configuration,
    pub(crate) root: RootName<'a>,
    pub(crate) facade: String,
    #[serde(rename = "choice")]
    pub(crate) outcome: Outcome,
    pub(crate) pinned: Option<&'a str>,
    pub(crate) providers: Vec<Provider<'a>>,
    pub(crate) required_by: Vec<Vec<&'a str>>,
    pub(crate) items: Vec<Item<'a>>,
    pub(crate) plugins: Vec<Exporter<'a>>,
}

/// A root.
#[derive(Debug, Serialize)]
pub(crate) struct RootName<'a> {
    package: &'a str,
    kind: RootKind,
    name: &'a str,
    #[serde(skip)]
    pub(crate) shown: String,
}

impl RootName<'_> {
    /// Whether it runs for its developers only.
    pub(crate) fn is_test(&self) -> bool {
        matches!(
            self.kind,
            RootKind::UnitTest | RootKind::Test | RootKind::Bench | RootKind::Example
        )
    }
}

/// What the façade gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Outcome {
    /// One provider.
    Provider,
    /// Several, each for other items.
    Shared,
    /// The defaults in the façade.
    FacadeDefault,
    /// None, for at least one item that needs it.
    Missing,
    /// Two for the same item.
    Conflict,
}

/// A provider that is linked.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Provider<'a> {
    pub(crate) name: &'a str,
    pub(crate) version: &'a str,
    pub(crate) how: How,
    pub(crate) grade: Grade,
    pub(crate) chosen: bool,
    pub(crate) chain: Vec<&'a str>,
    pub(crate) place: Spot<'a>,
}

/// A declared item.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Item<'a> {
    pub(crate) path: String,
    pub(crate) kind: Kind,
    pub(crate) need: Need,
    pub(crate) signature: &'a str,
    pub(crate) place: Spot<'a>,
    pub(crate) implemented_by: Vec<&'a str>,
}

/// A plugin of the workspace that exports an item: the linker has nothing to do with it.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Exporter<'a> {
    pub(crate) name: &'a str,
    pub(crate) version: &'a str,
    /// The item's path.
    pub(crate) item: String,
    /// The type that implements it, as the plugin's code spells it.
    pub(crate) exports: String,
    pub(crate) place: Spot<'a>,
}

/// Where something stands.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Spot<'a> {
    pub(crate) file: String,
    pub(crate) line: u32,
    pub(crate) column: u32,
    #[serde(skip)]
    pub(crate) place: &'a Place,
}

impl<'a> Spot<'a> {
    pub(crate) fn new(place: &'a Place, session: &Session) -> Self {
        Self {
            file: session.display(&place.file),
            line: place.line,
            column: place.column,
            place,
        }
    }
}

impl<'a> Choice<'a> {
    /// Everything by name.
    pub(crate) fn new(
        configuration: &'a Configuration,
        root: &'a Root,
        facade: &'a FacadeUse,
        packages: &'a Packages,
        session: &Session,
    ) -> Self {
        let (outcome, chosen) = outcome(&facade.choice);
        let pins = packages
            .get(&root.package)
            .map(|package| &package.manifest.pin);
        Self {
            reason: "linkface-choice",
            version: json::VERSION,
            configuration,
            root: RootName {
                package: &root.package_name,
                kind: root.kind,
                name: &root.name,
                shown: root.to_string(),
            },
            facade: facade.facade.to_string(),
            outcome,
            pinned: pins
                .and_then(|pins| pins.get(&facade.facade))
                .map(String::as_str),
            providers: facade
                .providers
                .iter()
                .enumerate()
                .map(|(nth, provider)| Provider {
                    name: &provider.name,
                    version: &provider.version,
                    how: provider.how,
                    grade: provider.grade,
                    chosen: chosen.contains(&nth),
                    chain: labels(&provider.chain),
                    place: Spot::new(&provider.place, session),
                })
                .collect(),
            required_by: facade.required_by.iter().map(labels).collect(),
            items: facade
                .items
                .iter()
                .map(|item| Item {
                    path: item.declared.path.join("::"),
                    kind: item.declared.kind,
                    need: item.declared.need,
                    signature: &item.declared.signature,
                    place: Spot::new(&item.declared.place, session),
                    implemented_by: item
                        .implementors
                        .iter()
                        .filter_map(|nth| facade.providers.get(*nth))
                        .map(|provider| provider.name.as_str())
                        .collect(),
                })
                .collect(),
            plugins: exporters(facade, packages, session),
        }
    }
}

impl Choice<'_> {
    /// Whether all but the root is the same.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        self.configuration == other.configuration
            && self.facade == other.facade
            && self.outcome == other.outcome
            && self.pinned == other.pinned
            && self.providers == other.providers
            && self.required_by == other.required_by
            && self.items == other.items
            && self.plugins == other.plugins
    }
}

/// The plugins that export an item of a façade.
fn exporters<'a>(
    facade: &FacadeUse,
    packages: &'a Packages,
    session: &Session,
) -> Vec<Exporter<'a>> {
    let plugins = plugins(packages).into_iter();
    let exports = plugins.flat_map(|plugin| {
        let exports = plugin.exports.into_iter();
        exports.map(move |export| (plugin.package, export))
    });
    exports
        .filter_map(|(package, export)| {
            let interface = export.interface?;
            (interface.package.id == facade.package).then(|| Exporter {
                name: &package.name,
                version: &package.version,
                item: interface.loadable.path.join("::"),
                exports: export.name(),
                place: Spot::new(export.place, session),
            })
        })
        .collect()
}

fn outcome(choice: &resolution::Choice) -> (Outcome, &[usize]) {
    match choice {
        resolution::Choice::Provider(one) => (Outcome::Provider, std::slice::from_ref(one)),
        resolution::Choice::Shared(some) => (Outcome::Shared, some),
        resolution::Choice::FacadeDefault => (Outcome::FacadeDefault, &[]),
        resolution::Choice::Missing => (Outcome::Missing, &[]),
        resolution::Choice::Conflict(some) => (Outcome::Conflict, some),
    }
}

fn labels(chain: &resolution::Chain) -> Vec<&str> {
    chain.0.iter().map(|step| step.label.as_str()).collect()
}
