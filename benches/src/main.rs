//! Measures linkface beside its peers and writes `RESULTS.md`.
//!
//! ```text
//! cargo run --release --manifest-path benches/Cargo.toml             everything, some minutes
//! cargo run --release --manifest-path benches/Cargo.toml -- --check  the goals, by instruction counts
//! cargo run --release --manifest-path benches/Cargo.toml -- --facades  only what finding providers costs
//! cargo run --release --manifest-path benches/Cargo.toml -- --uses     only what linkface-traits costs
//! ```
//!
//! | module | does |
//! |---|---|
//! | `args` | the command line |
//! | `profile` | the ways to build |
//! | `place` | where things are |
//! | `cargo` | builds a program, or times a build |
//! | `calls` | counts instructions and measures time of the built programs |
//! | `goals` | what linkface promises, row by row |
//! | `cold` | what it costs to build a peer's macros |
//! | `facades` | what finding providers costs |
//! | `items` | what it costs to build many items |
//! | `machine` | the line that says what all this ran on |
//! | `nightly` | the Cargo for peers that need a nightly compiler |
//! | `uses` | what one use of linkface-traits costs to compile |
//! | `report` | `RESULTS.md` |

mod args;
mod calls;
mod cargo;
mod cold;
mod facades;
mod goals;
mod items;
mod machine;
mod nightly;
mod place;
mod profile;
mod report;
mod uses;

use anyhow::Result;
use args::Args;
use calls::Calls;
use profile::Profile;
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
        Args::Facades => {
            print!("{}", report::facades(&facades::measure()?));
            Ok(ExitCode::SUCCESS)
        }
        Args::Uses => {
            print!("{}", report::uses(&uses::measure()?));
            Ok(ExitCode::SUCCESS)
        }
        Args::All => all(),
    }
}

fn check() -> Result<ExitCode> {
    if calls::valgrind().is_none() {
        eprintln!("nothing was checked: valgrind, which counts the instructions, is not installed");
        return Ok(ExitCode::from(NOBODY_KNOWS));
    }
    let counted = each(Calls::counted)?;
    let verdicts = goals::judge(&counted);
    for verdict in &verdicts {
        println!("{verdict}");
    }
    let missed = verdicts.iter().filter(|verdict| !verdict.met).count();
    println!("{} goals, {missed} missed", verdicts.len());
    Ok(if missed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn all() -> Result<ExitCode> {
    let calls = each(Calls::measured)?;
    let report = report::text(
        &machine::line()?,
        &calls,
        &cold::measure()?,
        &items::measure()?,
        &facades::measure()?,
        &uses::measure()?,
    );
    fs::write(place::benches().join("RESULTS.md"), &report)?;
    print!("{report}");
    Ok(ExitCode::SUCCESS)
}

/// The calls of every profile, up to the first error.
fn each(calls: fn(Profile) -> Result<Calls>) -> Result<Vec<(Profile, Calls)>> {
    Profile::ALL
        .into_iter()
        .map(|profile| Ok((profile, calls(profile)?)))
        .collect()
}
