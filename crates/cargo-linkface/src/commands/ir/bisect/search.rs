//! The search for the first pass with which the outcome is another one.

use super::outcome::{self, Outcome};
use crate::commands::ir::diff::version::Version;
use crate::commands::ir::{input, interrupt};
use crate::failure::Failure;
use crate::session::Session;
use linkface_prove::Build;
use serde::Serialize;
use std::ffi::OsString;
use std::time::Duration;

/// What is tried.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trial<'a> {
    pub(super) build: &'a Build,
    pub(super) command: &'a [OsString],
    pub(super) output: bool,
    pub(super) timeout: u64,
    pub(super) session: &'a Session,
}

/// One build, and what became of it.
#[derive(Debug)]
pub(super) struct Tried {
    /// With this many passes.
    pub(super) limit: usize,
    pub(super) outcome: Outcome,
    pub(super) version: Version,
    /// How many passes there are, as LLVM counts them.
    total: usize,
    /// The last one that was run.
    last: Option<Pass>,
}

/// A pass, as LLVM counts them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Pass {
    pub(super) number: usize,
    pub(super) name: String,
    /// What it worked on: `[module]`, a symbol, `(symbol, …)`, `loop %x in function symbol`.
    pub(super) on: String,
}

/// What was found.
#[derive(Debug)]
pub(super) enum Answer {
    /// The same with all passes and with none.
    Same {
        /// What it was.
        outcome: Outcome,
        /// How many passes there are.
        total: usize,
    },
    /// A pass changes it.
    Found(Box<Found>),
}

/// The pass, and the builds without and with it.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) total: usize,
    pub(super) pass: Pass,
    pub(super) before: Tried,
    pub(super) after: Tried,
}

/// What LLVM takes for all of them.
const ALL: usize = 0x7fff_ffff;

/// Halves the passes until one is left.
pub(super) fn search(trial: &Trial<'_>) -> Result<Answer, Failure> {
    let mut high = trial.at(ALL, "all")?;
    let total = high.total;
    let mut low = trial.at(0, "no")?;
    if low.outcome == high.outcome {
        return Ok(Answer::Same {
            outcome: high.outcome,
            total,
        });
    }
    high.limit = total;
    while high.limit - low.limit > 1 {
        let middle = low.limit.midpoint(high.limit);
        let tried = trial.at(middle, &format!("{middle} of {total}"))?;
        if tried.outcome == low.outcome {
            low = tried;
        } else {
            high = tried;
        }
    }
    if high.limit == total {
        // Its own last pass is the last of all, of whatever that is.
        high = trial.at(total, &format!("all {total}"))?;
    }
    let pass = high.last.clone().filter(|pass| pass.number == high.limit);
    let pass = pass.ok_or_else(|| {
        let limit = high.limit;
        Failure::new(format!("LLVM doesn't say what pass {limit} is"))
    })?;
    Ok(Answer::Found(Box::new(Found {
        total,
        pass,
        before: low,
        after: high,
    })))
}

impl Trial<'_> {
    /// Builds with this many passes, and runs the command.
    fn at(&self, limit: usize, words: &str) -> Result<Tried, Failure> {
        let shell = self.session.shell();
        let own = [
            "--emit=llvm-ir".to_owned(),
            // Units are optimised side by side, and passes are counted over all of them.
            "-Ccodegen-units=1".to_owned(),
            format!("-Cllvm-args=-opt-bisect-limit={limit}"),
        ];
        let what = Build {
            rustc: [&*self.build.rustc, &own].concat(),
            ..self.build.clone()
        };
        let done = what.dump();
        interrupt::check()?;
        let (built, said) = done.map_err(input::failure)?;
        let program = built.executable.clone().ok_or_else(|| {
            Failure::new("there is no program to run")
                .help("name one: `--bin NAME`, `--example NAME` or `--test NAME`")
        })?;
        let timeout = Duration::from_secs(self.timeout);
        let outcome = outcome::run(self.command, &program, self.output, timeout)?;
        shell.status("Tried", &format!("{words} passes: {outcome}"))?;
        let sources = built.units.iter().map(|unit| input::Source {
            name: unit.name.clone(),
            text: unit.text.clone(),
        });
        let sources = sources.collect();
        // Nobody will ask for this one again.
        built.forget();
        let passes = || said.lines().filter_map(Pass::read);
        Ok(Tried {
            limit,
            outcome,
            version: Version {
                label: format!("{limit} passes"),
                sources,
                fidelity: None,
            },
            total: passes().map(|(pass, _)| pass.number).max().unwrap_or(0),
            last: passes().rev().find(|(_, run)| *run).map(|(pass, _)| pass),
        })
    }
}

impl Pass {
    /// `BISECT: running pass (12) sroa on f`: the pass, and whether it was run.
    fn read(line: &str) -> Option<(Self, bool)> {
        let line = line.strip_prefix("BISECT: ")?;
        let (run, line) = match line.strip_prefix("NOT ") {
            Some(line) => (false, line),
            None => (true, line),
        };
        let (number, line) = line.strip_prefix("running pass (")?.split_once(") ")?;
        let (name, on) = line.split_once(" on ")?;
        let pass = Self {
            number: number.parse().ok()?,
            name: name.to_owned(),
            on: on.to_owned(),
        };
        Some((pass, run))
    }

    /// The function, if it worked on one.
    pub(super) fn symbol(&self) -> Option<&str> {
        let on = self.on.rsplit("function ").next().unwrap_or(&self.on);
        let on = on.trim_start_matches('(').trim_end_matches(')');
        let one = !on.starts_with('[') && !on.contains([',', ' ']);
        one.then_some(on)
    }

    /// What it worked on, demangled.
    pub(super) fn on(&self) -> String {
        match self.symbol() {
            Some(symbol) => linkface_ir::lookup::Path::new(symbol).text().to_owned(),
            None if self.on == "[module]" => "the module".to_owned(),
            None => self.on.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, number: usize, run: bool, symbol: Option<&str>) {
        let (pass, was_run) = Pass::read(line).expect("it is a pass");
        assert_eq!((pass.number, was_run, pass.symbol()), (number, run, symbol));
    }

    #[test]
    fn lines_of_llvm() {
        check(
            "BISECT: running pass (1) forceattrs on [module]",
            1,
            true,
            None,
        );
        check(
            "BISECT: running pass (66) instcombine on f",
            66,
            true,
            Some("f"),
        );
        check(
            "BISECT: running pass (100) inline on (f)",
            100,
            true,
            Some("f"),
        );
        check(
            "BISECT: running pass (100) inline on (f, g)",
            100,
            true,
            None,
        );
        check(
            "BISECT: NOT running pass (7) licm on loop %bb1 in function f",
            7,
            false,
            Some("f"),
        );
        check(
            "BISECT: NOT running pass (9) machine-cse on function (f)",
            9,
            false,
            Some("f"),
        );
        assert_eq!(Pass::read("warning: unused"), None);
    }
}
