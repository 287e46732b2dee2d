//! Who gets what, in a few words.

use super::key;
use super::text::text;
use linkface_graph::facts::{Grade, Need, PackageId, Place};
use linkface_graph::manifest::profile::Aborting;
use linkface_graph::packages::Package;
use linkface_graph::resolution::{
    Chain, Choice, Configuration, FacadeUse, How, ItemUse, ProviderUse, Resolution, Root, RootKind,
    RootResolution, Step,
};
use linkface_graph::rules::{Context, Linked, run};

/// Packages, and who gets what.
pub(crate) struct World {
    packages: Vec<Package>,
    resolutions: Vec<Resolution>,
    linked: Vec<Linked>,
    aborting: Vec<Aborting>,
    dynamic: Vec<String>,
}

pub(crate) fn world(packages: impl IntoIterator<Item = Package>) -> World {
    World {
        packages: packages.into_iter().collect(),
        resolutions: Vec::new(),
        linked: Vec::new(),
        aborting: Vec::new(),
        dynamic: Vec::new(),
    }
}

impl World {
    /// What follows is of this configuration.
    pub(crate) fn configuration(mut self, target: &str, features: &str) -> Self {
        let (target, features) = (target.to_owned(), features.to_owned());
        let configuration = Configuration { target, features };
        self.resolutions.push(Resolution {
            configuration,
            roots: Vec::new(),
        });
        self
    }

    /// A root that calls `link!()`; what follows is about it.
    pub(crate) fn root(self, kind: RootKind, package: &str) -> Self {
        self.named_root(kind, package, package)
    }

    pub(crate) fn named_root(mut self, kind: RootKind, package: &str, name: &str) -> Self {
        if self.resolutions.is_empty() {
            self = self.configuration("linux", "default features");
        }
        let root = Root {
            package: PackageId(package.to_owned()),
            package_name: package.to_owned(),
            kind,
            name: name.to_owned(),
        };
        let link = Some(Place::default());
        let resolution = self.resolutions.last_mut().expect("a configuration");
        resolution.roots.push(RootResolution {
            root,
            link,
            facades: Vec::new(),
        });
        self
    }

    /// It doesn't call `link!()`.
    pub(crate) fn unlinked(mut self) -> Self {
        self.last_root().link = None;
        self
    }

    /// It has a façade, "console@0.1" of package "console", by these chains: "app → console".
    pub(crate) fn uses(mut self, facade: &str, package: &str, chains: &[&str]) -> Self {
        let declarer = self.package(package);
        let facts = declarer.crates[0].facts.clone().expect("facts");
        let items = facts.declared.into_iter();
        let facade = FacadeUse {
            facade: key(facade),
            package: declarer.id,
            required_by: chains.iter().map(|steps| chain(steps)).collect(),
            providers: Vec::new(),
            other_versions: Vec::new(),
            choice: Choice::FacadeDefault,
            items: items
                .map(|declared| ItemUse {
                    declared,
                    implementors: Vec::new(),
                })
                .collect(),
        };
        self.last_root().facades.push(facade);
        self
    }

    /// The last package of the chain provides these items of the façade.
    pub(crate) fn provider(mut self, how: How, steps: &str, items: &str) -> Self {
        let provider = self.provider_use(how, steps);
        let facade = self.last_root().facades.last_mut().expect("a façade");
        facade.providers.push(provider);
        for item in &mut facade.items {
            let path = item.declared.path.join("::");
            if items.split(' ').any(|name| name == path) {
                item.implementors.push(facade.providers.len() - 1);
            }
        }
        self
    }

    /// The last package of the chain implements another version of it; a chain of one is the root.
    pub(crate) fn other_version(mut self, facade: &str, steps: &str) -> Self {
        let how = if chain(steps).0.len() > 1 {
            How::Direct
        } else {
            How::Own
        };
        let provider = self.provider_use(how, steps);
        let found = self.last_root().facades.last_mut().expect("a façade");
        found.other_versions.push((key(facade), provider));
        self
    }

