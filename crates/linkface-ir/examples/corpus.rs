//! Reads files of LLVM IR, and says where the reader isn't right: `cargo xtask ir-corpus` runs it.
//!
//! Of each file: every function is read without a problem and without a node that isn't known, is written
//! again byte for byte, and the verifier has nothing to say; so has the rest of the file no item, and the
//! metadata no node, that isn't known. With `--write FOLDER` each module is written there as the printer
//! writes its functions, for LLVM to read. With `--lenient` unknown nodes are counted, but no mistake:
//! for files of compilers that are newer than we know.

#[path = "../tests/corpus/check.rs"]
mod check;

use check::{Report, Wanted, check};
use linkface_ir::Module;
use linkface_ir::print::Printer;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How many complaints of one file are printed.
const SHOWN: usize = 8;

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
    let mut all = Report::default();
    let mut bytes = 0;
    for file in &files {
        let text = match std::fs::read(file) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) => {
                eprintln!("error: {}: {error}", file.display());
                return ExitCode::from(2);
            }
        };
        let wanted = Wanted {
            known: !lenient,
            canonical: true,
        };
        let report = check(&text, wanted);
        if !report.complaints.is_empty() || report.unknown > 0 {
            println!(
                "{}: {} unknown, {} complaints",
                file.display(),
                report.unknown,
                report.complaints.len()
            );
        }
        for complaint in report.complaints.iter().take(SHOWN) {
            println!("    {complaint}");
        }
        wrong += report.complaints.len();
        all.functions += report.functions;
        all.instructions += report.instructions;
        all.nodes += report.nodes;
        all.unknown += report.unknown;
        bytes += text.len();
        if let Some(folder) = &write
            && let Err(error) = rewrite(&text, file, folder)
        {
            eprintln!("error: {}: {error}", folder.display());
            return ExitCode::from(2);
        }
    }
    println!(
        "{} files, {} MB: {} functions, {} instructions, {} metadata nodes; {} unknown, {wrong} complaints",
        files.len(),
        bytes / 1_000_000,
        all.functions,
        all.instructions,
        all.nodes,
        all.unknown,
    );
    ExitCode::from(u8::from(wrong > 0))
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
