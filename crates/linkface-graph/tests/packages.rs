//! Packages and builds, on small graphs.

mod kit;

use guppy::graph::cargo::CargoResolverVersion;
use linkface_graph::facts::PackageId;
use linkface_graph::packages::build::{BuildError, Options};
use linkface_graph::packages::features::Features;
use linkface_graph::packages::platform::platform;
use linkface_graph::packages::{Build, build, read};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

const GRAPH: &str = "
    app 0.1.0 member
        bin app: link
        build
        needs my-rng = rng-hw@0.2.0
        needs os optional if cfg(unix)
        needs windows if cfg(windows)
        needs derive
        needs dev mock
        needs build gen
        feature fast = my-rng/simd
        feature default = os
    rng-hw 0.2.0
        lib: implement rng::fill
        needs rng
        feature simd =
    rng 0.1.0
        lib: declare fill
    os 1.0.0
    windows 1.0.0
    derive 1.0.0
        proc-macro
        needs os
    mock 1.0.0
    gen 1.0.0
        needs os
    ";

#[test]
fn packages_are_read() {
    let packages = kit::packages(GRAPH);
    let app = &packages[&kit::id("app", "0.1.0", true)];
    assert!(app.in_workspace);
    let dependencies: Vec<_> = app
        .dependencies
        .iter()
        .map(|one| {
            let kinds = [
                (one.normal, "normal"),
                (one.dev, "dev"),
                (one.build, "build"),
            ];
            let kinds: Vec<_> = kinds
                .iter()
                .filter(|kind| kind.0)
                .map(|kind| kind.1)
                .collect();
            let condition = one.condition.as_deref().unwrap_or("always");
            let optional = if one.optional { " optional" } else { "" };
            let feature = one.enabled_by.as_ref();
            let feature = feature.map_or_else(String::new, |name| format!(" by `{name}`"));
            format!(
                "{} {}{optional}{feature} {condition}",
                one.name,
                kinds.join("+")
            )
        })
        .collect();
    assert_eq!(
        dependencies,
        [
            "derive normal always",
            "gen build always",
            "linkface normal always",
            "mock dev always",
            "os normal optional by `os` cfg(unix)",
            "my_rng normal always",
            "windows normal cfg(windows)",
        ]
    );
    let with_facts: Vec<_> = packages
        .values()
        .filter(|package| read::may_have_facts(package, &packages))
        .map(|package| package.name.as_str())
        .collect();
    assert_eq!(with_facts, ["app", "rng-hw", "rng"]);
}

/// One side of a build: `package [features] → edges`.
fn draw(side: &build::Packages) -> String {
    let name = |id: &PackageId| {
        let name = id.0.rsplit(['#', '/']).next().unwrap_or(&id.0);
        id.0.strip_prefix("path+file:///w/")
            .unwrap_or(name)
            .to_owned()
    };
    let mut drawn = String::new();
    for (id, enabled) in side {
        let features: Vec<_> = enabled.features.iter().map(String::as_str).collect();
        write!(drawn, "{} [{}]", name(id), features.join(" ")).unwrap();
        for edge in &enabled.edges {
            write!(drawn, " | {:?} {}", edge.kind, edge.name).unwrap();
            if let Some(condition) = &edge.condition {
                write!(drawn, " {condition}").unwrap();
            }
        }
        drawn.push('\n');
    }
    drawn
}

fn simulate(target: &str, features: &[&str], dev: bool) -> Result<Build, BuildError> {
    let linux = Arc::new(platform("x86_64-unknown-linux-gnu", "").unwrap());
    let options = Options {
        resolver: CargoResolverVersion::V3,
        target: Arc::new(platform(target, "").unwrap()),
        host: linux,
        members: BTreeSet::from([kit::id("app", "0.1.0", true)]),
        features: Features {
            named: features.iter().map(ToString::to_string).collect(),
            ..Features::default()
        },
        dev,
    };
    Build::simulate(&kit::graph(GRAPH), &options)
}

#[track_caller]
fn check(target: &str, features: &[&str], dev: bool, on_target: &str, on_host: &str) {
    let build = simulate(target, features, dev).unwrap();
    let shown = |text: &str| {
        let lines: Vec<_> = text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        lines.join("\n")
    };
    assert_eq!(
        shown(&draw(&build.target)),
        shown(on_target),
        "on the target"
    );
    assert_eq!(shown(&draw(&build.host)), shown(on_host), "on the host");
}

#[test]
fn a_program_is_built_without_dev_dependencies() {
    check(
        "x86_64-unknown-linux-gnu",
        &[],
        false,
        "
        app#0.1.0 [default os] | Normal derive | Normal linkface | Normal os cfg(unix) | Normal my_rng | Build gen
        linkface@0.1.0 []
        os@1.0.0 []
        rng-hw@0.2.0 [] | Normal linkface | Normal rng
        rng@0.1.0 [] | Normal linkface
        ",
        "
        derive@1.0.0 [] | Normal os
        gen@1.0.0 [] | Normal os
        os@1.0.0 []
        ",
    );
}

#[test]
fn conditions_hold_for_the_target_and_features_are_united() {
    check(
        "x86_64-pc-windows-msvc",
        &["fast"],
        true,
        "
        app#0.1.0 [default fast os] | Normal derive | Normal linkface | Normal my_rng | Normal windows cfg(windows) | Dev mock | Build gen
        linkface@0.1.0 []
        mock@1.0.0 []
        rng-hw@0.2.0 [simd] | Normal linkface | Normal rng
        rng@0.1.0 [] | Normal linkface
        windows@1.0.0 []
        ",
        "
        derive@1.0.0 [] | Normal os
        gen@1.0.0 [] | Normal os
        os@1.0.0 []
        ",
    );
}

#[test]
fn what_is_not_there_is_said() {
    for name in ["simd", "app/simd", "my-rng/none", "rng/simd", "/", ""] {
        let error = simulate("x86_64-unknown-linux-gnu", &[name], false).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "none of the selected packages has the feature `{name}`: write `feature`, or \
                 `package/feature` with one of them or of their dependencies"
            )
        );
    }
}

#[test]
fn features_of_dependencies_can_be_asked_for() {
    let build = simulate("x86_64-unknown-linux-gnu", &["my-rng/simd"], false).unwrap();
    let features = &build.target[&kit::id("rng-hw", "0.2.0", false)].features;
    assert_eq!(features.iter().collect::<Vec<_>>(), ["simd"]);
}
