//! Commands that are one call of Cargo with the right words.

use crate::command::{Command, Failure, Result};
use crate::place;

pub(crate) const MATRIX: Command = Command {
    name: "matrix",
    args: "",
    summary: "tests every kind of item in every profile and crate type",
    details: "`cargo test --workspace` runs a slice of it. This takes several minutes.",
    run: |args| {
        no_args(&MATRIX, args)?;
        cargo(
            &[
                "test",
                "-p",
                "linkface-tests",
                "--test",
                "matrix",
                "--",
                "--nocapture",
            ],
            &[("LINKFACE_MATRIX", "full")],
        )
    },
};

pub(crate) const BLESS: Command = Command {
    name: "bless",
    args: "",
    summary: "records the compiler's messages that the UI tests expect",
    details: "Look at `git diff tests/tests/ui` afterwards: each text is read by users.",
    run: |args| {
        no_args(&BLESS, args)?;
        cargo(
            &["test", "-p", "linkface-tests", "--test", "ui"],
            &[("TRYBUILD", "overwrite")],
        )
    },
};

pub(crate) const BENCH: Command = Command {
    name: "bench",
    args: "[--check]",
    summary: "measures linkface against its peers and writes benches/RESULTS.md",
    details: "With --check it only asserts the goals, by instruction counts, and writes nothing.",
    run: |args| {
        let manifest = [
            "run",
            "--release",
            "--quiet",
            "--manifest-path",
            "benches/Cargo.toml",
            "--",
        ];
        let words: Vec<&str> = manifest
            .into_iter()
            .chain(args.iter().map(String::as_str))
            .collect();
        cargo(&words, &[])
    },
};

fn no_args(command: &Command, args: &[String]) -> Result {
    args.first()
        .map_or(Ok(()), |arg| Err(command.unknown_arg(arg)))
}

/// Runs Cargo in the repository's root.
pub(crate) fn cargo(args: &[&str], env: &[(&str, &str)]) -> Result {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = std::process::Command::new(cargo)
        .current_dir(place::repository())
        .args(args)
        .envs(env.iter().copied())
        .status()
        .map_err(|error| Failure::new(format!("cannot run cargo: {error}")))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!("`cargo {}` failed", args.join(" "))))
    }
}
