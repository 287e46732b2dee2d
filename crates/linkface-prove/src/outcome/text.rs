//! The text of an outcome: the verdicts first, then the witnesses.

use super::Outcome;
use crate::build::FunctionCode;
use crate::evidence::{Code, InlinedCall, Target};
use linkface_ir::prove::report::{Call, Frame, Step};
use linkface_ir::prove::{Answer, Fate};
use std::fmt;

/// How many of a kind are listed.
const SHOWN: usize = 6;

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let caller = &self.report.caller;
        for answer in &self.report.answers {
            writeln!(
                f,
                "{}: `{caller}` {}",
                answer.verdict.word(),
                self.claim(answer)
            )?;
            writeln!(f, "  {}", answer.because)?;
            for line in witnesses(answer) {
                writeln!(f, "  {line}")?;
            }
        }
        writeln!(f, "witnesses of `{caller}`:")?;
        for line in self.lines() {
            writeln!(f, "  {line}")?;
        }
        Ok(())
    }
}

impl Outcome {
    /// What an answer is about, after the name of the caller: "has no call of `console::write`".
    #[must_use]
    pub fn claim(&self, answer: &Answer) -> String {
        use linkface_ir::prove::Question as Q;
        match (answer.question, &self.report.through) {
            (Q::NoCall, None) => "has no call".to_owned(),
            (Q::NoCall, Some(item)) => format!("has no call of `{item}`"),
            (Q::NoIndirect, None) => "has no indirect call".to_owned(),
            (Q::NoIndirect, Some(item)) => format!("has no indirect call through `{item}`"),
            (Q::NoAlloc, None) => "reaches no allocator".to_owned(),
            (Q::NoAlloc, Some(item)) => format!("reaches no allocator through `{item}`"),
            (Q::NoPanic, None) => "reaches no panic".to_owned(),
            (Q::NoPanic, Some(item)) => format!("reaches no panic through `{item}`"),
        }
    }

    /// What an answer alone rests on, a line each.
    #[must_use]
    pub fn grounds(answer: &Answer) -> Vec<String> {
        witnesses(answer)
    }

    /// The witnesses that all answers share, a line each.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        self.call_lines(&mut lines);
        self.before_lines(&mut lines);
        self.program_lines(&mut lines);
        for sentence in &self.fidelity {
            lines.push(format!("build: {sentence}"));
        }
        match self.shipped {
            Some(FunctionCode::Same) => {
                lines.push("build: this function's machine code is the same as shipped".to_owned());
            }
            Some(FunctionCode::Differs) => {
                lines.push("build: this function's machine code is not what is shipped".to_owned());
            }
            Some(FunctionCode::Absent | FunctionCode::Unknown) | None => {}
        }
        lines
    }

    fn call_lines(&self, lines: &mut Vec<String>) {
        let report = &self.report;
        for inlined in report.inlined.iter().take(SHOWN) {
            let count = match inlined.instructions {
                1 => "one instruction".to_owned(),
                count => format!("{count} instructions"),
            };
            lines.push(format!("inlined: {count} of {}", chain(&inlined.frames)));
        }
        more(report.inlined.len(), lines);
        let through = report.through.is_some();
        let listed = |call: &&Call| !through || call.through;
        let calls = report.calls.iter().filter(listed);
        for call in calls.clone().take(SHOWN) {
            let mut line = format!("{}: {}", call.fate.words(), call.callee);
            if let Some(frame) = call.frames.first() {
                line.push_str(&place(frame));
            }
            if call.unwinding {
                line.push_str(", only while a panic unwinds");
            }
            lines.push(line);
        }
        more(calls.count(), lines);
        if report.fate == Some(Fate::Eliminated) {
            lines.push(
                "eliminated: no call is left, and no instruction says that it is of the item"
                    .to_owned(),
            );
        }
        if !report.debug {
            lines.push(
                "the function has no debug information: what was inlined doesn't show".to_owned(),
            );
        }
    }

    fn before_lines(&self, lines: &mut Vec<String>) {
        if self.report.through.is_none() {
            return;
        }
        match &self.report.before {
            Some(steps) => lines.push(format!("before optimisation: {}", way(steps))),
            None if self.report.before_read => {
                lines.push("before optimisation: no direct way to the item".to_owned());
            }
            None => lines.push("before optimisation: not read".to_owned()),
        }
    }

    fn program_lines(&self, lines: &mut Vec<String>) {
        if let Some(why) = &self.silent {
            lines.push(format!("program: {why}"));
        }
        let Some(evidence) = &self.evidence else {
            return;
        };
        match &evidence.code {
            Some(code) => {
                lines.push(format!("machine code: {}", code_words(code)));
            }
            None => lines.push("machine code: not of a machine whose code is read".to_owned()),
        }
        match &evidence.inlined {
            Some(inlined) => {
                if let Some(item) = &self.report.through {
                    lines.push(format!(
                        "debug information: {}",
                        inlined_words(inlined, item)
                    ));
                }
            }
            None if self.report.through.is_none() => {}
            None => lines.push("debug information: no call that is inlined".to_owned()),
        }
    }
}

