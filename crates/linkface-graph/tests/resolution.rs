//! Who gets what, on small graphs.

mod kit;

use linkface_graph::facts::{ItemRef, Origin};
use linkface_graph::packages::features::Features;
use linkface_graph::resolution::{Choice, FacadeUse, ProviderUse, Resolution};
use std::fmt::Write as _;

/// One line for each façade of each root, then one for each provider, and the chains that require it.
fn draw(resolution: &Resolution) -> String {
    let mut drawn = String::new();
    for root in &resolution.roots {
        let link = if root.link.is_some() { " links" } else { "" };
        writeln!(drawn, "{}{link}", root.root).unwrap();
        for facade in &root.facades {
            writeln!(drawn, "  {}: {}", facade.facade, choice(facade)).unwrap();
            for provider in &facade.providers {
                writeln!(drawn, "    {}", provider_line(provider)).unwrap();
            }
            for (key, provider) in &facade.other_versions {
                writeln!(drawn, "    for {key}: {}", provider_line(provider)).unwrap();
            }
        }
    }
    drawn
}

fn choice(facade: &FacadeUse) -> String {
    let names = |list: &[usize]| -> String {
        let names = list.iter().map(|nth| facade.providers[*nth].name.as_str());
        names.collect::<Vec<_>>().join(" + ")
    };
    match &facade.choice {
        Choice::Provider(one) => names(&[*one]),
        Choice::Shared(list) => names(list),
        Choice::Conflict(list) => format!("conflict of {}", names(list)),
        Choice::FacadeDefault => "its own defaults".to_owned(),
        Choice::Missing => "missing".to_owned(),
    }
}

fn provider_line(provider: &ProviderUse) -> String {
    format!(
        "{:?}, {:?}: {}",
        provider.how, provider.grade, provider.chain
    )
}

fn lines(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    let lines: Vec<_> = lines
        .into_iter()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let indent = lines
        .iter()
        .map(|line| line.len() - line.trim_start().len())
        .min();
    lines
        .iter()
        .map(|line| &line[indent.unwrap_or(0)..])
        .collect::<Vec<_>>()
        .join("\n")
}

/// The façade, a library that uses it, and two providers.
const CRATES: &str = "
    rng 0.1.0
        lib: declare fill
    rng-os 1.0.0
        lib: implement rng::fill
        needs rng
    rng-hw 1.0.0
        lib: implement rng::fill
        needs rng
    dice 2.0.0
        needs rng
    ";

#[track_caller]
fn check(graph: &str, expected: &str) {
    let (_, resolution) = kit::resolve(&format!("{graph}{CRATES}"));
    assert_eq!(lines(&draw(&resolution)), lines(expected));
}

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
fn what_the_root_allows_is_not_smuggled() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs table
            metadata allow = ['LF0004:table']
        other 0.1.0 member
            bin other untested: link
            needs table
            metadata allow = ['LF0004:rng-os']
        third 0.1.0 member
            bin third untested: link
            needs table
            metadata allow = ['LF0001:rng-os', 'LF0004:dice']
        table 1.0.0
            needs rng-os
        ",
        "
        bin `app` links
          rng@0.1: rng-os
            Allowed, Ordinary: app → table 1.0.0 → rng-os 1.0.0
        bin `other` links
          rng@0.1: rng-os
            Allowed, Ordinary: other → table 1.0.0 → rng-os 1.0.0
        bin `third` links
          rng@0.1: rng-os
            Smuggled, Ordinary: third → table 1.0.0 → rng-os 1.0.0
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
fn tests_and_examples_have_dev_dependencies() {
    check(
        "
        app 0.1.0 member
            lib: name dice
            bin app untested: name app
            test it: link
            example demo: link
            bench fast: link
            needs dice
            needs dev rng-os
        ",
        "
        unit tests of `app`
          rng@0.1: missing
        bin `app`
          rng@0.1: missing
        example `demo` links
          rng@0.1: rng-os
            Direct, Ordinary: app → rng-os 1.0.0
        test `it` links
          rng@0.1: rng-os
            Direct, Ordinary: app → rng-os 1.0.0
        bench `fast` links
          rng@0.1: rng-os
            Direct, Ordinary: app → rng-os 1.0.0
        ",
    );
}

