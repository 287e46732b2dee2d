//! LF0014: a same-build interface that every image has for itself.

use crate::kit::{Build, package, world};
use linkface_graph::finding::Code;
use linkface_graph::packages::Package;

fn engine(kind: &str, same_build: bool) -> Package {
    package("engine").kinds(&[kind]).loadable("Mod", same_build)
}

fn rain() -> Package {
    package("rain").kinds(&["cdylib"]).exports()
}

#[test]
fn a_copy_in_each_image() {
    world([rain().uses("engine"), engine("lib", true)]).check(
        "
error[LF0014]: no host can load `rain`: it has its own copy of `engine`
--> /w/engine/src/lib.rs:4: `Mod` is `same_build`: host and plugin share the library that declares it
::: /w/rain/src/lib.rs:9: a plugin that is linked with it
note: `engine` is no `dylib`, and in none that the plugin links: it is copied into each image
help: make `engine` a library that is shared, in its `Cargo.toml`
    [lib]
    crate-type = [\"dylib\"]
help: or let any build load it: take `same_build` away, and `#[derive(Shared)]` what crosses
",
    );
}

#[test]
fn what_is_shared_is_fine() {
    world([rain().uses("engine"), engine("dylib", true)]).check("");
    // In a shared library above it.
    let shared = package("shared").kinds(&["dylib"]).uses("engine");
    world([
        rain().uses("shared").uses("engine"),
        shared,
        engine("lib", true),
    ])
    .check("");
    // Described, or no plugin, or not linked.
    world([rain().uses("engine"), engine("lib", false)]).check("");
    let ffi = package("ffi").kinds(&["cdylib"]).uses("engine");
    world([ffi, engine("lib", true)]).check("");
    world([rain().depends("engine"), engine("lib", true)]).check("");
    let allowed = rain().uses("engine").allow(Code::LF0014, Some("engine"));
    world([allowed, engine("lib", true)]).check("");
}
