//! LF0007: a default that cannot be one.

use crate::kit::{Build, package, world};
use linkface_graph::facts::{Grade, Need};
use linkface_graph::finding::Code;
use linkface_graph::packages::Package;

fn core() -> Package {
    package("rng-core").declares("fill", Need::Defaultable)
}

fn front(default: &str) -> Package {
    let front = package("rng").depends("rng-core");
    front.manifest(|manifest| {
        manifest.facade = Some("rng".into());
        manifest.default = Some(default.into());
    })
}

fn os() -> Package {
    package("rng-os")
        .depends("rng-core")
        .implements("rng_core::fill", Grade::Default)
}

#[test]
fn a_front_links_its_default() {
    world([core(), front("rng-os").depends("rng-os"), os()]).check("");
}

#[test]
fn a_core_may_name_the_default_that_its_front_links() {
    let core = core().manifest(|manifest| {
        manifest.facade = Some("rng-core".into());
        manifest.default = Some("rng-os".into());
    });
    world([core, front("rng-os").depends("rng-os"), os()]).check("");
}

#[test]
fn a_default_is_a_dependency() {
    world([core(), front("rng-os"), os()]).check(
        "
error[LF0007]: `rng` does not link its default `rng-os`
--> /w/rng/Cargo.toml#package.metadata.linkface.default: the default is named here
note: neither `rng` nor a front of it has `rng-os` among its `[dependencies]`
help: let the front of the façade, which re-exports it, depend on the default
    cargo add rng-os --package rng
",
    );
    world([core(), front("rng-os").dev_depends("rng-os"), os()]).check(
        "
error[LF0007]: `rng` does not link its default `rng-os`
--> /w/rng/Cargo.toml#package.metadata.linkface.default: the default is named here
note: neither `rng` nor a front of it has `rng-os` among its `[dependencies]`
help: let the front of the façade, which re-exports it, depend on the default
    cargo add rng-os --package rng
",
    );
    world([core(), front("rng-oss").depends("rng-os"), os()]).check(
        "
error[LF0007]: `rng` does not link its default `rng-oss`
--> /w/rng/Cargo.toml#package.metadata.linkface.default: the default is named here
note: neither `rng` nor a front of it has `rng-oss` among its `[dependencies]`
help: let the front of the façade, which re-exports it, depend on the default
    cargo add rng-oss --package rng
",
    );
}

#[test]
fn a_facade_that_declares_cannot_link_its_provider() {
    let core = core().manifest(|manifest| {
        manifest.facade = Some("rng-core".into());
        manifest.default = Some("rng-os".into());
    });
    world([core, os()]).check("
error[LF0007]: `rng-core` cannot link its default `rng-os`, which depends on it
--> /w/rng-core/Cargo.toml#package.metadata.linkface.default: the default is named here
note: rng-core → rng-os → rng-core is a cycle, and Cargo builds none
help: split the façade into a core that declares, and a front that re-exports it and links the default; this writes such a pair, to take from
    cargo linkface new --facade rng-core-new --default-provider
");
}

#[test]
fn a_default_implements() {
    let os = package("rng-os").depends("rng-core");
    world([core(), front("rng-os").depends("rng-os"), os]).check(
        "
error[LF0007]: `rng-os`, the default of `rng`, implements nothing of it
--> /w/rng/Cargo.toml#package.metadata.linkface.default: the default is named here
note: `rng-os` implements no façade
help: name a package that implements it, or implement its items there as defaults
    #[linkface::implement(rng::…, default)]
",
    );
    let clock = package("clock").declares("now", Need::Required);
    let os = package("rng-os")
        .depends("clock")
        .implements("clock::now", Grade::Ordinary);
    world([core(), clock, front("rng-os").depends("rng-os"), os]).check(
        "

",
    );
}

#[test]
fn unread_code_may_implement() {
    let silent = package("rng-os").with(|package| package.crates[0].facts = None);
    world([core(), front("rng-os").depends("rng-os"), silent]).check("");
}

#[test]
fn defaults_are_no_ring() {
    let named = |name: &str, default: &str| {
        let default = default.to_owned();
        package(name).manifest(|manifest| manifest.default = Some(default))
    };
    world([named("a", "b"), named("b", "c"), named("c", "a")]).check(
        "
error[LF0007]: the default of `a` leads back to it
--> /w/a/Cargo.toml#package.metadata.linkface.default: the default is named here
note: the defaults are a → b → c → a
help: name a package that implements the façade itself
",
    );
    world([named("a", "a")]).check(
        "
error[LF0007]: the default of `a` leads back to it
--> /w/a/Cargo.toml#package.metadata.linkface.default: the default is named here
note: the defaults are a → a
help: name a package that implements the façade itself
",
    );
    // Not a part of the ring itself.
    let a = named("a", "b").depends("b").depends("core");
    let b = package("b")
        .outside()
        .depends("core")
        .implements("core::fill", Grade::Default);
    let b = b.manifest(|manifest| manifest.default = Some("b".into()));
    world([a, b, package("core").declares("fill", Need::Defaultable)]).check("");
}

#[test]
fn what_is_allowed_or_not_ours_is_not_reported() {
    world([core(), front("rng-oss").allow(Code::LF0007, None)]).check("");
    world([core(), front("rng-oss").outside()]).check("");
}
