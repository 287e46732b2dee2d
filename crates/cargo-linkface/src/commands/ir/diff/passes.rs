//! What each of LLVM's passes did to one function.

use super::version::version;
use super::{Args, machine, paint};
use crate::commands::ir::{input, select};
use crate::failure::Failure;
use crate::session::Session;
use clap_cargo::style::{HEADER, LITERAL};
use linkface_ir::Module;
use linkface_ir::diff::passes::{Dump, FLAGS, dumps};
use linkface_ir::diff::{Diff, Size, diff};
use linkface_prove::Build;
use linkface_prove::build::{Lto, Stage, Units};
use std::io::Write;
use std::process::ExitCode;

/// A pass that changed the function.
#[derive(Debug)]
pub(in crate::commands::ir) struct Step<'t> {
    /// Counted from 1, over all that changed it.
    pub(in crate::commands::ir) number: usize,
    pub(in crate::commands::ir) dump: Dump<'t>,
    pub(in crate::commands::ir) diff: Diff,
}

/// A function, with what LLVM printed of it.
#[derive(Debug)]
pub(in crate::commands::ir) struct Printed {
    pub(in crate::commands::ir) path: String,
    pub(in crate::commands::ir) symbol: String,
    pub(in crate::commands::ir) text: String,
}

pub(super) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    if args.input.file.is_some() {
        return Err(Failure::new("a file of IR doesn't say what the passes did")
            .help("leave out `--file`: the package is built"));
    }
    let printed = print(&args.build(session)?, args.function.as_deref(), session)?;
    let (steps, start) = steps(&printed);
    let wanted = |step: &&Step<'_>| args.pass.as_ref().is_none_or(|word| step.dump.is(word));
    let selected: Vec<&Step<'_>> = steps.iter().filter(wanted).collect();
    if let Some(word) = &args.pass
        && selected.is_empty()
    {
        return Err(unknown(word, &printed, &steps));
    }
    if machine::wanted(session) {
        for step in selected {
            machine::pass(&printed.path, step, args.pass.is_some(), session)?;
        }
        machine::finished(session)?;
    } else if args.pass.is_some() {
        for step in selected {
            one(&printed.path, step, args, session)?;
        }
    } else {
        table(&printed.path, &steps, start, session)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Lets LLVM print the function after each pass that changes it.
pub(in crate::commands::ir) fn print(
    build: &Build,
    query: Option<&str>,
    session: &Session,
) -> Result<Printed, Failure> {
    let before = Build {
        stage: Stage::Unoptimised,
        ..build.clone()
    };
    let one = version(&before, String::new(), session)?;
    let modules = select::modules(&one.sources);
    let found = select::one(&one.sources, &modules, query)?;
    let (symbol, path) = (found.entry.name.text().into_owned(), found.path);
    // The symbol is the right one if the profile is as it is before optimisation: without link-time
    // optimisation between crates. A name that is not mangled is always the same.
    if matches!(build.lto, None | Some(Lto::Local)) || !path.is_demangled() {
        let text = dump(build, &symbol, session)?;
        if !dumps(&text).is_empty() {
            return Ok(Printed {
                path: path.text().to_owned(),
                symbol,
                text,
            });
        }
    }
    // Symbols have a hash of the profile, too: what is the name in the optimised program?
    let after = Build {
        stage: Stage::Optimised,
        units: Units::One,
        ..build.clone()
    };
    let other = version(&after, String::new(), session)?;
    let modules = select::modules(&other.sources);
    let mut all = modules.iter().flat_map(Module::functions);
    let same =
        all.find(|entry| linkface_ir::lookup::Path::new(&entry.name.text()).text() == path.text());
    let symbol = same.map(|entry| entry.name.text().into_owned());
    let text = match &symbol {
        Some(symbol) => dump(build, symbol, session)?,
        None => String::new(),
    };
    match symbol {
        Some(symbol) if !dumps(&text).is_empty() => Ok(Printed {
            path: path.text().to_owned(),
            symbol,
            text,
        }),
        _ => Err(Failure::new(format!(
            "no pass changed `{}` that LLVM can be asked for",
            path.text()
        ))
        .note("after link-time optimisation it isn't there any more, and its symbol isn't known")
        .help("look at it without link-time optimisation between crates: `--lto local`")),
    }
}

fn dump(build: &Build, symbol: &str, session: &Session) -> Result<String, Failure> {
    let mut flags: Vec<String> = FLAGS
        .iter()
        .map(|flag| format!("-Cllvm-args={flag}"))
        .collect();
    flags.push(format!("-Cllvm-args=-filter-print-funcs={symbol}"));
    let build = Build {
        rustc: [&*build.rustc, &*flags].concat(),
        ..build.clone()
    };
    session.shell().status("Printing", "each pass")?;
    let (_, text) = build.dump().map_err(input::failure)?;
    Ok(text)
}

/// The passes that changed something that is shown, and how large the function was at first.
pub(in crate::commands::ir) fn steps(printed: &Printed) -> (Vec<Step<'_>>, Size) {
    let mut steps = Vec::new();
    let mut last: Option<&str> = None;
    let mut start = Size::default();
    for dump in dumps(&printed.text) {
        let module = dump.module();
        let Some(entry) = module.function(&printed.symbol) else {
            continue;
        };
        let text = entry.text();
        // Copies of it in other units, for inlining there.
        if text.starts_with("define available_externally") {
            continue;
        }
        if let Some(before) = last {
            if dump.before {
                // Another unit has it, too; what follows would be mixed up.
                break;
            }
            let before = Module::new(before);
            let first = before.functions().first();
            let diff = first.map(|before| diff(&before.parse(), &entry.parse()));
            if let Some(diff) = diff.filter(|diff| !diff.is_same()) {
                steps.push(Step {
                    number: steps.len() + 1,
                    dump,
                    diff,
                });
            }
        } else {
            start = Size::of(&entry.parse());
        }
        last = Some(text);
    }
    (steps, start)
}

fn unknown(word: &str, printed: &Printed, steps: &[Step<'_>]) -> Failure {
    let mut names: Vec<String> = steps.iter().map(|step| step.dump.name()).collect();
    names.sort();
    names.dedup();
    let near = crate::session::nearest::did_you_mean(word, names.iter().map(String::as_str));
    Failure::new(format!("no pass `{word}` changed `{}`", printed.path))
        .note(format!("it was changed by `{}`", names.join("`, `")))
        .helps(near.filter(|near| near.starts_with("did you mean")))
}

fn one(path: &str, step: &Step<'_>, args: &Args, session: &Session) -> Result<(), Failure> {
    let label = format!("{} ({} on {})", step.dump.name(), step.dump.pass, on(step));
    let number = format!("before pass {}", step.number);
    paint::heading(path, &[&number, &label], &step.diff, session.shell())?;
    paint::hunks(&step.diff, args.context, args.side_by_side, session.shell())?;
    writeln!(session.shell().out())?;
    Ok(())
}

/// What the pass worked on, in words.
fn on(step: &Step<'_>) -> &'static str {
    match step.dump.on {
        "[module]" => "the module",
        on if on.starts_with('(') => "functions that call each other",
        on if on.starts_with("loop ") => "a loop",
        _ => "the function",
    }
}

fn table(path: &str, steps: &[Step<'_>], start: Size, session: &Session) -> Result<(), Failure> {
    let mut out = session.shell().out();
    let count = steps.len();
    writeln!(out, "{LITERAL}{path}{LITERAL:#}: changed by {count} passes")?;
    writeln!(
        out,
        "{HEADER}{:>4}  {:<28} {:>12} {:>8} {:>8} {:>8} {:>8}{HEADER:#}",
        "", "pass", "instructions", "blocks", "calls", "allocas", "accesses"
    )?;
    let mut row = |number: String, pass: &str, size: Size| {
        let Size {
            instructions,
            blocks,
            calls,
            allocas,
            accesses,
            ..
        } = size;
        writeln!(
            out,
            "{number:>4}  {pass:<28} {instructions:>12} {blocks:>8} {calls:>8} {allocas:>8} {accesses:>8}"
        )
    };
    row(String::new(), "(before)", start)?;
    for step in steps {
        row(step.number.to_string(), &step.dump.name(), step.diff.after)?;
    }
    Ok(())
}
