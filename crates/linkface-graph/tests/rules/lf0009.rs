//! LF0009: manifest and code disagree.

use crate::kit::{Build, World, key, package, world};
use linkface_graph::facts::{Grade, Need, Unread};
use linkface_graph::finding::Code;
use linkface_graph::packages::{Package, Problem};
use linkface_graph::resolution::{How, RootKind};

fn rng() -> Package {
    package("rng").declares("fill", Need::Required)
}

fn hw() -> Package {
    package("rng-hw")
        .depends("rng")
        .implements("rng::fill", Grade::Ordinary)
}

#[test]
fn what_could_not_be_read_is_told() {
    let rng = rng().with(|package| {
        package.problems = vec![Problem {
            key: vec!["provides".into(), "1".into()],
            why: "`rng` has no version: write it like `rng@0.1`".into(),
        }];
    });
    world([rng]).check(
        "
warning[LF0009]: `rng` has no version: write it like `rng@0.1`
--> /w/rng/Cargo.toml#package.metadata.linkface.provides.1: found here
",
    );
}

#[test]
fn a_facade_has_the_name_of_its_package() {
    let named = |name: &str| {
        let name = name.to_owned();
        rng().manifest(|manifest| manifest.facade = Some(name))
    };
    world([named("rng")]).check("");
    world([named("entropy")]).check(
        r#"
warning[LF0009]: `facade` says `entropy`, and the package is `rng`
--> /w/rng/Cargo.toml#package.metadata.linkface.facade: not the package's name
note: a façade goes by the name of its package: in symbols, in `pin` and in `provides`
help: write the package's name
    [package.metadata.linkface]
    facade = "rng"
"#,
    );
}

#[test]
fn a_facade_declares() {
    let silent = || package("rng").manifest(|manifest| manifest.facade = Some("rng".into()));
    world([silent()]).check(
        "
warning[LF0009]: `rng` calls itself a façade, and declares nothing that others can implement
--> /w/rng/Cargo.toml#package.metadata.linkface.facade: nothing in the code says so
help: remove the key, or declare a public item
    #[linkface::interface]
",
    );
    // A front.
    let core = package("rng-core").declares("fill", Need::Required);
    world([silent().depends("rng-core"), core]).check("");
    // Macros may hide it.
    let unread = Unread {
        file: "/w/rng/src/x.rs".into(),
        why: "it isn't there".into(),
    };
    world([silent().facts(|facts| facts.unread.push(unread))]).check("");
}

#[test]
fn who_declares_and_has_a_table_says_so() {
    world([rng()]).check("");
    let suggesting = || rng().manifest(|manifest| manifest.suggest = vec!["rng-hw".into()]);
    world([suggesting()]).check(
        r#"
warning[LF0009]: `rng` declares `fill`, and its table has no `facade`
--> /w/rng/Cargo.toml#package.metadata.linkface: the table
note: tools that see no build know a façade by this key
help: say that it is one
    [package.metadata.linkface]
    facade = "rng"
"#,
    );
    world([suggesting().facts(|facts| facts.declared[0].public = false)]).check("");
}

#[test]
fn what_is_suggested_provides() {
    let suggesting = rng().manifest(|manifest| {
        manifest.facade = Some("rng".into());
        manifest.suggest = vec!["rng-hw".into(), "plain".into(), "not-here".into()];
    });
    world([suggesting, hw(), package("plain")]).check(
        "
warning[LF0009]: `rng` suggests `plain`, which implements nothing of it
--> /w/rng/Cargo.toml#package.metadata.linkface.suggest.1: no provider
",
    );
}

#[test]
fn provides_lists_what_is_implemented() {
    let saying = |keys: &[&str]| {
        let keys = keys.iter().map(|text| key(text)).collect();
        hw().manifest(|manifest| manifest.provides = keys)
    };
    world([rng(), saying(&[])]).check("");
    world([rng(), saying(&["rng@0.1"])]).check("");
    world([rng(), saying(&["rng@0.2"])]).check(
        r#"
warning[LF0009]: `provides` says `rng@0.2`, and `rng-hw` implements `rng@0.1`
--> /w/rng-hw/Cargo.toml#package.metadata.linkface.provides.0: another version
help: write what the code implements
    [package.metadata.linkface]
    provides = ["rng@0.1"]
"#,
    );
    world([rng(), saying(&["rng@0.1", "clock@1"])]).check(
        r#"
warning[LF0009]: `provides` says `clock@1`, and `rng-hw` implements nothing of it
--> /w/rng-hw/Cargo.toml#package.metadata.linkface.provides.1: nothing in the code says so
help: write what the code implements
    [package.metadata.linkface]
    provides = ["rng@0.1"]
"#,
    );
    let clock = package("clock 1.2.0").declares("now", Need::Required);
    let both = saying(&["rng@0.1"])
        .depends("clock 1.2.0")
        .implements("clock::now", Grade::Ordinary);
    world([rng(), clock, both]).check(
        r#"
warning[LF0009]: `rng-hw` implements `clock@1`, and `provides` does not say so
--> /w/rng-hw/Cargo.toml#package.metadata.linkface.provides: not in this list
help: write what the code implements
    [package.metadata.linkface]
    provides = ["clock@1", "rng@0.1"]
"#,
    );
    let nothing = saying(&["rng@0.1"]).facts(|facts| facts.implemented.clear());
    world([rng(), nothing]).check(
        "
warning[LF0009]: `provides` says `rng@0.1`, and `rng-hw` implements nothing of it
--> /w/rng-hw/Cargo.toml#package.metadata.linkface.provides.0: nothing in the code says so
help: remove the key, or implement an item
    #[linkface::implement(…)]
",
    );
}

