//! `cargo linkface ir show`.

mod machine;
mod page;
mod paint;
mod place;
mod source;

use super::problems::Problems;
use super::{input, select};
use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::output::json;
use crate::output::summary::Summary;
use crate::session::Session;
use linkface_ir::block_args::{self, Scope};
use linkface_ir::listing::{self, Fold};
use source::Sources;
use std::io::Write;
use std::process::ExitCode;

/// One function: names demangled, the source between, and on demand what everything means
///
/// Attributes, metadata and debug records are folded away, unless `--full` is given. Behind each label
/// stands from where control comes, whether a loop begins there, and whether it only leads to a panic.
/// What LLVM would refuse is said below; then the exit code is 1.
#[derive(Debug, clap::Args)]
#[group(skip)]
#[command(after_help = "\
Examples:
  cargo linkface ir show parse_hex --release       a function of the package, optimised
  cargo linkface ir show parse_hex --explain       with a sentence under each instruction
  cargo linkface ir show Vec::push --file app.ll   of a file
  cargo linkface ir show @_RNvCs1_3hex5parse       by its name in the IR")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(crate) struct Args {
    /// The function: its path, the end of it, or its name in the IR behind an `@`
    #[arg(value_name = "FN")]
    function: Option<String>,
    /// Say under each instruction what it does, and what each word means where it stands first
    #[arg(long)]
    explain: bool,
    /// Show attributes, metadata and debug records too
    #[arg(long)]
    full: bool,
    /// Write what the file has, byte for byte
    #[arg(long, conflicts_with_all = ["explain", "full", "arguments"])]
    raw: bool,
    /// Write phi nodes as arguments of blocks
    #[arg(long = "block-args", conflicts_with = "explain")]
    arguments: bool,
    /// Leave out the lines of the source
    #[arg(long)]
    no_source: bool,
    #[command(flatten)]
    input: input::Args,
}

/// Shows it.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    let files = input::read(&args.input, session)?;
    let modules = select::modules(&files);
    let selection = select::one(&files, &modules, args.function.as_deref())?;
    let shell = session.shell();
    let function = selection.parse();
    let fold = match (args.full, args.explain) {
        (true, _) => Fold::Nothing,
        (false, true) => Fold::Metadata,
        (false, false) => Fold::All,
    };
    let problems = Problems::new(&selection, &function);
    if shell.format() == MessageFormat::Json {
        let shown = machine::Function::new(&selection, &function, &problems);
        writeln!(shell.out(), "{}", json::line(&shown))?;
        Summary::new(&[], &[]).write(shell)?;
    } else if args.raw {
        writeln!(shell.out(), "{}", selection.entry.text())?;
    } else if args.arguments {
        let folded = listing::folded(&function, fold);
        let Some(text) = block_args::text(&folded, Scope::Function) else {
            return Err(Failure::new(
                "there are too many phi nodes to write them as arguments",
            ));
        };
        for line in listing::painted(selection.module, &text, fold) {
            writeln!(shell.out(), "{}", paint::paint(&line))?;
        }
    } else {
        let sources = (!args.no_source).then(|| Sources::new(session));
        let page = page::Page::new(&selection, &function, sources, *shell);
        page.write(fold, args.explain)?;
    }
    if shell.format() != MessageFormat::Json {
        problems.tell(&selection, shell)?;
    }
    Ok(ExitCode::from(u8::from(!problems.errors.is_empty())))
}
