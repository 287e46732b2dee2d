//! Which provider a root gets.

use crate::{CRATES, check, choice, kit};
use linkface_graph::facts::{ItemRef, Origin};
use linkface_graph::packages::features::Features;

#[test]
fn a_direct_dependency_is_the_provider() {
    check(
        "
        app 0.1.0 member
            bin app: link
            needs dice
            needs rng-os
        ",
        "
        bin `app` links
          rng@0.1: rng-os
            Direct, Ordinary: app → rng-os 1.0.0
        unit tests of `app` links
          rng@0.1: rng-os
            Direct, Ordinary: app → rng-os 1.0.0
        ",
    );
}

#[test]
fn a_dependency_that_no_code_names_is_not_linked() {
    check(
        "
        app 0.1.0 member
            bin app: name dice
            test it: link rng_os
            needs dice
            needs rng-os
        ",
        "
        bin `app`
          rng@0.1: missing
        unit tests of `app`
          rng@0.1: missing
        test `it` links
          rng@0.1: rng-os
            Direct, Ordinary: app → rng-os 1.0.0
        ",
    );
}

#[test]
fn a_smuggled_provider_is_known_by_its_chain() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs table
        table 1.0.0
            needs rng-os
            needs dice
        ",
        "
        bin `app` links
          rng@0.1: rng-os
            Smuggled, Ordinary: app → table 1.0.0 → rng-os 1.0.0
        ",
    );
}

#[test]
fn two_providers_conflict() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs rng-hw
            needs table
        table 1.0.0
            needs rng-os
        ",
        "
        bin `app` links
          rng@0.1: conflict of rng-hw + rng-os
            Direct, Ordinary: app → rng-hw 1.0.0
            Smuggled, Ordinary: app → table 1.0.0 → rng-os 1.0.0
        ",
    );
}

#[test]
fn without_a_provider_something_is_missing() {
    check(
        "
        app 0.1.0 member
            bin app untested
            needs dice
            needs dev rng-os
        ",
        "
        bin `app`
          rng@0.1: missing
        ",
    );
}

#[test]
fn renamed_providers_and_facades_are_followed() {
    check(
        "
        app 0.1.0 member
            bin app untested: link my_rng
            needs dice
            needs my-rng = rng-soft
        rng-soft 1.0.0
            lib: implement entropy::fill
            needs entropy = rng
        ",
        "
        bin `app` links
          rng@0.1: rng-soft
            Direct, Ordinary: app → rng-soft 1.0.0
        ",
    );
}

#[test]
fn items_may_have_different_providers() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs reads
            needs writes
        disk 1.2.0
            lib: declare raw::read; declare raw::write; declare flush default; declare inner private
        reads 0.1.0
            lib: implement disk::raw::read
            needs disk
        writes 0.1.0
            lib: implement disk::write
            needs disk
        ",
        "
        bin `app` links
          disk@1: reads + writes
            Direct, Ordinary: app → reads 0.1.0
            Direct, Ordinary: app → writes 0.1.0
        ",
    );
}

#[test]
fn a_facade_may_have_defaults() {
    check(
        "
        app 0.1.0 member
            bin app untested
            needs log
        log 0.3.0
            lib: declare write default
        ",
        "
        bin `app`
          log@0.3: its own defaults
        ",
    );
}

#[test]
fn versions_of_a_facade_are_apart() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs old
            needs log-out
        old 1.0.0
            needs log@0.3.0
        log-out 1.0.0
            lib: implement log::write
            needs log@0.4.2
        log 0.3.0
            lib: declare write
        log 0.4.2
            lib: declare write
        ",
        "
        bin `app` links
          log@0.3: missing
            for log@0.4: Direct, Ordinary: app → log-out 1.0.0
          log@0.4: log-out
            Direct, Ordinary: app → log-out 1.0.0
        ",
    );
}

#[test]
fn facts_that_nobody_read_name_everything() {
    check(
        "
        app 0.1.0 member
            bin app untested: unread
            needs dice
            needs rng-os
        ",
        "
        bin `app`
          rng@0.1: rng-os
            Direct, Ordinary: app → rng-os 1.0.0
        ",
    );
}

/// What a compiled crate says is compared by hash, not by names in code.
#[test]
fn exact_references_are_compared_by_hash() {
    let graph = format!(
        "
        app 0.1.0 member
            bin app untested: link
            needs rng-os
        {CRATES}"
    );
    let check = |declared: Option<u64>, implemented: u64, version: &str, expected: &str| {
        let mut packages = kit::packages(&graph);
        for package in packages.values_mut() {
            let facts = package
                .crates
                .iter_mut()
                .filter_map(|one| one.facts.as_mut());
            for facts in facts {
                facts.origin = Origin::Artifact("some.rlib".into());
                facts.names.clear();
                for one in &mut facts.declared {
                    one.hash = declared;
                }
                for one in &mut facts.implemented {
                    one.item = ItemRef::Exact {
                        facade: format!("rng@{version}").parse().unwrap(),
                        path: vec!["fill".to_owned()],
                        hash: implemented,
                    };
                }
            }
        }
        let resolution = kit::resolve_packages(&graph, &packages, kit::LINUX, &Features::default());
        assert_eq!(choice(&resolution.roots[0].facades[0]), expected);
    };
    check(Some(7), 7, "0.1", "rng-os");
    // From source, a declaration has no hash.
    check(None, 7, "0.1", "rng-os");
    // A stale artifact, or another item of that path.
    check(Some(8), 7, "0.1", "missing");
    check(Some(7), 7, "0.2", "missing");
}

#[test]
fn a_facade_may_implement_its_own_items() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs log
            needs log-out
        log 0.3.0
            lib: declare write; declare inner private; implement crate::write; implement crate::inner
        log-out 1.0.0
            lib: implement log::write
            needs log
        ",
        "
        bin `app` links
          log@0.3: conflict of log-out + log
            Direct, Ordinary: app → log-out 1.0.0
            Home, Ordinary: app → log 0.3.0
        ",
    );
}

#[test]
fn the_wrong_place_implements_nothing() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs strange
        strange 1.0.0
            lib: implement rng::refill; implement nowhere::fill; implement fill
            needs rng
        ",
        "
        bin `app` links
          rng@0.1: missing
        ",
    );
}
