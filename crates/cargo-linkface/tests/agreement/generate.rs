//! A random workspace: façades, providers, libraries in the middle, roots.

use crate::model::{Dependency, Package};
use crate::random::Random;
use std::fmt::Write as _;

/// What a façade declares.
#[derive(Clone)]
struct Facade {
    package: String,
    folder: String,
    items: Vec<Item>,
}

#[derive(Clone)]
struct Item {
    name: &'static str,
    need: Need,
}

#[derive(Clone, Copy, PartialEq)]
enum Need {
    Required,
    Defaultable,
    Defaulted,
}

/// A library that may be depended on.
#[derive(Clone)]
struct Library {
    package: String,
    folder: String,
}

struct Generator {
    random: Random,
    seed: u64,
    packages: Vec<Package>,
    facades: Vec<Facade>,
    /// What has the items of which façade: itself, or a front.
    ways: Vec<(Library, usize)>,
    providers: Vec<Library>,
    middles: Vec<Library>,
}

/// The workspace of this seed. Its packages' names begin with the seed's number.
pub(crate) fn workspace(seed: u64) -> Vec<Package> {
    let mut generator = Generator {
        random: Random::of(seed),
        seed,
        packages: Vec::new(),
        facades: Vec::new(),
        ways: Vec::new(),
        providers: Vec::new(),
        middles: Vec::new(),
    };
    generator.facades();
    for nth in 0..generator.random.between(0, 4) {
        generator.provider(nth);
    }
    for nth in 0..generator.random.between(1, 4) {
        generator.middle(nth);
    }
    for nth in 0..generator.random.between(1, 3) {
        generator.root(nth);
    }
    generator.packages
}

impl Generator {
    fn name(&self, kind: &str, nth: usize) -> String {
        format!("s{}-{kind}{nth}", self.seed)
    }

    fn facades(&mut self) {
        for nth in 0..self.random.between(1, 2) {
            let name = self.name("face", nth);
            let facade = self.facade(&name, &name.clone(), "0.1.0");
            if self.random.percent(20) {
                self.front(nth, facade);
            }
        }
        if self.random.percent(30) {
            let name = self.name("face", 0);
            let folder = format!("{name}-other");
            self.facade(&name, &folder, "0.2.0");
        }
    }

    fn facade(&mut self, name: &str, folder: &str, version: &'static str) -> usize {
        let mut code = String::new();
        let mut items = Vec::new();
        let count = self.random.between(1, 3);
        for name in &["a", "b", "c"][..count] {
            let needs = [
                Need::Required,
                Need::Required,
                Need::Defaultable,
                Need::Defaulted,
            ];
            let need = *self.random.one_of(&needs);
            let (argument, body) = match need {
                Need::Required => ("", ";"),
                Need::Defaultable => ("(default)", ";"),
                Need::Defaulted => ("", " { 1 }"),
            };
            let _ = writeln!(
                code,
                "#[linkface::interface{argument}] pub fn {name}() -> u32{body}"
            );
            items.push(Item { name, need });
        }
        self.packages.push(Package {
            name: name.to_owned(),
            folder: folder.to_owned(),
            version,
            library: Some((code, false)),
            ..Package::default()
        });
        let library = Library {
            package: name.to_owned(),
            folder: folder.to_owned(),
        };
        self.ways.push((library, self.facades.len()));
        self.facades.push(Facade {
            package: name.to_owned(),
            folder: folder.to_owned(),
            items,
        });
        self.facades.len() - 1
    }

    /// A front of a façade and the default provider that it brings.
    fn front(&mut self, nth: usize, facade: usize) {
        let declaring = self.facades[facade].clone();
        let default = self.library("dflt", nth);
        let dependency = on(&declaring.package, &declaring.folder);
        let grade_percent = if self.random.percent(80) { 100 } else { 30 };
        let code =
            self.implementations(&declaring, &dependency.name, grade_percent, 100, "default");
        self.packages
            .push(package(&default, vec![dependency], code));
        let front = self.library("front", nth);
        let dependencies = vec![
            on(&declaring.package, &declaring.folder),
            on(&default.package, &default.folder),
        ];
        let code = format!(
            "pub use {}::*;\n{}",
            dependencies[0].name,
            dependencies[1].named()
        );
        let mut package = package(&front, dependencies, code);
        if self.random.percent(70) {
            package.metadata = vec![format!("default = \"{}\"", default.package)];
        }
        self.packages.push(package);
        self.ways.push((front, facade));
        self.providers.push(default);
    }

