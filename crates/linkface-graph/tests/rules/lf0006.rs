//! LF0006: a provider that is compiled and never linked.

use crate::kit::{Build, package, world};
use linkface_graph::facts::{Grade, Need};
use linkface_graph::packages::Package;
use linkface_graph::resolution::{How, RootKind};

fn packages(app: Package, need: Need) -> Vec<Package> {
    vec![
        app.depends("rng"),
        package("rng").declares("fill", need),
        package("rng-hw")
            .depends("rng")
            .implements("rng::fill", Grade::Ordinary),
        package("linkface").outside(),
    ]
}

fn app() -> Package {
    package("app")
        .bin()
        .edge("rng-hw", |edge| edge.name = "hw".into())
}

#[track_caller]
fn check(app: Package, need: Need, kind: RootKind, name: &str, expected: &str) {
    world(packages(app, need))
        .named_root(kind, "app", name)
        .unlinked()
        .uses("rng@0.1", "rng", &["app → rng"])
        .check(expected);
}

#[test]
fn what_is_needed_is_an_error() {
    check(
        app().depends("linkface"),
        Need::Required,
        RootKind::Bin,
        "app",
        "
error[LF0006]: `hw` is compiled but never linked
--> /w/app/Cargo.toml#dependencies.hw: Cargo builds it because of this line
::: /w/app/src/main.rs: nothing here names it
note: rustc links a dependency only if some crate names it
note: nothing else implements `rng::fill`
help: link the providers among the dependencies, in `src/main.rs`
    linkface::link!();
help: or name it, without the macro
    use hw as _;
in: bin `app`
",
    );
}

#[test]
fn what_has_a_default_is_a_warning() {
    check(
        app(),
        Need::Defaulted,
        RootKind::Bin,
        "app",
        "
warning[LF0006]: `hw` is compiled but never linked
--> /w/app/Cargo.toml#dependencies.hw: Cargo builds it because of this line
::: /w/app/src/main.rs: nothing here names it
note: rustc links a dependency only if some crate names it
note: the program has the defaults instead of what it implements
help: the macros come from `linkface`
    cargo add linkface --package app
help: link the providers among the dependencies, in `src/main.rs`
    linkface::link!();
help: or name it, without the macro
    use hw as _;
in: bin `app`
",
    );
}

#[track_caller]
fn fine(app: Package, how: How, chain: &str) {
    world(packages(app, Need::Required))
        .root(RootKind::Bin, "app")
        .unlinked()
        .uses("rng@0.1", "rng", &["app → rng"])
        .provider(how, chain, "fill")
        .check("");
}

#[test]
fn a_name_links_it() {
    fine(app().names("hw"), How::Direct, "app → rng-hw");
}

#[test]
fn the_own_library_may_name_it() {
    let app = package("app")
        .names("hw")
        .target("bin", "app", "src/main.rs");
    let app = app.edge("rng-hw", |edge| edge.name = "hw".into());
    fine(app, How::OwnLibrary, "app → app → rng-hw");
}

#[test]
fn who_has_another_provider_misses_nothing() {
    fine(app(), How::Own, "app");
}

#[test]
fn unread_code_may_name_it() {
    let app = app().with(|package| package.crates[0].facts = None);
    fine(app, How::Direct, "app → rng-hw");
}

#[test]
fn what_may_not_be_there_is_not_guessed_at() {
    let optional = package("app")
        .bin()
        .edge("rng-hw", |edge| edge.optional = true);
    check(optional, Need::Defaulted, RootKind::Bin, "app", "");
    let condition = Some("cfg(windows)".to_owned());
    let elsewhere = package("app")
        .bin()
        .edge("rng-hw", |edge| edge.condition = condition);
    check(elsewhere, Need::Defaulted, RootKind::Bin, "app", "");
}

#[test]
fn a_test_dependency_that_no_test_names() {
    let app = package("app")
        .dev_depends("rng-hw")
        .target("test", "it", "tests/it.rs");
    check(
        app,
        Need::Required,
        RootKind::Test,
        "it",
        "
error[LF0006]: `rng-hw` is compiled but never linked
--> /w/app/Cargo.toml#dev-dependencies.rng-hw: Cargo builds it because of this line
::: /w/app/tests/it.rs: nothing here names it
note: rustc links a dependency only if some crate names it
note: nothing else implements `rng::fill`
help: the macros come from `linkface`
    cargo add linkface --package app --dev
help: link the providers among the dependencies, in `tests/it.rs`
    linkface::link!();
help: or name it, without the macro
    use rng_hw as _;
in: test `it`
",
    );
    let app = package("app").dev_depends("rng-hw");
    check(
        app,
        Need::Required,
        RootKind::UnitTest,
        "app",
        "
error[LF0006]: `rng-hw` is compiled but never linked
--> /w/app/Cargo.toml#dev-dependencies.rng-hw: Cargo builds it because of this line
::: /w/app/src/lib.rs: nothing here names it
note: rustc links a dependency only if some crate names it
note: nothing else implements `rng::fill`
help: the macros come from `linkface`
    cargo add linkface --package app --dev
help: link the providers among the dependencies, in `src/lib.rs`
    #[cfg(test)]
    linkface::link!();
help: or name it, without the macro
    use rng_hw as _;
in: unit tests of `app`
",
    );
}

#[test]
fn a_test_dependency_that_another_test_links() {
    let app = package("app")
        .dev_depends("rng-hw")
        .target("test", "it", "tests/it.rs");
    let app = app.target("test", "links", "tests/links.rs").links(&[]);
    check(app, Need::Required, RootKind::Test, "it", "");
}

#[test]
fn a_root_that_links_by_hand_knows_what_it_does() {
    world(packages(app().links(&["other"]), Need::Required))
        .root(RootKind::Bin, "app")
        .uses("rng@0.1", "rng", &["app → rng"])
        .provider(How::Own, "app", "fill")
        .check("");
}

#[test]
fn what_a_program_links_its_unit_tests_do() {
    world(packages(app(), Need::Required))
        .root(RootKind::UnitTest, "app")
        .unlinked()
        .uses("rng@0.1", "rng", &["app → rng"])
        .root(RootKind::Bin, "app")
        .unlinked()
        .uses("rng@0.1", "rng", &["app → rng"])
        .check(
            "
error[LF0006]: `hw` is compiled but never linked
--> /w/app/Cargo.toml#dependencies.hw: Cargo builds it because of this line
::: /w/app/src/main.rs: nothing here names it
note: rustc links a dependency only if some crate names it
note: nothing else implements `rng::fill`
help: the macros come from `linkface`
    cargo add linkface --package app
help: link the providers among the dependencies, in `src/main.rs`
    linkface::link!();
help: or name it, without the macro
    use hw as _;
in: bin `app`, unit tests of `app`
",
        );
}

#[test]
fn who_links_by_hand_may_have_forgotten_one() {
    let by_hand = |need, expected| {
        world(packages(app().links(&["other"]), need))
            .root(RootKind::Bin, "app")
            .uses("rng@0.1", "rng", &["app → rng"])
            .check(expected);
    };
    by_hand(Need::Defaulted, "");
    by_hand(
        Need::Required,
        "
error[LF0006]: `hw` is compiled but never linked
--> /w/app/Cargo.toml#dependencies.hw: Cargo builds it because of this line
::: : this names others
note: a `link!` that names providers looks for no others
note: nothing else implements `rng::fill`
help: name it
    linkface::link!(other, hw);
help: or link every provider among the dependencies
    linkface::link!();
in: bin `app`
",
    );
}
