//! Questions about a function, and how they are answered.

mod reachable;
mod verdict;

pub(super) use verdict::quoted;

use super::chain;
use super::edge::{Callee, Edge, edges};
use super::path::{Path, plain};
use super::program::{FunctionId, Program};
use super::reach;
use super::report::{Answer, Call, Fate, Report, Step, Verdict};
use super::through::{self, Trace};
use crate::model::Function;
use serde::Serialize;
use std::fmt;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// Is there no call left: of the item, or, without one, of anything?
    NoCall,
    /// Is there no call through a pointer left?
    NoIndirect,
    /// Is no allocator reached?
    NoAlloc,
    /// Is nothing reached that panics or aborts?
    NoPanic,
}

impl Question {
    /// All of them.
    pub const ALL: &[Self] = &[Self::NoCall, Self::NoIndirect, Self::NoAlloc, Self::NoPanic];

    /// Its flag, without `--`.
    #[must_use]
    pub fn flag(self) -> &'static str {
        match self {
            Self::NoCall => "no-call",
            Self::NoIndirect => "no-indirect",
            Self::NoAlloc => "no-alloc",
            Self::NoPanic => "no-panic",
        }
    }

    /// What it is that shouldn't be there.
    #[must_use]
    pub fn what(self) -> &'static str {
        match self {
            Self::NoCall => "call",
            Self::NoIndirect => "indirect call",
            Self::NoAlloc => "allocation",
            Self::NoPanic => "panic",
        }
    }
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The program has no function of this path. Those that are near, by their paths.
    Missing {
        /// What was written.
        path: String,
        /// Whether it was there before optimisation: it was inlined everywhere, or nobody calls it.
        before: bool,
        /// What may be meant.
        near: Vec<String>,
    },
    /// Several functions end with this path.
    Ambiguous {
        /// What was written.
        path: String,
        /// Their paths.
        paths: Vec<String>,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing {
                path, before: true, ..
            } => write!(
                f,
                "`{path}` has no code of its own after optimisation: it was inlined wherever it is called, merged with another of the same code, or nobody calls it"
            ),
            Self::Missing { path, .. } => write!(f, "no function `{path}` in the program"),
            Self::Ambiguous { path, paths } => {
                write!(f, "`{path}` may be any of {} functions", paths.len())
            }
        }
    }
}

impl std::error::Error for Refusal {}

/// Questions about one function.
#[derive(Clone, Debug)]
pub struct Inquiry<'p, 'a> {
    pub(super) after: &'p Program<'a>,
    pub(super) before: Option<&'p Program<'a>>,
    pub(super) caller: Path,
    pub(super) through: Option<Path>,
    questions: Vec<Question>,
}

impl<'p, 'a> Inquiry<'p, 'a> {
    /// About this function of the program, as it is after optimisation.
    #[must_use]
    pub fn new(after: &'p Program<'a>, caller: Path) -> Self {
        Self {
            after,
            before: None,
            caller,
            through: None,
            questions: Vec::new(),
        }
    }

    /// With the program before optimisation: without it, a call that was eliminated can't be told from one
    /// that never was.
    #[must_use]
    pub fn before(mut self, before: &'p Program<'a>) -> Self {
        self.before = Some(before);
        self
    }

    /// Only of what goes through this item: a function, or an item of linkface's.
    #[must_use]
    pub fn through(mut self, item: Path) -> Self {
        self.through = Some(item);
        self
    }

    /// These questions, each once.
    #[must_use]
    pub fn questions(mut self, questions: impl IntoIterator<Item = Question>) -> Self {
        for question in questions {
            if !self.questions.contains(&question) {
                self.questions.push(question);
            }
        }
        self
    }

    /// Answers them.
    ///
    /// # Errors
    /// If it isn't clear which function is meant.
    pub fn answer(&self) -> Result<Report, Refusal> {
        let callers = self.callers()?;
        let mut report: Option<Report> = None;
        for (symbol, id) in callers {
            let next = self.one(symbol, id);
            match &mut report {
                None => report = Some(next),
                Some(report) => merge(report, next),
            }
        }
        report.ok_or_else(|| self.missing())
    }

    /// The instances of the one function that is meant.
    fn callers(&self) -> Result<Vec<(&'a str, FunctionId)>, Refusal> {
        let found = self.after.find(&self.caller).into_iter();
        let mut found: Vec<_> = found.map(|id| (self.after.symbol(id), id)).collect();
        if found.is_empty() {
            found = self.after.aliases(&self.caller);
        }
        let mut paths: Vec<String> = found.iter().map(|(symbol, _)| plain(symbol)).collect();
        paths.sort();
        paths.dedup();
        match paths.len() {
            0 => Err(self.missing()),
            1 => Ok(found),
            _ => Err(Refusal::Ambiguous {
                path: self.caller.to_string(),
                paths,
            }),
        }
    }

    fn missing(&self) -> Refusal {
        let before = self
            .before
            .is_some_and(|before| !before.find(&self.caller).is_empty());
        Refusal::Missing {
            path: self.caller.to_string(),
            before,
            near: near(self.after, self.caller.as_written()),
        }
    }

