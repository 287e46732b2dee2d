//! Answers, as data.

use super::inquiry::Question;
use serde::Serialize;

/// What became of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It holds: all of the code was seen, and nothing speaks against it.
    Proven,
    /// It is open: something that matters wasn't seen, or witnesses disagree.
    Unknown,
    /// It doesn't hold: there is a witness.
    Refuted,
}

impl Verdict {
    /// A word or two for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Proven => "proven",
            Self::Unknown => "not proven",
            Self::Refuted => "refuted",
        }
    }
}

/// What became of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// A call of a function that is named.
    Direct,
    /// A call through a pointer.
    Indirect,
    /// A call of a function of C's or the compiler's library.
    Library,
    /// Instructions, or a call of such a function.
    MayBecomeCall,
    /// No call: LLVM makes instructions of it.
    Intrinsic,
    /// Assembly, which isn't read.
    Assembly,
    /// An instruction that isn't known.
    Unread,
    /// The callee's code is here instead.
    Inlined,
    /// There was a call, and nothing is left of it.
    Eliminated,
}

impl Fate {
    /// A few words for it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Direct => "direct call",
            Self::Indirect => "indirect call",
            Self::Library => "library call",
            Self::MayBecomeCall => "may become a library call",
            Self::Intrinsic => "intrinsic",
            Self::Assembly => "assembly",
            Self::Unread => "not read",
            Self::Inlined => "inlined",
            Self::Eliminated => "eliminated",
        }
    }
}

/// A place in the source, in the function that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Frame {
    /// The path of the function.
    pub function: String,
    /// The crate that it is of.
    #[serde(rename = "crate")]
    pub krate: String,
    /// The file, as rustc was given it.
    pub file: Option<String>,
    /// The line, from 1; 0 if the compiler made the code.
    pub line: u32,
    /// The column, from 1; 0 if it isn't known.
    pub column: u32,
}

/// A call that is left, or that may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Call {
    /// What became of it.
    pub fate: Fate,
    /// The path of the callee, or a few words if it has none.
    pub callee: String,
    /// The symbol of the callee.
    pub symbol: Option<String>,
    /// Where it is, then through which calls that code was inlined, from the inside out. Empty without
    /// debug information.
    pub frames: Vec<Frame>,
    /// Whether it goes through the item that was asked about.
    pub through: bool,
    /// Whether it only happens while a panic unwinds.
    pub unwinding: bool,
}

/// A function whose code is in the caller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Inlined {
    /// The path of the function.
    pub callee: String,
    /// Its symbol.
    pub symbol: Option<String>,
    /// Through which calls it got there, from the inside out: the last frame is the caller.
    pub frames: Vec<Frame>,
    /// How many instructions come from it.
    pub instructions: usize,
}

/// One step on the way from the caller to what it shouldn't reach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The path of the function that calls.
    pub caller: String,
    /// The path of what is called.
    pub callee: String,
    /// Where, if that is known.
    pub frames: Vec<Frame>,
}

/// Something that wasn't seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// What it is, in one line.
    pub reason: String,
    /// The way to it.
    pub path: Vec<Step>,
}

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The question.
    pub question: Question,
    /// The verdict.
    pub verdict: Verdict,
    /// Why, in one line.
    pub because: String,
    /// The way to what refutes it; empty if nothing does.
    pub path: Vec<Step>,
    /// What wasn't seen.
    pub gaps: Vec<Gap>,
    /// What was taken for granted.
    pub assumptions: Vec<&'static str>,
}

/// What was found about one caller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The path of the caller.
    pub caller: String,
    /// Its symbols: more than one if it is generic.
    pub symbols: Vec<String>,
    /// The item that was asked about.
    pub through: Option<String>,
    /// What became of the calls of that item: the worst, if there are several.
    pub fate: Option<Fate>,
    /// The calls that are left, and those that may be.
    pub calls: Vec<Call>,
    /// The item's code in the caller; without an item, nothing.
    pub inlined: Vec<Inlined>,
    /// The way from the caller to the item before optimisation, if that was read and there is one.
    pub before: Option<Vec<Step>>,
    /// Whether the code before optimisation was read.
    pub before_read: bool,
    /// Whether the caller has debug information.
    pub debug: bool,
    /// The answers, in the order of the questions.
    pub answers: Vec<Answer>,
}

impl Report {
    /// The verdict of a question, if it was asked.
    #[must_use]
    pub fn verdict(&self, question: Question) -> Option<Verdict> {
        let answer = self
            .answers
            .iter()
            .find(|answer| answer.question == question);
        answer.map(|answer| answer.verdict)
    }

    /// The worst verdict; proven, if nothing was asked.
    #[must_use]
    pub fn worst(&self) -> Verdict {
        let verdicts = self.answers.iter().map(|answer| answer.verdict);
        verdicts.max().unwrap_or(Verdict::Proven)
    }
}
