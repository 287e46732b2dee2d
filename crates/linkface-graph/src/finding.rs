//! What a rule says.

use crate::facts::Place;
use serde::{Deserialize, Serialize};

/// The code of a finding. They are never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Code {
    /// No provider.
    LF0001,
    /// Two or more providers.
    LF0002,
    /// A provider of another version.
    LF0003,
    /// A library's dependency smuggles a provider in.
    LF0004,
    /// An item not covered, or of another type.
    LF0005,
    /// A root has to name its provider.
    LF0006,
    /// A default that is missing, no implementation, or a cycle.
    LF0007,
    /// One crate declares and implements the same public item.
    LF0008,
    /// Manifest and code disagree.
    LF0009,
    /// A provider that nobody needs.
    LF0010,
    /// The choice differs between targets or features.
    LF0011,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// There is no program, or not the one that was meant.
    Error,
    /// It works, and probably not as meant.
    Warning,
}

/// What a rule says, once, whatever the number of roots it holds for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Which rule.
    pub code: Code,
    /// How bad it is.
    pub level: Level,
    /// In one line, in rustc's tone: no provider for `console@0.1`.
    pub message: String,
    /// Places in files, the primary one first.
    pub labels: Vec<Label>,
    /// What else there is to know: chains, candidates.
    pub notes: Vec<String>,
    /// What to write instead.
    pub helps: Vec<Help>,
    /// The roots that it holds for: "bin `app`", as [`Root`](crate::resolution::Root) displays them.
    pub roots: Vec<String>,
    /// The target triples and feature sets that it holds for; empty if for all that were asked for.
    pub configurations: Vec<String>,
}

/// A place in a file, and what is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What is there.
    pub text: String,
    /// Whether this is what the finding is about.
    pub primary: bool,
}

/// What to write instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Help {
    /// In words.
    pub text: String,
    /// The exact command line, or lines of a manifest or of code.
    pub lines: Vec<String>,
}
