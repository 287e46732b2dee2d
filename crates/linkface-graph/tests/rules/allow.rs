//! `allow` in a root's manifest.

use crate::kit::{Build, package, world};
use linkface_graph::facts::Need;
use linkface_graph::finding::Code;
use linkface_graph::packages::Package;
use linkface_graph::resolution::RootKind;

#[track_caller]
fn check(tool: Package, expected: &str) {
    let app = package("app").bin().depends("rng");
    world([
        app,
        tool.bin().depends("rng"),
        package("rng").outside().declares("fill", Need::Required),
    ])
    .root(RootKind::Bin, "app")
    .uses("rng@0.1", "rng", &["app → rng"])
    .root(RootKind::Bin, "tool")
    .uses("rng@0.1", "rng", &["tool → rng"])
    .check(expected);
}

#[test]
fn a_root_speaks_for_itself_only() {
    check(
        package("tool").allow(Code::LF0001, None),
        "
error[LF0001]: no provider for `rng@0.1`
--> /w/rng/src/lib.rs:3: `fill` is declared here, without a default
note: required by app → rng
help: write one, as no package is known to provide `rng`
    cargo linkface new --provider rng
in: bin `app`
",
    );
    check(
        package("tool").allow(Code::LF0001, Some("rng")),
        "
error[LF0001]: no provider for `rng@0.1`
--> /w/rng/src/lib.rs:3: `fill` is declared here, without a default
note: required by app → rng
help: write one, as no package is known to provide `rng`
    cargo linkface new --provider rng
in: bin `app`
",
    );
}

#[test]
fn another_code_or_package_is_not_meant() {
    check(
        package("tool").allow(Code::LF0002, None),
        "
error[LF0001]: no provider for `rng@0.1`
--> /w/rng/src/lib.rs:3: `fill` is declared here, without a default
note: required by app → rng
note: required by tool → rng
help: write one, as no package is known to provide `rng`
    cargo linkface new --provider rng
in: bin `app`, bin `tool`

warning[LF0009]: LF0002 cannot be allowed: allowing it does nothing
--> /w/tool/Cargo.toml#package.metadata.linkface.allow.0: allowed for nothing
note: `allow` cannot unlink: two implementations of one item are the linker's error
",
    );
    check(
        package("tool").allow(Code::LF0001, Some("clock")),
        "
error[LF0001]: no provider for `rng@0.1`
--> /w/rng/src/lib.rs:3: `fill` is declared here, without a default
note: required by app → rng
note: required by tool → rng
help: write one, as no package is known to provide `rng`
    cargo linkface new --provider rng
in: bin `app`, bin `tool`

warning[LF0009]: `allow` names `clock`, and there is no such package in the graph
--> /w/tool/Cargo.toml#package.metadata.linkface.allow.0: allowed for nothing
",
    );
}
