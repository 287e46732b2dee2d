//! The lines that a step changes.

use super::paint::{ADDED, FAINT, REMOVED};
use linkface_ir::Function;
use linkface_ir::print::Printer;
use similar::{ChangeTag, TextDiff};
use std::io::{self, Write};

/// How many lines all texts of a function's steps may have together: each step prints the function.
const LIMIT: usize = 5_000_000;

/// Whether a function is small enough for so many steps to be compared.
pub(super) fn fit(function: &Function<'_>, steps: usize) -> bool {
    function.instructions().len().saturating_mul(steps) <= LIMIT
}

/// The text of a function, without what is said of each block's predecessors: what a step changes there
/// follows from the rest.
pub(super) fn text(function: &Function<'_>) -> String {
    let text = Printer::new(function).function();
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let label = line.starts_with(|first: char| !first.is_whitespace() && first != ';');
        let line = match line.split_once(": ") {
            Some((name, rest)) if label && rest.trim_start().starts_with(';') => {
                out.push_str(name);
                ":"
            }
            _ => line,
        };
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// Writes the lines that are gone or new, below the labels of their blocks.
pub(super) fn write(before: &str, after: &str, out: &mut impl Write) -> io::Result<()> {
    let diff = TextDiff::from_lines(before, after);
    let mut label = "";
    let mut shown = "";
    for change in diff.iter_all_changes() {
        let line = change.value().trim_end_matches('\n');
        let is_label = line.ends_with(':') && !line.starts_with([' ', ';']);
        let (sign, style) = match change.tag() {
            ChangeTag::Equal => {
                if is_label {
                    label = line;
                }
                continue;
            }
            ChangeTag::Delete => ('-', REMOVED),
            ChangeTag::Insert => ('+', ADDED),
        };
        if line.is_empty() {
            continue;
        }
        if is_label {
            (label, shown) = (line, line);
        } else if label != shown {
            writeln!(out, "       {FAINT}  {label}{FAINT:#}")?;
            shown = label;
        }
        writeln!(out, "       {style}{sign} {line}{style:#}")?;
    }
    Ok(())
}
