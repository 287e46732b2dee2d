//! What is told of one caller.

use crate::failure::Failure;
use crate::output::json;
use crate::shell::{Shell, Verbosity};
use anstyle::Style;
use clap_cargo::style;
use linkface_prove::{Outcome, Verdict};
use serde::Serialize;
use std::io::Write;

/// For people: the verdicts first, then what they rest on.
pub(super) fn write(outcome: &Outcome, pass: Option<&str>, shell: &Shell) -> Result<(), Failure> {
    let mut out = shell.out();
    let caller = &outcome.report.caller;
    for answer in outcome.answers() {
        let style = colour(answer.verdict);
        let word = answer.verdict.word();
        let claim = outcome.claim(answer);
        writeln!(out, "{style}{word}{style:#}: `{caller}` {claim}")?;
        writeln!(out, "  {}", answer.because)?;
        for line in Outcome::grounds(answer) {
            writeln!(out, "  {line}")?;
        }
    }
    if let Some(pass) = pass {
        writeln!(out, "  pass: {pass}")?;
    }
    // Where nothing was asked the witnesses are the answer.
    if shell.verbosity() == Verbosity::Quiet && !outcome.answers().is_empty() {
        return Ok(());
    }
    let head = style::HEADER;
    writeln!(out, "{head}witnesses{head:#} of `{caller}`")?;
    for line in outcome.lines() {
        writeln!(out, "  {line}")?;
    }
    Ok(())
}

fn colour(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Proven => style::GOOD,
        Verdict::Unknown => style::WARN,
        Verdict::Refuted => style::ERROR,
    }
}

/// For programs: `docs/json-ir.md` documents it.
#[derive(Debug, Serialize)]
pub(super) struct Machine<'a> {
    reason: &'static str,
    version: u32,
    verdict: Verdict,
    #[serde(flatten)]
    outcome: &'a Outcome,
    pass: Option<&'a str>,
}

impl<'a> Machine<'a> {
    pub(super) fn new(outcome: &'a Outcome, pass: Option<&'a str>) -> Self {
        Self {
            reason: "linkface-ir-proof",
            version: json::VERSION,
            verdict: outcome.verdict(),
            outcome,
            pass,
        }
    }
}
