//! `cargo linkface ir bisect`.

mod outcome;
mod search;

use super::diff::paint;
use super::diff::version::{self, Compared};
use super::{input, interrupt};
use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::output::json;
use crate::output::summary::Summary;
use crate::session::Session;
use clap_cargo::style::LITERAL;
use linkface_ir::diff::Row;
use outcome::Outcome;
use search::{Answer, Found, Pass, Trial};
use serde::Serialize;
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// The pass that changes an outcome
///
/// Builds the program with all of LLVM's passes and with none, and runs COMMAND with each. If that ends
/// otherwise, it searches for the one pass that makes the difference, and shows what it did to FN.
///
/// The package is compiled as one codegen unit, so that passes are counted in one order; everything that
/// it depends on is compiled as always. That LLVM changes an outcome is the program's fault nearly
/// always: it promises something that isn't so.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Without --release or --profile this is about the release profile. Without COMMAND the program itself runs.
In COMMAND, `{}` is the path of the program; it is also in the environment variable LINKFACE_BIN.

Exit codes:
  0  a pass was found
  1  the outcome is the same with and without optimisation
  2  it could not run

Examples:
  cargo linkface ir bisect parse                        the program's exit code
  cargo linkface ir bisect parse -- {} --check input    with arguments
  cargo linkface ir bisect parse --output               what it writes, too
  cargo linkface ir bisect parse -- sh -c '\"$LINKFACE_BIN\" < input | grep -q total'")]
pub(crate) struct Args {
    /// The function that is shown before and after the pass; the pass's own if none is given
    #[arg(value_name = "FN")]
    function: Option<String>,
    /// Compare what COMMAND writes to standard output, too, not only whether it succeeds
    #[arg(long)]
    output: bool,
    /// Take COMMAND for hung after so many seconds; that is an outcome of its own
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    timeout: u64,
    /// How many lines to show around each change
    #[arg(short = 'U', long, value_name = "LINES", default_value_t = 3)]
    context: usize,
    /// Show the two texts beside each other
    #[arg(long)]
    side_by_side: bool,
    #[command(flatten)]
    input: input::Args,
    /// What to run
    #[arg(last = true, value_name = "COMMAND", help_heading = "Arguments")]
    command: Vec<OsString>,
}

pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    if args.input.file.is_some() {
        return Err(Failure::new("a file of IR can't be bisected")
            .help("leave out `--file`: the package is built"));
    }
    interrupt::notice();
    let mut build = input::build(&args.input, session)?;
    if !args.input.has_profile() {
        "release".clone_into(&mut build.profile);
    }
    let trial = Trial {
        build: &build,
        command: &args.command,
        output: args.output,
        timeout: args.timeout,
        session,
    };
    let found = match search::search(&trial)? {
        Answer::Found(found) => found,
        Answer::Same { outcome, total } => return same(&outcome, total, session),
    };
    let compared = compare(&found, args)?;
    if session.shell().format() == MessageFormat::Json {
        machine(&found, compared.as_ref(), session)?;
    } else {
        human(&found, compared.as_ref(), args, session)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The function without the pass and with it: the one that was asked for, or the pass's own.
fn compare(found: &Found, args: &Args) -> Result<Option<Compared>, Failure> {
    let versions = (&found.before.version, &found.after.version);
    if let Some(query) = &args.function {
        return version::compare(versions.0, versions.1, Some(query)).map(Some);
    }
    // That a pass's own function is gone is no mistake.
    let on = found.pass.symbol();
    Ok(on.and_then(|on| version::compare(versions.0, versions.1, Some(on)).ok()))
}

/// The answer is no.
fn same(outcome: &Outcome, total: usize, session: &Session) -> Result<ExitCode, Failure> {
    let mut out = session.shell().out();
    if session.shell().format() == MessageFormat::Json {
        let line = Line {
            reason: REASON,
            version: json::VERSION,
            total,
            pass: None,
            before: outcome,
            after: outcome,
            function: None,
            rows: &[],
        };
        writeln!(out, "{}", json::line(&line))?;
        Summary::new(&[], &[]).write(session.shell())?;
    } else {
        writeln!(
            out,
            "the outcome is the same with and without optimisation ({total} passes): {outcome}"
        )?;
    }
    Ok(ExitCode::from(1))
}

fn human(
    found: &Found,
    compared: Option<&Compared>,
    args: &Args,
    session: &Session,
) -> Result<(), Failure> {
    let Found {
        total,
        pass,
        before,
        after,
    } = found;
    let mut out = session.shell().out();
    writeln!(
        out,
        "pass {} of {total} changes the outcome: {LITERAL}{}{LITERAL:#} on {LITERAL}{}{LITERAL:#}",
        pass.number,
        pass.name,
        pass.on()
    )?;
    writeln!(out, "without it: {}", before.outcome)?;
    writeln!(out, "with it: {}\n", after.outcome)?;
    let Some(compared) = compared else {
        return Ok(());
    };
    let labels = ["without it", "with it"];
    paint::heading(&compared.path, &labels, &compared.diff, session.shell())?;
    if !compared.diff.is_same() {
        let Args {
            context,
            side_by_side,
            ..
        } = args;
        return paint::hunks(&compared.diff, *context, *side_by_side, session.shell());
    }
    paint::same(session.shell())?;
    if pass.on() != compared.path {
        writeln!(
            out,
            "the pass worked on something else: leave out FN to see it"
        )?;
    }
    Ok(())
}

const REASON: &str = "linkface-ir-bisect";

#[derive(Debug, Serialize)]
struct Line<'a> {
    reason: &'static str,
    version: u32,
    total: usize,
    pass: Option<&'a Pass>,
    before: &'a Outcome,
    after: &'a Outcome,
    function: Option<&'a str>,
    rows: &'a [Row],
}

fn machine(found: &Found, compared: Option<&Compared>, session: &Session) -> Result<(), Failure> {
    let line = Line {
        reason: REASON,
        version: json::VERSION,
        total: found.total,
        pass: Some(&found.pass),
        before: &found.before.outcome,
        after: &found.after.outcome,
        function: compared.map(|compared| &*compared.path),
        rows: compared.map_or(&[], |compared| &compared.diff.rows),
    };
    writeln!(session.shell().out(), "{}", json::line(&line))?;
    Summary::new(&[], &[]).write(session.shell())
}
