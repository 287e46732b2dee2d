//! What a log tells as a whole.

use crate::Entry;
use std::collections::BTreeMap;
use std::fmt;

/// Sums over a log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Lines that were requests.
    pub requests: u64,
    /// Lines that were not.
    pub skipped: u64,
    /// The length of all answers.
    pub bytes: u64,
    /// How many requests there were for each path.
    pub paths: BTreeMap<String, u64>,
}

impl Summary {
    pub(crate) fn add(&mut self, entry: &Entry<'_>) {
        self.requests += 1;
        self.bytes += entry.bytes;
        *self.paths.entry(entry.path.to_owned()).or_default() += 1;
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} requests, {} bytes", self.requests, self.bytes)?;
        for (path, requests) in &self.paths {
            writeln!(f, "{requests:6} {path}")?;
        }
        Ok(())
    }
}
