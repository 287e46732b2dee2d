//! LF0016: an implementation in another image than its façade.

use crate::kit::{Build, World, package, world};
use linkface_graph::facts::{Grade, Kind, Need};
use linkface_graph::finding::Code;
use linkface_graph::packages::Package;
use linkface_graph::resolution::RootKind::{Bin, Cdylib};

fn engine(need: Need) -> Package {
    package("engine").kinds(&["dylib"]).declares("now", need)
}

fn game() -> Package {
    package("game").bin().uses("engine")
}

fn implementing() -> Package {
    game().implements("engine::now", Grade::Ordinary)
}

/// The game is built alone: Cargo takes care of the standard library.
fn of_the_game(packages: impl IntoIterator<Item = Package>) -> World {
    world(packages).root(Bin, "game")
}

#[test]
fn a_program_implements_what_a_dylib_declares() {
    of_the_game([implementing(), engine(Need::Defaulted)]).check(
        "
error[LF0016]: `game` implements `now` of `engine`, which is in another image
--> /w/game/src/main.rs:3: in another image than its declaration
::: /w/engine/src/lib.rs:3: `now` is declared here
note: `engine` is a `dylib`: its providers are linked into it, or into nothing
help: declare it `#[interface(dynamic)]`, leave `#[implement]` out, and install it while the program runs
    engine::now::install(function)?;
help: or implement it in `engine`, or in a library that it links
in: bin `game`
",
    );
}

#[test]
fn a_dynamic_item_is_installed() {
    let engine = engine(Need::Dynamic).facts(|facts| facts.declared[0].kind = Kind::Static);
    of_the_game([implementing(), engine]).check(
        "
error[LF0016]: `game` implements `now` of `engine`, which is in another image
--> /w/game/src/main.rs:3: in another image than its declaration
::: /w/engine/src/lib.rs:3: `now` is declared here
note: `engine` is a `dylib`: its providers are linked into it, or into nothing
help: leave `#[implement]` out, and install it while the program runs
    engine::now.install(&VALUE)?;
help: or implement it in `engine`, or in a library that it links
in: bin `game`
",
    );
}

#[test]
fn a_provider_beside_a_dylib_that_has_the_facade_in_it() {
    let clock = package("clock-api")
        .declares("now", Need::Required)
        .declares("Clock", Need::Required)
        .facts(|facts| facts.declared[1].kind = Kind::Trait);
    let engine = package("engine").kinds(&["dylib"]).uses("clock-api");
    let provider = package("quartz")
        .uses("clock-api")
        .implements("clock_api::now clock_api::Clock", Grade::Ordinary);
    of_the_game([game().uses("quartz"), engine, provider, clock]).check(
        "
error[LF0016]: `quartz` implements `now` and `Clock` of `clock-api`, which is in another image
--> /w/quartz/src/lib.rs:3: in another image than its declaration
::: /w/quartz/src/lib.rs:4: in another image than its declaration
::: /w/clock-api/src/lib.rs:3: `now` is declared here
::: /w/clock-api/src/lib.rs:4: `Clock` is declared here
note: `engine` is a `dylib` that has `clock-api` in it, and providers with it, or none
help: declare it `#[interface(dynamic)]`, leave `#[implement]` out, and install it while the program runs
    clock_api::now::install(function)?;
help: or implement it in `engine`, or in a library that it links
in: bin `game`
",
    );
}

#[test]
fn of_a_library_that_is_both_the_shared_one_if_it_is_preferred() {
    let both = || engine(Need::Defaulted).kinds(&["dylib", "rlib"]);
    of_the_game([implementing(), both()]).check("");
    of_the_game([implementing(), both()])
        .prefers_dynamic(&["linux"])
        .check(
            "
error[LF0016]: `game` implements `now` of `engine`, which is in another image
--> /w/game/src/main.rs:3: in another image than its declaration
::: /w/engine/src/lib.rs:3: `now` is declared here
note: `engine` is a `dylib`: its providers are linked into it, or into nothing
help: declare it `#[interface(dynamic)]`, leave `#[implement]` out, and install it while the program runs
    engine::now::install(function)?;
help: or implement it in `engine`, or in a library that it links
in: bin `game`
",
        );
}

#[test]
fn what_is_fine() {
    // Nobody implements it, or who does is in the same image.
    of_the_game([game(), engine(Need::Defaulted)]).check("");
    let at_home = engine(Need::Required).implements("crate::now", Grade::Ordinary);
    let at_home = at_home.allow(Code::LF0008, None).allow(Code::LF0009, None);
    of_the_game([game(), at_home]).check("");
    let api = package("api").declares("now", Need::Required);
    let quartz = package("quartz")
        .uses("api")
        .implements("api::now", Grade::Ordinary);
    let engine_of = |kind: &str| package("engine").kinds(&[kind]).uses("api").uses("quartz");
    let of_both = || game().uses("quartz");
    of_the_game([of_both(), engine_of("dylib"), quartz.clone(), api.clone()]).check("");
    of_the_game([of_both(), engine_of("lib"), quartz, api.clone()]).check("");
    // The `dylib` isn't linked: no code names it.
    let beside = package("game")
        .bin()
        .depends("engine")
        .implements("engine::now", Grade::Ordinary);
    of_the_game([beside, engine(Need::Defaulted)]).check("");
    // Another façade.
    let other = game().uses("api").implements("api::now", Grade::Ordinary);
    of_the_game([other, engine(Need::Defaulted), api]).check("");
    let in_tests = implementing().facts(|facts| facts.implemented[0].only_in_tests = true);
    of_the_game([in_tests, engine(Need::Defaulted)]).check("");
}

/// Where the linker doesn't refuse it, the loader does.
#[test]
fn a_library_to_load_is_an_image_too() {
    let rain = package("rain")
        .kinds(&["cdylib"])
        .uses("engine")
        .implements("engine::now", Grade::Ordinary);
    world([rain, engine(Need::Dynamic)])
        .root(Cdylib, "rain")
        .check(
            "
error[LF0016]: `rain` implements `now` of `engine`, which is in another image
--> /w/rain/src/lib.rs:3: in another image than its declaration
::: /w/engine/src/lib.rs:3: `now` is declared here
note: `engine` is a `dylib`: its providers are linked into it, or into nothing
help: leave `#[implement]` out, and install it while the program runs
    engine::now::install(function)?;
help: or implement it in `engine`, or in a library that it links
in: cdylib `rain`
",
        );
}

#[test]
fn what_is_allowed() {
    let allowed = implementing().allow(Code::LF0016, Some("engine"));
    of_the_game([allowed, engine(Need::Defaulted)]).check("");
}
