//! LF0013: a plugin whose panics end the program.

use crate::kit::{Build, package, world};
use linkface_graph::finding::Code;
use linkface_graph::packages::Package;

fn plugin() -> Package {
    package("euler").kinds(&["cdylib"]).exports()
}

#[test]
fn a_profile_that_aborts() {
    world([plugin(), package("app").bin()])
        .aborts(&["release"])
        .check(
            "
warning[LF0013]: a host refuses `euler` if built with profile `release`: its panics would end the host
--> /w/Cargo.toml#profile.release.panic: a panic ends the process here
::: /w/euler/src/lib.rs:9: `euler` is a plugin
note: panics of a plugin reach its host as panics, and with `panic = \"abort\"` there is nothing to reach it
help: remove the key, or build plugins with a profile of their own, `--profile plugin`
    [profile.plugin]
    inherits = \"release\"
    panic = \"unwind\"
",
        );
}

#[test]
fn what_is_fine() {
    world([plugin()]).check("");
    world([package("app").bin(), package("ffi").kinds(&["cdylib"])])
        .aborts(&["release"])
        .check("");
    world([plugin().allow(Code::LF0013, None)])
        .aborts(&["dev", "release"])
        .check("");
}
