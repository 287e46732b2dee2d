//! `cargo xtask cross`: who answers, on other platforms.
//!
//! The programs are `no_std`, so that `core` is all that a platform has to be built for; they come
//! from `xtask/cross/cases`, and linkface from `crates`, as it is. Everything is compiled by plain
//! rustc: Debian's, whose sources are a package.
//!
//! | file | holds |
//! |---|---|
//! | `target.rs` | the platforms: linkers, and what runs their programs |
//! | `row.rs` | what is asked, and who must answer |
//! | `limit.rs` | what is known not to work, and why |
//! | `plan.rs` | which rows are built for which platform |
//! | `tools.rs` | where programs are, and the packages that have them |
//! | `sysroot.rs` | `core`, compiled |
//! | `build.rs` | linkface, façades, providers, programs, compiled |
//! | `run.rs` | programs, run |
//! | `outcome.rs` | what came of a program, and whether that is right |
//! | `report.rs` | tables |
//! | `folder.rs`, `pool.rs` | folders; several things at once |

mod build;
mod folder;
mod limit;
mod outcome;
mod plan;
mod pool;
mod report;
mod row;
mod run;
mod sysroot;
mod target;
mod tools;

use crate::command::{Command, Failure, Result};
use crate::place;
use crate::style::Style;
use build::Builder;
use outcome::Cell;
use plan::Plan;
use std::io::{self, IsTerminal as _, Write as _};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;
use tools::Tools;

pub(crate) const COMMAND: Command = Command {
    name: "cross",
    args: "[--full] [--table] [target…]",
    summary: "builds and runs programs for other platforms: Arm, Windows, Apple, bare metal",
    details: "\
Compiles `core` for each platform, then small programs with linkface, whose façades, providers and
defaults are joined in every way; links them with each linker that the platform has; runs them in an
emulator, or shows that the error is the one it should be.

  --full    every platform, row and profile (otherwise what CI runs, in less than five minutes)
  --table   prints Markdown for the README's platform table
  target    only this one, with all of its rows: `aarch64-unknown-linux-gnu`

Needs Debian packages (it names those that are missing) and rust-lld, which rustup's toolchains have.
Platforms whose packages are missing are skipped; with `CI=true` that is an error. Writes to
`target/cross`; `failures` in it has the command and the output of what went wrong.",
    run,
};

fn run(args: &[String]) -> Result {
    let options = plan::options(args, &COMMAND)?;
    let tools = match Tools::find(&place::target()?.join("cross"))? {
        Ok(tools) => tools,
        Err(why) => return skip(&[why]),
    };
    let plan = Plan::new(&options);
    skip(&plan.skipped)?;
    if plan.cases.is_empty() {
        return Ok(());
    }

    let start = Instant::now();
    let mut builder = Builder::new(&tools)?;
    each("compiling core and linkface", &plan.targets, |target| {
        builder.target(target)
    })?;
    let refused = each("compiling providers", &plan.libraries, |library| {
        builder.libraries(library)
    })?;
    for refused in refused {
        builder.note(refused);
    }
    let cells = each("linking and running", &plan.cases, |case| {
        Ok(Cell::new(case, builder.program(case)?))
    })?;
    eprintln!(
        "{} programs in {} s",
        cells.len(),
        start.elapsed().as_secs()
    );

    if options.table {
        print!("{}", report::markdown(&plan, &cells));
    } else {
        print!("{}", report::text(&plan, &cells, Style::of_stdout()));
    }
    verdict(&tools, &builder, &cells)
}

/// Says what is not there; with `CI=true` everything must be.
fn skip(why: &[String]) -> Result {
    if why.is_empty() {
        return Ok(());
    }
    if plan::is_ci() {
        return Err(Failure::new(why.join("\nerror: ")));
    }
    for why in why {
        eprintln!("skipped: {why}");
    }
    Ok(())
}

fn verdict(tools: &Tools, builder: &Builder<'_>, cells: &[Cell<'_>]) -> Result {
    let outdated = report::outdated(cells);
    if !outdated.is_empty() {
        return Err(Failure::new(format!(
            "what is listed in limit.rs works now:\n{}",
            outdated.join("\n")
        )));
    }
    let wrong = report::wrong(builder, cells)?;
    if wrong == 0 {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{wrong} of {} programs did something else than they should: see {}",
        cells.len(),
        tools.failures().display()
    )))
}

/// `f` of every item, with a line about how far it has come.
fn each<'a, T: Sync, R: Send>(
    what: &'static str,
    items: &'a [T],
    f: impl Fn(&'a T) -> Result<R> + Sync,
) -> Result<Vec<R>> {
    let progress = Progress::new(what, items.len());
    let results = pool::map(items, |item| {
        let result = f(item);
        progress.step();
        result
    });
    progress.end();
    results.into_iter().collect()
}

/// How far it has come: one line on standard error.
struct Progress {
    what: &'static str,
    all: usize,
    done: AtomicUsize,
    start: Instant,
    live: bool,
}

impl Progress {
    fn new(what: &'static str, all: usize) -> Self {
        Self {
            what,
            all,
            done: AtomicUsize::new(0),
            start: Instant::now(),
            live: io::stderr().is_terminal(),
        }
    }

    fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.live {
            eprint!("\r{} … {done}/{}", self.what, self.all);
            let _ = io::stderr().flush();
        }
    }

    fn end(self) {
        let back = if self.live { "\r" } else { "" };
        let seconds = self.start.elapsed().as_secs_f32();
        eprintln!(
            "{back}{} … {}/{} ({seconds:.1} s)",
            self.what, self.all, self.all
        );
    }
}