    /// `panic = "abort"` in these profiles.
    pub(crate) fn aborts(mut self, profiles: &[&str]) -> Self {
        self.aborting
            .extend(profiles.iter().map(|&profile| Aborting {
                file: "/w/Cargo.toml".into(),
                profile: profile.to_owned(),
            }));
        self
    }

    /// `-C prefer-dynamic` for these targets.
    pub(crate) fn prefers_dynamic(mut self, targets: &[&str]) -> Self {
        self.dynamic
            .extend(targets.iter().map(|&target| target.to_owned()));
        self
    }

    pub(crate) fn linked(mut self, linked: Linked) -> Self {
        self.linked.push(linked);
        self
    }

    fn provider_use(&self, how: How, steps: &str) -> ProviderUse {
        let chain = chain(steps);
        let package = self.package(&chain.0.last().expect("a chain").package.0);
        let facts: Vec<_> = package
            .crates
            .iter()
            .filter_map(|target| target.facts.as_ref())
            .collect();
        let first = facts
            .iter()
            .flat_map(|facts| &facts.implemented)
            .min_by_key(|one| one.grade);
        ProviderUse {
            package: package.id.clone(),
            name: package.name.clone(),
            version: package.version.clone(),
            how,
            grade: first.map_or(Grade::Ordinary, |one| one.grade),
            place: first.map(|one| one.place.clone()).unwrap_or_default(),
            chain,
        }
    }

    fn package(&self, id: &str) -> Package {
        let mut packages = self.packages.iter();
        let found = packages.find(|package| package.id.0 == id);
        found.unwrap_or_else(|| panic!("no package {id}")).clone()
    }

    fn last_root(&mut self) -> &mut RootResolution {
        let resolution = self.resolutions.last_mut().expect("a configuration");
        resolution.roots.last_mut().expect("a root")
    }

    /// Runs all rules, and compares everything that they say.
    #[track_caller]
    pub(crate) fn check(mut self, expected: &str) {
        let roots = self
            .resolutions
            .iter_mut()
            .flat_map(|resolution| &mut resolution.roots);
        for facade in roots.flat_map(|root| &mut root.facades) {
            facade.choice = choice(facade);
        }
        let packages = self.packages.into_iter();
        let packages = packages
            .map(|package| (package.id.clone(), package))
            .collect();
        let findings = run(Context {
            packages: &packages,
            resolutions: &self.resolutions,
            linked: &self.linked,
            aborting: &self.aborting,
            dynamic: &self.dynamic,
        });
        let text: Vec<String> = findings.iter().map(text).collect();
        let (text, expected) = (text.join("\n"), expected.trim());
        assert!(
            text.trim() == expected,
            "found:\n\n{text}\n\nexpected:\n\n{expected}\n"
        );
    }
}

/// What the resolution would say.
fn choice(facade: &FacadeUse) -> Choice {
    let needs =
        |item: &&ItemUse| item.declared.need != Need::Defaulted && item.implementors.is_empty();
    let two = |item: &&ItemUse| item.implementors.len() > 1;
    if facade.items.iter().any(|item| needs(&item)) {
        return Choice::Missing;
    }
    if let Some(item) = facade.items.iter().find(two) {
        return Choice::Conflict(item.implementors.clone());
    }
    match &facade.providers[..] {
        [] => Choice::FacadeDefault,
        [_] => Choice::Provider(0),
        several => Choice::Shared((0..several.len()).collect()),
    }
}

/// "app → dev:rng-mock → rng": ids of packages, behind the kind of the edge.
fn chain(steps: &str) -> Chain {
    let steps = steps.split(" → ").map(|step| {
        let (edge, package) = step.split_once(':').unwrap_or(("", step));
        Step {
            package: PackageId(package.to_owned()),
            label: package.to_owned(),
            edge: edge.to_owned(),
        }
    });
    Chain(steps.collect())
}
