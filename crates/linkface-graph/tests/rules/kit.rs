//! Packages in a few words.

mod text;
mod world;

pub(crate) use world::{World, world};

use linkface_graph::facts::{
    CrateFacts, Declared, Export, Exported, FacadeKey, Grade, Implemented, ItemRef, Kind, Link,
    Loadable, Need, PackageId, Place, TraitImpl,
};
use linkface_graph::finding::Code;
use linkface_graph::manifest::{Allow, Manifest};
use linkface_graph::packages::{Crate, Dependency, Package};

/// A member of the workspace with a library that says nothing: "console 0.1.0".
pub(crate) fn package(spec: &str) -> Package {
    let (name, version) = spec.split_once(' ').unwrap_or((spec, "0.1.0"));
    let folder = if spec.contains(' ') {
        spec.replace(' ', "-")
    } else {
        name.to_owned()
    };
    let package = Package {
        id: PackageId(spec.to_owned()),
        name: name.to_owned(),
        version: version.to_owned(),
        manifest_path: format!("/w/{folder}/Cargo.toml").into(),
        in_workspace: true,
        manifest: Manifest::default(),
        problems: Vec::new(),
        crates: Vec::new(),
        dependencies: Vec::new(),
    };
    package.target("lib", name, "src/lib.rs")
}

pub(crate) trait Build: Sized {
    fn with(self, change: impl FnOnce(&mut Package)) -> Self;

