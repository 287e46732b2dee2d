//! LF0001: no provider.

use crate::kit::{Build, package, world};
use linkface_graph::facts::{Grade, Need};
use linkface_graph::packages::Package;
use linkface_graph::resolution::{How, RootKind};
use linkface_graph::rules::Linked;
use linkface_symbol::{Compat, Item};

fn console() -> Package {
    package("console")
        .declares("write flush", Need::Required)
        .declares("prompt", Need::Defaulted)
}

fn suggesting() -> Package {
    console().manifest(|manifest| {
        manifest.facade = Some("console".into());
        manifest.suggest = vec!["plain".into()];
    })
}

fn app() -> Package {
    package("app")
        .bin()
        .depends("linkface")
        .depends("greeting")
        .depends("console")
}

fn plain() -> Package {
    package("plain")
        .depends("console")
        .implements("console::write console::flush", Grade::Ordinary)
}

fn greeting() -> Package {
    package("greeting").depends("console")
}

fn linkface() -> Package {
    package("linkface").outside()
}

const CHAINS: [&str; 2] = ["app → greeting → console", "app → console"];

#[test]
fn candidates_come_with_the_lines_that_add_them() {
    let console = console().manifest(|manifest| {
        manifest.facade = Some("console".into());
        manifest.suggest = vec!["console-uart".into()];
        manifest.default = Some("plain".into());
    });
    let front = package("console-front").depends("console").depends("plain");
    let front = front.manifest(|manifest| {
        manifest.facade = Some("console-front".into());
        manifest.default = Some("console-std".into());
    });
    let std = package("console-std").outside();
    world([
        app(),
        console,
        plain(),
        linkface(),
        greeting(),
        front.depends("console-std"),
        std,
    ])
    .root(RootKind::Bin, "app")
    .uses("console@0.1", "console", &CHAINS)
    .check(
        "
error[LF0001]: no provider for `console@0.1`
--> /w/console/src/lib.rs:3: `write` is declared here, without a default
::: /w/console/src/lib.rs:4: `flush` is declared here, without a default
note: required by app → console
note: required by app → greeting → console
note: a provider implements `write` and `flush`
help: add `console-uart`, which `console` suggests
    cargo add console-uart --package app
help: add `plain`, which implements it in this workspace
    cargo add plain --package app
help: add `console-std`, the default of `console-front`
    cargo add console-std --package app
in: bin `app`

error[LF0007]: `console-std`, the default of `console-front`, implements nothing of it
--> /w/console-front/Cargo.toml#package.metadata.linkface.default: the default is named here
note: `console-std` implements no façade
help: name a package that implements it, or implement its items there as defaults
    #[linkface::implement(console_front::…, default)]
",
    );
}

#[test]
fn without_candidates_one_can_be_written() {
    world([
        app().outside(),
        console().outside(),
        greeting().outside(),
        linkface(),
    ])
    .root(RootKind::Bin, "app")
    .uses("console@0.1", "console", &CHAINS)
    .check(
        "
error[LF0001]: no provider for `console@0.1`
--> /w/console/src/lib.rs:3: `write` is declared here, without a default
::: /w/console/src/lib.rs:4: `flush` is declared here, without a default
note: required by app → console
note: required by app → greeting → console
note: a provider implements `write` and `flush`
help: write one, as no package is known to provide `console`
    cargo linkface new --provider console
in: bin `app`
",
    );
}

#[test]
fn a_part_that_is_missing_is_named() {
    let plain = package("plain")
        .depends("console")
        .implements("console::write", Grade::Ordinary);
    world([
        app().depends("plain"),
        console(),
        plain,
        linkface(),
        greeting(),
    ])
    .root(RootKind::Bin, "app")
    .uses("console@0.1", "console", &CHAINS)
    .provider(How::Direct, "app → plain", "write")
    .check(
        "
error[LF0001]: `console@0.1` has no implementation of `flush`
--> /w/console/src/lib.rs:4: `flush` is declared here, without a default
note: required by app → console
note: required by app → greeting → console
note: its other items are implemented by `plain`
help: implement the rest beside them, in `plain`
    #[linkface::implement(console::flush)]
in: bin `app`
",
    );
}

#[test]
fn three_chains_are_enough() {
    let chains = [
        "app → a → b → console",
        "app → plain → console",
        "app → x → console",
        "app → y → console",
        "app → dev cfg(unix):z → console",
    ];
    world([app(), console().outside(), linkface(), greeting()])
        .root(RootKind::Bin, "app")
        .uses("console@0.1", "console", &chains)
        .check(
            "
error[LF0001]: no provider for `console@0.1`
--> /w/console/src/lib.rs:3: `write` is declared here, without a default
::: /w/console/src/lib.rs:4: `flush` is declared here, without a default
note: required by app → plain → console
note: required by app → x → console
note: required by app → y → console
note: and by 2 more
note: a provider implements `write` and `flush`
help: write one, as no package is known to provide `console`
    cargo linkface new --provider console
in: bin `app`
",
        );
}