fn pinned(facade: &str, provider: &str) -> World {
    let provider = provider.to_owned();
    let app = package("app")
        .bin()
        .depends("rng")
        .edge("rng-hw", |edge| edge.name = "hw".into());
    let app = app.manifest(|manifest| {
        manifest.pin.insert(key(facade), provider);
    });
    world([app, rng(), hw()])
        .root(RootKind::Bin, "app")
        .uses("rng@0.1", "rng", &["app → rng"])
        .provider(How::Direct, "app → rng-hw", "fill")
}

#[test]
fn a_pin_is_what_the_root_gets() {
    pinned("rng@0.1", "rng-hw").check("");
    pinned("rng@0.1", "hw").check("");
    pinned("rng@0.1", "rng-os").check(
        r#"
error[LF0009]: `pin` says `rng-os` provides `rng@0.1`, and it is `hw`
--> /w/app/Cargo.toml#package.metadata.linkface.pin.rng@0.1: pinned here
note: `hw` comes with app → rng-hw
note: a pin is an expectation: it links nothing and unlinks nothing
help: depend on `rng-os`, and on no other provider
    cargo remove hw --package app
    cargo add rng-os --package app
help: or pin what the program has
    [package.metadata.linkface]
    pin = { "rng@0.1" = "hw" }
in: bin `app`
"#,
    );
    pinned("rng@0.2", "rng-hw").check(
        r#"
warning[LF0009]: `pin` names `rng@0.2`, which is not in the graph of `app`
--> /w/app/Cargo.toml#package.metadata.linkface.pin.rng@0.2: pinned for nothing
note: it has `rng@0.1`
help: pin that one
    [package.metadata.linkface]
    pin = { "rng@0.1" = "rng-hw" }
"#,
    );
    pinned("clock@1", "rng-hw").check(
        "
warning[LF0009]: `pin` names `clock@1`, which is not in the graph of `app`
--> /w/app/Cargo.toml#package.metadata.linkface.pin.clock@1: pinned for nothing
note: it has `rng@0.1`
",
    );
}

#[test]
fn a_default_in_the_facade_keeps_no_pin() {
    let app = package("app").bin().depends("rng").manifest(|manifest| {
        manifest.pin.insert(key("rng@0.1"), "rng-hw".into());
    });
    world([app, package("rng").declares("fill", Need::Defaulted)])
        .root(RootKind::Bin, "app")
        .uses("rng@0.1", "rng", &["app → rng"])
        .check(
            "
error[LF0009]: `pin` says `rng-hw` provides `rng@0.1`, and it is the façade's default
--> /w/app/Cargo.toml#package.metadata.linkface.pin.rng@0.1: pinned here
note: a pin is an expectation: it links nothing and unlinks nothing
help: depend on `rng-hw`, and on no other provider
    cargo add rng-hw --package app
in: bin `app`
",
        );
}

#[test]
fn what_is_allowed_or_not_ours_is_not_reported() {
    let named = || rng().manifest(|manifest| manifest.facade = Some("entropy".into()));
    world([named().allow(Code::LF0009, None)]).check("");
    world([named().outside()]).check("");
}

#[test]
fn what_is_allowed_can_be_and_is_there() {
    let allowing = |code, about| hw().allow(Code::LF0001, None).allow(code, about);
    world([rng(), allowing(Code::LF0004, Some("rng"))]).check("");
    world([rng(), allowing(Code::LF0004, Some("rng_hw"))]).check("");
    world([rng(), allowing(Code::LF0004, Some("rgn-hw"))]).check(
        r#"
warning[LF0009]: `allow` names `rgn-hw`, and there is no such package in the graph
--> /w/rng-hw/Cargo.toml#package.metadata.linkface.allow.1: allowed for nothing
help: write `rng-hw`, if that is meant
    [package.metadata.linkface]
    allow = ["LF0001", "LF0004:rng-hw"]
"#,
    );
    world([rng(), allowing(Code::LF0004, Some("xylophone"))]).check(
        "
warning[LF0009]: `allow` names `xylophone`, and there is no such package in the graph
--> /w/rng-hw/Cargo.toml#package.metadata.linkface.allow.1: allowed for nothing
",
    );
    for about in [None, Some("rng")] {
        world([rng(), allowing(Code::LF0002, about)]).check(
            "
warning[LF0009]: LF0002 cannot be allowed: allowing it does nothing
--> /w/rng-hw/Cargo.toml#package.metadata.linkface.allow.1: allowed for nothing
note: `allow` cannot unlink: two implementations of one item are the linker's error
",
        );
    }
}
