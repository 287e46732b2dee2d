//! Tables.

use super::build::Builder;
use super::limit::LIMITS;
use super::outcome::{Cell, Verdict};
use super::plan::{Case, Plan};
use super::row::{Column, Kind, Profile, ROWS};
use super::target::{Linker, Target};
use crate::command::Result;
use crate::style::Style;
use std::fmt::Write as _;

/// The programs of a platform and a linker.
struct Part<'a> {
    target: &'static Target,
    linker: &'static Linker,
    cells: Vec<&'a Cell<'a>>,
}

fn parts<'a>(plan: &Plan, cells: &'a [Cell<'a>]) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    for &target in &plan.targets {
        for linker in target.linkers {
            let is_its = |case: &Case| {
                case.target.triple == target.triple && case.linker.name == linker.name
            };
            let cells: Vec<_> = cells.iter().filter(|cell| is_its(cell.case)).collect();
            if !cells.is_empty() {
                parts.push(Part {
                    target,
                    linker,
                    cells,
                });
            }
        }
    }
    parts
}

/// A table for each platform and linker: rows are what is asked, columns are profiles.
pub(super) fn text(plan: &Plan, cells: &[Cell<'_>], style: Style) -> String {
    let mut out = String::new();
    let mut limits = Vec::new();
    let width = ROWS.iter().map(|row| row.name.len()).max().unwrap_or(0);
    for part in parts(plan, cells) {
        let title = format!(
            "{} ({}), {}: {}",
            part.target.triple,
            part.target.format,
            part.linker.name,
            part.target.runner.name()
        );
        let _ = write!(out, "\n{}\n{:width$}", style.bold(&title), "");
        let profiles: Vec<Profile> = of(Profile::ALL, |profile| {
            part.cells.iter().any(|cell| cell.case.profile == *profile)
        });
        for profile in &profiles {
            let _ = write!(out, "  {:WIDTH$}", profile.name());
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
        for row in ROWS {
            let row_cells: Vec<&Cell<'_>> = of(&part.cells, |cell| cell.case.row.name == row.name);
            if row_cells.is_empty() {
                continue;
            }
            let _ = write!(out, "{:width$}", row.name);
            for profile in &profiles {
                let cells = of(&row_cells, |cell| cell.case.profile == *profile);
                let text = format!("  {:WIDTH$}", of_kinds(&cells, &mut limits));
                out += &if text.contains("WRONG") {
                    style.red(&text)
                } else {
                    text
                };
            }
            out.truncate(out.trim_end().len());
            out.push('\n');
        }
    }
    for (nth, limit) in limits.iter().enumerate() {
        let _ = write!(out, "\n[{}] {}", nth + 1, LIMITS[*limit].why);
    }
    out.push('\n');
    out
}

const WIDTH: usize = 16;

fn of<T: Copy>(items: &[T], is_meant: impl Fn(&T) -> bool) -> Vec<T> {
    items.iter().copied().filter(is_meant).collect()
}

/// `ok`, if it is so for functions, statics and traits.
fn of_kinds(cells: &[&Cell<'_>], limits: &mut Vec<usize>) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut said = |text: String, kind: Kind| {
        let initial = &kind.name()[..1];
        match parts.iter_mut().find(|part| part.starts_with(&text)) {
            Some(part) => part.push_str(initial),
            None => parts.push(format!("{text} {initial}")),
        }
    };
    for cell in cells {
        let text = match cell.verdict {
            Verdict::Right => "ok".to_owned(),
            Verdict::Mangled => "ok, mangled".to_owned(),
            Verdict::Limited(limit) => format!("[{}]", note(limits, limit)),
            Verdict::Wrong => "WRONG".to_owned(),
        };
        said(text, cell.case.kind);
    }
    match &parts[..] {
        [one] => one.trim_end_matches(" fst").to_owned(),
        parts => parts.join(", "),
    }
}

/// The number that a limit has in this table.
fn note(limits: &mut Vec<usize>, limit: usize) -> usize {
    let place = limits.iter().position(|known| *known == limit);
    place.unwrap_or_else(|| {
        limits.push(limit);
        limits.len() - 1
    }) + 1
}

/// The README's table, for platforms: one line for each linker.
pub(super) fn markdown(plan: &Plan, cells: &[Cell<'_>]) -> String {
    let titles = Column::ALL
        .iter()
        .map(|column| column.title())
        .collect::<Vec<_>>()
        .join(" | ");
    let mut out = format!(
        "| target | linker | | {titles} |\n|---|---|---|{}\n",
        "---|".repeat(5)
    );
    let mut limits = Vec::new();
    for part in parts(plan, cells) {
        let _ = write!(
            out,
            "| `{}` ({}) | {} | {} |",
            part.target.triple,
            part.target.format,
            part.linker.name,
            part.target.runner.name()
        );
        for column in Column::ALL {
            let cells = of(&part.cells, |cell| cell.case.row.column == *column);
            let _ = write!(out, " {} |", of_column(&cells, &mut limits));
        }
        out.push('\n');
    }
    for (nth, limit) in limits.iter().enumerate() {
        let _ = write!(out, "\n{}. {}", nth + 1, LIMITS[*limit].why);
    }
    out.push('\n');
    out
}

fn of_column(cells: &[&Cell<'_>], limits: &mut Vec<usize>) -> String {
    if cells.iter().any(|cell| cell.verdict == Verdict::Wrong) {
        return "wrong".to_owned();
    }
    let mut notes: Vec<usize> = Vec::new();
    let mut is_ever_right = false;
    for cell in cells {
        match cell.verdict {
            Verdict::Limited(limit) => notes.push(note(limits, limit)),
            _ => is_ever_right = true,
        }
    }
    notes.sort_unstable();
    notes.dedup();
    let notes: Vec<String> = notes.iter().map(|note| format!("[{note}]")).collect();
    // Under fat LTO some errors are LLVM's, who demangles nothing.
    let is_mangled = cells.iter().all(|cell| cell.verdict != Verdict::Right);
    let mut parts = Vec::new();
    if is_ever_right {
        parts.push(if is_mangled { "✓, mangled" } else { "✓" }.to_owned());
    }
    if !notes.is_empty() {
        let but = if is_ever_right { "but " } else { "no " };
        parts.push(format!("{but}{}", notes.join(" ")));
    }
    parts.join(" ")
}

/// Writes down what is wrong, and counts it.
pub(super) fn wrong(builder: &Builder<'_>, cells: &[Cell<'_>]) -> Result<usize> {
    let mut count = 0;
    for cell in cells {
        if cell.verdict == Verdict::Wrong {
            builder.report(cell.case, &cell.text)?;
            count += 1;
        }
    }
    Ok(count)
}

/// Limits that are none any more: they excused nothing, though there was something to excuse.
pub(super) fn outdated(cells: &[Cell<'_>]) -> Vec<&'static str> {
    let is_outdated = |nth: &usize| {
        let applies = LIMITS[*nth].applies;
        let mut about = cells.iter().filter(|cell| applies(cell.case)).peekable();
        about.peek().is_some() && about.all(|cell| cell.verdict != Verdict::Limited(*nth))
    };
    (0..LIMITS.len())
        .filter(is_outdated)
        .map(|nth| LIMITS[nth].why)
        .collect()
}