    /// About one instance: the symbol that is meant, and the code, which may have another's.
    fn one(&self, symbol: &str, id: FunctionId) -> Report {
        let path = plain(symbol);
        let function = self.after.function(id);
        let edges = edges(self.after, id, &function);
        let trace = self.through.as_ref().map(|item| {
            through::trace(
                self.after,
                self.before,
                (id, &path),
                &function,
                &edges,
                item,
            )
        });
        let subject = Subject {
            program: self.after,
            id,
            function: &function,
            edges: &edges,
            before: self.before,
            item: self.through.as_ref(),
            trace: trace.as_ref(),
        };
        let answers = self
            .questions
            .iter()
            .map(|question| match question {
                Question::NoCall => verdict::no_call(&subject, self),
                Question::NoIndirect => verdict::no_indirect(&subject),
                Question::NoAlloc | Question::NoPanic => reachable::answer(&subject, *question),
            })
            .collect();
        Report {
            caller: path,
            ..subject.report(self, answers)
        }
    }
}

/// One function that is asked about.
pub(super) struct Subject<'s, 'a> {
    pub(super) program: &'s Program<'a>,
    pub(super) id: FunctionId,
    pub(super) function: &'s Function<'a>,
    pub(super) edges: &'s [Edge<'a>],
    pub(super) before: Option<&'s Program<'a>>,
    pub(super) item: Option<&'s Path>,
    pub(super) trace: Option<&'s Trace>,
}

impl<'a> Subject<'_, 'a> {
    /// The edges that count: all, or those through the item.
    pub(super) fn counted(&self) -> impl Iterator<Item = (usize, &Edge<'a>)> {
        let through = |at: usize| self.trace.is_none_or(|trace| trace.within.contains(&at));
        let edges = self.edges.iter().enumerate();
        edges.filter(move |(at, _)| through(*at))
    }

    pub(super) fn step(&self, edge: &Edge<'a>) -> Step {
        reach::step(self.program, self.id, edge)
    }

    fn report(&self, inquiry: &Inquiry<'_, 'a>, answers: Vec<Answer>) -> Report {
        let calls = self.edges.iter().enumerate().filter_map(|(at, edge)| {
            let fate = fate(&edge.callee);
            (fate != Fate::Intrinsic).then(|| Call {
                fate,
                callee: reach::name(&edge.callee),
                symbol: symbol(&edge.callee),
                frames: chain::frames(self.program, self.id, edge.debug),
                through: self.trace.is_some_and(|trace| trace.edges.contains(&at)),
                unwinding: edge.unwinding,
            })
        });
        let symbol = self.program.symbol(self.id);
        Report {
            caller: plain(symbol),
            symbols: vec![symbol.to_owned()],
            through: inquiry.through.as_ref().map(Path::to_string),
            fate: self.trace.and_then(|trace| trace.fate(self)),
            calls: calls.collect(),
            inlined: self
                .trace
                .map(|trace| trace.inlined.clone())
                .unwrap_or_default(),
            before: self.trace.and_then(|trace| trace.before.clone()),
            before_read: inquiry.before.is_some(),
            debug: has_debug(self.function),
            answers,
        }
    }
}

/// Whether instructions say where they come from.
pub(super) fn has_debug(function: &Function<'_>) -> bool {
    function
        .instructions()
        .iter()
        .any(|instruction| instruction.debug.is_some())
}

/// What an edge is.
pub(super) fn fate(callee: &Callee<'_>) -> Fate {
    match callee {
        Callee::Direct { .. } => Fate::Direct,
        Callee::Indirect(_) => Fate::Indirect,
        Callee::Intrinsic(_) => Fate::Intrinsic,
        Callee::Library { certain: true, .. } => Fate::Library,
        Callee::Library { .. } => Fate::MayBecomeCall,
        Callee::Assembly => Fate::Assembly,
        Callee::Unread(_) => Fate::Unread,
    }
}

fn symbol(callee: &Callee<'_>) -> Option<String> {
    match callee {
        Callee::Direct { symbol, .. } => Some((*symbol).to_owned()),
        _ => None,
    }
}

/// Adds another instance of the same function: of each answer, the worse one stays.
fn merge(report: &mut Report, next: Report) {
    report.symbols.extend(next.symbols);
    report.calls.extend(next.calls);
    report.inlined.extend(next.inlined);
    report.before = report.before.take().or(next.before);
    report.debug &= next.debug;
    report.fate = match (report.fate, next.fate) {
        // A call that is left counts for more than one that is gone.
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    for answer in next.answers {
        let same = report
            .answers
            .iter_mut()
            .find(|other| other.question == answer.question);
        match same {
            Some(other) if other.verdict < answer.verdict => *other = answer,
            Some(_) => {}
            None => report.answers.push(answer),
        }
    }
}

/// Paths of the program that look like what was written.
fn near(program: &Program<'_>, written: &str) -> Vec<String> {
    let last = |path: &str| path.rsplit("::").next().unwrap_or_default().to_owned();
    let wanted = last(written);
    let mut near: Vec<(usize, String)> = program
        .functions()
        .map(|id| plain(program.symbol(id)))
        .filter_map(|path| {
            let distance = strsim::damerau_levenshtein(&last(&path), &wanted);
            (distance <= wanted.len().max(3) / 3).then_some((distance, path))
        })
        .collect();
    near.sort();
    near.dedup();
    near.truncate(5);
    near.into_iter().map(|(_, path)| path).collect()
}

/// An answer without witnesses.
pub(super) fn plainly(question: Question, verdict: Verdict, because: String) -> Answer {
    Answer {
        question,
        verdict,
        because,
        path: Vec::new(),
        gaps: Vec::new(),
        assumptions: Vec::new(),
    }
}