/// What an answer alone rests on, a line each.
#[must_use]
pub(super) fn witnesses(answer: &Answer) -> Vec<String> {
    let mut lines = Vec::new();
    if !answer.path.is_empty() {
        lines.push(format!("by {}", way(&answer.path)));
    }
    for gap in &answer.gaps {
        if gap.path.len() > 1 {
            lines.push(format!("not seen: {}, by {}", gap.reason, way(&gap.path)));
        } else if gap.reason != answer.because {
            lines.push(format!("not seen: {}", gap.reason));
        }
    }
    for assumption in &answer.assumptions {
        lines.push(format!("assumed: {assumption}"));
    }
    lines
}

fn code_words(code: &Code) -> String {
    let mut targets: Vec<String> = code.calls.iter().map(Target::words).collect();
    targets.dedup();
    let calls = match (targets.len(), code.jumps) {
        (0, 0) => "no call".to_owned(),
        (0, _) => "jumps through a register".to_owned(),
        _ => format!("calls of {}", shortened(&targets)),
    };
    let count = match code.instructions {
        1 => "one instruction".to_owned(),
        count => format!("{count} instructions"),
    };
    format!("{count}, {} bytes, {calls}", code.bytes)
}

/// Line tables have names without paths.
fn inlined_words(inlined: &[InlinedCall], item: &str) -> String {
    let last = |path: &str| {
        let end = path.rsplit("::").next().unwrap_or(path);
        end.split('<').next().unwrap_or(end).to_owned()
    };
    let name = last(item);
    let count = inlined
        .iter()
        .filter(|call| last(&call.callee) == name)
        .count();
    match count {
        0 => format!(
            "no `{name}` among the {} calls that are inlined",
            inlined.len()
        ),
        1 => format!("a call of `{name}` is inlined"),
        _ => format!("{count} calls of `{name}` are inlined"),
    }
}

/// `a → b (src/a.rs:3:5) → c (src/b.rs:7:9)`.
fn way(steps: &[Step]) -> String {
    let mut text = steps
        .first()
        .map(|step| step.caller.clone())
        .unwrap_or_default();
    for step in steps {
        text.push_str(" → ");
        text.push_str(&step.callee);
        if let Some(frame) = step.frames.first() {
            text.push_str(&place(frame));
        }
    }
    text
}

/// `write (crate provider, src/lib.rs:8:17) in api::write (…) in app::main (…)`.
fn chain(frames: &[Frame]) -> String {
    let frame = |frame: &Frame| format!("{}{}", frame.function, place(frame));
    frames.iter().map(frame).collect::<Vec<_>>().join(" ← ")
}

fn place(frame: &Frame) -> String {
    match &frame.file {
        Some(file) if frame.line > 0 => format!(" ({file}:{}:{})", frame.line, frame.column),
        _ => String::new(),
    }
}

fn shortened(names: &[String]) -> String {
    let shown: Vec<&str> = names.iter().take(SHOWN).map(String::as_str).collect();
    let rest = names.len() - shown.len();
    match rest {
        0 => shown.join(", "),
        _ => format!("{}, … ({rest} more)", shown.join(", ")),
    }
}

fn more(all: usize, lines: &mut Vec<String>) {
    if all > SHOWN {
        lines.push(format!("… and {} more", all - SHOWN));
    }
}
