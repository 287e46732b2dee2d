//! What was looked at, so that silence is explained.

use super::json;
use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::shell::{Shell, Verbosity};
use clap_cargo::style;
use linkface_graph::finding::{Finding, Level};
use linkface_graph::resolution::{Configuration, Resolution};
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::Write;

/// The last thing that a command says.
#[derive(Debug, Serialize)]
pub(crate) struct Summary<'a> {
    reason: &'static str,
    version: u32,
    errors: usize,
    warnings: usize,
    #[serde(skip)]
    affected: usize,
    roots: usize,
    facades: usize,
    providers: usize,
    configurations: Vec<&'a Configuration>,
}

impl<'a> Summary<'a> {
    /// Counts; a root that is looked at in two configurations counts once.
    pub(crate) fn new(resolutions: &'a [Resolution], findings: &[Finding]) -> Self {
        let roots = || resolutions.iter().flat_map(|resolution| &resolution.roots);
        let facades = || roots().flat_map(|root| &root.facades);
        let providers = facades().flat_map(|facade| &facade.providers);
        let of_level = |level| findings.iter().filter(|found| found.level == level).count();
        Self {
            reason: "linkface-finished",
            version: json::VERSION,
            errors: of_level(Level::Error),
            warnings: of_level(Level::Warning),
            affected: distinct(findings.iter().flat_map(|found| &found.roots)),
            roots: distinct(roots().map(|root| &root.root)),
            facades: distinct(facades().map(|facade| &facade.package)),
            providers: distinct(providers.map(|provider| &provider.package)),
            configurations: resolutions
                .iter()
                .map(|resolution| &resolution.configuration)
                .collect(),
        }
    }

    /// Writes it: as the last object of the answer, or for people, beside the answer.
    pub(crate) fn write(&self, shell: &Shell) -> Result<(), Failure> {
        match shell.format() {
            MessageFormat::Json => writeln!(shell.out(), "{}", json::line(self))?,
            _ if shell.verbosity() == Verbosity::Quiet => {}
            MessageFormat::Human | MessageFormat::Short => {
                let (style, head) = match (self.errors, self.warnings) {
                    (0, 0) => (style::GOOD, "no findings"),
                    (0, _) => (style::WARN, "warning"),
                    _ => (style::ERROR, "error"),
                };
                writeln!(shell.err(), "{style}{head}{style:#}: {}", self.text())?;
            }
        }
        Ok(())
    }

    fn text(&self) -> String {
        let found = self.errors + self.warnings;
        if found == 0 {
            return self.looked_at();
        }
        let levels = match (self.errors, self.warnings) {
            (0, _) | (_, 0) => String::new(),
            (errors, warnings) => format!(
                " ({}, {})",
                count(errors, "error", "errors"),
                count(warnings, "warning", "warnings")
            ),
        };
        let affected = match self.affected {
            // It is about manifests and libraries.
            0 if self.roots == 0 => String::new(),
            0 => format!(" among {}", count(self.roots, "root", "roots")),
            roots => format!(" in {}", count(roots, "root", "roots")),
        };
        format!("{}{levels}{affected}", count(found, "finding", "findings"))
    }

    fn looked_at(&self) -> String {
        if self.roots == 0 {
            return "no root of the selected packages depends on a façade".to_owned();
        }
        let mut parts = vec![
            count(self.roots, "root", "roots"),
            count(self.facades, "façade", "façades"),
            count(self.providers, "provider", "providers"),
        ];
        if self.configurations.len() > 1 {
            parts.push(format!("{} configurations", self.configurations.len()));
        }
        parts.join(", ")
    }
}

fn distinct<T: Ord>(all: impl Iterator<Item = T>) -> usize {
    all.collect::<BTreeSet<T>>().len()
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(errors: usize, warnings: usize, affected: usize, expected: &str) {
        let summary = Summary {
            reason: "",
            version: 1,
            errors,
            warnings,
            affected,
            roots: 5,
            facades: 1,
            providers: 0,
            configurations: Vec::new(),
        };
        assert_eq!(summary.text(), expected);
    }

    #[test]
    fn it_says_what_was_found_or_looked_at() {
        check(0, 0, 0, "5 roots, 1 façade, 0 providers");
        check(1, 0, 1, "1 finding in 1 root");
        check(2, 0, 3, "2 findings in 3 roots");
        check(0, 1, 0, "1 finding among 5 roots");
        check(2, 1, 2, "3 findings (2 errors, 1 warning) in 2 roots");
    }
}
