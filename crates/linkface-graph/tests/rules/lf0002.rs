//! LF0002: two or more providers.

use crate::kit::{Build, World, package, world};
use linkface_graph::facts::{Grade, Need};
use linkface_graph::packages::Package;
use linkface_graph::resolution::{How, RootKind};

fn console() -> Package {
    package("console")
        .declares("write", Need::Defaultable)
        .declares("prompt", Need::Defaulted)
}

fn provider(name: &str, grade: Grade) -> Package {
    package(name)
        .depends("console")
        .implements("console::write", grade)
}

fn app() -> Package {
    package("app").bin().depends("console").depends("plain")
}

fn uses(packages: Vec<Package>) -> World {
    world(packages)
        .root(RootKind::Bin, "app")
        .uses("console@0.1", "console", &["app → console"])
}

#[test]
fn each_direct_one_can_be_removed() {
    let framed = |edge: &mut linkface_graph::packages::Dependency| {
        edge.name = "boxes".to_owned();
        edge.condition = Some("cfg(unix)".to_owned());
        edge.dev = true;
        edge.build = true;
    };
    uses(vec![
        app().edge("framed", framed),
        console(),
        provider("plain", Grade::Ordinary),
        provider("framed", Grade::Ordinary),
    ])
    .provider(How::Direct, "app → plain", "write")
    .provider(How::Direct, "app → framed", "write")
    .check(
        "
error[LF0002]: two providers for `console@0.1`: `boxes` and `plain`
--> /w/framed/src/lib.rs:3: `boxes` implements `write` here
::: /w/plain/src/lib.rs:3: `plain` implements `write` here
::: /w/console/src/lib.rs:3: it is declared here
note: `boxes` is a dependency of the root: app → framed
note: `plain` is a dependency of the root: app → plain
note: each implements `write`
help: to keep `plain`, remove `boxes`
    cargo remove boxes --package app --target 'cfg(unix)'
help: to keep `boxes`, remove `plain`
    cargo remove plain --package app
in: bin `app`
",
    );
}

#[test]
fn an_optional_one_goes_with_its_feature() {
    uses(vec![
        app().edge("framed", |edge| edge.optional = true),
        console(),
        provider("plain", Grade::Ordinary),
        provider("framed", Grade::Ordinary),
    ])
    .provider(How::Direct, "app → plain", "write")
    .provider(How::Direct, "app → framed", "write")
    .check(
        "
error[LF0002]: two providers for `console@0.1`: `framed` and `plain`
--> /w/framed/src/lib.rs:3: `framed` implements `write` here
::: /w/plain/src/lib.rs:3: `plain` implements `write` here
::: /w/console/src/lib.rs:3: it is declared here
note: `framed` is a dependency of the root: app → framed
note: `plain` is a dependency of the root: app → plain
note: each implements `write`
help: to keep `plain`, remove `framed`, or build without the feature that enables it
    cargo remove framed --package app
help: to keep `framed`, remove `plain`
    cargo remove plain --package app
in: bin `app`
",
    );
}

#[test]
fn a_smuggled_one_is_told_here_only() {
    uses(vec![
        app().depends("legacy"),
        console(),
        provider("plain", Grade::Ordinary),
        provider("framed", Grade::Ordinary),
        package("legacy").depends("framed"),
    ])
    .provider(How::Direct, "app → plain", "write")
    .provider(How::Smuggled, "app → legacy → framed", "write")
    .check(
        "
error[LF0002]: two providers for `console@0.1`: `framed` and `plain`
--> /w/framed/src/lib.rs:3: `framed` implements `write` here
::: /w/plain/src/lib.rs:3: `plain` implements `write` here
::: /w/console/src/lib.rs:3: it is declared here
note: `framed` is linked by a library: app → legacy → framed
note: `plain` is a dependency of the root: app → plain
note: each implements `write`
help: to keep `plain`, make `framed` a dev-dependency of `legacy`
help: to keep `framed`, choose it in the root, in place of `plain`
    cargo remove plain --package app
    cargo add framed --package app
in: bin `app`
",
    );
}

#[test]
fn all_ways_to_get_in_have_a_way_out() {
    uses(vec![
        app().implements("console::write", Grade::Ordinary),
        console().implements("crate::write", Grade::Default),
        package("front").depends("console").depends("ends"),
        provider("ends", Grade::Ordinary),
        provider("lib", Grade::Ordinary),
        provider("platform", Grade::Ordinary),
        package("board").depends("platform"),
    ])
    .provider(How::Own, "app", "write")
    .provider(How::Default, "app → front → ends", "write")
    .provider(How::OwnLibrary, "app → lib", "write")
    .provider(How::Allowed, "app → board → platform", "write")
    .provider(How::Home, "app → console", "")
    .check(
        "
error[LF0002]: four providers for `console@0.1`: `app`, `ends`, `lib` and `platform`
--> /w/app/src/main.rs:3: `app` implements `write` here
::: /w/ends/src/lib.rs:3: `ends` implements `write` here
::: /w/lib/src/lib.rs:3: `lib` implements `write` here
::: /w/platform/src/lib.rs:3: `platform` implements `write` here
::: /w/console/src/lib.rs:3: it is declared here
note: `app` is the root itself
note: `ends` is there by default: app → front → ends
note: `lib` is linked by the package's own library: app → lib
note: `platform` is linked by a package that the root allows: app → board → platform
note: each implements `write`
help: to keep another, remove the implementation in the root
help: to keep another, let `ends` give way, as a default does
    #[linkface::implement(console::write, default)]
help: to keep another, remove `lib`
help: to keep another, make `platform` a dev-dependency of `board`
in: bin `app`
",
    );
}

