//! LF0011: the choice differs between targets or features.

use crate::kit::{Build, World, package, world};
use linkface_graph::facts::{Grade, Need};
use linkface_graph::finding::Code;
use linkface_graph::packages::Package;
use linkface_graph::resolution::{How, RootKind};

fn app() -> Package {
    package("app")
        .bin()
        .edge("rng-os", |edge| edge.condition = Some("cfg(unix)".into()))
        .edge("rng-hw", |edge| edge.optional = true)
        .depends("rng")
}

/// Configurations with the provider that the root gets in each.
fn uses(app: Package, configurations: &[(&str, &str, &str)]) -> World {
    let provider = |name: &str| {
        package(name)
            .depends("rng")
            .implements("rng::fill", Grade::Ordinary)
    };
    let rng = package("rng").declares("fill", Need::Defaulted);
    let mut world = world([app, rng, provider("rng-os"), provider("rng-hw")]);
    for (target, features, provider) in configurations {
        world = world
            .configuration(target, features)
            .root(RootKind::Bin, "app");
        world = world.uses("rng@0.1", "rng", &["app → rng"]);
        for provider in provider.split_whitespace() {
            world = world.provider(How::Direct, &format!("app → {provider}"), "fill");
        }
    }
    world
}

#[test]
fn targets_differ() {
    let choices = [
        ("linux", "default features", "rng-os"),
        ("windows", "default features", ""),
    ];
    uses(app(), &choices).check(
        r#"
warning[LF0011]: the provider for `rng@0.1` differs between targets
--> /w/app/Cargo.toml#target.cfg(unix).dependencies.rng-os: chosen in some configurations
note: linux, default features: `rng-os`
note: windows, default features: the façade's default
help: if one provider is meant, depend on it under plain `[dependencies]`, and pin it
    [package.metadata.linkface]
    pin = { "rng@0.1" = "rng-os" }
help: if the difference is meant, say so in the root's `Cargo.toml`
    [package.metadata.linkface]
    allow = ["LF0011:rng"]
in: bin `app`
"#,
    );
}

#[test]
fn features_differ() {
    let choices = [
        ("linux", "default features", "rng-os"),
        ("linux", "--all-features", "rng-hw"),
    ];
    uses(app(), &choices).check(
        r#"
warning[LF0011]: the provider for `rng@0.1` differs between features
--> /w/app/Cargo.toml#target.cfg(unix).dependencies.rng-os: chosen in some configurations
::: /w/app/Cargo.toml#dependencies.rng-hw: chosen in some configurations
note: linux, --all-features: `rng-hw`
note: linux, default features: `rng-os`
help: if one provider is meant, depend on it under plain `[dependencies]`, and pin it
    [package.metadata.linkface]
    pin = { "rng@0.1" = "rng-hw" }
help: if the difference is meant, say so in the root's `Cargo.toml`
    [package.metadata.linkface]
    allow = ["LF0011:rng"]
in: bin `app`
"#,
    );
}

#[test]
fn both_differ() {
    uses(
        app(),
        &[
            ("linux", "default features", "rng-os"),
            ("linux", "--all-features", "rng-hw"),
            ("windows", "default features", "rng-hw"),
        ],
    )
    .check(
        r#"
warning[LF0011]: the provider for `rng@0.1` differs between targets and features
--> /w/app/Cargo.toml#target.cfg(unix).dependencies.rng-os: chosen in some configurations
::: /w/app/Cargo.toml#dependencies.rng-hw: chosen in some configurations
note: linux, --all-features: `rng-hw`
note: linux, default features: `rng-os`
note: windows, default features: `rng-hw`
help: if one provider is meant, depend on it under plain `[dependencies]`, and pin it
    [package.metadata.linkface]
    pin = { "rng@0.1" = "rng-hw" }
help: if the difference is meant, say so in the root's `Cargo.toml`
    [package.metadata.linkface]
    allow = ["LF0011:rng"]
in: bin `app`
"#,
    );
}

#[test]
fn the_same_everywhere_is_fine() {
    let choices = [
        ("linux", "default features", "rng-os"),
        ("linux", "--all-features", "rng-os"),
    ];
    uses(app(), &choices).check("");
}

#[test]
fn a_root_may_mean_it() {
    let choices = [
        ("linux", "default features", "rng-os"),
        ("windows", "default features", ""),
    ];
    uses(app().allow(Code::LF0011, Some("rng")), &choices).check("");
}

#[test]
fn what_failed_is_reported_as_that() {
    let choices = [
        ("linux", "default features", "rng-os"),
        ("linux", "--all-features", "rng-os rng-hw"),
    ];
    uses(app(), &choices).check(
        "
error[LF0002]: two providers for `rng@0.1`: `rng-hw` and `rng-os`
--> /w/rng-hw/src/lib.rs:3: `rng-hw` implements `fill` here
::: /w/rng-os/src/lib.rs:3: `rng-os` implements `fill` here
::: /w/rng/src/lib.rs:3: it is declared here
note: `rng-hw` is a dependency of the root: app → rng-hw
note: `rng-os` is a dependency of the root: app → rng-os
help: to keep `rng-os`, remove `rng-hw`, or build without the feature that enables it
    cargo remove rng-hw --package app
help: to keep `rng-hw`, remove `rng-os`
    cargo remove rng-os --package app --target 'cfg(unix)'
in: bin `app`
for: linux, --all-features
",
    );
}
