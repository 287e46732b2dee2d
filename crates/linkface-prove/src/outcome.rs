//! The answers about one function, with all witnesses, and their text.

pub(crate) mod agree;
mod text;

use crate::build::FunctionCode;
use crate::evidence::Evidence;
use linkface_ir::prove::{Answer, Question, Report, Verdict};
use serde::Serialize;

/// The answers about one function.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// What the IR says; its answers are after all witnesses were heard.
    #[serde(flatten)]
    pub report: Report,
    /// What the linked program says, if there is one that says something.
    pub evidence: Option<Evidence>,
    /// Why the linked program says nothing.
    pub silent: Option<String>,
    /// How the build compares with what is shipped, a sentence each.
    pub fidelity: Vec<String>,
    /// How the machine code of this function compares with what is shipped.
    pub shipped: Option<FunctionCode>,
}

impl Outcome {
    /// The worst of its verdicts; proven, if nothing was asked.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.report.worst()
    }

    /// The answers, in the order of the questions.
    #[must_use]
    pub fn answers(&self) -> &[Answer] {
        &self.report.answers
    }

    /// The verdict of one question, if it was asked.
    #[must_use]
    pub fn of(&self, question: Question) -> Option<Verdict> {
        self.report.verdict(question)
    }
}
