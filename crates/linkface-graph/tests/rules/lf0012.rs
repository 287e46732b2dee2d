//! LF0012: a plugin that isn't loaded.

use crate::kit::{Build, package, world};
use linkface_graph::finding::Code;
use linkface_graph::packages::Package;

fn plugin(name: &str, kinds: &[&str]) -> Package {
    package(name).kinds(kinds).exports()
}

#[test]
fn a_library_that_nobody_can_load() {
    world([plugin("euler", &["lib"])]).check(
        "
error[LF0012]: `euler` exports, and isn't built as a library that can be loaded
--> /w/euler/src/lib.rs:9: this is for plugins
note: what a host loads is a crate of type `cdylib`
help: say so in the `Cargo.toml` of `euler`
    [lib]
    crate-type = [\"cdylib\"]
",
    );
}

#[test]
fn a_program_is_not_loaded() {
    world([package("app").bin().exports()]).check(
        "
error[LF0012]: `app` exports, and is a program
--> /w/app/src/main.rs:9: this is for plugins
note: what a host loads is a crate of type `cdylib`
help: move it to a library of its own
    cargo linkface new --plugin NAME --interface DIR
",
    );
}

#[test]
fn two_plugins_in_one_image() {
    let both = &["cdylib", "rlib"];
    let app = package("app").bin().uses("euler").uses("verlet");
    world([app, plugin("euler", both), plugin("verlet", both)]).check(
        "
error[LF0012]: `euler` and `verlet` are linked into `app`, and each is a plugin
--> /w/euler/src/lib.rs:9: `euler` exports here
::: /w/verlet/src/lib.rs:9: `verlet` exports here
note: each defines the symbol by which a host finds a plugin, and an image has one of it
help: keep the implementation in a library without `export!`, and export it from a crate of one line, of type `cdylib`, that nobody depends on
    linkface_plugin::export!(library::Type);
",
    );
}

#[test]
fn a_plugin_that_links_another() {
    let fast = plugin("fast", &["cdylib"]).uses("math");
    let math = package("math").uses("euler");
    let world = world([fast, math, plugin("euler", &["cdylib", "lib"])]);
    world.check(
        "
error[LF0012]: `fast` and `euler` are linked into `fast`, and each is a plugin
--> /w/fast/src/lib.rs:9: `fast` exports here
::: /w/euler/src/lib.rs:9: `euler` exports here
note: each defines the symbol by which a host finds a plugin, and an image has one of it
help: keep the implementation in a library without `export!`, and export it from a crate of one line, of type `cdylib`, that nobody depends on
    linkface_plugin::export!(library::Type);
",
    );
}

#[test]
fn what_is_fine() {
    let alone = plugin("euler", &["cdylib"]);
    world([alone.clone()]).check("");
    // One that a program links as well has its symbol once.
    let app = package("app").bin().uses("euler");
    world([app, plugin("euler", &["cdylib", "rlib"])]).check("");
    // Cargo builds these, and rustc links neither: one isn't named, the other has nothing to link.
    let unnamed = package("app")
        .bin()
        .depends("euler")
        .uses("verlet")
        .uses("noise");
    let (both, cdylib) = (&["cdylib", "rlib"][..], &["cdylib"][..]);
    world([
        unnamed,
        plugin("euler", both),
        plugin("verlet", both),
        plugin("noise", cdylib),
    ])
    .check("");
    let in_tests = plugin("euler", &["lib"]).facts(|facts| facts.exports[0].only_in_tests = true);
    world([in_tests]).check("");
}

#[test]
fn what_is_allowed_or_not_ours() {
    let lib = || plugin("euler", &["lib"]);
    world([lib().allow(Code::LF0012, None)]).check("");
    world([lib().outside()]).check("");
    let both = &["cdylib", "rlib"];
    let app = package("app").bin().uses("euler").uses("verlet");
    let app = app.allow(Code::LF0012, None);
    world([app, plugin("euler", both), plugin("verlet", both)]).check("");
}
