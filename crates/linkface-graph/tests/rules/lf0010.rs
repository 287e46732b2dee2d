//! LF0010: a provider that nobody needs.

use crate::kit::{Build, package, world};
use linkface_graph::facts::{Grade, Need};
use linkface_graph::finding::Code;
use linkface_graph::packages::Package;
use linkface_graph::resolution::{How, RootKind};

fn packages(app: Package) -> [Package; 3] {
    [
        app,
        package("rng").declares("fill", Need::Required),
        package("rng-hw")
            .depends("rng")
            .implements("rng::fill", Grade::Ordinary),
    ]
}

#[track_caller]
fn check(app: Package, chains: &[&str], expected: &str) {
    world(packages(app))
        .root(RootKind::Bin, "app")
        .uses("rng@0.1", "rng", chains)
        .provider(How::Direct, "app → rng-hw", "fill")
        .check(expected);
}

fn app() -> Package {
    package("app").bin().depends("rng-hw")
}

#[test]
fn only_the_provider_leads_to_its_facade() {
    check(
        app(),
        &["app → rng-hw → rng"],
        "
warning[LF0010]: nobody needs `rng-hw`, a provider for `rng@0.1`
--> /w/app/Cargo.toml#dependencies.rng-hw: this dependency is for nothing
note: required by app → rng-hw → rng
note: nobody but providers for `rng@0.1` depends on it
help: remove it
    cargo remove rng-hw --package app
in: bin `app`
",
    );
}

#[test]
fn another_way_is_a_need() {
    check(app(), &["app → rng-hw → rng", "app → dice → rng"], "");
    check(app(), &["app → rng", "app → rng-hw → rng"], "");
}

#[test]
fn who_names_it_uses_it() {
    check(app().names("rng_hw"), &["app → rng-hw → rng"], "");
}

#[test]
fn one_root_that_needs_it_is_enough() {
    world(packages(app()))
        .root(RootKind::Bin, "app")
        .uses("rng@0.1", "rng", &["app → rng-hw → rng"])
        .provider(How::Direct, "app → rng-hw", "fill")
        .root(RootKind::Test, "app")
        .uses(
            "rng@0.1",
            "rng",
            &["app → dev:dice → rng", "app → rng-hw → rng"],
        )
        .provider(How::Direct, "app → rng-hw", "fill")
        .check("");
}

#[test]
fn a_root_may_allow_it() {
    check(
        app().allow(Code::LF0010, Some("rng-hw")),
        &["app → rng-hw → rng"],
        "",
    );
}

/// It implements another crate's trait with what its provider brings.
#[test]
fn a_facade_may_need_its_provider_itself() {
    for names in ["critical_section", "fill"] {
        let rng = package("rng")
            .declares("fill", Need::Required)
            .depends("critical-section")
            .names(names);
        let [app, _, hw] = packages(app());
        world([app, rng, hw, package("critical-section").outside()])
            .root(RootKind::Bin, "app")
            .uses("rng@0.1", "rng", &["app → rng-hw → rng"])
            .provider(How::Direct, "app → rng-hw", "fill")
            .check("");
    }
}