    fn library(&self, kind: &str, nth: usize) -> Library {
        let name = self.name(kind, nth);
        Library {
            package: name.clone(),
            folder: name,
        }
    }

    /// Implementations of some items of a façade, or of one.
    fn implementations(
        &mut self,
        facade: &Facade,
        path: &str,
        default_percent: usize,
        item_percent: usize,
        prefix: &str,
    ) -> String {
        let mut items = self.random.some_of(&facade.items, item_percent);
        if items.is_empty() {
            items.push(self.random.one_of(&facade.items).clone());
        }
        let mut code = String::new();
        for Item { name, need } in items {
            let is_default = need == Need::Defaultable && self.random.percent(default_percent);
            let grade = if is_default { ", default" } else { "" };
            let _ = writeln!(
                code,
                "#[linkface::implement({path}::{name}{grade})] fn {prefix}_{path}_{name}() -> u32 {{ 2 }}"
            );
        }
        code
    }

    /// A dependency that may be renamed, optional, or for one platform.
    fn somehow_on(&mut self, library: &Library) -> Dependency {
        let mut dependency = on(&library.package, &library.folder);
        match self.random.between(0, 9) {
            0 => dependency.name = format!("renamed_{}", dependency.name),
            1 => dependency.optional = Some(self.random.percent(50)),
            2 => dependency.condition = Some("unix"),
            3 => dependency.condition = Some("windows"),
            _ => {}
        }
        dependency
    }

    fn provider(&mut self, nth: usize) {
        let library = self.library("prov", nth);
        let mut dependencies: Vec<Dependency> = Vec::new();
        let mut code = String::new();
        let count = if self.random.percent(15) { 2 } else { 1 };
        for turn in 0..count {
            let (way, facade) = self.random.one_of(&self.ways).clone();
            let dependency = on(&way.package, &way.folder);
            if dependencies.iter().any(|one| one.name == dependency.name) {
                continue;
            }
            // Two implementations of one item in one crate are rustc's affair.
            let facade = self.facades[facade].clone();
            let named =
                |one: &Dependency| one.package == facade.package && one.folder == facade.folder;
            if turn > 0 && (dependencies.iter().any(named) || way.package != facade.package) {
                continue;
            }
            let part = if self.random.percent(60) { 100 } else { 50 };
            code += &self.implementations(&facade, &dependency.name, 30, part, "provide");
            dependencies.push(dependency);
            if way.package != facade.package {
                break;
            }
        }
        if !self.providers.is_empty() && self.random.percent(8) {
            let other = self.random.one_of(&self.providers).clone();
            let dependency = self.somehow_on(&other);
            code += &dependency.named();
            dependencies.push(dependency);
        }
        self.packages.push(package(&library, dependencies, code));
        self.providers.push(library);
    }

    fn middle(&mut self, nth: usize) {
        let library = self.library("mid", nth);
        let mut dependencies = Vec::new();
        let mut code = String::new();
        let ways: Vec<Library> = self.ways.iter().map(|(way, _)| way.clone()).collect();
        let mut below = self.random.some_of(&ways, 50);
        let middles = self.middles.clone();
        below.extend(self.random.some_of(&middles, 40));
        let providers = self.providers.clone();
        below.extend(self.random.some_of(&providers, 12));
        for one in below {
            let dependency = self.somehow_on(&one);
            if self.random.percent(85) {
                code += &dependency.named();
            } else if self.random.percent(50) {
                // Named, and not in this build.
                let cfg = self
                    .random
                    .one_of(&["windows", "any()", "feature = \"none\""]);
                let (name, named) = (&dependency.name, dependency.named());
                let _ = writeln!(code, "#[cfg({cfg})] mod never_{name} {{ {named}}}");
            }
            dependencies.push(dependency);
        }
        for one in self.random.some_of(&providers, 12) {
            let mut dependency = on(&one.package, &one.folder);
            dependency.dev = true;
            if dependencies
                .iter()
                .all(|other: &Dependency| other.package != one.package)
            {
                let _ = writeln!(code, "#[cfg(test)] use {} as _;", dependency.name);
                dependencies.push(dependency);
            }
        }
        self.packages.push(package(&library, dependencies, code));
        self.middles.push(library);
    }

