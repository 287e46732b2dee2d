//! One JSON object for each finding, in rustc's shape. `docs/json.md` documents it, and
//! `docs/schema-v1.json` is its schema: a change to a type here is a change there.

use super::sources::{Code, Spot};
use super::{human, short};
use annotate_snippets::Renderer;
use linkface_graph::finding::{Finding, Help};
use linkface_graph::rules::Rule;
use serde::Serialize;

/// The version of the format. Fields may be added to it; what is there stays.
pub(crate) const VERSION: u32 = 1;

/// One line of output.
pub(crate) fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("only strings are keys of maps, and numbers are finite")
}

/// A finding, as rustc would write it: editors can show it.
#[derive(Debug, Serialize)]
pub(crate) struct Diagnostic<'a> {
    #[serde(rename = "$message_type")]
    message_type: &'static str,
    message: &'a str,
    code: Option<DiagnosticCode>,
    level: &'static str,
    spans: Vec<Span<'a>>,
    children: Vec<Child>,
    rendered: String,
    linkface: Extension<'a>,
}

#[derive(Debug, Serialize)]
struct DiagnosticCode {
    code: String,
    explanation: &'static str,
}

#[derive(Debug, Serialize)]
struct Span<'a> {
    file_name: &'a str,
    byte_start: usize,
    byte_end: usize,
    line_start: usize,
    line_end: usize,
    column_start: usize,
    column_end: usize,
    is_primary: bool,
    text: Vec<SpanLine<'a>>,
    label: &'a str,
    // What rustc's own messages have, and its readers may insist on.
    suggested_replacement: Option<&'static str>,
    suggestion_applicability: Option<&'static str>,
    expansion: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct SpanLine<'a> {
    text: &'a str,
    highlight_start: usize,
    highlight_end: usize,
}

#[derive(Debug, Serialize)]
struct Child {
    message: String,
    code: Option<DiagnosticCode>,
    level: &'static str,
    spans: [Span<'static>; 0],
    children: [(); 0],
    rendered: Option<&'static str>,
}

/// What rustc's shape has no place for.
#[derive(Debug, Serialize)]
struct Extension<'a> {
    version: u32,
    roots: &'a [String],
    configurations: &'a [String],
    notes: &'a [String],
    helps: &'a [Help],
}

impl<'a> Diagnostic<'a> {
    /// Labels whose file can't be read have no span; `rendered` names them.
    pub(crate) fn new(finding: &'a Finding, spots: &'a [Spot<'a>]) -> Self {
        let notes = human::notes(finding).map(|note| Child::new("note", note));
        let helps = finding
            .helps
            .iter()
            .map(|help| Child::new("help", human::help(help)));
        Self {
            message_type: "diagnostic",
            message: &finding.message,
            code: Some(DiagnosticCode {
                code: finding.code.to_string(),
                explanation: Rule::of(finding.code).explanation,
            }),
            level: short::level(finding.level),
            spans: spots
                .iter()
                .filter_map(|spot| Some(Span::new(spot, spot.code.as_ref()?)))
                .collect(),
            children: notes.chain(helps).collect(),
            rendered: human::render(finding, spots, &Renderer::plain()) + "\n\n",
            linkface: Extension {
                version: VERSION,
                roots: &finding.roots,
                configurations: &finding.configurations,
                notes: &finding.notes,
                helps: &finding.helps,
            },
        }
    }
}

impl Child {
    fn new(level: &'static str, message: String) -> Self {
        Self {
            message,
            code: None,
            level,
            spans: [],
            children: [],
            rendered: None,
        }
    }
}

impl<'a> Span<'a> {
    fn new(spot: &'a Spot<'_>, code: &'a Code) -> Self {
        let (line_start, column_start) = position(&code.text, code.range.start);
        let (line_end, column_end) = position(&code.text, code.range.end);
        let lines = code.text.lines().enumerate();
        let lines = lines.skip(line_start - 1).take(line_end - line_start + 1);
        Self {
            file_name: &spot.file,
            byte_start: code.range.start,
            byte_end: code.range.end,
            line_start,
            line_end,
            column_start,
            column_end,
            is_primary: spot.label.primary,
            text: lines
                .map(|(nth, text)| SpanLine {
                    text,
                    highlight_start: if nth + 1 == line_start {
                        column_start
                    } else {
                        1
                    },
                    highlight_end: if nth + 1 == line_end {
                        column_end
                    } else {
                        text.chars().count() + 1
                    },
                })
                .collect(),
            label: &spot.label.text,
            suggested_replacement: None,
            suggestion_applicability: None,
            expansion: None,
        }
    }
}

/// Line and column, in characters, both from 1.
fn position(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    (
        before.matches('\n').count() + 1,
        before[line..].chars().count() + 1,
    )
}
