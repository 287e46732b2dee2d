//! The run as it goes: blocks, what each phi chooses, values.

use super::shown;
use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::output::json;
use crate::shell::Shell;
use clap_cargo::style::{CONTEXT, GOOD, LITERAL};
use linkface_ir::lookup::Path;
use linkface_ir::model::{BlockId, Function, InstId, Local, Op};
use linkface_ir::print::Printer;
use linkface_ir::run::{Observer, Value};
use serde::Serialize;
use std::io::{self, Write};

/// Writes what happens.
pub(super) struct Trace<'s> {
    shell: &'s Shell,
    /// The first thing that went wrong while writing; nothing is written after it.
    failed: Option<io::Error>,
}

/// A step for programs.
#[derive(Debug, Serialize)]
struct Step {
    reason: &'static str,
    version: u32,
    kind: &'static str,
    depth: usize,
    function: String,
    block: Option<String>,
    from: Option<String>,
    register: Option<String>,
    text: Option<String>,
    value: Option<super::machine::Value>,
}

/// Longer instructions are cut: calls have many words.
const LONGEST: usize = 100;

impl<'s> Trace<'s> {
    pub(super) fn new(shell: &'s Shell) -> Self {
        Self {
            shell,
            failed: None,
        }
    }

    /// Whether all was written.
    pub(super) fn finish(self) -> Result<(), Failure> {
        self.failed.map_or(Ok(()), |error| Err(error.into()))
    }

    fn line(&mut self, depth: usize, text: &str) {
        if self.failed.is_none() {
            let indent = "    ".repeat(depth.min(20));
            let written = writeln!(self.shell.out(), "{indent}{text}");
            self.failed = written.err();
        }
    }

    fn is_json(&self) -> bool {
        self.shell.format() == MessageFormat::Json
    }

    fn step(&mut self, step: &Step) {
        if self.failed.is_none() {
            self.failed = writeln!(self.shell.out(), "{}", json::line(step)).err();
        }
    }

    fn instruction_line(&mut self, text: &str, value: &Value, more: &str, depth: usize) {
        let line = match value {
            Value::Void => format!("  {text}"),
            value => format!(
                "  {text:<40} {CONTEXT};{CONTEXT:#} {GOOD}{}{GOOD:#}{more}",
                shown::both(value)
            ),
        };
        self.line(depth, &line);
    }
}

impl Step {
    fn new(kind: &'static str, function: &Function<'_>, depth: usize) -> Self {
        Self {
            reason: "linkface-ir-run-step",
            version: json::VERSION,
            kind,
            depth,
            function: path(function),
            block: None,
            from: None,
            register: None,
            text: None,
            value: None,
        }
    }
}

impl Observer for Trace<'_> {
    fn enter(&mut self, function: &Function<'_>, arguments: &[Value], depth: usize) {
        if self.is_json() {
            return self.step(&Step::new("enter", function, depth));
        }
        let parameters = function.signature().parameters.iter().zip(arguments);
        let parameters = parameters.map(|(parameter, value)| {
            let name = parameter.local.map(|local| name(function, local));
            format!("{} = {value}", name.unwrap_or_default())
        });
        let parameters: Vec<String> = parameters.collect();
        let text = format!(
            "{LITERAL}{}{LITERAL:#}({})",
            path(function),
            parameters.join(", ")
        );
        self.line(depth, &text);
    }

    fn block(
        &mut self,
        function: &Function<'_>,
        block: BlockId,
        from: Option<BlockId>,
        depth: usize,
    ) {
        let label = |block: BlockId| name(function, function.block(block).label);
        if self.is_json() {
            let mut step = Step::new("block", function, depth);
            step.block = Some(label(block));
            step.from = from.map(label);
            return self.step(&step);
        }
        let label = |block| label(block).trim_start_matches('%').to_owned();
        let head = format!("{}:", label(block));
        let line = match from {
            Some(from) => format!("{head:<42} {CONTEXT}; from {}{CONTEXT:#}", label(from)),
            None => head,
        };
        self.line(depth, &line);
    }

    fn phi(
        &mut self,
        function: &Function<'_>,
        phi: InstId,
        from: Local,
        value: &Value,
        depth: usize,
    ) {
        let text = text(function, phi);
        if self.is_json() {
            let mut step = Step::new("phi", function, depth);
            step.register = register(function, phi);
            step.text = Some(text);
            step.from = Some(name(function, from));
            step.value = Some(super::machine::Value::new(value));
            return self.step(&step);
        }
        // What it could be is of no interest, when one sees what it is.
        let head = text.split('[').next().unwrap_or(&text).trim_end();
        let from = name(function, from);
        let from = from.trim_start_matches('%');
        let more = format!("{CONTEXT}, from {from}{CONTEXT:#}");
        self.instruction_line(head, value, &more, depth);
    }

    fn instruction(
        &mut self,
        function: &Function<'_>,
        instruction: InstId,
        value: &Value,
        depth: usize,
    ) {
        if matches!(function.instruction(instruction).op, Op::DebugRecord { .. }) {
            return;
        }
        let text = text(function, instruction);
        if self.is_json() {
            let mut step = Step::new("instruction", function, depth);
            step.register = register(function, instruction);
            step.text = Some(text);
            step.value = Some(super::machine::Value::new(value));
            return self.step(&step);
        }
        self.instruction_line(&text, value, "", depth);
    }

    fn leave(&mut self, function: &Function<'_>, value: &Value, depth: usize) {
        if self.is_json() {
            let mut step = Step::new("leave", function, depth);
            step.value = Some(super::machine::Value::new(value));
            return self.step(&step);
        }
        let text = match value {
            Value::Void => "  ret".to_owned(),
            value => format!(
                "  {:<40} {CONTEXT};{CONTEXT:#} {GOOD}{}{GOOD:#}",
                "ret",
                shown::both(value)
            ),
        };
        self.line(depth, &text);
    }
}

fn path(function: &Function<'_>) -> String {
    Path::new(&function.name().text()).text().to_owned()
}

fn name(function: &Function<'_>, local: Local) -> String {
    format!("%{}", function.local(local).name)
}

fn register(function: &Function<'_>, instruction: InstId) -> Option<String> {
    let result = function.instruction(instruction).result?;
    Some(name(function, result))
}

/// An instruction on one line, without metadata.
fn text(function: &Function<'_>, instruction: InstId) -> String {
    let mut instruction = function.instruction(instruction).clone();
    instruction.debug = None;
    instruction.attachments = Box::default();
    let text = Printer::new(function).instruction(&instruction);
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > LONGEST {
        text = text.chars().take(LONGEST - 1).collect();
        text.push('…');
    }
    text
}
