//! What goes on: with `--verbose` all of it; else what takes longer than a second, if somebody watches.

use crate::flags::MessageFormat;
use crate::shell::{Shell, Verbosity};
use indicatif::{ProgressBar, ProgressStyle};
use std::borrow::Cow;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(1);

/// A line on the terminal that is gone when this is dropped.
#[derive(Debug)]
pub(super) struct Progress {
    since: Instant,
    what: Cow<'static, str>,
    wanted: bool,
    shell: Shell,
    /// From several threads.
    spinner: OnceLock<ProgressBar>,
}

impl Progress {
    /// Starts counting, and shows nothing yet.
    pub(super) fn new(what: impl Into<Cow<'static, str>>, shell: &Shell) -> Self {
        Self {
            since: Instant::now(),
            what: what.into(),
            wanted: shell.verbosity() == Verbosity::Normal && shell.format() != MessageFormat::Json,
            shell: *shell,
            spinner: OnceLock::new(),
        }
    }

    /// Says what is at work. indicatif itself stays silent where standard error is no terminal.
    pub(super) fn at(&self, name: &str) {
        if self.shell.verbosity() == Verbosity::Verbose {
            // Whether this can be written is no reason to stop.
            let _ = self.shell.status("Reading", name);
        }
        if !self.wanted || self.since.elapsed() < PATIENCE {
            return;
        }
        let spinner = self.spinner.get_or_init(|| {
            let spinner = ProgressBar::new_spinner();
            spinner.set_style(ProgressStyle::default_spinner());
            spinner.enable_steady_tick(Duration::from_millis(100));
            spinner
        });
        spinner.set_message(format!("{} {name}", self.what));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(spinner) = self.spinner.get() {
            spinner.finish_and_clear();
        }
    }
}
