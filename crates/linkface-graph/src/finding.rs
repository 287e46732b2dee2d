//! What a rule says.

mod code;

pub use code::{Code, CodeError};

use crate::facts::Place;
use serde::{Deserialize, Serialize};

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
    /// Where. Line 0 if only the file is known.
    pub place: Place,
    /// For a `Cargo.toml`, the path of the key that is meant, if it is one:
    /// `["package", "metadata", "linkface", "provides", "0"]`. Who reads the file can tell its line;
    /// a key that isn't there means the file as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Vec<String>>,
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
