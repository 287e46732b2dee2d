//! `cargo xtask examples`: every example does what its folder says it does.

use crate::command::{Command, Failure, Result};
use crate::diff::diff;
use crate::style::Style;
use crate::tool::{self, tool};
use crate::transcript::Transcript;
use crate::{files, place, readme};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Instant;

pub(crate) const COMMAND: Command = Command {
    name: "examples",
    args: "[--bless] [example…]",
    summary: "runs the examples and compares what they print with expected-output.txt",
    details: "\
Runs the commands in each `examples/<name>/expected-output.txt`, in that folder, with `sh`, and
compares what they print with what the file says; then the README of the example with both.

  --bless   writes what was printed into expected-output.txt and into the README's `console` blocks

Some examples need tools or crates from the network: their READMEs say which.",
    run,
};

const EXPECTED: &str = "expected-output.txt";

fn run(args: &[String]) -> Result {
    let bless = args.iter().any(|arg| arg == "--bless");
    let names: Vec<&str> = args
        .iter()
        .map(String::as_str)
        .filter(|arg| *arg != "--bless")
        .collect();
    if let Some(option) = names.iter().find(|name| name.starts_with('-')) {
        return Err(COMMAND.unknown_arg(option));
    }
    let folders = chosen(&names)?;
    let style = Style::of_stdout();
    let mut bad = Vec::new();
    for folder in &folders {
        let name = name(folder);
        print!("{name} … ");
        // Some take a while: show which.
        let _ = io::stdout().flush();
        let start = Instant::now();
        // A file that is missing in one example doesn't keep the others from being run.
        let findings = check(folder, bless).unwrap_or_else(|failure| vec![failure.to_string()]);
        let time = style.dim(&format!("({:.1} s)", start.elapsed().as_secs_f32()));
        if findings.is_empty() {
            println!("{} {time}", style.green("ok"));
        } else {
            println!("{} {time}", style.red("differs"));
            for finding in findings {
                println!("  {finding}");
            }
            bad.push(name);
        }
    }
    if bad.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{} of {} examples did something else than they say: {}",
        bad.len(),
        folders.len(),
        bad.join(", ")
    )))
}

fn chosen(names: &[&str]) -> Result<Vec<PathBuf>> {
    let all: Vec<PathBuf> = files::list(&place::repository().join("examples"))?
        .into_iter()
        .filter(|path| path.is_dir())
        .collect();
    let known: Vec<String> = all.iter().map(|path| name(path)).collect();
    if let Some(unknown) = names
        .iter()
        .find(|name| !known.iter().any(|known| known == *name))
    {
        return Err(Failure::misuse(format!(
            "no such example: `{unknown}`; there are `{}`",
            known.join("`, `")
        )));
    }
    let is_chosen = |path: &PathBuf| names.is_empty() || names.contains(&&*name(path));
    Ok(all.into_iter().filter(is_chosen).collect())
}

fn name(folder: &Path) -> String {
    folder
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// What is not as the folder says.
fn check(folder: &Path, bless: bool) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    let expected_path = folder.join(EXPECTED);
    let locks = locks(folder)?;
    let readme_path = folder.join("README.md");

    let expected = files::read(&expected_path)?;
    let found = Transcript::parse(&expected).rerun(|command| shell(command, folder))?;
    if found.to_string() != expected {
        if bless {
            files::write(&expected_path, &found.to_string())?;
        } else {
            let lines = diff(&expected, &found.to_string());
            findings.push(format!("{EXPECTED}:\n{lines}"));
        }
    }
    for (path, lock) in locks {
        if files::read(&path)? != lock {
            let path = path.strip_prefix(folder).unwrap_or(&path).display();
            findings.push(format!("{path} was out of date: commit the new one"));
        }
    }

    let readme = files::read(&readme_path)?;
    let quotes = readme::check(&readme, folder, &found)?;
    if quotes.updated != readme {
        if bless {
            files::write(&readme_path, &quotes.updated)?;
        } else {
            findings.push(format!("README.md:\n{}", diff(&readme, &quotes.updated)));
        }
    }
    findings.extend(quotes.findings);
    Ok(findings)
}

/// The lock files of the example's workspaces, and what they say.
fn locks(folder: &Path) -> Result<Vec<(PathBuf, String)>> {
    let mut locks = Vec::new();
    for path in files::list(folder)? {
        match path.file_name().and_then(|name| name.to_str()) {
            Some("Cargo.lock") => locks.push((path.clone(), files::read(&path)?)),
            Some(name) if path.is_dir() && name != "target" && !name.starts_with('.') => {
                locks.extend(self::locks(&path)?);
            }
            _ => {}
        }
    }
    Ok(locks)
}

fn shell(command: &str, folder: &Path) -> Result<tool::Output> {
    let mut shell = tool("sh", folder);
    shell
        .args(["-c", command])
        .env("CARGO_TERM_COLOR", "never")
        // Programs are in the example's own `target`, as its reader would have them. What they are
        // made of is shared, so that linkface is compiled once.
        .env("CARGO_BUILD_BUILD_DIR", place::target()?.join("examples"));
    tool::run(shell)
}
