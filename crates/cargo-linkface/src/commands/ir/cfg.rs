//! `cargo linkface ir cfg`.

mod files;
mod machine;
mod paint;

use super::{input, select};
use crate::failure::Failure;
use crate::flags::MessageFormat;
use crate::session::Session;
use clap::ValueEnum;
use linkface_ir::Function;
use linkface_ir::draw::graph::Graph;
use linkface_ir::draw::html::Page;
use linkface_ir::draw::svg;
use linkface_ir::draw::terminal::{self, Charset, Options, list, tree};
use linkface_ir::draw::{ControlFlow, dot};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

/// The control flow of a function as a picture
///
/// In the terminal: boxes and arrows if they fit, else one line for each block. As a picture (`--svg`) or
/// for Graphviz (`--dot`). As a page with source, IR and graph side by side (`--html`) in which each
/// instruction is explained when one points at it.
#[derive(Debug, clap::Args)]
#[group(skip)]
#[command(after_help = "\
Examples:
  cargo linkface ir cfg parse_hex                        in the terminal
  cargo linkface ir cfg parse_hex --html hex.html        a page, which needs nothing else
  cargo linkface ir cfg parse_hex --dom                  which block is always passed before which
  cargo linkface ir cfg pow --file pow.ll --dot | dot -Tpdf -o pow.pdf")]
pub(crate) struct Args {
    /// The function: its path, or the end of it
    #[arg(value_name = "FN")]
    function: Option<String>,
    /// The dominator tree: below each block those that are reached through it only
    #[arg(long)]
    dom: bool,
    /// One line for each block, even if boxes fit
    #[arg(long, conflicts_with = "dom")]
    list: bool,
    /// Write a picture to this file instead, `-` for standard output
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// Write a page to this file instead, `-` for standard output: source, IR and graph side by side
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Write DOT to this file, or to standard output, instead
    #[arg(
        long,
        value_name = "FILE",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "-"
    )]
    dot: Option<PathBuf>,
    /// Which characters the lines are made of; the default is what the locale can show
    #[arg(long, value_name = "CHARSET")]
    charset: Option<Characters>,
    #[command(flatten)]
    input: input::Args,
}

/// Which characters the lines are made of.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Characters {
    Utf8,
    Ascii,
}

/// Columns where there is no terminal.
const WIDTH: usize = 120;

/// Draws.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    let sources = input::read(&args.input, session)?;
    let modules = select::modules(&sources);
    let selection = select::one(&sources, &modules, args.function.as_deref())?;
    let function = selection.parse();
    let flow = ControlFlow::new(selection.module, &function);
    let name = selection.path.text();
    let subject = Subject {
        selection: &selection,
        function: &function,
        flow: &flow,
        graph: flow.graph(&function, name),
    };
    if let Some(file) = &args.html {
        subject.page(file, args.dom, session)?;
    }
    let graph = if args.dom {
        &flow.dominator_tree(&function, name)
    } else {
        &subject.graph
    };
    if let Some(file) = &args.svg {
        let picture =
            svg::draw(graph, svg::Options::fitting(graph)).ok_or_else(|| too_large(name))?;
        write(file, &picture, session)?;
    }
    match args.dot.as_deref() {
        Some(file) => write(file, &dot::draw(graph), session)?,
        None if session.shell().format() == MessageFormat::Json => {
            machine::write(&subject, session)?;
        }
        None if args.html.is_none() && args.svg.is_none() => subject.text(args, session)?,
        None => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// What is drawn.
struct Subject<'s, 'a> {
    selection: &'s select::Selection<'a>,
    function: &'s Function<'a>,
    flow: &'s ControlFlow<'a>,
    graph: Graph,
}

impl Subject<'_, '_> {
    fn text(&self, args: &Args, session: &Session) -> Result<(), Failure> {
        let shell = session.shell();
        let options = Options {
            width: shell.width().unwrap_or(WIDTH),
            charset: charset(args.charset),
        };
        let dominators = self.flow.immediate_dominators();
        let lines = match (args.dom, args.list) {
            (true, _) => tree::draw(&self.graph, &dominators, options),
            (_, true) => list::draw(&self.graph, &dominators, options),
            _ => terminal::draw(&self.graph, &dominators, options),
        };
        let mut out = shell.out();
        for line in lines {
            writeln!(out, "{}", paint::paint(&line))?;
        }
        Ok(())
    }

    fn page(&self, file: &Path, dom: bool, session: &Session) -> Result<(), Failure> {
        let name = &self.graph.name;
        let mut page = Page::new(self.selection.module, self.function, self.flow, name);
        if dom {
            page = page.dominators_first();
        }
        files::read(page.sources_mut(), session)?;
        write(file, &page.render(), session)
    }
}

/// What was asked for, else what the locale can show.
fn charset(asked: Option<Characters>) -> Charset {
    match asked {
        Some(Characters::Utf8) => Charset::Unicode,
        Some(Characters::Ascii) => Charset::Ascii,
        None => {
            let set = |name: &&str| env::var_os(name).is_some_and(|value| !value.is_empty());
            let names = ["LC_ALL", "LC_CTYPE", "LANG"];
            let first = names.iter().find(|name| set(name));
            Charset::of_locale(first.and_then(|name| env::var(name).ok()).as_deref())
        }
    }
}

fn too_large(name: &str) -> Failure {
    Failure::new(format!(
        "the control flow of `{name}` is too large for a picture"
    ))
    .help("without `--svg` and `--html` it is a list")
}

fn write(file: &Path, text: &str, session: &Session) -> Result<(), Failure> {
    if file == Path::new("-") {
        return Ok(write!(session.shell().out(), "{text}")?);
    }
    fs::write(file, text).map_err(|why| Failure::file("write", file, why))?;
    session
        .shell()
        .status("Wrote", &session.display(file))
        .map_err(Failure::from)
}