    /// From the registry.
    fn outside(self) -> Self {
        self.with(|package| package.in_workspace = false)
    }
    fn target(self, kind: &str, name: &str, file: &str) -> Self {
        self.with(|package| {
            let source = package.manifest_path.with_file_name(file);
            package.crates.push(Crate {
                name: name.to_owned(),
                kinds: vec![kind.to_owned()],
                source,
                test: true,
                required_features: Vec::new(),
                facts: Some(CrateFacts::default()),
            });
        })
    }
    /// A program instead of the library.
    fn bin(self) -> Self {
        let name = self.name();
        self.with(|package| package.crates.clear())
            .target("bin", &name, "src/main.rs")
    }
    fn name(&self) -> String;
    /// Facts of the crate that was added last.
    fn facts(self, change: impl FnOnce(&mut CrateFacts)) -> Self {
        self.with(|package| {
            let target = package.crates.last_mut().expect("a target");
            change(target.facts.as_mut().expect("facts"));
        })
    }
    fn declares(self, items: &str, need: Need) -> Self {
        self.with(|package| {
            let target = package.crates.last_mut().expect("a target");
            let facts = target.facts.as_mut().expect("facts");
            for item in items.split(' ') {
                let place = place(
                    &target.source,
                    facts.declared.len() + facts.implemented.len(),
                );
                facts.declared.push(Declared {
                    path: item.split("::").map(str::to_owned).collect(),
                    kind: Kind::Function,
                    need,
                    signature: format!("pub fn {}()", item.rsplit("::").next().unwrap_or(item)),
                    docs: String::new(),
                    public: true,
                    in_group: false,
                    only_in_tests: false,
                    symbol: None,
                    abi: None,
                    hash: None,
                    place,
                });
            }
        })
    }
    fn implements(self, items: &str, grade: Grade) -> Self {
        self.with(|package| {
            let target = package.crates.last_mut().expect("a target");
            let facts = target.facts.as_mut().expect("facts");
            for item in items.split(' ') {
                let place = place(
                    &target.source,
                    facts.declared.len() + facts.implemented.len(),
                );
                facts.implemented.push(Implemented {
                    item: ItemRef::Path(item.split("::").map(str::to_owned).collect()),
                    grade,
                    only_in_tests: false,
                    place,
                });
            }
        })
    }
    /// Cargo's kinds of the crate that was added last.
    fn kinds(self, kinds: &[&str]) -> Self {
        self.with(|package| {
            let target = package.crates.last_mut().expect("a target");
            target.kinds = kinds.iter().map(|&kind| kind.to_owned()).collect();
        })
    }
    /// The crate that was added last is a plugin.
    fn exports(self) -> Self {
        self.with(|package| {
            let target = package.crates.last_mut().expect("a target");
            let facts = target.facts.as_mut().expect("facts");
            facts.exports.push(Export {
                exported: Vec::new(),
                only_in_tests: false,
                place: place(&target.source, 6),
            });
        })
    }
    /// That plugin exports this: `crate::Euler`, `mod math::api`, `crate::Euler as physics::Loaded`.
    fn exporting(self, what: &str) -> Self {
        self.facts(|facts| {
            let path = |path: &str| path.split("::").map(str::to_owned).collect();
            let (what, loaded) = match what.split_once(" as ") {
                Some((what, loaded)) => (what, Some(loaded)),
                None => (what, None),
            };
            let module = what.strip_prefix("mod ");
            facts.exports[0].exported.push(Exported {
                path: path(module.unwrap_or(what)),
                is_module: module.is_some(),
                loaded: loaded.map(path),
            });
        })
    }
    /// A trait that can be loaded.
    fn loadable(self, path: &str, same_build: bool) -> Self {
        self.with(|package| {
            let target = package.crates.last_mut().expect("a target");
            let facts = target.facts.as_mut().expect("facts");
            facts.loadable.push(Loadable {
                path: vec![path.to_owned()],
                loaded: format!("Loaded{path}"),
                same_build,
                only_in_tests: false,
                place: place(&target.source, 1),
            });
        })
    }
    /// `impl Mod for Rain`, with paths.
    fn impls(self, of: &str, by: &str) -> Self {
        self.with(|package| {
            let target = package.crates.last_mut().expect("a target");
            let facts = target.facts.as_mut().expect("facts");
            let path = |path: &str| path.split("::").map(str::to_owned).collect();
            facts.impls.push(TraitImpl {
                of: path(of),
                by: path(by),
                only_in_tests: false,
                place: place(&target.source, 2),
            });
        })
    }
    /// On a package that its code names.
    fn uses(self, on: &str) -> Self {
        let name = on.split(' ').next().unwrap_or(on).replace('-', "_");
        self.depends(on).names(&name)
    }
    /// The crate that was added last names these.
    fn names(self, names: &str) -> Self {
        self.facts(|facts| facts.names.extend(names.split(' ').map(str::to_owned)))
    }
    fn links(self, providers: &[&str]) -> Self {
        self.facts(|facts| {
            facts.links.push(Link {
                only_in_tests: false,
                providers: providers.iter().map(|&name| name.to_owned()).collect(),
                place: Place::default(),
            });
        })
    }
    /// On "rng 0.1.0", with the edge's details to change.
    fn edge(self, on: &str, change: impl FnOnce(&mut Dependency)) -> Self {
        self.with(|package| {
            let name = on.split(' ').next().unwrap_or(on).replace('-', "_");
            let mut edge = Dependency {
                package: PackageId(on.to_owned()),
                name,
                normal: true,
                dev: false,
                build: false,
                optional: false,
                enabled_by: None,
                condition: None,
            };
            change(&mut edge);
            package.dependencies.push(edge);
        })
    }
    fn depends(self, on: &str) -> Self {
        self.edge(on, |_| ())
    }
    fn dev_depends(self, on: &str) -> Self {
        self.edge(on, |edge| (edge.normal, edge.dev) = (false, true))
    }
    fn manifest(self, change: impl FnOnce(&mut Manifest)) -> Self {
        self.with(|package| change(&mut package.manifest))
    }
    fn allow(self, code: Code, package: Option<&str>) -> Self {
        let package = package.map(str::to_owned);
        self.manifest(|manifest| manifest.allow.push(Allow { code, package }))
    }
}

impl Build for Package {
    fn with(mut self, change: impl FnOnce(&mut Package)) -> Self {
        change(&mut self);
        self
    }
    fn name(&self) -> String {
        self.name.clone()
    }
}

/// The `nth` item of a file.
fn place(file: &std::path::Path, nth: usize) -> Place {
    let line = u32::try_from(nth).expect("few items") + 3;
    Place {
        file: file.to_owned(),
        line,
        column: 1,
        end_line: line,
        end_column: 9,
    }
}

pub(crate) fn key(text: &str) -> FacadeKey {
    text.parse().expect("a façade's key")
}
