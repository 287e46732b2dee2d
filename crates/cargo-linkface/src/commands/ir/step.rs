//! `cargo linkface ir step`.

mod changes;
mod dce;
mod json;
mod paint;
mod sentence;
mod ssa;

use super::{input, select};
use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::output::json::line;
use crate::output::summary::Summary;
use crate::session::Session;
use clap::ValueEnum;
use linkface_ir::cfg::{Cfg, Transfer};
use linkface_ir::print::Printer;
use linkface_ir::step::dce::{Elimination, Rule, address_taken};
use linkface_ir::step::ssa::Construction;
use linkface_ir::step::without_metadata;
use linkface_ir::{Function, Module};
use paint::{FAINT, HEAD};
use std::io::Write;
use std::process::ExitCode;

/// Remove unreachable code, or build SSA form, one step at a time
///
/// `dce` takes the five steps in which blocks dissolve that end in `unreachable`, round after round, and
/// says why others stay. `ssa` turns allocas into registers, one after the other: where phis go and why,
/// what each load reads, and why some allocas have to stay in memory.
#[derive(Debug, clap::Args)]
#[group(skip)]
#[command(
    allow_missing_positional = true,
    after_help = "\
Examples:
  cargo linkface ir step parse_hex dce             in this package
  cargo linkface ir step pow ssa --file pow.ll     in a file
  cargo linkface ir step parse_hex dce --naive     as if calls always returned: it goes wrong
  cargo linkface ir step pow ssa --result          nothing but the function after all steps"
)]
pub(crate) struct Args {
    /// The function: its path, or the end of it
    #[arg(value_name = "FN")]
    function: Option<String>,
    /// What to do
    #[arg(value_name = "PASS", required = true)]
    pass: Pass,
    /// For `dce`: delete every block that ends in `unreachable`, even after a call that may not return
    #[arg(long)]
    naive: bool,
    /// Print the function after all steps, and nothing else
    #[arg(long)]
    result: bool,
    /// Keep debug records, debug locations and other metadata
    #[arg(long)]
    metadata: bool,
    #[command(flatten)]
    input: input::Args,
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Pass {
    /// Eliminate unreachable code
    Dce,
    /// Construct SSA form: allocas become registers
    Ssa,
}

pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    if args.naive && args.pass == Pass::Ssa {
        return Err(Failure::new("`--naive` is a rule of `dce`, not of `ssa`"));
    }
    let sources = input::read(&args.input, session)?;
    let modules = select::modules(&sources);
    let selection = select::one(&sources, &modules, args.function.as_deref())?;
    let function = selection.parse();
    let function = if args.metadata {
        function
    } else {
        without_metadata(&function)
    };
    let subject = Subject {
        name: selection.path.text(),
        file: (sources.len() > 1).then_some(&*selection.source.name),
        function: &function,
    };
    match args.pass {
        Pass::Dce => eliminate(args, &subject, selection.module, session)?,
        Pass::Ssa => construct(args, &subject, session)?,
    }
    let shell = session.shell();
    if shell.format() == MessageFormat::Json {
        Summary::new(&[], &[]).write(shell)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The function that is stepped through.
pub(super) struct Subject<'f, 'a> {
    /// As people write it.
    name: &'f str,
    /// In which file it is, if there are several.
    file: Option<&'f str>,
    function: &'f Function<'a>,
}

impl Subject<'_, '_> {
    /// Says which function it is.
    fn head(&self, out: &mut impl Write) -> std::io::Result<()> {
        let name = self.name;
        match self.file {
            Some(file) => writeln!(out, "{HEAD}{name}{HEAD:#} {FAINT}in {file}{FAINT:#}"),
            None => writeln!(out, "{HEAD}{name}{HEAD:#}"),
        }
    }
}

fn eliminate<'a>(
    args: &Args,
    subject: &Subject<'_, 'a>,
    module: &Module<'a>,
    session: &Session,
) -> Result<(), Failure> {
    let function = subject.function;
    let cfg = Cfg::new(function);
    let transfer = Transfer::new(module, function);
    let kept = address_taken(module, function);
    let naive = Elimination::new(function, &cfg, Rule::Naive, &kept);
    let sound = Elimination::new(function, &cfg, Rule::Sound(&transfer), &kept);
    let steps = if args.naive { &naive } else { &sound };
    let shell = session.shell();
    let mut out = shell.out();
    match (shell.format(), args.result) {
        (MessageFormat::Json, _) => {
            for value in json::elimination(subject, steps, args.naive) {
                writeln!(out, "{}", line(&value))?;
            }
            writeln!(out, "{}", line(&json::result(subject, &steps.result())))?;
        }
        (_, true) => writeln!(out, "{}", Printer::new(&steps.result()).function())?,
        _ => dce::write(subject, &sound, &naive, args.naive, &mut out)?,
    }
    Ok(())
}

fn construct(args: &Args, subject: &Subject<'_, '_>, session: &Session) -> Result<(), Failure> {
    let steps = Construction::new(subject.function);
    let shell = session.shell();
    let mut out = shell.out();
    match (shell.format(), args.result) {
        (MessageFormat::Json, _) => {
            for value in json::construction(subject, &steps) {
                writeln!(out, "{}", line(&value))?;
            }
            writeln!(out, "{}", line(&json::result(subject, &steps.result())))?;
        }
        (_, true) => writeln!(out, "{}", Printer::new(&steps.result()).function())?,
        _ => ssa::write(subject, &steps, &mut out)?,
    }
    Ok(())
}
