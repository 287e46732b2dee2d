//! One run: what Cargo, rustc and the sources say. Each is read when it is asked for, and once.

mod analysis;
mod cargo;
mod compiled;
mod config;
mod facts;
mod merge;
pub(crate) mod nearest;
mod progress;
mod selection;
mod target;

pub(crate) use analysis::Analysis;

use crate::failure::Failure;
use crate::flags::Flags;
use crate::shell::Shell;
use cargo::Metadata;
use cargo_config2::Config;
use guppy::graph::PackageGraph;
use linkface_graph::packages::Packages;
use linkface_graph::packages::features::Features;
use std::cell::OnceCell;
use std::env;
use std::path::{Path, PathBuf};
use target::Targets;

/// One run.
#[derive(Debug)]
pub(crate) struct Session {
    flags: Flags,
    shell: Shell,
    current_dir: OnceCell<PathBuf>,
    config: OnceCell<Config>,
    targets: OnceCell<Targets>,
    graph: OnceCell<PackageGraph>,
    analysis: OnceCell<Analysis>,
}

impl Session {
    /// Reads nothing yet: `explain` works everywhere.
    pub(crate) fn new(flags: Flags, shell: Shell) -> Self {
        Self {
            flags,
            shell,
            current_dir: OnceCell::new(),
            config: OnceCell::new(),
            targets: OnceCell::new(),
            graph: OnceCell::new(),
            analysis: OnceCell::new(),
        }
    }

    /// The same, read anew: after manifests have changed.
    pub(crate) fn again(&self) -> Self {
        Self::new(self.flags.clone(), self.shell)
    }

    /// What the user asked for, beside the command.
    pub(crate) fn flags(&self) -> &Flags {
        &self.flags
    }

    /// Where output goes.
    pub(crate) fn shell(&self) -> &Shell {
        &self.shell
    }

    /// Where the user is.
    pub(crate) fn current_dir(&self) -> Result<&Path, Failure> {
        let dir = once(&self.current_dir, || {
            env::current_dir()
                .map_err(|why| Failure::new(format!("cannot tell the current directory: {why}")))
        })?;
        Ok(dir)
    }

    /// Cargo's configuration: the files, and the environment.
    pub(crate) fn config(&self) -> Result<&Config, Failure> {
        once(&self.config, || config::load(self.current_dir()?))
    }

    /// What rustc says of the targets.
    pub(crate) fn targets(&self) -> Result<&Targets, Failure> {
        once(&self.targets, || {
            Targets::read(self.config()?, &self.flags.target)
        })
    }

    /// The packages of the workspace and what they depend on, with all features and for all
    /// platforms: what Cargo's lock file holds.
    pub(crate) fn graph(&self) -> Result<&PackageGraph, Failure> {
        once(&self.graph, || {
            let metadata = Metadata::start(self.cargo()?, &self.flags)?;
            // Most commands need both, and two processes are faster than one.
            self.targets()?;
            metadata.finish()
        })
    }

    /// The packages, with what their manifests and their code say.
    pub(crate) fn packages(&self) -> Result<&Packages, Failure> {
        Ok(&self.analysis()?.packages)
    }

    /// All that `linkface-graph` says.
    pub(crate) fn analysis(&self) -> Result<&Analysis, Failure> {
        once(&self.analysis, || {
            analysis::analyse(self, &[analysis::features(&self.flags.features)])
        })
    }

    /// The same for the default features, for none, and for all, beside those that were asked for.
    pub(crate) fn analysis_of_features(&self) -> Result<Analysis, Failure> {
        let mut sets = vec![
            Features::default(),
            Features {
                no_default: true,
                ..Features::default()
            },
            Features {
                all: true,
                ..Features::default()
            },
        ];
        let asked = analysis::features(&self.flags.features);
        if !sets.contains(&asked) {
            sets.push(asked);
        }
        analysis::analyse(self, &sets)
    }

    /// How to call Cargo: the one that called us, else the one in `PATH`.
    pub(crate) fn cargo(&self) -> Result<std::process::Command, Failure> {
        Ok(std::process::Command::new(self.config()?.cargo()))
    }

    /// A path as people like to read it: from where they are, if it is below.
    pub(crate) fn display(&self, path: &Path) -> String {
        let below = self.current_dir().ok();
        let below = below.and_then(|dir| path.strip_prefix(dir).ok());
        below.unwrap_or(path).display().to_string()
    }
}

/// The value of `cell`, made when it is asked for the first time.
fn once<T>(cell: &OnceCell<T>, make: impl FnOnce() -> Result<T, Failure>) -> Result<&T, Failure> {
    if let Some(value) = cell.get() {
        return Ok(value);
    }
    let value = make()?;
    Ok(cell.get_or_init(|| value))
}
