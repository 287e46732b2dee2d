//! SSA construction, for people.

use super::paint::{FAINT, HEAD, STAYS};
use super::{Subject, changes, sentence};
use linkface_ir::Function;
use linkface_ir::model::{BlockId, Local, Op};
use linkface_ir::print::Printer;
use linkface_ir::step::ssa::{Construction, Origin, Step};
use std::io::{self, Write};

/// How many lines of a function are shown after its steps.
const LINES: usize = 120;

/// Writes all steps.
pub(super) fn write(
    subject: &Subject<'_, '_>,
    steps: &Construction<'_, '_>,
    out: &mut impl Write,
) -> io::Result<()> {
    let function = subject.function;
    subject.head(out)?;
    let compared = changes::fit(function, steps.steps().len());
    // It knows the names of the phis.
    let named = steps.after(steps.steps().len());
    let mut before = changes::text(function);
    for (index, step) in steps.steps().iter().enumerate() {
        let slot = &steps.slots()[step.slot];
        let alloca = sentence::instruction(function, slot.alloca);
        writeln!(out, "\n{HEAD}{}. {alloca}{HEAD:#}", index + 1)?;
        story(function, &named, step, out)?;
        if compared {
            let after = changes::text(&steps.after(index + 1));
            changes::write(&before, &after, out)?;
            before = after;
        }
    }
    let stay: Vec<_> = steps
        .slots()
        .iter()
        .filter_map(|slot| Some((slot, slot.stays?)))
        .collect();
    if !stay.is_empty() {
        writeln!(out, "\n{STAYS}What stays in memory{STAYS:#}")?;
    }
    for (slot, why) in &stay {
        let alloca = sentence::instruction(function, slot.alloca);
        writeln!(out, "  {alloca}")?;
        writeln!(out, "     {why}")?;
        if let Some(at) = why.instruction() {
            let text = sentence::instruction(function, at);
            writeln!(out, "     {FAINT}{text}{FAINT:#}")?;
        }
    }
    let phis: usize = steps.steps().iter().map(|step| step.joins.len()).sum();
    writeln!(out)?;
    match steps.slots().len() {
        0 => writeln!(out, "There is no alloca.")?,
        all => {
            let gone = steps.steps().len();
            let phis = match phis {
                0 => "no phi".to_owned(),
                1 => "one phi".to_owned(),
                phis => format!("{phis} phis"),
            };
            writeln!(
                out,
                "{gone} of {all} allocas became registers, with {phis}."
            )?;
        }
    }
    if let Some(ty) = bytes(function, steps) {
        writeln!(
            out,
            "{FAINT}LLVM's `mem2reg` would leave an `alloca {ty}` alone: that isn't the type that is loaded. Its `sroa` does this.{FAINT:#}"
        )?;
    }
    if compared && !steps.steps().is_empty() {
        result(&steps.result(), out)?;
    }
    Ok(())
}

/// The type of an alloca that became registers of another type: rustc allocates bytes.
fn bytes(function: &Function<'_>, steps: &Construction<'_, '_>) -> Option<String> {
    let mut slots = steps.steps().iter().map(|step| &steps.slots()[step.slot]);
    slots.find_map(|slot| match &function.instruction(slot.alloca).op {
        Op::Alloca { ty, .. } if slot.ty.as_ref()? != ty => Some(ty.to_string()),
        _ => None,
    })
}

/// What is done, and why.
fn story(
    function: &Function<'_>,
    named: &Function<'_>,
    step: &Step<'_>,
    out: &mut impl Write,
) -> io::Result<()> {
    let blocks = |blocks: &[BlockId]| sentence::blocks(function, blocks);
    if step.reads.is_empty() {
        writeln!(out, "     nothing reads it")?;
        return Ok(());
    }
    match &step.assigned[..] {
        [] => writeln!(out, "     nothing is stored in it")?,
        assigned => writeln!(out, "     stored in {}", blocks(assigned))?,
    }
    if !step.needed.is_empty() {
        writeln!(out, "     needed at the start of {}", blocks(&step.needed))?;
    }
    for join in &step.joins {
        let (block, because) = (
            sentence::block(function, join.block),
            sentence::block(function, join.because),
        );
        let why = if step.assigned.contains(&join.because) {
            "which stores"
        } else {
            "which has a phi"
        };
        let phi = local(named, join.phi);
        writeln!(
            out,
            "     phi {phi} in {block}: in the frontier of {because}, {why}"
        )?;
    }
    for place in &step.pruned {
        let block = sentence::block(function, place.block);
        writeln!(out, "     no phi in {block}: nobody reads it there")?;
    }
    for read in &step.reads {
        let Some(result) = function.instruction(read.load).result else {
            continue;
        };
        let value = Printer::new(named).value(&read.value);
        let origin = match read.origin {
            Origin::Store(store) => match function.home(store) {
                Some(home) => format!("stored in {}", sentence::block(function, home)),
                None => "stored".to_owned(),
            },
            Origin::Phi(phi) => format!("joined by {}", local(named, phi)),
            Origin::Nothing => "nothing is stored before".to_owned(),
            Origin::Unreachable => "the load can't be reached".to_owned(),
        };
        writeln!(out, "     {} is {value}: {origin}", local(function, result))?;
    }
    Ok(())
}

fn local(function: &Function<'_>, local: Local) -> String {
    Printer::new(function).local(local)
}

/// Writes the function after all steps, unless it is long.
pub(super) fn result(function: &Function<'_>, out: &mut impl Write) -> io::Result<()> {
    let text = Printer::new(function).function();
    match text.lines().count() {
        ..=LINES => writeln!(out, "\n{text}"),
        lines => writeln!(
            out,
            "The function after it has {lines} lines: `--result` prints it."
        ),
    }
}