#[test]
fn two_defaults_are_two() {
    uses(vec![
        app().depends("front"),
        console(),
        provider("plain", Grade::Default),
        package("front").depends("console").depends("ends"),
        provider("ends", Grade::Default),
    ])
    .provider(How::Direct, "app → plain", "write")
    .provider(How::Default, "app → front → ends", "write")
    .check(
        "
error[LF0002]: two default providers for `console@0.1`: `ends` and `plain`
--> /w/ends/src/lib.rs:3: `ends` implements `write` here
::: /w/plain/src/lib.rs:3: `plain` implements `write` here
::: /w/console/src/lib.rs:3: it is declared here
note: `ends` is there by default: app → front → ends
note: `plain` is a dependency of the root: app → plain
note: each implements `write`
note: a default gives way to an ordinary implementation, and collides with another default
help: to keep `plain`, leave out `front`, which links `ends`
help: to keep `ends`, remove `plain`
    cargo remove plain --package app
in: bin `app`
",
    );
}

#[test]
fn an_ordinary_one_beats_defaults() {
    uses(vec![
        app(),
        console(),
        provider("plain", Grade::Ordinary),
        provider("ends", Grade::Default),
        package("front"),
    ])
    .provider(How::Direct, "app → plain", "write")
    .provider(How::Default, "app → front → ends", "write")
    .check("");
}

#[test]
fn two_defaults_collide_even_if_overridden() {
    uses(vec![
        app(),
        console(),
        provider("plain", Grade::Ordinary),
        provider("ends", Grade::Default),
        provider("other", Grade::Default),
        package("front"),
    ])
    .provider(How::Direct, "app → plain", "write")
    .provider(How::Default, "app → front → ends", "write")
    .provider(How::Default, "app → other", "write")
    .check(
        "
error[LF0002]: two default providers for `console@0.1`: `ends` and `other`
--> /w/ends/src/lib.rs:3: `ends` implements `write` here
::: /w/other/src/lib.rs:3: `other` implements `write` here
::: /w/console/src/lib.rs:3: it is declared here
note: `ends` is there by default: app → front → ends
note: `other` is there by default: app → other
note: each implements `write`
note: a default gives way to an ordinary implementation, and collides with another default
help: to keep `other`, leave out `front`, which links `ends`
help: to keep `ends`, leave out `app`, which links `other`
in: bin `app`
",
    );
}

#[test]
fn different_items_may_have_different_providers() {
    let mixed = package("mixed").depends("console");
    let mixed = mixed.implements("console::prompt", Grade::Ordinary);
    // One package, one ordinary and one default-grade implementation.
    let mixed = mixed.implements("console::write", Grade::Default);
    uses(vec![
        app().depends("mixed"),
        console(),
        provider("plain", Grade::Ordinary),
        mixed,
    ])
    .provider(How::Direct, "app → plain", "write")
    .provider(How::Direct, "app → mixed", "write prompt")
    .check("");
}

/// The program beside it implements the item ordinarily, which says nothing of the test.
#[test]
fn each_root_implements_for_itself() {
    let app = app()
        .implements("console::write", Grade::Ordinary)
        .target("test", "it", "tests/it.rs")
        .implements("console::write", Grade::Default);
    world([app, console(), provider("plain", Grade::Default)])
        .named_root(RootKind::Test, "app", "it")
        .uses("console@0.1", "console", &["app → console"])
        .provider(How::Own, "app", "write")
        .provider(How::Direct, "app → plain", "write")
        .check(
            "
error[LF0002]: two default providers for `console@0.1`: `app` and `plain`
--> /w/app/tests/it.rs:3: `app` implements `write` here
::: /w/plain/src/lib.rs:3: `plain` implements `write` here
::: /w/console/src/lib.rs:3: it is declared here
note: `app` is the root itself
note: `plain` is a dependency of the root: app → plain
note: each implements `write`
note: a default gives way to an ordinary implementation, and collides with another default
help: to keep `plain`, remove the implementation in the root
help: to keep `app`, remove `plain`
    cargo remove plain --package app
in: test `it`
",
        );
}