#[test]
fn the_librarys_provider_serves_the_program_beside_it() {
    check(
        "
        app 0.1.0 member
            lib untested: implement rng::fill
            bin app untested: name app
            test it: name app
            needs rng
        other 0.1.0 member
            lib untested
            bin other untested: name other
            needs dice
            needs rng-os
        ",
        "
        bin `app`
          rng@0.1: app
            OwnLibrary, Ordinary: app → app (lib)
        test `it`
          rng@0.1: app
            OwnLibrary, Ordinary: app → app (lib)
        bin `other`
          rng@0.1: rng-os
            OwnLibrary, Ordinary: other → other (lib) → rng-os 1.0.0
        ",
    );
}

#[test]
fn a_root_may_implement_itself() {
    check(
        "
        app 0.1.0 member
            bin app: implement rng::fill
            test it: test implement rng::fill
            needs dice
            needs rng
        ",
        "
        bin `app`
          rng@0.1: app
            Own, Ordinary: app
        unit tests of `app`
          rng@0.1: app
            Own, Ordinary: app
        test `it`
          rng@0.1: app
            Own, Ordinary: app
        ",
    );
}

#[test]
fn unit_tests_have_what_stands_under_cfg_test() {
    check(
        "
        log 0.3.0 member
            lib: declare write; test declare probe; test implement crate::write; test implement crate::probe
        mocked 0.1.0 member
            lib: test implement log::write
            needs log
        ",
        "
        unit tests of `log`
          log@0.3: log
            Own, Ordinary: log
        unit tests of `mocked`
          log@0.3: mocked
            Own, Ordinary: mocked
        ",
    );
}

#[test]
fn a_front_brings_the_default() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs time
        chooses 0.1.0 member
            bin chooses untested: link
            needs time
            needs time-hw
        time 0.1.0
            lib: name time_core time_os
            needs time-core
            needs time-os
            metadata default = 'time-os'
        time-core 0.1.0
            lib: declare now defaultable
        time-os 0.1.0
            lib: implement time_core::now default
            needs time-core
        time-hw 0.1.0
            lib: implement time::now
            needs time
        ",
        "
        bin `app` links
          time-core@0.1: time-os
            Default, Default: app → time 0.1.0 → time-os 0.1.0
        bin `chooses` links
          time-core@0.1: time-hw
            Direct, Ordinary: chooses → time-hw 0.1.0
            Default, Default: chooses → time 0.1.0 → time-os 0.1.0
        ",
    );
}

/// It can't be replaced, whatever the front's manifest calls it.
#[test]
fn a_front_smuggles_a_provider_that_is_no_default() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs time
        time 0.1.0
            needs time-core
            needs time-os
            metadata default = 'time-os'
        time-core 0.1.0
            lib: declare now
        time-os 0.1.0
            lib: implement time_core::now
            needs time-core
        ",
        "
        bin `app` links
          time-core@0.1: time-os
            Smuggled, Ordinary: app → time 0.1.0 → time-os 0.1.0
        ",
    );
}

#[test]
fn two_defaults_collide_even_if_overridden() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs a
            needs b
            needs c
        time 0.1.0
            lib: declare now defaultable
        a 0.1.0
            lib: implement time::now default
            needs time
        b 0.1.0
            lib: implement time::now default
            needs time
        c 0.1.0
            lib: implement time::now
            needs time
        ",
        "
        bin `app` links
          time@0.1: conflict of a + b
            Direct, Default: app → a 0.1.0
            Direct, Default: app → b 0.1.0
            Direct, Ordinary: app → c 0.1.0
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
fn libraries_for_c_and_the_hosts_programs_are_roots() {
    check(
        "
        ffi 0.1.0 member
            lib cdylib,staticlib,rlib untested: link
            needs dice
            needs rng-os
        derive 0.1.0 member
            proc-macro: link
            needs dice
            needs rng-os
        generated 0.1.0 member
            lib untested
            build: link
            needs build dice
            needs build rng-hw
        ",
        "
        proc macro `derive` links
          rng@0.1: rng-os
            Direct, Ordinary: derive → rng-os 1.0.0
        unit tests of `derive` links
          rng@0.1: rng-os
            Direct, Ordinary: derive → rng-os 1.0.0
        cdylib `ffi` links
          rng@0.1: rng-os
            Direct, Ordinary: ffi → rng-os 1.0.0
        staticlib `ffi` links
          rng@0.1: rng-os
            Direct, Ordinary: ffi → rng-os 1.0.0
        build script of `generated` links
          rng@0.1: rng-hw
            Direct, Ordinary: generated → rng-hw 1.0.0
        ",
    );
}

