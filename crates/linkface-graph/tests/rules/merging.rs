//! One finding once: whatever the number of roots and configurations, and in a fixed order.

use crate::kit::{Build, package, world};
use linkface_graph::facts::Need;
use linkface_graph::resolution::RootKind;

#[test]
fn roots_and_configurations_are_listed() {
    let app =
        package("app")
            .bin()
            .depends("rng")
            .depends("clock")
            .target("bin", "tool", "src/tool.rs");
    let rng = package("rng").outside().declares("fill", Need::Required);
    let clock = package("clock").outside().declares("now", Need::Required);
    world([app, rng, clock])
        .configuration("windows", "default features")
        .named_root(RootKind::Bin, "app", "tool")
        .uses("rng@0.1", "rng", &["app → rng"])
        .uses("clock@0.1", "clock", &["app → clock"])
        .root(RootKind::Bin, "app")
        .uses("rng@0.1", "rng", &["app → rng"])
        .configuration("linux", "default features")
        .root(RootKind::Bin, "app")
        .uses("rng@0.1", "rng", &["app → rng"])
        .check(
            "
error[LF0001]: no provider for `clock@0.1`
--> /w/clock/src/lib.rs:3: `now` is declared here, without a default
note: required by app → clock
help: write one, as no package is known to provide `clock`
    cargo linkface new --provider clock
in: bin `tool`
for: windows, default features

error[LF0001]: no provider for `rng@0.1`
--> /w/rng/src/lib.rs:3: `fill` is declared here, without a default
note: required by app → rng
help: write one, as no package is known to provide `rng`
    cargo linkface new --provider rng
in: bin `app`, bin `tool`
",
        );
}

#[test]
fn nothing_is_no_finding() {
    world([]).check("");
    world([])
        .configuration("linux", "default features")
        .check("");
}
