//! Plugins: which crates of the workspace export what to hosts.
//!
//! What a plugin exports is a type, and which interface it implements is decided by the compiler: by
//! what stands behind `as`, else by an `impl` of a loadable trait for the type. Here both are looked for
//! in code, so an `impl` that a macro makes isn't found.

use crate::facts::{CrateFacts, Export, Exported, Loadable, Place, TraitImpl};
use crate::packages::{Crate, Package, Packages};
use crate::rules::items::{below, library_facts};

/// A crate of the workspace that says `linkface_plugin::export!`.
#[derive(Clone, Debug)]
pub struct Plugin<'a> {
    /// Its package.
    pub package: &'a Package,
    /// The crate.
    pub target: &'a Crate,
    /// What it exports, in the order of its code.
    pub exports: Vec<Exports<'a>>,
}

/// A type or a module that a plugin exports.
#[derive(Clone, Debug)]
pub struct Exports<'a> {
    /// Which.
    pub exported: &'a Exported,
    /// Where.
    pub place: &'a Place,
    /// As what: none for a module, and where code doesn't tell.
    pub interface: Option<Interface<'a>>,
}

/// A trait that can be loaded.
#[derive(Clone, Copy, Debug)]
pub struct Interface<'a> {
    /// The package that declares it.
    pub package: &'a Package,
    /// The trait.
    pub loadable: &'a Loadable,
}

/// All plugins of the workspace, in the order of packages.
#[must_use]
pub fn plugins(packages: &Packages) -> Vec<Plugin<'_>> {
    let members = packages.values().filter(|package| package.in_workspace);
    let crates = members.flat_map(|package| package.crates.iter().map(move |of| (package, of)));
    crates
        .filter_map(|(package, target)| {
            let facts = target.facts.as_ref()?;
            let exports: Vec<_> = exported(facts)
                .map(|(exported, place)| Exports {
                    exported,
                    place,
                    interface: interface(packages, package, facts, exported),
                })
                .collect();
            (!exports.is_empty()).then_some(Plugin {
                package,
                target,
                exports,
            })
        })
        .collect()
}

/// The trait that a path in the code of a package means, if it can be loaded.
#[must_use]
pub fn loadable<'a>(
    packages: &'a Packages,
    package: &'a Package,
    path: &[String],
) -> Option<Interface<'a>> {
    search(packages, package, path, |one, path| {
        one.path == path || one.path.last() == path.last()
    })
}

impl Exports<'_> {
    /// `Euler`, `mod math::api`: as it could stand in the plugin's own code.
    #[must_use]
    pub fn name(&self) -> String {
        let path = match self.exported.path.split_first() {
            Some((krate, rest)) if krate == "crate" => rest,
            _ => &self.exported.path,
        };
        let word = if self.exported.is_module { "mod " } else { "" };
        format!("{word}{}", path.join("::"))
    }
}

fn exported(facts: &CrateFacts) -> impl Iterator<Item = (&Exported, &Place)> {
    let exports = facts.exports.iter().filter(|export| !export.only_in_tests);
    exports.flat_map(
        |Export {
             exported, place, ..
         }| exported.iter().map(move |one| (one, place)),
    )
}

fn interface<'a>(
    packages: &'a Packages,
    package: &'a Package,
    facts: &'a CrateFacts,
    exported: &Exported,
) -> Option<Interface<'a>> {
    if exported.is_module {
        return None;
    }
    if let Some(loaded) = &exported.loaded {
        return search(packages, package, loaded, |one, path| {
            path.last() == Some(&one.loaded)
        });
    }
    let (krate, path) = exported.path.split_first()?;
    let of = |facts: &'a CrateFacts, package, is: &dyn Fn(&TraitImpl) -> bool| {
        let impls = facts.impls.iter().filter(|one| !one.only_in_tests);
        let mut found = impls.filter(|one| is(one));
        found.find_map(|one| loadable(packages, package, &one.of))
    };
    if krate == "crate" {
        return of(facts, package, &|one| one.by == exported.path);
    }
    // A type may be exported again by the crate that is named.
    let named = named(packages, package, krate)?;
    below(packages, named).find_map(|package| {
        let facts = library_facts(package)?;
        of(facts, package, &|one| {
            one.by.first().is_some_and(|first| first == "crate") && one.by.last() == path.last()
        })
    })
}

/// The package that a name in another's code means.
fn named<'a>(packages: &'a Packages, package: &'a Package, krate: &str) -> Option<&'a Package> {
    if krate == "crate" {
        return Some(package);
    }
    let mut edges = package.dependencies.iter();
    let own = || {
        package
            .library()
            .filter(|own| own.name.replace('-', "_") == krate)
    };
    match edges.find(|edge| edge.name == krate) {
        Some(edge) => packages.get(&edge.package),
        None => own().map(|_| package),
    }
}

/// A loadable trait of the crate that a path names, or of one below it that it exports again.
fn search<'a>(
    packages: &'a Packages,
    package: &'a Package,
    path: &[String],
    is: impl Fn(&Loadable, &[String]) -> bool,
) -> Option<Interface<'a>> {
    let (krate, path) = path.split_first()?;
    below(packages, named(packages, package, krate)?).find_map(|package| {
        let mut all = library_facts(package)?.loadable.iter();
        let loadable = all.find(|one| !one.only_in_tests && is(one, path))?;
        Some(Interface { package, loadable })
    })
}
