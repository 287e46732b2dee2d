//! A copy of the quickstart with changes, and what becomes of it.

use crate::command::{Failure, Result};
use crate::style::{Style, bare};
use crate::{files, linker, place, tool};
use std::path::Path;
use std::process::Command;

/// One thing to show.
pub(super) struct Step {
    pub(super) title: &'static str,
    /// A name for the copy's folder.
    pub(super) folder: &'static str,
    /// Files to show first, and what each does.
    pub(super) files: &'static [(&'static str, &'static str)],
    pub(super) changes: &'static [Change],
    /// What Cargo is told.
    pub(super) cargo: &'static [&'static str],
    pub(super) expected: Expected,
    /// What that shows.
    pub(super) moral: &'static str,
}

/// A line for another.
pub(super) struct Change {
    pub(super) file: &'static str,
    pub(super) old: &'static str,
    /// Nothing: the line goes.
    pub(super) new: &'static [&'static str],
}

/// What must come of it.
pub(super) enum Expected {
    /// It succeeds and prints this.
    Prints(&'static str),
    /// It fails and says all of these.
    Refuses(Vec<String>),
}

impl Step {
    /// Shows it. Whether it went as expected.
    pub(super) fn show(&self, tour: &Path, style: Style) -> Result<bool> {
        let folder = tour.join(self.folder);
        let quickstart = place::repository().join("examples").join("quickstart");
        files::copy(&quickstart, &folder)?;
        let crates = place::repository().join("crates");
        replace(
            &folder.join("Cargo.toml"),
            "../../crates",
            // TOML reads backslashes as escapes.
            &crates.to_string_lossy().replace('\\', "/"),
        )?;
        for (file, role) in self.files {
            println!("  {} {role}", style.dim(file));
            show_code(&files::read(&folder.join(file))?);
        }
        for change in self.changes {
            change.make(&folder)?;
            change.show(style);
        }
        println!(
            "\n  {}",
            style.dim(&format!("$ cargo {}", self.cargo.join(" ")))
        );
        let output = tool::run(self.command(&folder, tour, style))?;
        for line in linker::trim(&output.text).lines() {
            println!("{}", format!("  {line}").trim_end());
        }
        println!();
        let said = bare(&output.text);
        Ok(match &self.expected {
            Expected::Prints(text) => output.success() && said.contains(text),
            Expected::Refuses(texts) => {
                !output.success() && texts.iter().all(|text| said.contains(text))
            }
        })
    }
}

impl Step {
    /// What is run: Cargo, or a command of ours as if it were installed.
    fn command(&self, folder: &Path, tour: &Path, style: Style) -> Command {
        let mut cargo = tool::cargo(folder);
        if self.cargo.first() == Some(&"linkface") {
            cargo
                .args(["run", "--quiet", "--package", "cargo-linkface"])
                .arg("--manifest-path")
                .arg(place::repository().join("Cargo.toml"))
                .arg("--")
                .args(self.cargo)
                .args(["--offline", "--color", style.cargo()]);
        } else {
            cargo
                .args(self.cargo)
                .args(["--quiet", "--offline", "--color", style.cargo()])
                .env("CARGO_TARGET_DIR", tour.join("build"));
        }
        cargo
    }
}

impl Change {
    fn make(&self, folder: &Path) -> Result {
        let new: String = self.new.iter().flat_map(|line| [line, "\n"]).collect();
        replace(&folder.join(self.file), &format!("{}\n", self.old), &new)
    }

    fn show(&self, style: Style) {
        println!("  {}", style.dim(&format!("in {}", self.file)));
        // A line that stays is only there to say where the others go.
        if !self.new.contains(&self.old) {
            println!("    {}", style.red(&format!("- {}", self.old)));
        }
        for line in self.new.iter().filter(|line| **line != self.old) {
            println!("    {}", style.green(&format!("+ {line}")));
        }
    }
}

fn replace(file: &Path, old: &str, new: &str) -> Result {
    let text = files::read(file)?;
    if text.matches(old).count() != 1 {
        return Err(Failure::new(format!(
            "the tour wants to replace this in `{}`, where it should be once:\n{old}",
            file.display()
        )));
    }
    files::write(file, &text.replace(old, new))
}

/// The code in a file, without comments and imports.
fn show_code(text: &str) {
    for line in text.lines() {
        let start = line.trim_start();
        if !start.is_empty() && !start.starts_with("//") && !start.starts_with("use ") {
            println!("    {line}");
        }
    }
}
