//! What the code of the packages says: read from their sources.

use super::target::Target;
use linkface_graph::packages::build::{Build, Enabled};
use linkface_graph::packages::read::may_have_facts;
use linkface_graph::packages::{Crate, Package, Packages};
use linkface_graph::scan::{self, Cfg};
use std::fs;
use std::io;
use std::path::Path;

/// The files of this machine.
struct Disk;

impl scan::Files for Disk {
    fn read(&self, path: &Path) -> io::Result<String> {
        fs::read_to_string(path)
    }
}

/// Reads the crates that can declare, implement or be roots. `progress` is told each package.
pub(super) fn read(
    packages: &mut Packages,
    build: &Build,
    target: &Target,
    host: &Target,
    progress: &mut dyn FnMut(&str),
) {
    let ids: Vec<_> = packages
        .values()
        .filter(|package| may_have_facts(package, packages))
        .map(|package| package.id.clone())
        .collect();
    for id in ids {
        let Some(package) = packages.get(&id) else {
            continue;
        };
        progress(&package.label());
        let facts: Vec<_> = package
            .crates
            .iter()
            .map(|krate| {
                let cfg = cfg(package, krate, packages, build, target, host);
                scan::scan(&Disk, &krate.source, &cfg)
            })
            .collect();
        let Some(package) = packages.get_mut(&id) else {
            continue;
        };
        for (krate, facts) in package.crates.iter_mut().zip(facts) {
            krate.facts = Some(facts);
        }
    }
}

/// What is `cfg` for a crate: its side's target, its package's features there, tests where they can be
/// run, and what it calls linkface.
fn cfg(
    package: &Package,
    krate: &Crate,
    packages: &Packages,
    build: &Build,
    target: &Target,
    host: &Target,
) -> Cfg {
    let on_host = krate
        .kinds
        .iter()
        .any(|kind| kind == "custom-build" || kind == "proc-macro");
    let of_target = build
        .target
        .get(&package.id)
        .map(|enabled| (target, enabled));
    let of_host = build.host.get(&package.id).map(|enabled| (host, enabled));
    let none = Enabled::default();
    let (side, enabled) = match on_host {
        true => of_host.or(of_target).unwrap_or((host, &none)),
        false => of_target.or(of_host).unwrap_or((target, &none)),
    };
    let mut cfg = side.cfg.clone().tests(package.in_workspace);
    for feature in &enabled.features {
        cfg = cfg.feature(feature);
    }
    for dependency in &package.dependencies {
        let to = packages.get(&dependency.package);
        if to.is_some_and(|to| to.name == "linkface") {
            cfg = cfg.linkface(&dependency.name);
        }
    }
    cfg
}
