//! Where a key stands in a `Cargo.toml`.

use crate::facts::Place;
use std::ops::Range;
use std::path::Path;
use toml_edit::{Document, Item, Table, TableLike, Value};

/// Where a key of `[package.metadata.linkface]` stands, with its value; `["provides", "1"]` is an
/// element of a list. No key at all is the table's own.
///
/// None, if the text is no TOML or has no such key.
///
/// ```
/// use linkface_graph::manifest::place;
/// use std::path::Path;
///
/// let text = "[package]\nname = \"os\"\n\n[package.metadata.linkface]\nprovides = [\"rng@0\"]\n";
/// let place = place(text, Path::new("Cargo.toml"), &["provides", "0"]).unwrap();
/// assert_eq!((place.line, place.column, place.end_column), (5, 13, 20));
/// ```
#[must_use]
pub fn place(cargo_toml: &str, file: &Path, key: &[&str]) -> Option<Place> {
    let key = [&["package", "metadata", "linkface"], key].concat();
    place_in_document(cargo_toml, file, &key)
}

/// The same, for any key: `["dependencies", "rng-os"]`.
#[must_use]
pub fn place_in_document(cargo_toml: &str, file: &Path, key: &[&str]) -> Option<Place> {
    let document = Document::parse(cargo_toml).ok()?;
    let (last, parents) = key.split_last()?;
    let mut at = Node::Item(document.as_item());
    for key in parents {
        at = at.child(key)?;
    }
    let span = at.span_of(last)?;
    Some(in_text(cargo_toml, file, span))
}

/// What a key leads to.
#[derive(Clone, Copy)]
enum Node<'a> {
    Item(&'a Item),
    /// An element of a list.
    Value(&'a Value),
    /// One of `[[several]]`.
    Table(&'a Table),
}

impl<'a> Node<'a> {
    fn child(self, key: &str) -> Option<Self> {
        let nth = || key.parse().ok();
        match self {
            Self::Item(Item::ArrayOfTables(tables)) => tables.get(nth()?).map(Node::Table),
            Self::Item(Item::Value(Value::Array(list))) | Self::Value(Value::Array(list)) => {
                list.get(nth()?).map(Node::Value)
            }
            _ => self.table()?.get(key).map(Node::Item),
        }
    }

    fn table(self) -> Option<&'a dyn TableLike> {
        match self {
            Self::Item(item) => item.as_table_like(),
            Self::Value(value) => value.as_inline_table().map(|table| table as _),
            Self::Table(table) => Some(table),
        }
    }

    fn span(self) -> Option<Range<usize>> {
        match self {
            Self::Item(item) => item.span(),
            Self::Value(value) => value.span(),
            Self::Table(table) => table.span(),
        }
    }

    /// From the key to the end of its value; the header only, of a table that has one.
    fn span_of(self, key: &str) -> Option<Range<usize>> {
        let child = self.child(key)?;
        let name = self
            .table()
            .and_then(|table| table.get_key_value(key))
            .and_then(|(key, _)| key.span());
        match (name, child) {
            (Some(name), Node::Item(item @ (Item::Value(_) | Item::None))) => {
                Some(name.start..item.span()?.end)
            }
            (name, child) => child.span().or(name),
        }
    }
}

fn in_text(text: &str, file: &Path, span: Range<usize>) -> Place {
    let (line, column) = line_column(text, span.start);
    let (end_line, end_column) = line_column(text, span.end);
    Place {
        file: file.to_owned(),
        line,
        column,
        end_line,
        end_column,
    }
}

/// Both from 1, the column in characters.
fn line_column(text: &str, offset: usize) -> (u32, u32) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before[start..].chars().count();
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).saturating_add(1);
    (number(line), number(column))
}
