//! What the code of the packages says: read from their sources, and from compiled libraries where these
//! are newer.

use super::compiled::library::Libraries;
use super::merge;
use super::target::Target;
use linkface_graph::facts::{CrateFacts, PackageId};
use linkface_graph::packages::build::{Build, Enabled};
use linkface_graph::packages::read::may_have_facts;
use linkface_graph::packages::{Crate, Package, Packages};
use linkface_graph::scan;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// The files of this machine.
struct Disk;

impl scan::Files for Disk {
    fn read(&self, path: &Path) -> io::Result<String> {
        fs::read_to_string(path)
    }
}

/// The packages that have linkface among all that they depend on. No other can have to do with a façade:
/// most of a large workspace needn't be read.
fn above_linkface(packages: &Packages) -> BTreeSet<&PackageId> {
    let mut dependents: BTreeMap<&PackageId, Vec<&PackageId>> = BTreeMap::new();
    for package in packages.values() {
        for dependency in &package.dependencies {
            let of_it = dependents.entry(&dependency.package).or_default();
            of_it.push(&package.id);
        }
    }
    let linkface = packages
        .values()
        .filter(|one| ["linkface", "linkface-plugin"].contains(&&*one.name));
    let mut queue: Vec<&PackageId> = linkface.map(|package| &package.id).collect();
    let mut above = BTreeSet::new();
    while let Some(package) = queue.pop() {
        if above.insert(package) {
            queue.extend(dependents.get(package).into_iter().flatten());
        }
    }
    above
}

/// The results for all items, in any order, from as many threads as the machine has processors.
fn in_parallel<T: Sync, R: Send>(items: &[T], read: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push(read(item));
        }
        done
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads.min(items.len()))
            .map(|_| scope.spawn(work))
            .collect();
        let mut done = work();
        for other in others {
            match other.join() {
                Ok(results) => done.extend(results),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    })
}

/// What facts are read for.
pub(super) struct Reader<'a> {
    pub(super) build: &'a Build,
    pub(super) target: &'a Target,
    pub(super) host: &'a Target,
    pub(super) libraries: &'a Libraries,
}

impl Reader<'_> {
    /// Reads the crates that can declare, implement or be roots. `progress` is told each package.
    pub(super) fn read(&self, packages: &mut Packages, progress: &(dyn Fn(&str) + Sync)) {
        let above = above_linkface(packages);
        let chosen: Vec<&Package> = packages
            .values()
            .filter(|package| may_have_facts(package, packages))
            .collect();
        let read = in_parallel(&chosen, |package| {
            let crates = package.crates.iter();
            if !above.contains(&package.id) {
                // Known without a look: a default that names it names none, for example.
                let none = crates.map(|_| CrateFacts::default());
                return (package.id.clone(), none.collect());
            }
            progress(&package.label());
            let facts = crates.map(|krate| self.of_crate(krate, package, packages));
            (package.id.clone(), facts.collect::<Vec<CrateFacts>>())
        });
        for (id, facts) in read {
            if let Some(package) = packages.get_mut(&id) {
                for (krate, facts) in package.crates.iter_mut().zip(facts) {
                    krate.facts = Some(facts);
                }
            }
        }
    }

    fn of_crate(&self, krate: &Crate, package: &Package, packages: &Packages) -> CrateFacts {
        let (side, enabled) = self.side(krate, package);
        let mut cfg = side.cfg.clone().tests(package.in_workspace);
        for feature in enabled.into_iter().flat_map(|enabled| &enabled.features) {
            cfg = cfg.feature(feature);
        }
        for dependency in &package.dependencies {
            let to = packages.get(&dependency.package);
            if to.is_some_and(|to| to.name == "linkface") {
                cfg = cfg.linkface(&dependency.name);
            }
        }
        let mut facts = scan::scan(&Disk, &krate.source, &cfg);
        if let Some(enabled) = enabled.filter(|_| krate.is_library())
            && let Some(compiled) = self
                .libraries
                .facts(&package.name, krate, &enabled.features)
        {
            merge::compiled(&mut facts, compiled);
        }
        facts
    }

    /// For which target a crate is built, and with which features, if it is.
    fn side(&self, krate: &Crate, package: &Package) -> (&Target, Option<&Enabled>) {
        let target = self.build.target.get(&package.id);
        let host = self.build.host.get(&package.id);
        match (
            krate.is("custom-build") || krate.is("proc-macro"),
            target,
            host,
        ) {
            (true, _, Some(_)) | (false, None, Some(_)) => (self.host, host),
            (false, ..) => (self.target, target),
            (true, _, None) => (self.host, target),
        }
    }
}
