//! What a build gave, read once for any number of questions.

use crate::build::{Built, Fidelity, FunctionCode, Unit as File};
use crate::evidence::{self, Evidence};
use crate::outcome::{Outcome, agree};
use linkface_ir::Module;
use linkface_ir::prove::{Inquiry, Path, Program, Question, Refusal, Report, Unit};
use std::sync::Arc;

/// What is taken for granted where the IR is of other code than what is shipped.
const ANOTHER_BUILD: &str = "the shipped program does the same: its machine code of this function differs from the one of this build";

/// The linked program, or why there is none.
pub(crate) type Linked = Result<evidence::Program, String>;

/// What a build gave, read once for any number of questions.
#[derive(Debug)]
pub struct Case<'a> {
    after: Program<'a>,
    before: Option<Program<'a>>,
    linked: Arc<Linked>,
    fidelity: Option<&'a Fidelity>,
}

impl<'a> Case<'a> {
    /// Of a build, and of the same before LLVM's passes.
    ///
    /// The builds have to be of all crates ([`Build::crates`](crate::Build::crates)): a definition that may
    /// be replaced is taken for the one that is used.
    #[must_use]
    pub fn new(after: &'a Built, before: Option<&'a Built>) -> Self {
        Self::with(after, before, Arc::new(linked(after)))
    }

    pub(crate) fn with(after: &'a Built, before: Option<&'a Built>, linked: Arc<Linked>) -> Self {
        Self {
            after: program(names(&after.units)).whole(),
            before: before.map(|before| program(names(&before.units)).whole()),
            linked,
            fidelity: Some(&after.fidelity),
        }
    }

    /// Of nothing but IR: the name and the text of each unit, and of the same before optimisation.
    #[must_use]
    pub fn of_ir(after: &[(&str, &'a str)], before: Option<&[(&str, &'a str)]>) -> Self {
        Self {
            after: program(after.iter().copied()),
            before: before.map(|before| program(before.iter().copied())),
            linked: Arc::new(Err("only IR was given".to_owned())),
            fidelity: None,
        }
    }

    /// Answers `questions` about `caller`: of all that it does, or of what goes through an item.
    ///
    /// # Errors
    /// If it isn't clear which function is meant, or if it has no code.
    pub fn judge(
        &self,
        caller: &Path,
        through: Option<&Path>,
        questions: &[Question],
    ) -> Result<Outcome, Refusal> {
        let mut inquiry =
            Inquiry::new(&self.after, caller.clone()).questions(questions.iter().copied());
        if let Some(before) = &self.before {
            inquiry = inquiry.before(before);
        }
        if let Some(item) = through {
            inquiry = inquiry.through(item.clone());
        }
        let mut report = inquiry.answer()?;
        let (evidence, silent) = match self.hear(&report) {
            Ok(evidence) => (Some(evidence), None),
            Err(why) => (None, Some(why)),
        };
        if let Some(evidence) = &evidence {
            agree::agree(&mut report, evidence, through);
        }
        let shipped = match &report.symbols[..] {
            [symbol] => self.fidelity.and_then(|fidelity| fidelity.function(symbol)),
            _ => None,
        };
        if matches!(shipped, Some(FunctionCode::Differs | FunctionCode::Absent)) {
            for answer in &mut report.answers {
                answer.assumptions.push(ANOTHER_BUILD);
            }
        }
        Ok(Outcome {
            report,
            evidence,
            silent,
            fidelity: self.fidelity.map(Fidelity::sentences).unwrap_or_default(),
            shipped,
        })
    }

    /// What the linked program says of the function, or why it says nothing.
    fn hear(&self, report: &Report) -> Result<Evidence, String> {
        let linked = (*self.linked).as_ref().map_err(Clone::clone)?;
        let [symbol] = &report.symbols[..] else {
            return Err("the function has several instances".to_owned());
        };
        let evidence = linked.evidence(symbol).map_err(|why| {
            format!("the linked program's debug information can't be read: {why}")
        })?;
        evidence.ok_or_else(|| "the linked program doesn't name the function".to_owned())
    }
}

/// Reads the program that a build has linked.
pub(crate) fn linked(built: &Built) -> Linked {
    if built.executable.is_none() {
        return Err("nothing was linked".to_owned());
    }
    let bytes = built.program();
    bytes
        .and_then(evidence::Program::of)
        .map_err(|why| format!("the linked program can't be read: {why}"))
}

fn names(units: &[File]) -> impl Iterator<Item = (&str, &str)> {
    units
        .iter()
        .map(|unit| (unit.name.as_str(), unit.text.as_str()))
}

fn program<'n, 'a>(units: impl Iterator<Item = (&'n str, &'a str)>) -> Program<'a> {
    let unit = |(name, text): (&str, &'a str)| Unit {
        name: name.to_owned(),
        module: Module::new(text),
    };
    Program::new(units.map(unit).collect())
}
