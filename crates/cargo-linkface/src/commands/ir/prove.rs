//! `cargo linkface ir prove`.

mod pass;
mod report;

use super::input;
use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::output::json;
use crate::output::summary::Summary;
use crate::session::Session;
use linkface_ir::prove::{Path, Question, Refusal, Verdict};
use linkface_prove::build::Build;
use linkface_prove::{Case, Crates, Outcome, Stage, Units};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// What became of the calls of a function: is one left, can it panic, can it allocate
///
/// Builds the program, and judges it by call edges: by its LLVM IR before and after optimisation, by the
/// machine code and the debug information of what was linked. An answer is proven, refuted with the way to
/// what speaks against it, or not proven: what wasn't seen is never claimed.
///
/// Exits with 0 if all is proven, with 1 if not, and with 2 if it could not run.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cargo linkface ir prove app::main                            what became of its calls
  cargo linkface ir prove app::greet --through console::print --no-call --release --lto fat
  cargo linkface ir prove app::greet --through console::print --no-call --release --pass
                                                               and which pass removed the call
  cargo linkface ir prove Parser::next --no-panic --no-alloc --release
  cargo linkface ir prove f g h --no-indirect --release        several functions

A function has to have code of its own: `#[inline(never)]` keeps it.")]
#[expect(clippy::struct_excessive_bools, reason = "questions are flags")]
pub(crate) struct Args {
    /// The functions: their paths, or the ends of them
    #[arg(value_name = "CALLER", required = true)]
    callers: Vec<String>,
    /// Only what goes through this item: a function, or an interface
    #[arg(long, value_name = "ITEM")]
    through: Option<String>,
    /// No call of the item is left; without `--through`, no call at all
    #[arg(long)]
    no_call: bool,
    /// No call through a pointer is left
    #[arg(long)]
    no_indirect: bool,
    /// No allocator is reached
    #[arg(long)]
    no_alloc: bool,
    /// Nothing is reached that panics or aborts
    #[arg(long)]
    no_panic: bool,
    /// Also name the pass that removed the last call of the item; compiles once more
    #[arg(long, requires = "through", conflicts_with = "file")]
    pass: bool,
    /// With `--file`: the same IR before optimisation
    #[arg(long, value_name = "FILE.ll", requires = "file")]
    before: Option<PathBuf>,
    #[command(flatten)]
    input: input::Args,
}

/// Builds, judges, and tells.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    if args.input.file.is_some() {
        let after = input::read(&args.input, session)?;
        let before = args.before.as_deref().map(input::source).transpose()?;
        let units = |sources: &'_ [input::Source]| -> Vec<(String, String)> {
            let sources = sources.iter();
            sources
                .map(|source| (source.name.clone(), source.text.clone()))
                .collect()
        };
        let (after, before) = (units(&after), before.map(|before| units(&[before])));
        let case = Case::of_ir(
            &borrowed(&after),
            before.as_deref().map(borrowed).as_deref(),
        );
        return answer(args, session, &case, None);
    }
    let build = Build {
        crates: Crates::All,
        lines: true,
        ..input::build(&args.input, session)?
    };
    // First, since both builds link the same file, and it has to be the one that is judged.
    let before = Build {
        stage: Stage::Unoptimised,
        units: Units::One,
        lto: None,
        ..build.clone()
    };
    let before = before.run().map_err(input::failure)?;
    let after = input::run(&build, session)?;
    let case = Case::new(&after, Some(&before));
    answer(args, session, &case, Some(&build))
}

fn borrowed(units: &[(String, String)]) -> Vec<(&str, &str)> {
    let units = units.iter();
    units.map(|(name, text)| (&**name, &**text)).collect()
}

fn answer(
    args: &Args,
    session: &Session,
    case: &Case<'_>,
    build: Option<&Build>,
) -> Result<ExitCode, Failure> {
    let questions = args.questions();
    let through = args.through.as_deref().map(Path::new);
    let mut outcomes: Vec<Outcome> = Vec::new();
    // All before the first is told: a caller that isn't found is no half of an answer.
    for caller in &args.callers {
        let outcome = case
            .judge(&Path::new(caller), through.as_ref(), &questions)
            .map_err(|why| refused(&why))?;
        outcomes.push(outcome);
    }
    let shell = session.shell();
    let mut worst = Verdict::Proven;
    for outcome in &outcomes {
        worst = worst.max(outcome.verdict());
        let pass = match (build, &through) {
            (Some(build), Some(item)) if args.pass => {
                Some(pass::that_removed(outcome, item, build)?)
            }
            _ => None,
        };
        match shell.format() {
            MessageFormat::Json => {
                let line = json::line(&report::Machine::new(outcome, pass.as_deref()));
                writeln!(shell.out(), "{line}")?;
            }
            MessageFormat::Human | MessageFormat::Short => {
                report::write(outcome, pass.as_deref(), shell)?;
            }
        }
    }
    if shell.format() == MessageFormat::Json {
        Summary::new(&[], &[]).write(shell)?;
    }
    Ok(match worst {
        Verdict::Proven => ExitCode::SUCCESS,
        Verdict::Unknown | Verdict::Refuted => ExitCode::from(1),
    })
}

impl Args {
    fn questions(&self) -> Vec<Question> {
        [
            (self.no_call, Question::NoCall),
            (self.no_indirect, Question::NoIndirect),
            (self.no_alloc, Question::NoAlloc),
            (self.no_panic, Question::NoPanic),
        ]
        .into_iter()
        .filter_map(|(asked, question)| asked.then_some(question))
        .collect()
    }
}

/// It isn't clear which function is meant.
fn refused(why: &Refusal) -> Failure {
    let failure = Failure::new(why.to_string());
    let listed = |paths: &[String]| {
        let quoted: Vec<String> = paths.iter().map(|path| format!("`{path}`")).collect();
        quoted.join(", ")
    };
    match why {
        Refusal::Ambiguous { paths, .. } => {
            let shown = &paths[..paths.len().min(12)];
            failure.help(format!("write more of its path: {}", listed(shown)))
        }
        Refusal::Missing { before: true, .. } => {
            failure.help("`#[inline(never)]` on it keeps it, if something that is used calls it and no other function has the same code")
        }
        Refusal::Missing { near, .. } if !near.is_empty() => {
            failure.help(format!("near are {}", listed(near)))
        }
        Refusal::Missing { .. } => failure
            .note(
                "what is small, generic or `#[inline]` in a library has code where it is used only",
            )
            .help("`#[inline(never)]` gives it code of its own")
            .help("`cargo linkface ir list` shows the functions that there are"),
    }
}
