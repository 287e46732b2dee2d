//! LF0004: a library smuggles a provider in.

use crate::kit::{Build, World, package, world};
use linkface_graph::facts::{Grade, Need};
use linkface_graph::packages::Package;
use linkface_graph::resolution::{How, RootKind};

fn hw() -> Package {
    package("rng-hw")
        .depends("rng")
        .implements("rng::fill", Grade::Ordinary)
}

fn uses(how: How, legacy: Package, app: Package) -> World {
    world([
        app,
        legacy,
        hw(),
        package("rng").declares("fill", Need::Required),
    ])
    .root(RootKind::Bin, "app")
    .uses("rng@0.1", "rng", &["app → rng"])
    .provider(how, "app → legacy-lib → rng-hw", "fill")
}

fn app() -> Package {
    package("app").bin().depends("legacy-lib").depends("rng")
}

fn legacy() -> Package {
    package("legacy-lib").depends("rng-hw")
}

#[test]
fn a_library_of_the_workspace_is_mended_by_two_lines() {
    uses(How::Smuggled, legacy(), app()).check(
        r#"
error[LF0004]: the library `legacy-lib` brings a provider for `rng@0.1` along: `rng-hw`
--> /w/legacy-lib/Cargo.toml#dependencies.rng-hw: decides for every program that uses `legacy-lib`
::: /w/rng-hw/src/lib.rs:3: implements `rng@0.1` here
note: `rng-hw` comes with app → legacy-lib → rng-hw
note: which provider a program gets is for its root to say, not for a library
help: in `legacy-lib`, make it a dev-dependency, and name it in tests only
    cargo remove rng-hw --package legacy-lib
    cargo add rng-hw --package legacy-lib --dev
help: or choose `rng-hw` in the root
    cargo add rng-hw --package app
help: or accept it in the root's `Cargo.toml`, which unlinks nothing
    [package.metadata.linkface]
    allow = ["LF0004:legacy-lib"]
in: bin `app`
"#,
    );
}

