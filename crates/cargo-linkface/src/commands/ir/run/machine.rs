//! The answer for programs. `docs/json-ir.md` documents it.

use super::place::Files;
use super::{Ended, report};
use crate::output::json;
use annotate_snippets::Renderer;
use linkface_ir::run::{self, Outcome, Site};
use serde::Serialize;

/// How a run ended.
#[derive(Debug, Serialize)]
pub(super) struct Run<'r> {
    reason: &'static str,
    version: u32,
    function: &'r str,
    name: &'r str,
    arguments: &'r [String],
    outcome: &'static str,
    steps: u64,
    value: Option<Value>,
    result: Option<Vec<u8>>,
    changed: Vec<Changed<'r>>,
    message: Option<String>,
    stopped: Option<&'static str>,
    place: Option<Place>,
    poison: Option<Poison>,
    calls: Vec<Place>,
    rendered: Option<String>,
}

/// Memory of an argument that was changed.
#[derive(Debug, Serialize)]
struct Changed<'r> {
    argument: usize,
    elements: &'r [String],
}

/// A place in the IR, and the one of the source that it was made from.
#[derive(Debug, Serialize)]
struct Place {
    file: String,
    line: usize,
    column: usize,
    text: String,
    source: Option<Source>,
}

/// A place in the source.
#[derive(Debug, Serialize)]
struct Source {
    file: String,
    line: u32,
    column: u32,
}

/// Where poison comes from.
#[derive(Debug, Serialize)]
struct Poison {
    why: String,
    made: Option<Place>,
    passed: Vec<Place>,
}

/// A value.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Value {
    /// Numbers are text: they have up to 128 bits.
    Int {
        bits: u32,
        signed: String,
        unsigned: String,
    },
    /// An integer some of whose bits are undef.
    Partly {
        bits: u32,
        text: String,
    },
    Float {
        #[serde(rename = "type")]
        of: &'static str,
        text: String,
        bits: String,
    },
    Pointer {
        address: String,
    },
    Undef,
    Poison {
        why: String,
    },
    Aggregate {
        fields: Vec<Value>,
    },
    Void,
}

impl Value {
    pub(super) fn new(value: &run::Value) -> Self {
        match value {
            run::Value::Int(int) if int.is_defined() => Self::Int {
                bits: int.width(),
                signed: int.value().to_string(),
                unsigned: int.bits().to_string(),
            },
            run::Value::Int(int) => Self::Partly {
                bits: int.width(),
                text: int.to_string(),
            },
            run::Value::Float(kind, bits) => Self::Float {
                of: kind.word(),
                text: value.to_string(),
                bits: format!("{bits:#x}"),
            },
            run::Value::Ptr(pointer) => Self::Pointer {
                address: format!("{:#x}", pointer.address),
            },
            run::Value::Undef => Self::Undef,
            run::Value::Poison(poison) => Self::Poison {
                why: poison.origin().1.to_owned(),
            },
            run::Value::Aggregate(fields) => Self::Aggregate {
                fields: fields.iter().map(Self::new).collect(),
            },
            run::Value::Void => Self::Void,
        }
    }
}

impl<'r> Run<'r> {
    pub(super) fn new(ended: &'r Ended<'_, '_, '_>, name: &'r str, files: &Files<'_>) -> Self {
        let machine = ended.machine;
        let changed = ended.after.changed.iter();
        let mut run = Self {
            reason: "linkface-ir-run",
            version: json::VERSION,
            function: ended.path,
            name,
            arguments: ended.texts,
            outcome: "",
            steps: machine.steps(),
            value: None,
            result: ended.after.result.clone(),
            changed: changed
                .map(|(argument, elements)| Changed {
                    argument: *argument,
                    elements,
                })
                .collect(),
            message: None,
            stopped: None,
            place: None,
            poison: None,
            calls: Vec::new(),
            rendered: None,
        };
        let place = |site: Site| place(site, ended, files);
        let places = |sites: &[Site]| sites.iter().filter_map(|site| place(*site)).collect();
        let poison = |poison: &run::Poison| Poison {
            why: poison.origin().1.to_owned(),
            made: place(poison.origin().0),
            passed: places(&poison.way()),
        };
        let told = match ended.outcome {
            Outcome::Returned(value) => {
                run.outcome = "returned";
                run.value = Some(Value::new(value));
                run.poison = value.poison().map(poison);
                report::poison(value, ended, files)
            }
            Outcome::Undefined(undefined) => {
                run.outcome = "undefined";
                run.place = place(undefined.site);
                run.poison = undefined.poison.as_ref().map(poison);
                run.calls = places(&undefined.calls);
                run.message = Some(undefined.message.clone());
                Some(report::undefined(undefined, ended, files))
            }
            Outcome::Panicked(panic) => {
                run.outcome = "panicked";
                run.place = place(panic.site);
                run.calls = places(&panic.calls);
                run.message.clone_from(&panic.message);
                Some(report::panicked(panic, ended, files))
            }
            Outcome::Stopped(stopped) => {
                run.outcome = "stopped";
                run.stopped = Some(stopped.reason.word());
                run.place = stopped.site.and_then(place);
                run.calls = places(&stopped.calls);
                run.message = Some(stopped.message.clone());
                Some(report::stopped(stopped, ended, files))
            }
        };
        run.rendered = told.map(|report| report.render(&Renderer::plain()));
        run
    }
}

fn place(site: Site, ended: &Ended<'_, '_, '_>, files: &Files<'_>) -> Option<Place> {
    let (file, place) = files.place(site)?;
    let text = files.text(site.module, site.span);
    let source = files.origin(site, ended.machine).map(|origin| Source {
        file: origin.file,
        line: origin.line,
        column: origin.column,
    });
    Some(Place {
        file: file.to_owned(),
        line: place.line,
        column: place.column,
        text: text.lines().next().unwrap_or_default().to_owned(),
        source,
    })
}