    fn root(&mut self, nth: usize) {
        let library = self.library("app", nth);
        let mut dependencies = Vec::new();
        let ways: Vec<Library> = self.ways.iter().map(|(way, _)| way.clone()).collect();
        let mut below = self.random.some_of(&self.middles.clone(), 60);
        below.extend(self.random.some_of(&ways, 35));
        below.extend(self.random.some_of(&self.providers.clone(), 35));
        for one in below {
            let mut dependency = self.somehow_on(&one);
            if dependency.optional.is_none() && self.random.percent(12) {
                dependency.dev = true;
            }
            dependencies.push(dependency);
        }
        let mut made = package(&library, dependencies, String::new());
        let kind = self.random.between(0, 9);
        made.library = match kind {
            0..=1 => Some((self.root_code(&made, false, ""), true)),
            2..=4 => {
                let mut code = String::new();
                for dependency in &made.dependencies {
                    if !dependency.dev && self.random.percent(50) {
                        code += &dependency.named();
                    }
                }
                Some((code, false))
            }
            _ => None,
        };
        if kind > 1 {
            for nth in 0..self.random.between(1, 2) {
                let name = format!("{}-bin{nth}", library.package);
                let code = self.root_code(&made, false, "fn main() {}\n");
                made.programs.push((name, code, self.random.percent(40)));
            }
        }
        for nth in 0..self.random.between(0, 2) {
            let name = format!("{}-test{nth}", library.package);
            let code = self.root_code(&made, true, "");
            made.tests.push((name, code));
        }
        if self.random.percent(35) {
            made.metadata = vec![self.allow()];
        }
        self.packages.push(made);
    }

    /// A root, which may implement something itself.
    fn root_code(&mut self, package: &Package, dev: bool, rest: &str) -> String {
        let mut code = "linkface::link!();\n".to_owned();
        if self.random.percent(25) {
            let dependencies = package.dependencies.iter();
            let always = dependencies.filter(|one| {
                one.optional.is_none() && one.condition.is_none() && (dev || !one.dev)
            });
            let found = always.filter_map(|one| {
                let mut ways = self.ways.iter();
                let (_, facade) = ways.find(|(way, _)| way.folder == one.folder)?;
                Some((one.name.clone(), self.facades[*facade].clone()))
            });
            let found: Vec<_> = found.collect();
            if let Some((path, facade)) = found.first() {
                code += &self.implementations(facade, path, 30, 60, "own");
            }
        }
        code + rest
    }

    fn allow(&mut self) -> String {
        let mut about = vec![self.name("face", 0)];
        about.extend(self.middles.iter().map(|one| one.package.clone()));
        about.extend(self.providers.iter().map(|one| one.package.clone()));
        let mut list = Vec::new();
        for _ in 0..self.random.between(1, 2) {
            let code = *self
                .random
                .one_of(&["LF0001", "LF0003", "LF0004", "LF0004"]);
            let mut name = self.random.one_of(&about).clone();
            if self.random.percent(30) {
                name = name.replace('-', "_");
            }
            list.push(if self.random.percent(80) {
                format!("{code}:{name}")
            } else {
                code.to_owned()
            });
        }
        format!("allow = {list:?}")
    }
}

/// A plain dependency.
fn on(package: &str, folder: &str) -> Dependency {
    let mut name = package.replace('-', "_");
    if package != folder {
        name += "_other";
    }
    Dependency {
        name,
        package: package.to_owned(),
        folder: folder.to_owned(),
        dev: false,
        optional: None,
        condition: None,
    }
}

fn package(library: &Library, dependencies: Vec<Dependency>, code: String) -> Package {
    Package {
        name: library.package.clone(),
        folder: library.folder.clone(),
        version: "0.1.0",
        dependencies,
        library: Some((code, false)),
        ..Package::default()
    }
}
