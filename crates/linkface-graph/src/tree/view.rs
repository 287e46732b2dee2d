//! Which rows of a tree are shown, and how they hang together.

use super::{Node, Relation, Row, Subject, Tree};
use std::collections::BTreeSet;

/// The rows that are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View<'a> {
    /// From the top.
    pub rows: Vec<Shown<'a>>,
    /// How many packages aren't shown.
    pub hidden: usize,
}

/// A row that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The row.
    pub row: &'a Row,
    /// Its package, if it has one.
    pub node: Option<&'a Node>,
    /// The row that it hangs on: an index into [`View::rows`].
    pub parent: Option<usize>,
    /// Whether no sibling follows it.
    pub last: bool,
    /// Whether something is shown below its package, in another row.
    pub repeated: bool,
}

impl Tree {
    /// What is shown: all, or only what leads to a façade or a provider.
    #[must_use]
    pub fn view(&self, all: bool) -> View<'_> {
        let mut rows: Vec<Shown<'_>> = Vec::new();
        let mut above = Vec::new();
        for row in &self.rows {
            let node = self.node(row);
            if !all && node.is_some_and(|node| !node.on_path) {
                continue;
            }
            above.truncate(row.depth);
            let parent = above.last().copied();
            above.push(rows.len());
            rows.push(Shown {
                row,
                node,
                parent,
                last: false,
                repeated: false,
            });
        }
        finish(&mut rows);
        let hidden = self.packages.iter().filter(|node| !node.on_path).count();
        View {
            rows,
            hidden: if all { 0 } else { hidden },
        }
    }

    fn node(&self, row: &Row) -> Option<&Node> {
        match row.subject {
            Subject::Package(number) => self.packages.get(number),
            Subject::Note(_) => None,
        }
    }
}

impl Shown<'_> {
    /// Whether something is wrong here.
    #[must_use]
    pub fn is_problem(&self) -> bool {
        matches!(self.row.relation, Relation::Problem(_))
            || self.node.is_some_and(|node| node.problem)
    }
}

fn finish(rows: &mut [Shown<'_>]) {
    let mut has_children = BTreeSet::new();
    let mut followed = BTreeSet::new();
    for index in (0..rows.len()).rev() {
        if let Some(parent) = rows[index].parent {
            rows[index].last = followed.insert(parent);
            has_children.extend(number(rows[parent].row));
        }
    }
    for index in 0..rows.len() {
        let shown = &rows[index];
        let number = number(shown.row);
        let below = number.is_some_and(|it| has_children.contains(&it));
        rows[index].repeated = below && !shown.row.full && !implements_above(rows, index);
    }
}

/// Whether a row's package implements a façade that stands somewhere below it: nobody looks there for
/// what it depends on.
fn implements_above(rows: &[Shown<'_>], index: usize) -> bool {
    let shown = &rows[index];
    let mut above = std::iter::successors(shown.parent, |parent| rows[*parent].parent);
    !matches!(shown.row.relation, Relation::Root | Relation::Dependency(_))
        && above.any(|up| rows[up].row.subject == shown.row.subject)
}

fn number(row: &Row) -> Option<usize> {
    match row.subject {
        Subject::Package(number) => Some(number),
        Subject::Note(_) => None,
    }
}
