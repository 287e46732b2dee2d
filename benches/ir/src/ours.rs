//! linkface-ir.

use crate::time;
use anyhow::{Context as _, Result, bail};
use linkface_ir::Module;
use linkface_ir::print::Printer;
use linkface_ir::verify::Verifier;
use rayon::prelude::*;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const TIMES: usize = 15;

/// What it took.
pub(crate) struct Ours {
    pub(crate) index: Duration,
    /// All functions, everything between them, and all metadata nodes; one thread.
    pub(crate) parse: Duration,
    /// The same on all processors, by the clock.
    pub(crate) parallel: Duration,
    pub(crate) verify: Duration,
    pub(crate) print: Duration,
    /// From the start of a process to its end.
    pub(crate) one: Duration,
    pub(crate) nodes: usize,
    pub(crate) instructions: usize,
}

pub(crate) fn measure(file: &Path, text: &str) -> Result<Ours> {
    let module = Module::new(text);
    let functions: Vec<_> = module
        .functions()
        .iter()
        .map(linkface_ir::module::Entry::parse)
        .collect();
    let verifier = Verifier::new(Some(&module));
    Ok(Ours {
        index: clock(TIMES, || Module::new(text)),
        parse: time::own(TIMES, || parse(text))?,
        parallel: clock(TIMES, || parallel(text)),
        verify: time::own(3, || {
            for function in &functions {
                black_box(verifier.verify(function));
            }
        })?,
        print: time::own(3, || {
            for function in &functions {
                black_box(Printer::new(function).function());
            }
        })?,
        one: start(file, &module)?,
        nodes: (0..)
            .take(module.metadata().len())
            .filter(|id| module.metadata().node(*id).is_some())
            .count(),
        instructions: functions
            .iter()
            .map(|function| function.instructions().len())
            .sum(),
    })
}

/// Everything that is in a text.
fn parse(text: &str) -> usize {
    let module = Module::new(text);
    let mut count = 0;
    for entry in module.functions() {
        count += black_box(entry.parse()).instructions().len();
    }
    black_box(module.outline());
    let metadata = module.metadata();
    for id in (0..).take(metadata.len()) {
        black_box(metadata.node(id));
    }
    count
}

fn parallel(text: &str) -> usize {
    let module = Module::new(text);
    let (count, ()) = rayon::join(
        || {
            let entries = module.functions().par_iter();
            entries
                .map(|entry| black_box(entry.parse()).instructions().len())
                .sum::<usize>()
        },
        || {
            black_box(module.outline());
            let metadata = module.metadata();
            let end = u32::try_from(metadata.len()).unwrap_or(u32::MAX);
            (0..end)
                .into_par_iter()
                .for_each(|id| drop(black_box(metadata.node(id))));
        },
    );
    count
}

fn clock<T>(times: usize, mut run: impl FnMut() -> T) -> Duration {
    let measured = (0..times).map(|_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed()
    });
    measured.min().unwrap_or_default()
}

/// A process that shows one function of the middle of a file.
fn start(file: &Path, module: &Module<'_>) -> Result<Duration> {
    let middle = module.functions().len() / 2;
    let entry = module.functions().get(middle).context("no function")?;
    let own = std::env::current_exe()?;
    time::children(20, || {
        let status = Command::new(&own)
            .arg("--one")
            .arg(file)
            .arg(entry.name.key())
            .stdout(std::process::Stdio::null())
            .status()?;
        if status.success() {
            Ok(())
        } else {
            bail!("one function can't be shown")
        }
    })
}

/// What that process does.
pub(crate) fn one(file: &Path, function: &str) -> Result<()> {
    let text = std::fs::read_to_string(file)?;
    let module = Module::new(&text);
    let entry = module.function(function).context("no such function")?;
    print!("{}", Printer::new(&entry.parse()).function());
    Ok(())
}
