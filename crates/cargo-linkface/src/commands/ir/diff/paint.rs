//! Differences for people.

use crate::failure::Failure;
use crate::shell::Shell;
use anstyle::{AnsiColor, Style};
use clap_cargo::style::{CONTEXT, LITERAL};
use linkface_ir::diff::{Diff, Row, Size};
use std::io::Write;

const REMOVED: Style = AnsiColor::Red.on_default();
const ADDED: Style = AnsiColor::Green.on_default();

/// How wide a page is that nobody watches.
const WIDTH: usize = 160;

/// The function, the two texts, and the sizes.
pub(in crate::commands::ir) fn heading(
    path: &str,
    labels: &[&str; 2],
    diff: &Diff,
    shell: &Shell,
) -> Result<(), Failure> {
    let mut out = shell.out();
    let [one, other] = labels;
    writeln!(out, "{LITERAL}{path}{LITERAL:#}: {one} → {other}")?;
    writeln!(out, "{}", sizes(&diff.before, &diff.after))?;
    Ok(())
}

/// There is no difference.
pub(in crate::commands::ir) fn same(shell: &Shell) -> Result<(), Failure> {
    writeln!(shell.out(), "the same")?;
    Ok(())
}

/// `instructions 12 → 4, …`: what is 0 in both is left out.
pub(in crate::commands::ir) fn sizes(one: &Size, other: &Size) -> String {
    let counts = [
        ("instructions", one.instructions, other.instructions),
        ("blocks", one.blocks, other.blocks),
        ("calls", one.calls, other.calls),
        ("intrinsics", one.intrinsics, other.intrinsics),
        ("allocas", one.allocas, other.allocas),
        ("loads and stores", one.accesses, other.accesses),
    ];
    let counts = counts.iter().filter(|(_, one, other)| one + other > 0);
    let words = counts.map(|(what, one, other)| {
        if one == other {
            format!("{what} {one}")
        } else {
            format!("{what} {one} → {other}")
        }
    });
    words.collect::<Vec<_>>().join(", ")
}

/// The parts that differ.
pub(in crate::commands::ir) fn hunks(
    diff: &Diff,
    context: usize,
    side_by_side: bool,
    shell: &Shell,
) -> Result<(), Failure> {
    let mut out = shell.out();
    for hunk in diff.hunks(context) {
        let rows = diff.rows.get(hunk.clone()).unwrap_or_default();
        let starts_block = rows
            .first()
            .is_some_and(|row| row.is_label() || is_head(row));
        let block = match diff.block(hunk.start) {
            _ if starts_block => String::new(),
            Some(label) => format!(" in {}", label.trim_end_matches(':')),
            None => " in the first block".to_owned(),
        };
        writeln!(out, "\n{CONTEXT}@@{block}{CONTEXT:#}")?;
        if side_by_side {
            let width = shell.width().unwrap_or(WIDTH).max(40);
            for row in rows {
                beside(&mut out, row, width / 2 - 2)?;
            }
        } else {
            unified(&mut out, rows)?;
        }
    }
    Ok(())
}

fn is_head(row: &Row) -> bool {
    let text = row.before().or(row.after()).unwrap_or_default();
    text.starts_with("define")
}

/// All that is removed before what is added, as far as they stand together.
fn unified(out: &mut impl Write, rows: &[Row]) -> Result<(), Failure> {
    for run in rows.chunk_by(|one, other| one.is_same() == other.is_same()) {
        if run.first().is_some_and(Row::is_same) {
            for row in run {
                writeln!(out, " {}", row.before().unwrap_or_default())?;
            }
            continue;
        }
        for text in run.iter().filter_map(Row::before) {
            writeln!(out, "{REMOVED}-{text}{REMOVED:#}")?;
        }
        for text in run.iter().filter_map(Row::after) {
            writeln!(out, "{ADDED}+{text}{ADDED:#}")?;
        }
    }
    Ok(())
}

fn beside(out: &mut impl Write, row: &Row, width: usize) -> Result<(), Failure> {
    let (left, right) = (
        row.before().unwrap_or_default(),
        row.after().unwrap_or_default(),
    );
    let (left, right) = (cut(left, width), cut(right, width));
    let pad = width.saturating_sub(left.chars().count());
    let (one, other, sign) = match row {
        Row::Same { .. } => (Style::new(), Style::new(), ' '),
        Row::Removed { .. } => (REMOVED, Style::new(), '<'),
        Row::Added { .. } => (Style::new(), ADDED, '>'),
        Row::Changed { .. } => (REMOVED, ADDED, '|'),
    };
    let line = format!(
        "{one}{left}{one:#}{:pad$} {sign} {other}{right}{other:#}",
        ""
    );
    writeln!(out, "{}", line.trim_end())?;
    Ok(())
}

/// At most so many characters.
fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(width.saturating_sub(1)).collect();
    cut.push('…');
    cut
}
