//! Targets and features.

use crate::{CRATES, check, choice, kit};
use linkface_graph::packages::features::Features;

#[test]
fn the_target_and_the_features_decide() {
    let graph = format!(
        "
        app 0.1.0 member
            bin app untested: link
            needs dice
            needs rng-os if cfg(unix)
            needs rng-hw optional
        {CRATES}"
    );
    let check = |target: &str, features: &[&str], expected: &str| {
        let features = Features {
            named: features.iter().map(ToString::to_string).collect(),
            ..Features::default()
        };
        let (_, resolution) = kit::resolve_for(&graph, target, &features);
        assert_eq!(
            choice(&resolution.roots[0].facades[0]),
            expected,
            "{target}"
        );
    };
    check("x86_64-unknown-linux-gnu", &[], "rng-os");
    check(
        "x86_64-unknown-linux-gnu",
        &["rng-hw"],
        "conflict of rng-hw + rng-os",
    );
    check("x86_64-pc-windows-msvc", &[], "missing");
    check("x86_64-pc-windows-msvc", &["rng-hw"], "rng-hw");
}

#[test]
fn features_of_dependencies_may_be_required() {
    check(
        "
        app 0.1.0 member
            bin on untested requires my-dice/loaded
            bin off untested requires my-dice/fair
            needs my-dice = loaded-dice +loaded
        loaded-dice 1.0.0
            needs rng
            feature loaded =
            feature fair =
        ",
        "
        bin `on`
          rng@0.1: missing
        ",
    );
}
