//! What there is: façades, their items, and who implements them.

use crate::output::choice::Spot;
use crate::output::json;
use crate::session::{Analysis, Session};
use linkface_graph::facts::{Declared, Grade, Kind, Need, PackageId};
use linkface_graph::packages::Package;
use linkface_graph::resolution::{How, ProviderUse, RootKind};
use linkface_symbol::Compat;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A package whose library declares.
#[derive(Debug, Serialize)]
pub(super) struct Facade<'a> {
    reason: &'static str,
    version: u32,
    #[serde(rename = "facade")]
    pub(super) key: String,
    pub(super) package: &'a str,
    pub(super) package_version: &'a str,
    pub(super) in_workspace: bool,
    pub(super) items: Vec<Item<'a>>,
    pub(super) providers: Vec<Provider<'a>>,
}

/// A declared item.
#[derive(Debug, Serialize)]
pub(super) struct Item<'a> {
    pub(super) path: String,
    pub(super) kind: Kind,
    pub(super) need: Need,
    pub(super) signature: &'a str,
    pub(super) docs: &'a str,
    pub(super) public: bool,
    pub(super) only_in_tests: bool,
    pub(super) place: Spot<'a>,
}

/// A package that implements.
#[derive(Debug, Serialize)]
pub(super) struct Provider<'a> {
    pub(super) package: &'a str,
    pub(super) package_version: &'a str,
    pub(super) in_workspace: bool,
    pub(super) items: BTreeSet<String>,
    pub(super) grade: Grade,
    pub(super) place: Spot<'a>,
}

/// A crate of the workspace that programs load.
#[derive(Debug, Serialize)]
pub(super) struct Plugin<'a> {
    reason: &'static str,
    version: u32,
    pub(super) package: &'a str,
    pub(super) package_version: &'a str,
    pub(super) exports: Vec<Export<'a>>,
}

/// What a plugin exports.
#[derive(Debug, Serialize)]
pub(super) struct Export<'a> {
    /// A type, or a module: `mod math::api`.
    pub(super) name: String,
    /// What it is loaded as: none for a module, or where code doesn't tell.
    pub(super) interface: Option<Interface>,
    pub(super) place: Spot<'a>,
}

/// An item of a façade that can be loaded.
#[derive(Debug, Serialize)]
pub(super) struct Interface {
    pub(super) facade: String,
    pub(super) item: String,
}

/// By name.
pub(super) fn plugins<'a>(analysis: &'a Analysis, session: &Session) -> Vec<Plugin<'a>> {
    let mut plugins: Vec<Plugin<'a>> = linkface_graph::plugins::plugins(&analysis.packages)
        .into_iter()
        .map(|plugin| Plugin {
            reason: "linkface-plugin-crate",
            version: json::VERSION,
            package: &plugin.package.name,
            package_version: &plugin.package.version,
            exports: plugin
                .exports
                .iter()
                .map(|export| Export {
                    name: export.name(),
                    interface: export.interface.map(|of| Interface {
                        facade: key(of.package),
                        item: of.loadable.path.join("::"),
                    }),
                    place: Spot::new(export.place, session),
                })
                .collect(),
        })
        .collect();
    plugins.sort_by(|a, b| (a.package, a.package_version).cmp(&(b.package, b.package_version)));
    plugins
}

/// By name and version; providers by name.
pub(super) fn facades<'a>(analysis: &'a Analysis, session: &Session) -> Vec<Facade<'a>> {
    let mut facades: Vec<Facade<'a>> = analysis
        .packages
        .values()
        .filter_map(|package| {
            let facts = package.library()?.facts.as_ref()?;
            let items = facts.declared.iter();
            (!facts.declared.is_empty()).then(|| Facade {
                reason: "linkface-facade",
                version: json::VERSION,
                key: key(package),
                package: &package.name,
                package_version: &package.version,
                in_workspace: package.in_workspace,
                items: items.map(|item| Item::new(item, session)).collect(),
                providers: providers(&package.id, analysis, session),
            })
        })
        .collect();
    facades.sort_by(|a, b| (&a.key, a.package_version).cmp(&(&b.key, b.package_version)));
    facades
}

/// `console@0.1`
fn key(package: &Package) -> String {
    match Compat::of(&package.version) {
        Ok(version) => format!("{}@{version}", package.name),
        Err(_) => package.name.clone(),
    }
}

/// Who implements something of a façade in any root. Every provider of the workspace is in one: that of
/// its own tests.
fn providers<'a>(
    facade: &PackageId,
    analysis: &'a Analysis,
    session: &Session,
) -> Vec<Provider<'a>> {
    let mut providers = BTreeMap::new();
    let uses = analysis
        .resolutions
        .iter()
        .flat_map(|resolution| &resolution.roots)
        .flat_map(|root| {
            root.facades
                .iter()
                .map(move |found| (root.root.kind, found))
        })
        .filter(|(_, found)| found.package == *facade);
    for (kind, found) in uses {
        for (nth, provider) in found.providers.iter().enumerate() {
            let package = analysis.packages.get(&provider.package);
            if is_fake(kind, provider, package) {
                continue;
            }
            let known = providers
                .entry((&provider.name, &provider.version))
                .or_insert_with(|| Provider {
                    package: &provider.name,
                    package_version: &provider.version,
                    in_workspace: package.is_some_and(|package| package.in_workspace),
                    items: BTreeSet::new(),
                    grade: provider.grade,
                    place: Spot::new(&provider.place, session),
                });
            let items = found.items.iter();
            let items = items.filter(|item| item.implementors.contains(&nth));
            known
                .items
                .extend(items.map(|item| item.declared.path.join("::")));
        }
    }
    providers.into_values().collect()
}

/// Whether a test implements something for itself, which makes no provider of its package.
fn is_fake(root: RootKind, provider: &ProviderUse, package: Option<&Package>) -> bool {
    let in_tests = || {
        let crates = package.into_iter().flat_map(|package| &package.crates);
        let facts = crates.filter_map(|target| target.facts.as_ref());
        let mut implemented = facts.flat_map(|facts| &facts.implemented);
        implemented.any(|one| one.only_in_tests && one.place == provider.place)
    };
    provider.how == How::Own
        && match root {
            RootKind::Test | RootKind::Bench | RootKind::Example => true,
            RootKind::UnitTest => in_tests(),
            _ => false,
        }
}

impl<'a> Item<'a> {
    fn new(item: &'a Declared, session: &Session) -> Self {
        Self {
            path: item.path.join("::"),
            kind: item.kind,
            need: item.need,
            signature: &item.signature,
            docs: &item.docs,
            public: item.public,
            only_in_tests: item.only_in_tests,
            place: Spot::new(&item.place, session),
        }
    }
}