#[test]
fn a_foreign_library_is_told_its_lines() {
    let legacy = package("legacy-lib").outside().edge("rng-hw", |edge| {
        edge.name = "hw".into();
        edge.condition = Some("cfg(unix)".into());
    });
    uses(How::Smuggled, legacy, app()).check(r#"
error[LF0004]: the library `legacy-lib` brings a provider for `rng@0.1` along: `rng-hw`
--> /w/legacy-lib/Cargo.toml#target.cfg(unix).dependencies.hw: decides for every program that uses `legacy-lib`
::: /w/rng-hw/src/lib.rs:3: implements `rng@0.1` here
note: `rng-hw` comes with app → legacy-lib → rng-hw
note: which provider a program gets is for its root to say, not for a library
help: in `legacy-lib`, make it a dev-dependency, and name it in tests only
    [dev-dependencies]
    hw = { package = "rng-hw", version = "0.1.0" }
help: or choose `rng-hw` in the root
    cargo add rng-hw --package app
help: or accept it in the root's `Cargo.toml`, which unlinks nothing
    [package.metadata.linkface]
    allow = ["LF0004:legacy-lib"]
in: bin `app`
"#);
}

#[test]
fn only_smuggling_is() {
    for how in [
        How::Own,
        How::Direct,
        How::Default,
        How::OwnLibrary,
        How::Home,
        How::Allowed,
    ] {
        let app = app().depends("rng-hw");
        uses(how, legacy(), app).check("");
    }
}

#[test]
fn a_provider_of_two_facades_is_smuggled_once() {
    let clock = package("clock").declares("now", Need::Required);
    let hw = hw()
        .depends("clock")
        .implements("clock::now", Grade::Ordinary);
    let rng = package("rng").declares("fill", Need::Required);
    world([app().depends("clock"), legacy(), hw, rng, clock])
        .root(RootKind::Bin, "app")
        .uses("rng@0.1", "rng", &["app → rng"])
        .provider(How::Smuggled, "app → legacy-lib → rng-hw", "fill")
        .uses("clock@0.1", "clock", &["app → clock"])
        .provider(How::Smuggled, "app → legacy-lib → rng-hw", "now")
        .check(r#"
error[LF0004]: the library `legacy-lib` brings a provider for `clock@0.1` and `rng@0.1` along: `rng-hw`
--> /w/legacy-lib/Cargo.toml#dependencies.rng-hw: decides for every program that uses `legacy-lib`
::: /w/rng-hw/src/lib.rs:3: implements `rng@0.1` here
note: `rng-hw` comes with app → legacy-lib → rng-hw
note: which provider a program gets is for its root to say, not for a library
help: in `legacy-lib`, make it a dev-dependency, and name it in tests only
    cargo remove rng-hw --package legacy-lib
    cargo add rng-hw --package legacy-lib --dev
help: or choose `rng-hw` in the root
    cargo add rng-hw --package app
help: or accept it in the root's `Cargo.toml`, which unlinks nothing
    [package.metadata.linkface]
    allow = ["LF0004:legacy-lib"]
in: bin `app`
"#);
}

/// The root may keep what it implements itself: then this is what is wrong.
#[test]
fn a_provider_that_collides_with_the_root_is_smuggled_nevertheless() {
    let app = app().implements("rng::fill", Grade::Ordinary);
    uses(How::Smuggled, legacy(), app)
        .provider(How::Own, "app", "fill")
        .check(
            r#"
error[LF0002]: two providers for `rng@0.1`: `app` and `rng-hw`
--> /w/app/src/main.rs:3: `app` implements `fill` here
::: /w/rng-hw/src/lib.rs:3: `rng-hw` implements `fill` here
::: /w/rng/src/lib.rs:3: it is declared here
note: `app` is the root itself
note: `rng-hw` is linked by a library: app → legacy-lib → rng-hw
help: to keep `rng-hw`, remove the implementation in the root
help: to keep `app`, make `rng-hw` a dev-dependency of `legacy-lib`
in: bin `app`

error[LF0004]: the library `legacy-lib` brings a provider for `rng@0.1` along: `rng-hw`
--> /w/legacy-lib/Cargo.toml#dependencies.rng-hw: decides for every program that uses `legacy-lib`
::: /w/rng-hw/src/lib.rs:3: implements `rng@0.1` here
note: `rng-hw` comes with app → legacy-lib → rng-hw
note: which provider a program gets is for its root to say, not for a library
help: in `legacy-lib`, make it a dev-dependency, and name it in tests only
    cargo remove rng-hw --package legacy-lib
    cargo add rng-hw --package legacy-lib --dev
help: or choose `rng-hw` in the root
    cargo add rng-hw --package app
help: or accept it in the root's `Cargo.toml`, which unlinks nothing
    [package.metadata.linkface]
    allow = ["LF0004:legacy-lib"]
in: bin `app`
"#,
        );
}

/// Who is linked into a shared library with its façade, no program chooses.
#[test]
fn a_shared_library_has_its_provider_in_it() {
    let hw = || hw().names("rng");
    let rng = || package("rng").declares("fill", Need::Required);
    let app = || package("app").bin().uses("engine").uses("rng");
    let engine = |kind: &str| package("engine").kinds(&[kind]).uses("rng").uses("rng-hw");
    let world = |kind: &str| {
        world([app(), engine(kind), hw(), rng()])
            .root(RootKind::Bin, "app")
            .uses("rng@0.1", "rng", &["app → rng"])
            .provider(How::Smuggled, "app → engine → rng-hw", "fill")
    };
    world("dylib").check("");
    world("lib").check(
        r#"
error[LF0004]: the library `engine` brings a provider for `rng@0.1` along: `rng-hw`
--> /w/engine/Cargo.toml#dependencies.rng-hw: decides for every program that uses `engine`
::: /w/rng-hw/src/lib.rs:3: implements `rng@0.1` here
note: `rng-hw` comes with app → engine → rng-hw
note: which provider a program gets is for its root to say, not for a library
help: in `engine`, make it a dev-dependency, and name it in tests only
    cargo remove rng-hw --package engine
    cargo add rng-hw --package engine --dev
help: or choose `rng-hw` in the root
    cargo add rng-hw --package app
help: or accept it in the root's `Cargo.toml`, which unlinks nothing
    [package.metadata.linkface]
    allow = ["LF0004:engine"]
in: bin `app`
"#,
    );
}