#[test]
fn a_proc_macros_dependencies_are_not_the_programs() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs derive
            needs dice
        derive 0.1.0
            proc-macro
            needs rng-os
        ",
        "
        bin `app` links
          rng@0.1: missing
        ",
    );
}

#[test]
fn required_features_decide_whether_a_root_is_built() {
    check(
        "
        app 0.1.0 member
            bin app untested requires simd
            bin other untested requires fast
            needs dice
            feature default = fast
            feature fast =
            feature simd =
        ",
        "
        bin `other`
          rng@0.1: missing
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

#[test]
fn a_front_of_a_front_is_followed() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs time-hw
        outer 0.1.0
            needs time
        time 0.1.0
            needs unrelated
            needs time-core
        unrelated 0.1.0
            lib: declare then
        time-core 0.1.0
            lib: declare clock::now
        time-hw 0.1.0
            lib: implement outer::clock::now
            needs outer
        ",
        "
        bin `app` links
          time-core@0.1: time-hw
            Direct, Ordinary: app → time-hw 0.1.0
          unrelated@0.1: missing
        ",
    );
}

/// The chains by which a bin requires its first façade.
#[track_caller]
fn check_chains(graph: &str, expected: &[&str]) {
    let (_, resolution) = kit::resolve(&format!("{graph}{CRATES}"));
    let chains = &resolution.roots[0].facades[0].required_by;
    let drawn: Vec<_> = chains
        .iter()
        .map(|chain| {
            let steps = chain.0.iter().map(|step| {
                if step.edge.is_empty() {
                    step.label.clone()
                } else {
                    format!("[{}] {}", step.edge, step.label)
                }
            });
            steps.collect::<Vec<_>>().join(" → ")
        })
        .collect();
    assert_eq!(drawn, expected);
}

#[test]
fn chains_are_the_shortest_and_those_of_providers_last() {
    check_chains(
        "
        app 0.1.0 member
            bin app untested: link
            needs a-provider
            needs far
            needs table
            needs rng if cfg(unix)
        a-provider 1.0.0
            lib: implement rng::fill
            needs rng
        far 1.0.0
            needs table
        table 1.0.0
            needs dice if cfg(any(unix, windows))
        ",
        &[
            "app → [cfg(unix)] rng 0.1.0",
            "app → table 1.0.0 → [cfg(any(unix, windows))] dice 2.0.0 → rng 0.1.0",
            "app → a-provider 1.0.0 → rng 0.1.0",
        ],
    );
}

#[test]
fn edges_say_what_they_hang_on() {
    check_chains(
        "
        app 0.1.0 member
            test it
            needs dev dice if cfg(unix)
        ",
        &["app → [dev cfg(unix)] dice 2.0.0 → rng 0.1.0"],
    );
    check_chains(
        "
        app 0.1.0 member
            build
            needs build dice
        ",
        &["app → [build] dice 2.0.0 → rng 0.1.0"],
    );
    check_chains(
        "
        app 0.1.0 member
            lib untested
            bin app untested: name app
            needs dice
        ",
        &["app → app (lib) → dice 2.0.0 → rng 0.1.0"],
    );
}

