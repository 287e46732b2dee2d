//! Differences for programs.

use super::passes::Step;
use super::version::{Compared, Version};
use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::output::json;
use crate::output::summary::Summary;
use crate::session::Session;
use linkface_ir::diff::{Row, Size};
use linkface_prove::Fidelity;
use serde::Serialize;
use std::io::Write;

/// Whether programs are to read it.
pub(super) fn wanted(session: &Session) -> bool {
    session.shell().format() == MessageFormat::Json
}

#[derive(Debug, Serialize)]
struct Line<'a> {
    reason: &'static str,
    version: u32,
    function: &'a str,
    before: Side<'a>,
    after: Side<'a>,
    same: bool,
    notes: &'a [String],
    rows: &'a [Row],
}

#[derive(Debug, Serialize)]
struct Side<'a> {
    label: &'a str,
    symbol: Option<&'a str>,
    size: Size,
    fidelity: Option<Vec<String>>,
}

/// One object.
pub(super) fn diff(
    compared: &Compared,
    one: &Version,
    other: &Version,
    session: &Session,
) -> Result<(), Failure> {
    let [before, after] = &compared.symbols;
    let side = |version: &Version| version.fidelity.as_ref().map(Fidelity::sentences);
    let line = Line {
        reason: "linkface-ir-diff",
        version: json::VERSION,
        function: &compared.path,
        before: Side {
            label: &one.label,
            symbol: before.as_deref(),
            size: compared.diff.before,
            fidelity: side(one),
        },
        after: Side {
            label: &other.label,
            symbol: after.as_deref(),
            size: compared.diff.after,
            fidelity: side(other),
        },
        same: compared.diff.is_same(),
        notes: &compared.notes,
        rows: &compared.diff.rows,
    };
    writeln!(session.shell().out(), "{}", json::line(&line))?;
    finished(session)
}

/// The end: without it something is missing.
pub(super) fn finished(session: &Session) -> Result<(), Failure> {
    Summary::new(&[], &[]).write(session.shell())
}

#[derive(Debug, Serialize)]
struct PassLine<'a> {
    reason: &'static str,
    version: u32,
    function: &'a str,
    number: usize,
    pass: String,
    class: &'a str,
    on: &'a str,
    before: Size,
    after: Size,
    #[serde(skip_serializing_if = "Option::is_none")]
    rows: Option<&'a [Row]>,
}

/// One object for each pass; the lines that it changed, if they are asked for.
pub(super) fn pass(
    path: &str,
    step: &Step<'_>,
    with_rows: bool,
    session: &Session,
) -> Result<(), Failure> {
    let line = PassLine {
        reason: "linkface-ir-pass",
        version: json::VERSION,
        function: path,
        number: step.number,
        pass: step.dump.name(),
        class: step.dump.pass,
        on: step.dump.on,
        before: step.diff.before,
        after: step.diff.after,
        rows: with_rows.then_some(&step.diff.rows),
    };
    writeln!(session.shell().out(), "{}", json::line(&line))?;
    Ok(())
}
