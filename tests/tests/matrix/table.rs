//! Rows and columns, as a person reads them.

use crate::items::{ITEMS, expected};
use crate::roots::{ROOTS, Root};
use linkface_tests::Profile;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// What one row says in one profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    Right,
    Wrong(String),
}

/// All rows of one profile: roots by items.
pub(crate) struct Column {
    pub(crate) profile: Profile,
    pub(crate) cells: Vec<Cell>,
}

/// Reads the reports that the roots wrote.
pub(crate) fn column(profile: Profile, reports: &Path) -> Column {
    let cells = ROOTS.iter().flat_map(|root| {
        let report = fs::read_to_string(reports.join(root.name));
        (0..ITEMS.len()).map(move |index| {
            report.as_ref().map_or_else(
                |_| Cell::Wrong("it did not run: see below".to_owned()),
                |report| cell(report, index),
            )
        })
    });
    Column {
        profile,
        cells: cells.collect(),
    }
}

/// One item in a report: lines of a reader's name, a tab, and the values of all items.
fn cell(report: &str, index: usize) -> Cell {
    let right = expected(index).to_string();
    let mut readers = 0;
    let mut wrong = String::new();
    for line in report.lines() {
        let (reader, values) = line.split_once('\t').unwrap_or((line, ""));
        let value = values.split(' ').nth(index).unwrap_or("nothing");
        if value != right {
            write!(wrong, "{reader} sees {value} instead of {right}; ")
                .expect("a string takes all");
        }
        readers += 1;
    }
    if readers == 0 {
        wrong.push_str("nobody reports");
    }
    if wrong.is_empty() {
        Cell::Right
    } else {
        Cell::Wrong(wrong)
    }
}

/// The whole table, then every wrong cell in words, then what the rows can't show.
pub(crate) fn text(columns: &[Column]) -> String {
    let mut text = format!("{:<34}{:<22}", "root", "item");
    for column in columns {
        write!(text, "{:>20}", column.profile.name()).expect("a string takes all");
    }
    text.push('\n');
    for (row, (root, item)) in rows().enumerate() {
        write!(text, "{:<34}{:<22}", root.name, item).expect("a string takes all");
        for column in columns {
            let mark = if column.cells[row] == Cell::Right {
                "right"
            } else {
                "WRONG"
            };
            write!(text, "{mark:>20}").expect("a string takes all");
        }
        text.push('\n');
    }
    text + &wrongs(columns) + &exclusions(columns)
}

/// Every wrong cell in words. Empty when all are right.
pub(crate) fn wrongs(columns: &[Column]) -> String {
    let mut text = String::new();
    for column in columns {
        for ((root, item), cell) in rows().zip(&column.cells) {
            if let Cell::Wrong(why) = cell {
                let profile = column.profile.name();
                writeln!(text, "{profile}: {}, {item}: {why}", root.name)
                    .expect("a string takes all");
            }
        }
    }
    text
}

fn exclusions(columns: &[Column]) -> String {
    let mut text = String::new();
    for root in ROOTS {
        if let Some((profiles, why)) = root.but {
            for column in columns
                .iter()
                .filter(|column| profiles.contains(&column.profile))
            {
                writeln!(text, "{}: {}: {why}", column.profile.name(), root.name)
                    .expect("a string takes all");
            }
        }
    }
    text
}

fn rows() -> impl Iterator<Item = (&'static Root, String)> {
    ROOTS.iter().flat_map(|root| {
        ITEMS
            .iter()
            .map(move |item| (root, format!("{} {}", item.kind, item.state)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_answer_is_told() {
        let right = "the root\t200 101\na library\t200 101\n";
        assert_eq!(cell(right, 0), Cell::Right);
        assert_eq!(cell(right, 1), Cell::Right);
        let wrong = "the root\t200 101\na library\t100 101\n";
        assert_eq!(
            cell(wrong, 0),
            Cell::Wrong("a library sees 100 instead of 200; ".to_owned())
        );
        assert_eq!(cell("", 0), Cell::Wrong("nobody reports".to_owned()));
        assert_eq!(
            cell("the root\t200", 1),
            Cell::Wrong("the root sees nothing instead of 101; ".to_owned())
        );
    }
}
