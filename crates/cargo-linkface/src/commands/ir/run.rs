//! `cargo linkface ir run`.

mod machine;
mod place;
mod report;
mod shown;
mod trace;

use super::{input, problems, select};
use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::output::json;
use crate::output::summary::Summary;
use crate::session::Session;
use crate::shell::Shell;
use linkface_ir::run::argument::{self, Arguments, Wrong};
use linkface_ir::run::{Limits, Machine, Nobody, Outcome, Value};
use place::Files;
use std::io::Write;
use std::process::ExitCode;
use trace::Trace;

/// Run a function, and report poison and undefined behaviour where it happens
///
/// Arguments are what the parameters' types say: numbers (`42`, `-5`, `0xff`, `1.5`, `true`), text and
/// arrays for pointers (`"text"`, `[1, 2, 3]`, `[0u8; 16]`), `null`, `@name`, `{1, 2}` for structs,
/// `poison` and `undef` for all. A `&str` or slice is one argument: the length comes by itself, and
/// text needs no quotes there. The elements of an array are as wide as the parameter's `align` says,
/// or as a suffix: `[1u16, 2]`. A result in memory (`sret`) has its place without being asked.
///
/// The run ends where the program panics: nothing is unwound. Code that isn't in the IR can't be run,
/// but for allocators, `memcpy` and the like.
#[derive(Debug, clap::Args)]
#[group(skip)]
#[command(after_help = "\
Exit codes:
  0  the function returned
  1  undefined behaviour, or a panic
  2  it could not be run to its end: wrong arguments, code from elsewhere, too many steps

Examples:
  cargo linkface ir run square 7                        a function of the package
  cargo linkface ir run parse_hex 12ab --release        a `&str`, in the code of a release build
  cargo linkface ir run sum '[1, 2, 3]'                 a slice
  cargo linkface ir run pow 3 -2 --file pow.ll --trace  blocks, phis and values as they come
  cargo linkface ir run f --file f.ll -- -inf           `--` before what looks like a flag")]
pub(crate) struct Args {
    /// The function: its path, the end of it, or its name in the IR behind an `@`
    #[arg(value_name = "FN", required = true)]
    function: Option<String>,
    /// What it is called with
    #[arg(value_name = "ARGS", allow_negative_numbers = true)]
    arguments: Vec<String>,
    /// Show each block, each instruction's value, and what each phi chooses
    #[arg(long)]
    trace: bool,
    /// Stop after so many instructions
    #[arg(long, value_name = "N", default_value_t = Limits::default().steps)]
    steps: u64,
    #[command(flatten)]
    input: input::Args,
}

/// Runs it.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    let sources = input::read(&args.input, session)?;
    let modules = select::modules(&sources);
    let selection = select::one(&sources, &modules, args.function.as_deref())?;
    let limits = Limits {
        steps: args.steps,
        ..Limits::default()
    };
    problems::refuse(&selection, &selection.parse(), session.shell())?;
    let mut machine = Machine::new(&modules, limits);
    let name = selection.entry.name.key();
    let arguments = argument::read(&mut machine, name, &args.arguments).map_err(failure)?;
    let values = arguments.values.clone();
    let shell = session.shell();
    let files = Files::new(&sources, session);
    let outcome = if args.trace {
        let mut trace = Trace::new(shell);
        let outcome = machine.observe(name, values, &mut trace);
        trace.finish()?;
        outcome
    } else {
        machine.observe(name, values, &mut Nobody)
    };
    let ended = Ended {
        path: selection.path.text(),
        texts: &args.arguments,
        after: after(&mut machine, &arguments),
        machine: &machine,
        outcome: &outcome,
    };
    match shell.format() {
        MessageFormat::Json => {
            let line = machine::Run::new(&ended, name, &files);
            writeln!(shell.out(), "{}", json::line(&line))?;
            Summary::new(&[], &[]).write(shell)?;
        }
        MessageFormat::Human | MessageFormat::Short => tell(&ended, &files, shell)?,
    }
    Ok(ExitCode::from(match outcome {
        Outcome::Returned(_) => 0,
        Outcome::Undefined(_) | Outcome::Panicked(_) => 1,
        Outcome::Stopped(_) => 2,
    }))
}

/// A run that has ended.
pub(super) struct Ended<'r, 'm, 'a> {
    /// The function, as people write it.
    path: &'r str,
    /// The arguments, as they were written.
    texts: &'r [String],
    after: After,
    machine: &'r Machine<'m, 'a>,
    outcome: &'r Outcome,
}

/// What is in memory when a function has returned.
#[derive(Debug, Default)]
pub(super) struct After {
    /// Whether the result is in memory.
    in_memory: bool,
    /// The bytes of a result in memory, if all of them were written.
    result: Option<Vec<u8>>,
    /// The number of each argument whose memory has changed, with its elements.
    changed: Vec<(usize, Vec<String>)>,
}

fn after(machine: &mut Machine<'_, '_>, arguments: &Arguments) -> After {
    let result = arguments
        .result
        .and_then(|(pointer, size)| machine.read(pointer, size));
    let changed = arguments.memories.iter().filter_map(|passed| {
        let len = u64::try_from(passed.bytes.len()).ok()?;
        let now = machine.read(passed.pointer, len)?;
        let changed = now != passed.bytes;
        changed.then(|| (passed.argument, shown::elements(&now, passed.width)))
    });
    After {
        in_memory: arguments.result.is_some(),
        result,
        changed: changed.collect(),
    }
}

fn failure(wrong: Wrong) -> Failure {
    Failure::new(wrong.message).helps(wrong.help)
}

/// The answer for people.
fn tell(ended: &Ended<'_, '_, '_>, files: &Files<'_>, shell: &Shell) -> Result<(), Failure> {
    let call = format!("{}({})", ended.path, ended.texts.join(", "));
    let mut out = shell.out();
    match ended.outcome {
        Outcome::Returned(value) => {
            match (value, &ended.after.result) {
                (Value::Void, Some(bytes)) => {
                    let bytes = shown::elements(bytes, 8).join(", ");
                    writeln!(out, "{call} = bytes [{bytes}]")?;
                }
                (Value::Void, None) if ended.after.in_memory => {
                    writeln!(out, "{call} returned, with bytes of its result unwritten")?;
                }
                (Value::Void, None) => writeln!(out, "{call} returned")?,
                (value, _) => writeln!(out, "{call} = {}", shown::both(value))?,
            }
            for (argument, elements) in &ended.after.changed {
                let elements = elements.join(", ");
                writeln!(out, "  argument {argument} is now [{elements}]")?;
            }
            if let Some(report) = report::poison(value, ended, files) {
                writeln!(out, "{}", report.render(&shell.renderer()))?;
            }
        }
        Outcome::Undefined(undefined) => {
            let report = report::undefined(undefined, ended, files);
            writeln!(out, "{}", report.render(&shell.renderer()))?;
        }
        Outcome::Panicked(panic) => {
            let report = report::panicked(panic, ended, files);
            writeln!(out, "{}", report.render(&shell.renderer()))?;
        }
        Outcome::Stopped(stopped) => {
            let report = report::stopped(stopped, ended, files);
            writeln!(shell.err(), "{}", report.render(&shell.renderer()))?;
        }
    }
    Ok(())
}
