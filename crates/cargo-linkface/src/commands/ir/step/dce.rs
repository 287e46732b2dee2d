//! Unreachable code, for people.

use super::paint::{FAINT, HEAD, STAYS};
use super::{Subject, changes, sentence};
use linkface_ir::Function;
use linkface_ir::step::dce::{Action, Elimination, Kept};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Writes all rounds.
pub(super) fn write(
    subject: &Subject<'_, '_>,
    sound: &Elimination<'_, '_>,
    naive: &Elimination<'_, '_>,
    follow_naive: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let function = subject.function;
    let steps = if follow_naive { naive } else { sound };
    subject.head(out)?;
    let compared = changes::fit(function, steps.steps().len());
    let mut before = changes::text(function);
    let mut round = 0;
    for (index, step) in steps.steps().iter().enumerate() {
        if step.round != round {
            round = step.round;
            writeln!(out, "\n{HEAD}round {round}{HEAD:#}")?;
        }
        title(function, &step.action, out)?;
        if compared && matches!(step.action.number(), 2..=4) {
            let after = changes::text(&steps.after(index + 1));
            changes::write(&before, &after, out)?;
            before = after;
        }
    }
    let deleted = steps.deleted().count();
    writeln!(out)?;
    match (deleted, function.blocks().len()) {
        (0, blocks) => writeln!(out, "All {} stay.", count(blocks))?,
        (1, blocks) => writeln!(out, "1 of {} is gone.", count(blocks))?,
        (deleted, blocks) => writeln!(out, "{deleted} of {} are gone.", count(blocks))?,
    }
    difference(subject, sound, naive, follow_naive, out)?;
    if compared && deleted > 0 {
        super::ssa::result(&steps.result(), out)?;
    }
    Ok(())
}

/// A step, and what it is about.
fn title(function: &Function<'_>, action: &Action<'_>, out: &mut impl Write) -> io::Result<()> {
    let number = action.number();
    match action {
        Action::Mark { marked, kept } => {
            let blocks = sentence::blocks(function, marked);
            match (marked.len(), kept.len()) {
                (0, 0) => writeln!(out, "  {number}. no block ends in `unreachable`")?,
                (0, _) => writeln!(
                    out,
                    "  {number}. no block to delete that ends in `unreachable`"
                )?,
                (1, _) => writeln!(out, "  {number}. {blocks} ends in `unreachable`")?,
                _ => writeln!(out, "  {number}. {blocks} end in `unreachable`")?,
            }
            for (block, why) in kept {
                let (block, why) = (
                    sentence::block(function, *block),
                    sentence::kept(function, *why),
                );
                writeln!(out, "       {STAYS}{block} stays{STAYS:#}: {why}")?;
            }
            Ok(())
        }
        Action::DeleteLabels { deleted, stuck, .. } => {
            match (deleted.len(), stuck.len()) {
                (0, 0) => writeln!(out, "  {number}. nothing goes there: no label to delete")?,
                (0, _) => writeln!(
                    out,
                    "  {number}. no label can be deleted from its terminator"
                )?,
                (1, _) => writeln!(out, "  {number}. a label is deleted from a terminator")?,
                (labels, _) => {
                    writeln!(
                        out,
                        "  {number}. {labels} labels are deleted from terminators"
                    )?;
                }
            }
            let mut stuck = stuck.clone();
            stuck.sort_by_key(|(from, to, _)| (*to, *from));
            for one in stuck.chunk_by(|(_, to, why), (_, other, too)| (to, why) == (other, too)) {
                let from: Vec<_> = one.iter().map(|(from, ..)| *from).collect();
                let (goes, from) = (
                    if from.len() == 1 { "goes" } else { "go" },
                    sentence::blocks(function, &from),
                );
                if let Some((_, to, why)) = one.first() {
                    let to = sentence::block(function, *to);
                    writeln!(
                        out,
                        "       {STAYS}{to} stays{STAYS:#}: {from} {goes} to it, and {why}"
                    )?;
                }
            }
            Ok(())
        }
        Action::Seal { sealed } => match &sealed[..] {
            [] => writeln!(out, "  {number}. no terminator is without a label now"),
            sealed => {
                let blocks = sentence::blocks(function, sealed);
                let (has, is) = match sealed.len() {
                    1 => (
                        "the terminator of",
                        "has no label left: it is `unreachable` now",
                    ),
                    _ => (
                        "the terminators of",
                        "have no label left: they are `unreachable` now",
                    ),
                };
                writeln!(out, "  {number}. {has} {blocks} {is}")
            }
        },
        Action::Delete { blocks } => match &blocks[..] {
            [] => writeln!(out, "  {number}. no block is deleted"),
            blocks => {
                let names = sentence::blocks(function, blocks);
                let verb = if blocks.len() == 1 { "is" } else { "are" };
                writeln!(out, "  {number}. {names} {verb} deleted")
            }
        },
        Action::Repeat { again: true } => {
            writeln!(
                out,
                "  {number}. other blocks end in `unreachable` now: again"
            )
        }
        Action::Repeat { again: false } => {
            writeln!(
                out,
                "  {number}. no other block ends in `unreachable` now: done"
            )
        }
    }
}

/// What the other rule would have done.
fn difference(
    subject: &Subject<'_, '_>,
    sound: &Elimination<'_, '_>,
    naive: &Elimination<'_, '_>,
    follow_naive: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let function = subject.function;
    let right: BTreeSet<_> = sound.deleted().collect();
    let more: Vec<_> = naive
        .deleted()
        .filter(|block| !right.contains(block))
        .collect();
    if more.is_empty() {
        return Ok(());
    }
    let names = if more.len() > 8 {
        format!("{} more", count(more.len()))
    } else {
        sentence::blocks(function, &more)
    };
    if !follow_naive {
        writeln!(
            out,
            "A rule that doesn't look at calls would delete {names} too, with what they do: `--naive`."
        )?;
        return Ok(());
    }
    writeln!(out, "{STAYS}That is wrong{STAYS:#}: {names} can run.")?;
    for (block, why) in sound.kept() {
        if let Kept::Obstacle(..) = why
            && more.contains(&block)
        {
            let (block, why) = (
                sentence::block(function, block),
                sentence::kept(function, why),
            );
            writeln!(out, "  {FAINT}{block}:{FAINT:#} {why}")?;
        }
    }
    Ok(())
}

fn count(blocks: usize) -> String {
    match blocks {
        1 => "1 block".to_owned(),
        blocks => format!("{blocks} blocks"),
    }
}
