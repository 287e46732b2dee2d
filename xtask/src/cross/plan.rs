//! Which rows are built for which platform.

use super::row::{Class, Kind, Profile, ROWS, Row};
use super::target::{Linker, Need, TARGETS, Target};
use super::tools;
use crate::command::{Command, Failure, Result};
use std::env;

/// What the command was told.
#[derive(Debug, Default)]
pub(super) struct Options {
    pub(super) full: bool,
    pub(super) table: bool,
    /// None: all (that CI runs).
    targets: Vec<&'static str>,
}

pub(super) fn options(args: &[String], command: &Command) -> Result<Options> {
    let mut options = Options::default();
    for arg in args {
        match arg.as_str() {
            "--full" => options.full = true,
            "--table" => options.table = true,
            _ => match TARGETS.iter().find(|target| target.triple == arg) {
                Some(target) => options.targets.push(target.triple),
                None if arg.starts_with('-') => return Err(command.unknown_arg(arg)),
                None => {
                    let known: Vec<&str> = TARGETS.iter().map(|target| target.triple).collect();
                    return Err(Failure::misuse(format!(
                        "no such target: `{arg}`; there are `{}`",
                        known.join("`, `")
                    )));
                }
            },
        }
    }
    Ok(options)
}

/// A program to be built and run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case {
    pub(super) target: &'static Target,
    pub(super) linker: &'static Linker,
    pub(super) profile: Profile,
    pub(super) kind: Kind,
    pub(super) row: &'static Row,
}

impl Case {
    /// The libraries that it is made of.
    pub(super) const fn library(&self) -> Library {
        Library {
            target: self.target,
            profile: self.profile,
            kind: self.kind,
            class: self.row.class,
        }
    }

    /// For people, and for file names.
    pub(super) fn name(&self) -> String {
        format!(
            "{}, {}, {}: {} {}",
            self.target.triple,
            self.linker.name,
            self.profile.name(),
            self.kind.name(),
            self.row.name
        )
    }
}

/// A façade with its providers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Library {
    pub(super) target: &'static Target,
    /// One of those that share libraries.
    pub(super) profile: Profile,
    pub(super) kind: Kind,
    pub(super) class: Class,
}

impl Library {
    /// Its folder, below those of all.
    pub(super) fn folder(&self) -> String {
        format!(
            "{}/{}/{}-{}",
            self.target.triple,
            self.profile.libraries(),
            self.kind.name(),
            self.class.name()
        )
    }
}

/// Everything that there is to do.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) targets: Vec<&'static Target>,
    pub(super) libraries: Vec<Library>,
    pub(super) cases: Vec<Case>,
    /// What is not there, and why.
    pub(super) skipped: Vec<String>,
}

impl Plan {
    pub(super) fn new(options: &Options) -> Self {
        let mut plan = Self {
            targets: Vec::new(),
            libraries: Vec::new(),
            cases: Vec::new(),
            skipped: Vec::new(),
        };
        for target in TARGETS {
            let named = options.targets.contains(&target.triple);
            if !named && !(options.targets.is_empty() && (options.full || target.usual)) {
                continue;
            }
            let before = plan.cases.len();
            for linker in target.linkers {
                let profiles = if options.full || named {
                    Profile::ALL
                } else {
                    linker.usual
                };
                plan.add(target, linker, profiles, options.full || named);
            }
            if plan.cases.len() > before {
                plan.targets.push(target);
            }
        }
        plan
    }

    fn add(
        &mut self,
        target: &'static Target,
        linker: &'static Linker,
        profiles: &[Profile],
        full: bool,
    ) {
        if profiles.is_empty() {
            return;
        }
        let needs = linker.needs.iter().chain(target.runner.needs());
        let missing: Vec<&Need> = needs.filter(|need| !tools::is_installed(**need)).collect();
        if let Some(need) = missing.first() {
            self.skipped.push(format!(
                "{} with {}: there is no {}: `apt-get install {}`",
                target.triple, linker.name, need.program, need.package
            ));
            return;
        }
        for &profile in profiles {
            for row in ROWS.iter().filter(|row| full || !row.full_only) {
                for &kind in Kind::ALL {
                    self.cases.push(Case {
                        target,
                        linker,
                        profile,
                        kind,
                        row,
                    });
                }
            }
            let is_there = self.libraries.iter().any(|library| {
                library.target.triple == target.triple
                    && library.profile.libraries() == profile.libraries()
            });
            if is_there {
                continue;
            }
            for &kind in Kind::ALL {
                for &class in Class::ALL {
                    self.libraries.push(Library {
                        target,
                        profile,
                        kind,
                        class,
                    });
                }
            }
        }
    }
}

/// Whether what is not there is an error.
pub(super) fn is_ci() -> bool {
    env::var("CI").is_ok_and(|value| value == "true")
}