#[test]
fn an_example_wants_a_dev_dependency_and_link() {
    let library = package("app")
        .depends("console")
        .target("example", "show", "examples/show.rs");
    let console = suggesting();
    world([library, console])
        .named_root(RootKind::Example, "app", "show")
        .unlinked()
        .uses("console@0.1", "console", &["app → console"])
        .check(
            "
error[LF0001]: no provider for `console@0.1`
--> /w/console/src/lib.rs:3: `write` is declared here, without a default
::: /w/console/src/lib.rs:4: `flush` is declared here, without a default
note: required by app → console
note: a provider implements `write` and `flush`
help: add `plain`, which `console` suggests
    cargo add plain --package app --dev
help: the macros come from `linkface`
    cargo add linkface --package app --dev
help: link the providers among the dependencies, in `examples/show.rs`
    linkface::link!();
in: example `show`
",
        );
}

#[test]
fn a_program_speaks_for_its_unit_tests() {
    world([package("app").bin().depends("console"), suggesting()])
        .root(RootKind::UnitTest, "app")
        .uses("console@0.1", "console", &["app → console"])
        .root(RootKind::Bin, "app")
        .unlinked()
        .uses("console@0.1", "console", &["app → console"])
        .check(
            "
error[LF0001]: no provider for `console@0.1`
--> /w/console/src/lib.rs:3: `write` is declared here, without a default
::: /w/console/src/lib.rs:4: `flush` is declared here, without a default
note: required by app → console
note: a provider implements `write` and `flush`
help: add `plain`, which `console` suggests
    cargo add plain --package app
help: the macros come from `linkface`
    cargo add linkface --package app
help: link the providers among the dependencies, in `src/main.rs`
    linkface::link!();
in: bin `app`, unit tests of `app`
",
        );
}

#[test]
fn a_package_beside_the_workspace_is_added_by_path() {
    let console = suggesting();
    let beside = plain()
        .outside()
        .with(|package| package.id.0 = "path+file:///w/plain".into());
    world([app(), console, beside, linkface(), greeting()])
        .root(RootKind::Bin, "app")
        .uses("console@0.1", "console", &CHAINS)
        .check(
            "
error[LF0001]: no provider for `console@0.1`
--> /w/console/src/lib.rs:3: `write` is declared here, without a default
::: /w/console/src/lib.rs:4: `flush` is declared here, without a default
note: required by app → console
note: required by app → greeting → console
note: a provider implements `write` and `flush`
help: add `plain`, which `console` suggests
    cargo add plain --path /w/plain --package app
in: bin `app`
",
        );
}

#[test]
fn tests_that_did_not_ask_are_left_alone() {
    let library = package("greeting")
        .depends("console")
        .target("test", "it", "tests/it.rs");
    let everything = [
        RootKind::UnitTest,
        RootKind::BuildScript,
        RootKind::ProcMacro,
        RootKind::Bench,
    ];
    let mut world = world([library, console(), linkface()]);
    for kind in everything {
        world = world.root(kind, "greeting").unlinked();
        world = world.uses("console@0.1", "console", &["greeting → console"]);
    }
    world.check("");
}

#[test]
fn a_test_that_calls_link_asks() {
    let library = package("greeting")
        .depends("console")
        .dev_depends("linkface");
    world([library, console().outside(), linkface()])
        .root(RootKind::UnitTest, "greeting")
        .uses("console@0.1", "console", &["greeting → console"])
        .check(
            "
error[LF0001]: no provider for `console@0.1`
--> /w/console/src/lib.rs:3: `write` is declared here, without a default
::: /w/console/src/lib.rs:4: `flush` is declared here, without a default
note: required by greeting → console
note: a provider implements `write` and `flush`
help: write one, as no package is known to provide `console`
    cargo linkface new --provider console
in: unit tests of `greeting`
",
        );
}

#[test]
fn defaults_private_items_and_test_items_need_nobody() {
    let console = package("console").declares("prompt", Need::Defaulted);
    let console = console.declares("raw hook", Need::Required).facts(|facts| {
        facts.declared[1].public = false;
        facts.declared[2].only_in_tests = true;
    });
    world([app(), console, linkface(), greeting()])
        .root(RootKind::Bin, "app")
        .uses("console@0.1", "console", &CHAINS)
        .check("");
}

