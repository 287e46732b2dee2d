//! LF0003: a provider of another version.

use crate::kit::{Build, package, world};
use linkface_graph::facts::{Grade, Need};
use linkface_graph::packages::Package;
use linkface_graph::resolution::{How, RootKind};

fn log(version: &str) -> Package {
    package(&format!("log {version}"))
        .outside()
        .declares("write", Need::Required)
}

fn logger() -> Package {
    package("my-logger")
        .depends("log 0.5.1")
        .implements("log::write", Grade::Ordinary)
}

fn app() -> Package {
    package("app")
        .bin()
        .edge("my-logger", |edge| edge.name = "logger".into())
}

#[test]
fn either_side_can_move() {
    let server = package("server").depends("log 0.4.2");
    world([
        log("0.4.2"),
        log("0.5.1"),
        logger(),
        server,
        app().depends("server"),
    ])
    .root(RootKind::Bin, "app")
    .uses("log@0.4", "log 0.4.2", &["app → server → log 0.4.2"])
    .other_version("log@0.5", "app → my-logger")
    .check(
        "
error[LF0003]: `logger` implements `log@0.5`, this program needs `log@0.4`
--> /w/my-logger/src/lib.rs:3: implements `log@0.5`
::: /w/log-0.4.2/src/lib.rs:3: nothing implements this item of `log@0.4`
note: `log@0.4` is required by app → server → log 0.4.2
note: `logger` comes with app → my-logger
help: move `logger` to `log@0.4`
    cargo add log@0.4 --package my-logger
help: move `server` to `log@0.5`
    cargo add log@0.5 --package server
in: bin `app`
",
    );
}

#[test]
fn what_is_not_ours_is_looked_up_and_others_may_be_added() {
    let server = package("server").outside().depends("log 0.4.2");
    let log4 = log("0.4.2").manifest(|manifest| manifest.suggest = vec!["log-file".into()]);
    let logger = logger().outside().edge("log 0.5.1", |_| ());
    world([
        log4,
        log("0.5.1"),
        logger,
        server,
        package("app").bin().depends("my-logger"),
    ])
    .root(RootKind::Bin, "app")
    .uses("log@0.4", "log 0.4.2", &["app → server → log 0.4.2"])
    .other_version("log@0.5", "app → my-logger")
    .other_version("log@0.5", "app → server")
    .check(
        "
error[LF0003]: `my-logger` implements `log@0.5`, this program needs `log@0.4`
--> /w/my-logger/src/lib.rs:3: implements `log@0.5`
::: /w/log-0.4.2/src/lib.rs:3: nothing implements this item of `log@0.4`
note: `log@0.4` is required by app → server → log 0.4.2
note: `my-logger` comes with app → my-logger
note: `server` implements `log@0.5`, too, and comes with app → server
help: look for a release of `my-logger` that depends on `log@0.4`
    cargo info my-logger
help: look for a release of `server` that depends on `log@0.5`
    cargo info server
help: add `log-file`, which `log` suggests
    cargo add log-file
in: bin `app`
",
    );
}

#[test]
fn a_renamed_facade_keeps_its_name() {
    let server = package("server").edge("log 0.4.2", |edge| edge.name = "log4".into());
    world([log("0.4.2"), log("0.5.1"), logger().outside(), server.bin()])
        .root(RootKind::Bin, "server")
        .uses("log@0.4", "log 0.4.2", &["server → log 0.4.2"])
        .other_version("log@0.5", "server → my-logger")
        .check(
            "
error[LF0003]: `my-logger` implements `log@0.5`, this program needs `log@0.4`
--> /w/my-logger/src/lib.rs:3: implements `log@0.5`
::: /w/log-0.4.2/src/lib.rs:3: nothing implements this item of `log@0.4`
note: `log@0.4` is required by server → log 0.4.2
note: `my-logger` comes with server → my-logger
help: look for a release of `my-logger` that depends on `log@0.4`
    cargo info my-logger
help: move `server` to `log@0.5`
    cargo add log@0.5 --rename log4
in: bin `server`
",
        );
}

#[test]
fn two_versions_with_a_provider_each_coexist() {
    let old = package("old-logger")
        .depends("log 0.4.2")
        .implements("log::write", Grade::Ordinary);
    world([
        log("0.4.2"),
        log("0.5.1"),
        logger(),
        old,
        app().depends("old-logger"),
    ])
    .root(RootKind::Bin, "app")
    .uses("log@0.4", "log 0.4.2", &["app → x → log 0.4.2"])
    .provider(How::Direct, "app → old-logger", "write")
    .other_version("log@0.5", "app → my-logger")
    .uses("log@0.5", "log 0.5.1", &["app → y → log 0.5.1"])
    .provider(How::Direct, "app → my-logger", "write")
    .other_version("log@0.4", "app → old-logger")
    .check("");
}

/// It is no dependency that could be of another version, and `link!()` says the same.
#[test]
fn what_the_root_implements_of_another_version_is_no_provider() {
    world([
        log("0.4.2"),
        log("0.5.1"),
        package("app")
            .bin()
            .depends("log 0.5.1")
            .implements("log::write", Grade::Ordinary),
    ])
    .root(RootKind::Bin, "app")
    .uses("log@0.4", "log 0.4.2", &["app → x → log 0.4.2"])
    .other_version("log@0.5", "app")
    .check(
        "
error[LF0001]: no provider for `log@0.4`
--> /w/log-0.4.2/src/lib.rs:3: `write` is declared here, without a default
note: required by app → x → log 0.4.2
note: the root itself implements `log@0.5`
help: write one, as no package is known to provide `log`
    cargo linkface new --provider log
in: bin `app`
",
    );
}
