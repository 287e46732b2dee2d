//! The chains that lead to a façade.

use crate::{CRATES, kit};

/// The chains by which a bin requires its first façade.
#[track_caller]
fn check_chains(graph: &str, expected: &[&str]) {
    let (_, resolution) = kit::resolve(&format!("{graph}{CRATES}"));
    let chains = &resolution.roots[0].facades[0].required_by;
    let drawn: Vec<_> = chains
        .iter()
        .map(|chain| {
            let steps = chain.0.iter().map(|step| {
                if step.edge.is_empty() {
                    step.label.clone()
                } else {
                    format!("[{}] {}", step.edge, step.label)
                }
            });
            steps.collect::<Vec<_>>().join(" → ")
        })
        .collect();
    assert_eq!(drawn, expected);
}

#[test]
fn chains_are_the_shortest_and_those_of_providers_last() {
    check_chains(
        "
        app 0.1.0 member
            bin app untested: link
            needs a-provider
            needs far
            needs table
            needs rng if cfg(unix)
        a-provider 1.0.0
            lib: implement rng::fill
            needs rng
        far 1.0.0
            needs table
        table 1.0.0
            needs dice if cfg(any(unix, windows))
        ",
        &[
            "app → [cfg(unix)] rng 0.1.0",
            "app → table 1.0.0 → [cfg(any(unix, windows))] dice 2.0.0 → rng 0.1.0",
            "app → a-provider 1.0.0 → rng 0.1.0",
        ],
    );
}

#[test]
fn edges_say_what_they_hang_on() {
    check_chains(
        "
        app 0.1.0 member
            test it
            needs dev dice if cfg(unix)
        ",
        &["app → [dev cfg(unix)] dice 2.0.0 → rng 0.1.0"],
    );
    check_chains(
        "
        app 0.1.0 member
            build
            needs build dice
        ",
        &["app → [build] dice 2.0.0 → rng 0.1.0"],
    );
    check_chains(
        "
        app 0.1.0 member
            lib untested
            bin app untested: name app
            needs dice
        ",
        &["app → app (lib) → dice 2.0.0 → rng 0.1.0"],
    );
}
