//! The list for people.

use crate::failure::Failure;
use crate::shell::Shell;
use clap_cargo::style::{CONTEXT, HEADER};
use linkface_ir::lookup::Measured;
use std::collections::HashMap;
use std::io::Write;

/// Columns of numbers, and the path, cut off where the terminal ends.
pub(super) fn write(
    functions: &[Measured<'_>],
    hidden: usize,
    part: Option<&str>,
    shell: &Shell,
) -> Result<(), Failure> {
    let mut out = shell.out();
    if functions.is_empty() {
        let which = part.map_or(String::new(), |part| format!(" with `{part}` in its path"));
        writeln!(out, "no function{which}")?;
    } else {
        let heads = ["instructions", "blocks", "calls", "bytes"];
        let rows: Vec<[String; 4]> = functions.iter().map(numbers).collect();
        let width = |column: usize| {
            let cells = rows.iter().map(|row| row[column].len());
            cells.max().unwrap_or(0).max(heads[column].len())
        };
        let widths = [width(0), width(1), width(2), width(3)];
        let line = |cells: [&str; 4]| {
            let cells = cells.iter().zip(widths);
            let cells: Vec<String> = cells
                .map(|(cell, width)| format!("{cell:>width$}"))
                .collect();
            cells.join("  ")
        };
        let room = shell
            .width()
            .map(|all| all.saturating_sub(widths.iter().sum::<usize>() + 8).max(20));
        writeln!(out, "{HEADER}{}  function{HEADER:#}", line(heads))?;
        let twins = twins(functions);
        for (function, row) in functions.iter().zip(&rows) {
            let numbers = line([&row[0], &row[1], &row[2], &row[3]]);
            writeln!(out, "{numbers}  {}", cut(name(function, &twins), room))?;
        }
    }
    if hidden > 0 {
        let what = match hidden {
            1 => "1 function of another crate isn't".to_owned(),
            _ => format!("{hidden} functions of other crates aren't"),
        };
        writeln!(
            out,
            "\n{CONTEXT}{what} shown: `--all` shows them{CONTEXT:#}"
        )?;
    }
    Ok(())
}

fn numbers(function: &Measured<'_>) -> [String; 4] {
    [
        function.instructions.to_string(),
        function.blocks.to_string(),
        function.calls.to_string(),
        function.bytes.to_string(),
    ]
}

/// How many functions have a path.
fn twins<'f>(functions: &'f [Measured<'_>]) -> HashMap<&'f str, usize> {
    let mut twins = HashMap::new();
    for function in functions {
        *twins.entry(function.found.path.text()).or_default() += 1;
    }
    twins
}

/// With the hash, if others have the same path.
fn name(function: &Measured<'_>, twins: &HashMap<&str, usize>) -> String {
    let path = &function.found.path;
    let alone = twins.get(path.text()).is_none_or(|count| *count == 1);
    match path.hash() {
        Some(hash) if !alone => format!("{}::{hash}", path.text()),
        _ => path.text().to_owned(),
    }
}

/// The end counts most: it has the name.
fn cut(name: String, room: Option<usize>) -> String {
    let length = name.chars().count();
    match room {
        Some(room) if length > room => {
            let end: String = name.chars().skip(length - room + 1).collect();
            format!("…{end}")
        }
        _ => name,
    }
}
