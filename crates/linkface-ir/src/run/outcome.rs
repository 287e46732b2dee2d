//! How a run ended.

use super::poison::{Poison, Site};
use super::value::Value;

/// How a run ended.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The function returned.
    Returned(Value),
    /// It did what has no meaning.
    Undefined(Box<Undefined>),
    /// The program panicked.
    Panicked(Box<Panic>),
    /// It could not go on, for a reason that isn't the program's fault.
    Stopped(Box<Stopped>),
}

/// Undefined behaviour ([LangRef, Undefined Behavior](https://llvm.org/docs/UndefinedBehavior.html)).
#[derive(Clone, Debug)]
pub struct Undefined {
    /// Where.
    pub site: Site,
    /// What, in one line.
    pub message: String,
    /// What to say at the place itself.
    pub label: String,
    /// The poison that was used.
    pub poison: Option<Poison>,
    /// Other places that matter, with what to say there.
    pub related: Vec<(Site, String)>,
    /// Why it is so, and what to write instead.
    pub help: Vec<String>,
    /// The calls that led there, the innermost first.
    pub calls: Vec<Site>,
}

/// A panic.
#[derive(Clone, Debug)]
pub struct Panic {
    /// Where: the call.
    pub site: Site,
    /// What was called, demangled.
    pub callee: String,
    /// What the program would say, if it could be read.
    pub message: Option<String>,
    /// Where in the source it would say that it is: `src/main.rs:3:5`.
    pub place: Option<String>,
    /// The calls that led there, the innermost first.
    pub calls: Vec<Site>,
}

/// Why a run could not go on.
#[derive(Clone, Debug)]
pub struct Stopped {
    /// What kind of reason.
    pub reason: Reason,
    /// Where; none before the first instruction.
    pub site: Option<Site>,
    /// What, in one line.
    pub message: String,
    /// What can be done.
    pub help: Vec<String>,
    /// The calls that led there, the innermost first.
    pub calls: Vec<Site>,
}

/// What kind of reason made a run stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A function or global isn't in the file.
    Missing,
    /// The interpreter doesn't do this.
    Unsupported,
    /// It is no valid IR: the verifier would refuse it.
    Invalid,
    /// More steps than allowed.
    Steps,
    /// More calls inside of calls than allowed.
    Depth,
    /// More memory than allowed.
    Memory,
    /// The program ended itself: `abort`, `exit`, `llvm.trap`.
    Ended,
}

impl Reason {
    /// A word for it, as JSON has it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Unsupported => "unsupported",
            Self::Invalid => "invalid",
            Self::Steps => "steps",
            Self::Depth => "depth",
            Self::Memory => "memory",
            Self::Ended => "ended",
        }
    }
}

/// Everything but a value.
#[derive(Debug)]
pub(crate) enum Stop {
    Undefined(Box<Undefined>),
    Panicked(Box<Panic>),
    Stopped(Box<Stopped>),
}

/// What an instruction comes to.
pub(crate) type Run<T = Value> = Result<T, Stop>;

impl Stop {
    pub(crate) fn undefined(site: Site, message: impl Into<String>) -> Undefined {
        Undefined {
            site,
            message: message.into(),
            label: String::new(),
            poison: None,
            related: Vec::new(),
            help: Vec::new(),
            calls: Vec::new(),
        }
    }

    pub(crate) fn stopped(reason: Reason, site: Site, message: impl Into<String>) -> Self {
        Self::Stopped(Box::new(Stopped {
            reason,
            site: Some(site),
            message: message.into(),
            help: Vec::new(),
            calls: Vec::new(),
        }))
    }

    pub(crate) fn unsupported(site: Site, message: impl Into<String>) -> Self {
        Self::stopped(Reason::Unsupported, site, message)
    }

    pub(crate) fn invalid(site: Site, message: impl Into<String>) -> Self {
        Self::stopped(Reason::Invalid, site, message)
    }

    /// With the calls that led there.
    pub(crate) fn with_calls(mut self, sites: Vec<Site>) -> Self {
        match &mut self {
            Self::Undefined(undefined) => undefined.calls = sites,
            Self::Panicked(panic) => panic.calls = sites,
            Self::Stopped(stopped) => stopped.calls = sites,
        }
        self
    }

    /// With advice, if it is one that takes some.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        match &mut self {
            Self::Undefined(undefined) => undefined.help.push(help.into()),
            Self::Stopped(stopped) => stopped.help.push(help.into()),
            Self::Panicked(_) => {}
        }
        self
    }
}

impl Undefined {
    pub(crate) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    pub(crate) fn poison(mut self, poison: &Poison) -> Self {
        self.poison = Some(poison.clone());
        self
    }

    pub(crate) fn related(mut self, place: Option<(Site, String)>) -> Self {
        self.related.extend(place);
        self
    }
}

impl From<Undefined> for Stop {
    fn from(undefined: Undefined) -> Self {
        Self::Undefined(Box::new(undefined))
    }
}

impl From<Stop> for Outcome {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Undefined(undefined) => Self::Undefined(undefined),
            Stop::Panicked(panic) => Self::Panicked(panic),
            Stop::Stopped(stopped) => Self::Stopped(stopped),
        }
    }
}
