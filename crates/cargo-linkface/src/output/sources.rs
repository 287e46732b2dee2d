//! The text of files, and where a label stands in it.

use crate::session::Session;
use linkface_graph::facts::Place;
use linkface_graph::finding::{Finding, Label};
use std::cell::RefCell;
use std::collections::HashMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use toml_edit::Document;

/// Files that were read, each once.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    texts: RefCell<HashMap<PathBuf, Option<Rc<str>>>>,
}

/// A label, and the text where it stands.
#[derive(Debug)]
pub(crate) struct Spot<'a> {
    /// The file, as people like to read it.
    pub(crate) file: String,
    /// What is there.
    pub(crate) label: &'a Label,
    /// The file's text, and the bytes that are meant; none if it can't be read, or isn't any more
    /// what it was. Then there is still the label's place.
    pub(crate) code: Option<Code>,
}

/// Bytes of a text.
#[derive(Debug)]
pub(crate) struct Code {
    pub(crate) text: Rc<str>,
    pub(crate) range: Range<usize>,
}

impl Sources {
    /// Where the labels of a finding stand, those of the primary one's file first.
    pub(crate) fn spots<'a>(&self, finding: &'a Finding, session: &Session) -> Vec<Spot<'a>> {
        let primary = finding.labels.iter().find(|label| label.primary);
        let first = primary.map(|label| &label.place.file);
        let mut labels: Vec<&Label> = finding.labels.iter().collect();
        // Stable: else they stay as the rule has them.
        labels.sort_by_key(|label| (Some(&label.place.file) != first, !label.primary));
        labels
            .into_iter()
            .map(|label| Spot {
                file: session.display(&label.place.file),
                label,
                code: self.code(label),
            })
            .collect()
    }

    fn code(&self, label: &Label) -> Option<Code> {
        let text = self.text(&label.place.file)?;
        let range = match &label.key {
            Some(key) => key_range(&text, key)?,
            None => place_range(&text, &label.place)?,
        };
        Some(Code { text, range })
    }

    fn text(&self, file: &Path) -> Option<Rc<str>> {
        let mut texts = self.texts.borrow_mut();
        let text = texts
            .entry(file.to_owned())
            .or_insert_with(|| fs::read_to_string(file).ok().map(Rc::from));
        text.clone()
    }
}

/// The bytes of a place.
fn place_range(text: &str, place: &Place) -> Option<Range<usize>> {
    let start = offset(text, place.line, place.column)?;
    let end = offset(text, place.end_line, place.end_column)?;
    (start <= end).then_some(start..end)
}

/// The byte at a line and column, both from 1.
fn offset(text: &str, line: u32, column: u32) -> Option<usize> {
    let above = usize::try_from(line.checked_sub(1)?).ok()?;
    let left = usize::try_from(column.checked_sub(1)?).ok()?;
    let mut rest = text;
    for _ in 0..above {
        rest = &rest[rest.find('\n')? + 1..];
    }
    let start = text.len() - rest.len();
    let line = rest.lines().next().unwrap_or_default();
    let ends = line.char_indices().map(|(at, _)| at).chain([line.len()]);
    Some(start + ends.into_iter().nth(left)?)
}

/// The bytes of a key and its value in a manifest, of an element of an array, or of the nearest table around it, if it isn't there.
fn key_range(text: &str, path: &[String]) -> Option<Range<usize>> {
    let document = Document::parse(text).ok()?;
    let mut item = document.as_item();
    let mut range = None;
    for key in path {
        let inner = match (item.as_table_like(), key.parse::<usize>()) {
            (Some(table), _) => table.get_key_value(key),
            (None, Ok(nth)) => {
                let value = item.as_array().and_then(|array| array.get(nth));
                return value.and_then(toml_edit::Value::span).or(range);
            }
            (None, Err(_)) => None,
        };
        let Some((key, inner)) = inner else {
            return range;
        };
        item = inner;
        range = match (item.is_value(), key.span(), item.span()) {
            (true, Some(key), Some(value)) => Some(key.start..value.end),
            (_, _, span) => span.or(range),
        };
    }
    // What has several lines is long: its head is enough.
    range.map(|range| {
        let head = text[range.clone()].find('\n').unwrap_or(range.len());
        range.start..range.start + head
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, place: (u32, u32, u32, u32), expected: Option<&str>) {
        let place = Place {
            file: PathBuf::new(),
            line: place.0,
            column: place.1,
            end_line: place.2,
            end_column: place.3,
        };
        let found = place_range(text, &place).map(|range| &text[range]);
        assert_eq!(found, expected);
    }

    #[test]
    fn places_are_bytes() {
        check("ab\ncd", (1, 1, 1, 3), Some("ab"));
        check("ab\ncd", (2, 2, 2, 3), Some("d"));
        check("ab\r\ncd", (1, 1, 2, 2), Some("ab\r\nc"));
        check("façade ü", (1, 4, 1, 7), Some("ade"));
        check("façade ü", (1, 8, 1, 9), Some("ü"));
    }

    #[test]
    fn what_is_not_there_is_none() {
        check("ab", (0, 0, 0, 0), None);
        check("ab", (1, 4, 1, 5), None);
        check("ab", (3, 1, 3, 1), None);
        check("ab\ncd", (2, 1, 1, 1), None);
        check("ab", (u32::MAX, u32::MAX, u32::MAX, u32::MAX), None);
    }

    #[track_caller]
    fn check_key(path: &[&str], expected: Option<&str>) {
        let text = "[package]\nname = \"a\"\n\n[package.metadata.linkface]\n\
                    provides = [\"b@1\", \"c@2\"]\npin = { \"b@1\" = \"d\" }\n";
        let path: Vec<String> = path.iter().map(ToString::to_string).collect();
        let found = key_range(text, &path).map(|range| &text[range]);
        assert_eq!(found, expected);
    }

    #[test]
    fn keys_are_values_or_heads_of_tables() {
        let head = ["package", "metadata", "linkface"];
        check_key(&head, Some("[package.metadata.linkface]"));
        check_key(&[&head[..], &["provides", "1"]].concat(), Some("\"c@2\""));
        check_key(
            &[&head[..], &["pin", "b@1"]].concat(),
            Some("\"b@1\" = \"d\""),
        );
        check_key(
            &[&head[..], &["facade"]].concat(),
            Some("[package.metadata.linkface]"),
        );
        check_key(&["dependencies"], None);
    }
}
