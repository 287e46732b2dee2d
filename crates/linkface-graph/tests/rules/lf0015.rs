//! LF0015: a `dylib` with a standard library of its own.

use crate::kit::{Build, World, package, world};
use linkface_graph::finding::Code;
use linkface_graph::packages::Package;
use linkface_graph::resolution::RootKind::{Bin, Cdylib, Dylib, Staticlib, UnitTest};

fn engine(kinds: &[&str]) -> Package {
    package("engine").kinds(kinds)
}

fn game() -> Package {
    package("game").bin().uses("engine")
}

/// Both are built by one command.
fn together(packages: [Package; 2]) -> World {
    world(packages).root(Bin, "game").root(Dylib, "engine")
}

#[test]
fn a_dylib_beside_its_program() {
    together([game(), engine(&["dylib"])]).check(
        "
error[LF0015]: `game` cannot be linked to `engine`, which has a standard library of its own
--> /w/engine/Cargo.toml#lib.crate-type: a shared library, built by the same command as those who use it
note: rustc links the standard library into it, and refuses what uses both: \"cannot satisfy dependencies so `std` only shows up once\"
help: share the standard library as well, in `.cargo/config.toml`
    [build]
    rustflags = [\"-C\", \"prefer-dynamic\"]
in: bin `game`
",
    );
}

#[test]
fn all_that_use_it_are_named_once() {
    let scripts = package("scripts").uses("engine");
    let rain = package("rain").kinds(&["cdylib"]).uses("scripts");
    world([game(), rain, scripts, engine(&["dylib"])])
        .configuration("linux", "default features")
        .root(Bin, "game")
        .root(Cdylib, "rain")
        .root(UnitTest, "scripts")
        .root(Dylib, "engine")
        .configuration("mac", "default features")
        .root(Bin, "game")
        .root(Dylib, "engine")
        .prefers_dynamic(&["mac"])
        .check(
            "
error[LF0015]: `game`, `rain` and `scripts` cannot be linked to `engine`, which has a standard library of its own
--> /w/engine/Cargo.toml#lib.crate-type: a shared library, built by the same command as those who use it
note: rustc links the standard library into it, and refuses what uses both: \"cannot satisfy dependencies so `std` only shows up once\"
help: share the standard library as well, in `.cargo/config.toml`
    [build]
    rustflags = [\"-C\", \"prefer-dynamic\"]
in: bin `game`, cdylib `rain`, unit tests of `scripts`
for: linux, default features
",
        );
}

#[test]
fn what_is_fine() {
    let dylib = || engine(&["dylib"]);
    together([game(), dylib()])
        .prefers_dynamic(&["linux"])
        .check("");
    // Cargo says it itself: it is built because another needs it.
    world([game(), dylib()]).root(Bin, "game").check("");
    world([game(), dylib().outside()])
        .root(Bin, "game")
        .check("");
    // There are no shared libraries.
    world([game(), dylib()])
        .configuration("wasm32-wasip1", "default features")
        .root(Bin, "game")
        .root(Dylib, "engine")
        .check("");
    // rustc takes the `rlib`.
    together([game(), engine(&["dylib", "rlib"])]).check("");
    together([game(), engine(&["lib"])]).check("");
    // Not linked, since no code names it.
    together([package("game").bin().depends("engine"), dylib()]).check("");
    // A library isn't linked, and a static one can't be.
    let scripts = package("scripts").uses("engine");
    world([scripts, dylib()]).root(Dylib, "engine").check("");
    let ffi = package("ffi").kinds(&["staticlib"]).uses("engine");
    world([ffi, dylib()])
        .root(Staticlib, "ffi")
        .root(Dylib, "engine")
        .check("");
}

#[test]
fn what_is_allowed() {
    let allowed = |package| engine(&["dylib"]).allow(Code::LF0015, package);
    together([game(), allowed(None)]).check("");
    together([game(), allowed(Some("game"))]).check("");
}
