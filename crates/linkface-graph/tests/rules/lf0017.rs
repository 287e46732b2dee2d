//! LF0017: a library to load that exports nothing.

use crate::kit::{Build, package, world};
use linkface_graph::facts::{Entry, Grade, Need};
use linkface_graph::finding::Code;
use linkface_graph::packages::Package;

fn physics() -> Package {
    package("physics").loadable("Physics", false)
}

fn euler(kinds: &[&str]) -> Package {
    package("euler")
        .kinds(kinds)
        .uses("physics")
        .impls("physics::Physics", "crate::solvers::Euler")
}

#[test]
fn a_plugin_that_says_nothing() {
    let plugin = package("linkface-plugin").outside();
    let euler = euler(&["cdylib"]).depends("linkface-plugin");
    world([euler, physics(), plugin]).check(
        "
warning[LF0017]: `euler` is a library to load, and exports nothing
--> /w/euler/src/lib.rs:5: `Physics` of `physics` can be loaded
note: a host refuses it: \"it is a library, but not a plugin\", and nothing else in it can be found from outside
help: export what hosts are to load, in the root of the crate
    linkface_plugin::export!(solvers::Euler);
",
    );
}

#[test]
fn one_without_the_macro() {
    world([euler(&["cdylib"]), physics()]).check(
        "
warning[LF0017]: `euler` is a library to load, and exports nothing
--> /w/euler/src/lib.rs:5: `Physics` of `physics` can be loaded
note: a host refuses it: \"it is a library, but not a plugin\", and nothing else in it can be found from outside
help: the macro comes from `linkface-plugin`
    cargo add linkface-plugin --package euler
help: export what hosts are to load, in the root of the crate
    linkface_plugin::export!(solvers::Euler);
",
    );
}

#[test]
fn what_is_fine() {
    world([euler(&["cdylib"]).exports(), physics()]).check("");
    world([euler(&["lib"]), physics()]).check("");
    // Another trait.
    let other = package("other").loadable("Other", false);
    let unrelated = package("euler")
        .kinds(&["cdylib"])
        .uses("other")
        .impls("other::Something", "crate::Euler");
    world([unrelated, other]).check("");
    // Others can find something in it: surely, or perhaps.
    for entry in [Entry::Certain, Entry::Possible] {
        let euler = euler(&["cdylib"]).facts(|facts| facts.entry = entry);
        world([euler, physics()]).check("");
    }
    let c = package("c-api").facts(|facts| facts.entry = Entry::Certain);
    world([euler(&["cdylib"]).uses("c-api"), physics(), c]).check("");
    let abi = package("abi")
        .declares("start", Need::Defaulted)
        .facts(|facts| facts.declared[0].abi = Some("C".to_owned()));
    let starts = euler(&["cdylib"])
        .uses("abi")
        .implements("abi::start", Grade::Ordinary);
    world([starts, physics(), abi]).check("");
    // A crate of one line exports it.
    let line = package("euler-plugin")
        .kinds(&["cdylib"])
        .uses("euler")
        .exports();
    world([line, euler(&["cdylib", "rlib"]), physics()]).check("");
    let in_tests = euler(&["cdylib"]).facts(|facts| facts.impls[0].only_in_tests = true);
    world([in_tests, physics()]).check("");
}

#[test]
fn what_is_allowed_or_not_ours() {
    let cdylib = || euler(&["cdylib"]);
    world([cdylib().allow(Code::LF0017, None), physics()]).check("");
    world([cdylib().outside(), physics()]).check("");
}
