//! Mutants of a plugin, by the thousand.

use super::regions::{Region, regions, text};
use super::{LOUD, api, plugin, regressions};
use linkface_tests::{Crate, Profile, Workspace};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is tried.
struct Kind<'a> {
    /// Whether what can be read is loaded.
    mode: &'a str,
    /// How it is damaged.
    how: &'a str,
    regions: &'a [Region],
    seed: u64,
    usual: u64,
    /// How many there are.
    most: u64,
    /// How many one process tries. What is loaded stays mapped.
    batch: u64,
}

/// What came of it.
#[derive(Debug, Default)]
struct Totals {
    refused: u64,
    same: u64,
    other: u64,
    crashes: Vec<String>,
}

/// Damaged plugins are refused in words, or loaded as they were: no crash, no hang.
///
/// `LINKFACE_MUTANTS` says how many of each kind. What is followed or read by a loader and a host is
/// damaged. Not damaged, or read and not loaded, is what makes another plugin that is as good a file:
/// code, data, the unwinder's tables, and relocations, which say what stands in data.
#[test]
fn damaged() {
    let wanted: Option<u64> = std::env::var("LINKFACE_MUTANTS")
        .ok()
        .map(|count| count.parse().expect("a number"));
    let profile = if wanted.is_some() {
        Profile::Release
    } else {
        Profile::Debug
    };
    let case = Workspace::new("plugins/damaged")
        .profile(profile)
        .member(api())
        .member(plugin("loud").source(LOUD))
        .member(
            Crate::bin("breaker")
                .plugin(&["host"])
                .dep("api")
                .source(include_str!("breaker.rs")),
        );
    case.build().succeeds();
    let built = case.artifact("libloud.so");
    // Without what is most of it otherwise and nobody reads.
    let plugin = case.folder().join("loud.so");
    let stripped = Command::new("strip")
        .arg("-o")
        .args([&plugin, &built])
        .status();
    if !stripped.is_ok_and(|status| status.success()) {
        fs::copy(&built, &plugin).expect("it was built");
    }
    let breaker = case.artifact("breaker");
    let bytes = fs::read(&plugin).expect("it was built");
    regressions::are_refused(&breaker, &plugin, &bytes);

    let structure = regions(&bytes, false);
    let relocations = regions(&bytes, true);
    let bits = structure.iter().map(|region| region.size * 8).sum();
    let size = |name: &str| {
        let region = structure.iter().find(|region| region.name == name);
        region.expect("a library has symbols").size
    };
    let names = size(".dynsym") / 24 * size(".dynstr");
    let kind = |mode, how, regions, seed, usual, most| Kind {
        mode,
        how,
        regions,
        seed,
        usual,
        most,
        batch: if mode == "load" { 250 } else { 10_000 },
    };
    let mut all = Vec::new();
    for kind in [
        kind("read", "random", &structure, 1, 4000, u64::MAX),
        kind("load", "random", &structure, 2, 2000, u64::MAX),
        kind("load", "bits", &structure, 0, 2000, bits),
        kind("load", "names", &structure, 0, 2000, names),
        kind("read", "random", &relocations, 3, 1000, u64::MAX),
        kind("read", "garbage", &structure, 4, 2000, u64::MAX),
    ] {
        let count = wanted.unwrap_or(kind.usual).min(kind.most);
        let mut totals = Totals::default();
        let mut from = 0;
        while from < count {
            let to = (from + kind.batch).min(count);
            run(&breaker, &plugin, &kind, from..to, &mut totals);
            from = to;
        }
        let Totals {
            refused,
            same,
            other,
            crashes,
        } = totals;
        let Kind { mode, how, .. } = kind;
        println!(
            "{mode} {how}: {count}: {refused} refused, {same} as before, {other} read or other, {} crashed",
            crashes.len()
        );
        assert_eq!(refused + same + other + crashes.len() as u64, count);
        assert!(mode == "read" || other == 0, "some do other things");
        assert!(refused > count / 4, "hardly any is refused");
        all.extend(crashes);
    }
    assert!(all.is_empty(), "{all:#?}");
}

/// Tries these; and the others again if one crashes.
fn run(
    breaker: &Path,
    plugin: &PathBuf,
    kind: &Kind<'_>,
    numbers: Range<u64>,
    totals: &mut Totals,
) {
    if numbers.is_empty() {
        return;
    }
    let Range { start, end } = numbers;
    let output = Command::new(breaker)
        .args([kind.mode, kind.how])
        .arg(plugin)
        .arg(text(kind.regions))
        .args([kind.seed, start, end].map(|n| n.to_string()))
        .output()
        .expect("it was built");
    let text = String::from_utf8_lossy(&output.stdout);
    let last = text.lines().last().unwrap_or_default();
    let words: Vec<&str> = last.split(' ').collect();
    let is_all = matches!(words[..], ["refused", _, "same", _, "other", _]);
    if output.status.success() && is_all {
        let number = |at: usize| words[at].parse::<u64>().expect("a number");
        totals.refused += number(1);
        totals.same += number(3);
        totals.other += number(5);
        return;
    }
    let error = String::from_utf8_lossy(&output.stderr);
    let mut crash = |which: &str| {
        let crash = format!(
            "{} {} {which}: {} {error}",
            kind.mode, kind.how, output.status
        );
        println!("{crash}");
        totals.crashes.push(crash);
    };
    if is_all && end - start > 1 {
        // A destructor, of any of them.
        let middle = start + (end - start) / 2;
        run(breaker, plugin, kind, start..middle, totals);
        run(breaker, plugin, kind, middle..end, totals);
        return;
    }
    // Before it is loaded, a mutant's number is written.
    let at = |line: &str| line.split(' ').next()?.parse::<u64>().ok();
    let Some((line, n)) = text.lines().rev().find_map(|line| Some((line, at(line)?))) else {
        // Reading them doesn't say which.
        if end - start == 1 {
            return crash(&start.to_string());
        }
        let middle = start + (end - start) / 2;
        run(breaker, plugin, kind, start..middle, totals);
        run(breaker, plugin, kind, middle..end, totals);
        return;
    };
    crash(line);
    run(breaker, plugin, kind, start..n, totals);
    run(breaker, plugin, kind, n + 1..end, totals);
}