fn missing(root: Option<&str>) -> Linked {
    let version = Compat::of("0.1.0").expect("a version");
    Linked {
        file: "/w/target/release/libapp.so".into(),
        root: root.map(str::to_owned),
        missing: ["write", "flush"]
            .map(|name| Item::new("console", version, [name], 7))
            .to_vec(),
    }
}

#[test]
fn a_linked_file_tells_what_the_graph_does_not() {
    let console = console()
        .outside()
        .manifest(|manifest| manifest.suggest = vec!["plain".into()]);
    world([
        package("app").depends("console").depends("linkface"),
        console,
        linkface(),
    ])
    .root(RootKind::Cdylib, "app")
    .uses("console@0.1", "console", &["app → console"])
    .provider(How::Direct, "app → console", "write flush")
    .linked(missing(Some("cdylib `app`")))
    .check(
        "
error[LF0001]: `libapp.so` has no implementation of `console::flush` and `console::write`
--> /w/console/src/lib.rs:3: `write` is declared here
::: /w/console/src/lib.rs:4: `flush` is declared here
::: /w/target/release/libapp.so: used here, and not defined
note: the linker let it pass: loading `libapp.so` fails, or the first call does
help: add `plain`, which `console` suggests
    cargo add plain
in: cdylib `app`
",
    );
}

#[test]
fn a_linked_file_of_nobody_is_reported_as_it_is() {
    world([]).linked(missing(None)).check(
        "
error[LF0001]: `libapp.so` has no implementation of `console::flush` and `console::write`
--> /w/target/release/libapp.so: used here, and not defined
note: the linker let it pass: loading `libapp.so` fails, or the first call does
help: depend on a provider for `console@0.1`, and link it
    linkface::link!();
",
    );
}

#[test]
fn a_root_is_told_once() {
    world([
        package("app").depends("console").depends("linkface"),
        console().outside(),
        linkface(),
    ])
    .root(RootKind::Cdylib, "app")
    .uses("console@0.1", "console", &["app → console"])
    .linked(missing(Some("cdylib `app`")))
    .check(
        "
error[LF0001]: no provider for `console@0.1`
--> /w/console/src/lib.rs:3: `write` is declared here, without a default
::: /w/console/src/lib.rs:4: `flush` is declared here, without a default
note: required by app → console
note: a provider implements `write` and `flush`
help: write one, as no package is known to provide `console`
    cargo linkface new --provider console
in: cdylib `app`
",
    );
}

#[test]
fn what_the_root_has_begun_it_goes_on_with() {
    let console = package("console").declares("write log::line log::MAX", Need::Required);
    let console = console.facts(|facts| {
        for member in &mut facts.declared[1..] {
            member.in_group = true;
        }
    });
    let console = console.manifest(|manifest| {
        manifest.facade = Some("console".into());
        manifest.suggest = vec!["unread".into(), "whole".into()];
    });
    let items = "console::write console::log::line console::log::MAX";
    let whole = package("whole")
        .depends("console")
        .implements(items, Grade::Ordinary);
    let app = app().implements("console::write", Grade::Ordinary);
    world([app, console, whole, linkface(), greeting()])
        .root(RootKind::Bin, "app")
        .uses("console@0.1", "console", &CHAINS)
        .provider(How::Own, "app", "write")
        .check(
            "
error[LF0001]: `console@0.1` has no implementation of `log::line` and `log::MAX`
--> /w/console/src/lib.rs:4: `log::line` is declared here, without a default
::: /w/console/src/lib.rs:5: `log::MAX` is declared here, without a default
note: required by app → console
note: required by app → greeting → console
note: its other items are implemented by `app`
help: implement the rest beside them, in `app`
    #[linkface::implement(console::log)] mod … { … }
in: bin `app`
",
        );
}

#[test]
fn an_optional_provider_has_a_feature_to_enable() {
    let optional = |kind, enabled| {
        let app = app().edge("plain", |edge| {
            edge.optional = true;
            edge.enabled_by = Some("std".into());
        });
        world([app, suggesting(), plain(), linkface(), greeting()])
            .root(kind, "app")
            .uses("console@0.1", "console", &["app → console"])
            .check(&format!(
                "
error[LF0001]: no provider for `console@0.1`
--> /w/console/src/lib.rs:3: `write` is declared here, without a default
::: /w/console/src/lib.rs:4: `flush` is declared here, without a default
note: required by app → console
note: a provider implements `write` and `flush`
help: enable the feature `std`, which turns `plain` on
    {enabled}
in: {}
",
                match kind {
                    RootKind::Bin => "bin `app`",
                    _ => "test `app`",
                }
            ));
    };
    optional(RootKind::Bin, "cargo build --package app --features std");
    optional(RootKind::Test, "cargo test --package app --features std");
}
