//! Where the reader isn't right about a text.

use linkface_ir::module::Entry;
use linkface_ir::print::Printer;
use linkface_ir::problem::Problem;
use linkface_ir::span::place;
use linkface_ir::verify::Verifier;
use linkface_ir::{Module, metadata};
use rayon::prelude::*;
use std::fmt::Write as _;

/// What is in a text, and what isn't as it should be.
#[derive(Default)]
pub(crate) struct Report {
    pub(crate) functions: usize,
    pub(crate) instructions: usize,
    pub(crate) nodes: usize,
    pub(crate) unknown: usize,
    pub(crate) complaints: Vec<String>,
}

/// How strict it is.
#[derive(Clone, Copy)]
pub(crate) struct Wanted {
    /// Nothing may be unknown.
    pub(crate) known: bool,
    /// The text is LLVM's own, so that we have to write the same.
    pub(crate) canonical: bool,
}

/// Reads all of it.
pub(crate) fn check(text: &str, wanted: Wanted) -> Report {
    let module = Module::new(text);
    let mut report = Report::default();
    let defines = usize::from(text.starts_with("define ")) + text.matches("\ndefine ").count();
    if module.functions().len() != defines {
        report.complaints.push(format!(
            "{} functions found, and `define` is there {defines} times",
            module.functions().len()
        ));
    }
    let outline = module.outline();
    for span in &outline.other {
        report.unknown += 1;
        if wanted.known {
            let item: String = span.of(text).chars().take(100).collect();
            report.complaints.push(format!("unknown item: {item}"));
        }
    }
    if let Some(other) = unknown(&format!("{outline:?}")) {
        report.unknown += 1;
        if wanted.known {
            report
                .complaints
                .push(format!("unknown in an item: {other}"));
        }
    }
    nodes(&module, wanted, &mut report);
    let verifier = Verifier::new(Some(&module));
    let functions: Vec<Report> = module
        .functions()
        .par_iter()
        .map(|entry| function(text, *entry, &verifier, wanted))
        .collect();
    for one in functions {
        report.functions += 1;
        report.instructions += one.instructions;
        report.unknown += one.unknown;
        report.complaints.extend(one.complaints);
    }
    report
}

fn nodes(module: &Module<'_>, wanted: Wanted, report: &mut Report) {
    let metadata = module.metadata();
    let ids = 0..u32::try_from(metadata.len()).unwrap_or(u32::MAX);
    for (id, node) in ids.filter_map(|id| Some((id, metadata.node(id)?))) {
        report.nodes += 1;
        if let metadata::NodeKind::Other(text) = node.kind {
            report.unknown += 1;
            if wanted.known {
                report
                    .complaints
                    .push(format!("unknown node: !{id} = {text}"));
            }
        }
    }
}

fn function(text: &str, entry: Entry<'_>, verifier: &Verifier<'_>, wanted: Wanted) -> Report {
    let mut report = Report::default();
    let function = entry.parse();
    report.instructions = function.instructions().len();
    let say = |what: &str, problem: &Problem| {
        let at = place(text, problem.span.range().start);
        let code: String = problem.span.of(text).chars().take(120).collect();
        let mut line = format!("{what} at line {}: {}: `{code}`", at.line, problem.message);
        for (_, label) in &problem.related {
            let _ = write!(line, "; {label}");
        }
        line
    };
    for problem in function.problems() {
        report.unknown += 1;
        if wanted.known {
            let line = say("not read", problem);
            report.complaints.push(line);
        }
    }
    for problem in verifier.verify(&function) {
        let line = say("verifier", &problem);
        report.complaints.push(line);
    }
    for problem in verifier.lints(&function) {
        let line = say("lint", &problem);
        report.complaints.push(line);
    }
    report.unknown += function.opaque();
    // The model's own account of itself: no field can be forgotten here.
    if let Some(other) = unknown(&format!("{function:?}")) {
        report.unknown += 1;
        if wanted.known {
            let name = function.name();
            report
                .complaints
                .push(format!("unknown in `@{name}`: {other}"));
        }
    }
    let written = Printer::new(&function).function();
    if wanted.canonical && written != entry.text() {
        let line = written
            .lines()
            .zip(entry.text().lines())
            .find(|(written, read)| written != read)
            .map_or_else(
                || "one is longer".to_owned(),
                |(written, read)| format!("`{read}` was written as `{written}`"),
            );
        report
            .complaints
            .push(format!("not written as read: {line}"));
    }
    report
}

/// What the model holds as it was written, because it isn't known.
fn unknown(debug: &str) -> Option<String> {
    // Types of targets are read, and kept as they are written.
    let mut others = debug
        .match_indices("Other(\"")
        .map(|(at, _)| at)
        .filter(|at| !debug[*at..].starts_with(r#"Other("target("#));
    let at = others.next().or_else(|| debug.find("Opaque(Opaque"))?;
    Some(debug[at..].chars().take(80).collect())
}
