//! Files that are no plugins.

mod regions;

use linkface_tests::{Crate, Tool, Workspace};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const API: &str = "
    #[linkface::interface(loadable = LoadedText)]
    pub trait TextApi {
        fn longer(&mut self, text: &str, by: u32) -> Result<String, String>;
    }
";

const LOUD: &str = r#"
    #![forbid(unsafe_code)]
    #[derive(Default)]
    struct Loud;
    impl api::TextApi for Loud {
        fn longer(&mut self, text: &str, by: u32) -> Result<String, String> {
            if by == 0 { return Err("no longer".to_owned()) }
            Ok(format!("{text}{}", "!".repeat(by as usize)))
        }
    }
    linkface_plugin::export!(Loud);
"#;

fn api() -> Crate {
    Crate::lib("api").linkface().plugin(&[]).source(API)
}

fn plugin(name: &str) -> Crate {
    Crate::lib(name).types(&["cdylib"]).plugin(&[]).dep("api")
}

/// `LINKFACE_MUTANTS` says how many.
fn count(usual: u64) -> u64 {
    let said = std::env::var("LINKFACE_MUTANTS").ok();
    said.map_or(usual, |count| count.parse().expect("a number"))
}

/// Damaged plugins are refused in words, or loaded as they were: no crash, no hang.
#[test]
fn damaged() {
    let case = Workspace::new("plugins/damaged")
        .member(api())
        .member(plugin("loud").source(LOUD))
        .member(
            Crate::bin("breaker")
                .plugin(&["host"])
                .dep("api")
                .source(include_str!("hostile/breaker.rs")),
        );
    case.build().succeeds();
    let built = case.artifact("libloud.so");
    // Without debug information, which is most of it otherwise and nobody reads.
    let plugin = case.folder().join("loud.so");
    let stripped = Command::new("strip")
        .args(["--strip-debug", "-o"])
        .args([&plugin, &built])
        .status();
    if !stripped.is_ok_and(|status| status.success()) {
        fs::copy(&built, &plugin).expect("it was built");
    }
    let bytes = fs::read(&plugin).expect("it was built");
    let breaker = case.artifact("breaker");
    for (mode, relocations, seed, usual, batch) in [
        ("read", false, 1, 10_000, 10_000),
        ("load", false, 2, 2_000, 250),
        ("read", true, 3, 1_000, 1_000),
    ] {
        let regions = regions::regions(&bytes, relocations);
        let mut totals = [0; 4];
        let count = count(usual);
        let mut from = 0;
        while from < count {
            let to = (from + batch).min(count);
            let output = Command::new(&breaker)
                .arg(mode)
                .arg(&plugin)
                .arg(&regions)
                .args([seed, from, to].map(|n| n.to_string()))
                .output()
                .expect("it was built");
            let text = String::from_utf8_lossy(&output.stdout);
            if output.status.success() {
                let last = text.lines().last().unwrap_or_default();
                let words = last.split(' ').skip(1).step_by(2);
                for (total, word) in totals.iter_mut().zip(words) {
                    *total += word.parse::<u64>().expect("a number");
                }
                from = to;
            } else {
                // Only a mutant that was about to be loaded may be the cause.
                let last = text
                    .lines()
                    .last()
                    .and_then(|line| line.parse::<u64>().ok());
                let error = String::from_utf8_lossy(&output.stderr);
                println!(
                    "{mode} {seed}: {last:?} in {from}..{to}: {} {error}",
                    output.status
                );
                totals[3] += 1;
                from = last.expect("nothing crashes before something is loaded") + 1;
            }
        }
        let [refused, same, other, crashed] = totals;
        println!(
            "{mode} {seed}: {refused} refused, {same} as before, {other} accepted or other, {crashed} crashed"
        );
        assert_eq!(crashed, 0, "{mode} {seed}: some mutants crash");
        assert!(
            mode != "load" || other == 0,
            "{mode} {seed}: some mutants do other things"
        );
        assert!(refused > count / 4, "{mode} {seed}: hardly any is refused");
    }
}

fn _path() -> PathBuf {
    PathBuf::new()
}
#[allow(unused_imports)]
use Tool as _Tool;
