//! Measures linkface-plugin beside other ways to load an implementor, and writes `RESULTS.md`.
//!
//! ```text
//! cargo run --release --manifest-path benches/plugins/Cargo.toml             everything, some minutes
//! cargo run --release --manifest-path benches/plugins/Cargo.toml -- --check  what is exact, for CI
//! ```
//!
//! | module | does |
//! |---|---|
//! | `args` | the command line |
//! | `place` | where things are |
//! | `cargo` | builds something, or times a build |
//! | `peer` | who is measured |
//! | `built` | builds the host and the plugins |
//! | `calls` | counts instructions and measures time of calls |
//! | `load` | measures the time of loading |
//! | `grown` | what is said of a plugin whose struct has one more field |
//! | `cold` | what it costs to build a library that loads |
//! | `goals` | what linkface promises, row by row |
//! | `machine` | the line that says what all this ran on |
//! | `report` | `RESULTS.md` |

mod args;
mod built;
mod calls;
/// The one that the other benchmarks have.
#[path = "../../src/cargo.rs"]
mod cargo;
mod cold;
mod goals;
mod grown;
mod load;
mod machine;
mod peer;
mod place;
mod report;

use anyhow::Result;
use args::Args;
use goals::Verdict;
use std::fs;
use std::process::ExitCode;

fn main() -> ExitCode {
    run().unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::from(NOBODY_KNOWS)
    })
}

/// The exit code when something failed before anything was measured; a missed goal is 1.
const NOBODY_KNOWS: u8 = 2;

fn run() -> Result<ExitCode> {
    match Args::parse()? {
        Args::Help => {
            print!("{}", args::HELP);
            Ok(ExitCode::SUCCESS)
        }
        Args::Check => check(),
        Args::All => all(),
    }
}

/// Only what doesn't depend on the machine or on what else it does.
fn check() -> Result<ExitCode> {
    if calls::valgrind().is_none() {
        eprintln!("nothing was checked: valgrind, which counts the instructions, is not installed");
        return Ok(ExitCode::from(NOBODY_KNOWS));
    }
    let built = built::build()?;
    let counted = calls::count(&built)?;
    let grown = grown::measure(&built)?;
    let verdicts = [goals::judge_counts(&counted), goals::judge_errors(&grown)].concat();
    Ok(say(&verdicts))
}

fn all() -> Result<ExitCode> {
    let built = built::build()?;
    let calls = calls::measure(&built)?;
    let loads = load::measure(&built)?;
    let grown = grown::measure(&built)?;
    let cold = cold::measure()?;
    let verdicts = [
        goals::judge_counts(&calls),
        goals::judge_times(&calls),
        goals::judge_loads(&loads),
        goals::judge_cold(&cold),
        goals::judge_errors(&grown),
    ]
    .concat();
    let text = report::text(
        &machine::lines()?,
        &built,
        &calls,
        &loads,
        &grown,
        &cold,
        &verdicts,
    )?;
    fs::write(place::here().join("RESULTS.md"), text)?;
    Ok(say(&verdicts))
}

fn say(verdicts: &[Verdict]) -> ExitCode {
    for verdict in verdicts {
        println!("{verdict}");
    }
    let missed = verdicts.iter().filter(|verdict| !verdict.met).count();
    println!("{} goals, {missed} missed", verdicts.len());
    if missed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
