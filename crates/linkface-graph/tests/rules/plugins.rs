//! Which crates export what, and as which interface.

use crate::kit::{Build, package};
use linkface_graph::packages::{Package, Packages};
use linkface_graph::plugins::plugins;

fn physics() -> Package {
    package("physics")
        .loadable("Physics", false)
        .loadable("Log", false)
}

fn euler() -> Package {
    package("euler")
        .kinds(&["cdylib"])
        .uses("physics")
        .impls("physics::Physics", "crate::Euler")
        .exports()
}

#[track_caller]
fn check(packages: impl IntoIterator<Item = Package>, expected: &[&str]) {
    let packages = packages.into_iter();
    let packages: Packages = packages.map(|one| (one.id.clone(), one)).collect();
    let mut found = Vec::new();
    for plugin in plugins(&packages) {
        for export in &plugin.exports {
            let interface = export.interface.map_or_else(
                || "?".to_owned(),
                |of| format!("{}::{}", of.package.name, of.loadable.path.join("::")),
            );
            found.push(format!(
                "{}: {} as {interface}, line {}",
                plugin.package.name,
                export.name(),
                export.place.line
            ));
        }
    }
    assert_eq!(found, expected);
}

#[test]
fn its_own_types() {
    let euler = euler().exporting("crate::Euler");
    check(
        [euler, physics()],
        &["euler: Euler as physics::Physics, line 9"],
    );
}

#[test]
fn a_type_of_a_library_that_another_exports_again() {
    let solvers = package("solvers")
        .uses("physics")
        .impls("physics::Physics", "crate::fast::Verlet");
    let prelude = package("prelude").uses("solvers");
    let line = package("verlet-plugin")
        .kinds(&["cdylib"])
        .uses("prelude")
        .exports()
        .exporting("prelude::Verlet");
    check(
        [line, prelude, solvers, physics()],
        &["verlet-plugin: prelude::Verlet as physics::Physics, line 9"],
    );
}

#[test]
fn what_is_said_goes_before_what_is_found() {
    let both = euler()
        .impls("physics::Log", "crate::Euler")
        .exporting("crate::Euler as physics::LoadedLog")
        .exporting("crate::Euler as physics::LoadedPhysics");
    check(
        [both, physics()],
        &[
            "euler: Euler as physics::Log, line 9",
            "euler: Euler as physics::Physics, line 9",
        ],
    );
}

#[test]
fn an_interface_that_a_front_exports_again() {
    let front = package("front").uses("physics");
    let euler = package("euler")
        .kinds(&["cdylib"])
        .uses("front")
        .impls("front::prelude::Physics", "crate::Euler")
        .exports()
        .exporting("crate::Euler");
    check(
        [euler, front, physics()],
        &["euler: Euler as physics::Physics, line 9"],
    );
}

#[test]
fn what_code_does_not_say() {
    let odd = euler()
        .exporting("mod math::api")
        .exporting("crate::Other")
        .exporting("stranger::Type")
        .exporting("crate::Euler as physics::LoadedNothing");
    check(
        [odd, physics()],
        &[
            "euler: mod math::api as ?, line 9",
            "euler: Other as ?, line 9",
            "euler: stranger::Type as ?, line 9",
            "euler: Euler as ?, line 9",
        ],
    );
}

#[test]
fn no_plugins() {
    let in_tests = euler()
        .exporting("crate::Euler")
        .facts(|facts| facts.exports[0].only_in_tests = true);
    check([in_tests, physics()], &[]);
    check(
        [euler().exporting("crate::Euler").outside(), physics()],
        &[],
    );
}
