//! Reads files of LLVM IR, and says where the reader isn't right: `cargo xtask ir-corpus` runs it.
//!
//! Of each file: every function is read without a problem and without a node that isn't known, is written
//! again byte for byte, and the verifier has nothing to say; so has the rest of the file no item, and the
//! metadata no node, that isn't known. With `--write FOLDER` each module is written there as the printer
//! writes its functions, for LLVM to read. With `--lenient` unknown nodes are counted, but no mistake:
//! for files of compilers that are newer than we know.

use linkface_ir::module::Entry;
use linkface_ir::print::Printer;
use linkface_ir::problem::Problem;
use linkface_ir::span::place;
use linkface_ir::verify::Verifier;
use linkface_ir::{Module, metadata};
use rayon::prelude::*;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How many complaints of one file are printed.
const SHOWN: usize = 8;

#[derive(Default)]
struct Report {
    functions: usize,
    instructions: usize,
    nodes: usize,
    unknown: usize,
    complaints: Vec<String>,
}

fn main() -> ExitCode {
    let mut files: Vec<PathBuf> = Vec::new();
    let mut write = None;
    let mut lenient = false;
    let mut args = std::env::args_os().skip(1);
    while let Some(arg) = args.next() {
        match arg.to_str() {
            Some("--write") => write = args.next().map(PathBuf::from),
            Some("--lenient") => lenient = true,
            _ => files.push(arg.into()),
        }
    }
    let mut wrong = 0;
    let (mut all_functions, mut all_bytes) = (0, 0);
    for file in &files {
        let text = match std::fs::read(file) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) => {
                eprintln!("error: {}: {error}", file.display());
                return ExitCode::from(2);
            }
        };
        let report = check(&text, lenient);
        println!(
            "{}: {} functions, {} instructions, {} metadata nodes, {} unknown, {} complaints",
            file.display(),
            report.functions,
            report.instructions,
            report.nodes,
            report.unknown,
            report.complaints.len()
        );
        for complaint in report.complaints.iter().take(SHOWN) {
            println!("    {complaint}");
        }
        wrong += report.complaints.len();
        all_functions += report.functions;
        all_bytes += text.len();
        if let Some(folder) = &write
            && let Err(error) = rewrite(&text, file, folder)
        {
            eprintln!("error: {}: {error}", folder.display());
            return ExitCode::from(2);
        }
    }
    println!(
        "{} files, {} MB, {all_functions} functions: {wrong} complaints",
        files.len(),
        all_bytes / 1_000_000
    );
    ExitCode::from(u8::from(wrong > 0))
}

fn check(text: &str, lenient: bool) -> Report {
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
        if !lenient {
            let item: String = span.of(text).chars().take(100).collect();
            report.complaints.push(format!("unknown item: {item}"));
        }
    }
    if let Some(other) = unknown(&format!("{outline:?}")) {
        report.unknown += 1;
        if !lenient {
            report
                .complaints
                .push(format!("unknown in an item: {other}"));
        }
    }
    nodes(&module, lenient, &mut report);
    let verifier = Verifier::new(Some(&module));
    let functions: Vec<Report> = module
        .functions()
        .par_iter()
        .map(|entry| function(text, *entry, &verifier, lenient))
        .collect();
    for one in functions {
        report.functions += 1;
        report.instructions += one.instructions;
        report.unknown += one.unknown;
        report.complaints.extend(one.complaints);
    }
    report
}

fn nodes(module: &Module<'_>, lenient: bool, report: &mut Report) {
    let metadata = module.metadata();
    let ids = 0..u32::try_from(metadata.len()).unwrap_or(u32::MAX);
    for (id, node) in ids.filter_map(|id| Some((id, metadata.node(id)?))) {
        report.nodes += 1;
        if let metadata::NodeKind::Other(text) = node.kind {
            report.unknown += 1;
            if !lenient {
                report
                    .complaints
                    .push(format!("unknown node: !{id} = {text}"));
            }
        }
    }
}

fn function(text: &str, entry: Entry<'_>, verifier: &Verifier<'_>, lenient: bool) -> Report {
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
        if !lenient {
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
        if !lenient {
            let name = function.name();
            report
                .complaints
                .push(format!("unknown in `@{name}`: {other}"));
        }
    }
    let written = Printer::new(&function).function();
    if written != entry.text() {
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

/// Writes the module as it is, with its functions as they are printed.
fn rewrite(text: &str, file: &Path, folder: &Path) -> std::io::Result<()> {
    let module = Module::new(text);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for entry in module.functions() {
        let range = entry.span.range();
        out.push_str(&text[at..range.start]);
        out.push_str(&Printer::new(&entry.parse()).function());
        at = range.end;
    }
    out.push_str(&text[at..]);
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join(file.file_name().unwrap_or_default()), out)
}