#[test]
fn the_target_and_the_features_decide() {
    let graph = format!(
        "
        app 0.1.0 member
            bin app untested: link
            needs dice
            needs rng-os if cfg(unix)
            needs rng-hw optional
        {CRATES}"
    );
    let check = |target: &str, features: &[&str], expected: &str| {
        let features = Features {
            named: features.iter().map(ToString::to_string).collect(),
            ..Features::default()
        };
        let (_, resolution) = kit::resolve_for(&graph, target, &features);
        assert_eq!(
            choice(&resolution.roots[0].facades[0]),
            expected,
            "{target}"
        );
    };
    check("x86_64-unknown-linux-gnu", &[], "rng-os");
    check(
        "x86_64-unknown-linux-gnu",
        &["rng-hw"],
        "conflict of rng-hw + rng-os",
    );
    check("x86_64-pc-windows-msvc", &[], "missing");
    check("x86_64-pc-windows-msvc", &["rng-hw"], "rng-hw");
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
fn what_a_program_declares_is_nobody_elses() {
    check(
        "
        app 0.1.0 member
            bin app: declare write; implement crate::write
        ",
        "",
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

#[test]
fn a_library_that_is_not_linkable_is_not_the_programs() {
    check(
        "
        app 0.1.0 member
            lib cdylib untested: implement rng::fill
            bin app untested
            needs dice
            needs rng
        ",
        "
        cdylib `app`
          rng@0.1: app
            Own, Ordinary: app
        bin `app`
          rng@0.1: missing
        ",
    );
}

#[test]
fn features_of_dependencies_may_be_required() {
    check(
        "
        app 0.1.0 member
            bin on untested requires my-dice/loaded
            bin off untested requires my-dice/fair
            needs my-dice = loaded-dice +loaded
        loaded-dice 1.0.0
            needs rng
            feature loaded =
            feature fair =
        ",
        "
        bin `on`
          rng@0.1: missing
        ",
    );
}

#[test]
fn dev_dependencies_that_lead_back_are_libraries() {
    check(
        "
        rng-kit 0.1.0 member
            lib: test implement rng::fill
            needs rng
            needs dev bench-kit
        bench-kit 0.1.0 member
            lib untested
            needs rng-kit
            needs rng-hw
        ",
        "
        unit tests of `rng_kit`
          rng@0.1: conflict of rng-kit + rng-hw
            Own, Ordinary: rng-kit
            Smuggled, Ordinary: rng-kit → bench-kit 0.1.0 → rng-hw 1.0.0
        ",
    );
}

#[test]
fn allowing_all_allows_all() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs table
            metadata allow = ['LF0004']
        table 1.0.0
            needs chair
        chair 1.0.0
            needs rng-os
        ",
        "
        bin `app` links
          rng@0.1: rng-os
            Allowed, Ordinary: app → table 1.0.0 → chair 1.0.0 → rng-os 1.0.0
        ",
    );
}

#[test]
fn what_is_allowed_may_be_spelled_as_code_does() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs my-table
            metadata allow = ['LF0004:my_table']
        my-table 1.0.0
            needs rng-os
        ",
        "
        bin `app` links
          rng@0.1: rng-os
            Allowed, Ordinary: app → my-table 1.0.0 → rng-os 1.0.0
        ",
    );
}

#[test]
fn what_is_allowed_may_be_called_as_the_root_calls_it() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs board = table
            metadata allow = ['LF0004:board']
        table 1.0.0
            needs rng-os
        ",
        "
        bin `app` links
          rng@0.1: rng-os
            Allowed, Ordinary: app → table 1.0.0 → rng-os 1.0.0
        ",
    );
}

/// A shorter way to the provider is not the one that counts.
#[test]
fn what_is_allowed_may_lead_to_the_provider_by_a_longer_way() {
    check(
        "
        app 0.1.0 member
            bin app untested: link
            needs chair
            needs platform
            metadata allow = ['LF0004:platform']
        chair 1.0.0
            needs rng-os
        platform 1.0.0
            needs board
        board 1.0.0
            needs rng-os
        ",
        "
        bin `app` links
          rng@0.1: rng-os
            Allowed, Ordinary: app → chair 1.0.0 → rng-os 1.0.0
        ",
    );
}

/// Without it the program links nothing that it doesn't name.
#[test]
fn a_call_of_link_under_cfg_test_is_its_unit_tests() {
    check(
        "
        app 0.1.0 member
            bin app: name dice; test link
            needs dice
            needs rng-os
        ",
        "
        bin `app`
          rng@0.1: missing
        unit tests of `app` links
          rng@0.1: rng-os
            Direct, Ordinary: app → rng-os 1.0.0
        ",
    );
}
