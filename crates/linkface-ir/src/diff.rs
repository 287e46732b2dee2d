//! Two texts of one function, or one function after each pass, side by side.
//!
//! LLVM numbers registers anew whenever one is added, so that a plain comparison of two texts shows every
//! line as changed. Here instructions are paired first, by what they do and what they do it with, and
//! then the second text is written with the names of the first: what still differs is the change.
//!
//! ```
//! use linkface_ir::{Module, diff::diff};
//!
//! let text = |add: &str| format!("define i32 @f(i32 %0) {{\n{add}  ret i32 %1\n}}\n");
//! let before = text("  %2 = add i32 %0, 0\n  %1 = mul i32 %2, 3\n");
//! let after = text("  %1 = mul i32 %0, 3\n");
//! let (before, after) = (Module::new(&before), Module::new(&after));
//! let before = before.function("f").unwrap().parse();
//! let after = after.function("f").unwrap().parse();
//! let diff = diff(&before, &after);
//! assert!(!diff.is_same());
//! assert_eq!((diff.before.instructions, diff.after.instructions), (3, 2));
//! ```
//!
//! Left out of the comparison, since they change without meaning: numbers of metadata and attribute
//! groups, debug locations and records, comments, hashes in symbols. Names are demangled.

mod align;
mod line;
pub mod passes;

use crate::model::{Constant, Function, Op, Value};
use serde::Serialize;
use std::ops::Range;

/// How large a function is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Size {
    /// Instructions; debug records are none.
    pub instructions: usize,
    /// Blocks.
    pub blocks: usize,
    /// Calls, but of intrinsics.
    pub calls: usize,
    /// Calls of intrinsics: `llvm.…`.
    pub intrinsics: usize,
    /// `alloca`.
    pub allocas: usize,
    /// `load`, `store` and the atomic instructions.
    pub accesses: usize,
}

/// What is different.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// How large the first one is.
    pub before: Size,
    /// How large the second one is.
    pub after: Size,
    /// All lines, in their order.
    pub rows: Vec<Row>,
}

/// A line of one of the texts or of both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "lowercase")]
pub enum Row {
    /// In both.
    Same {
        /// The line.
        text: String,
    },
    /// Only in the first.
    Removed {
        /// The line.
        text: String,
    },
    /// Only in the second.
    Added {
        /// The line, with names of the first text where there are some.
        text: String,
    },
    /// The same instruction, or nearly.
    Changed {
        /// The line in the first text.
        before: String,
        /// The line in the second, with names of the first where there are some.
        after: String,
    },
}

impl Size {
    /// Counts.
    #[must_use]
    pub fn of(function: &Function<'_>) -> Self {
        let mut size = Self {
            blocks: function.blocks().len(),
            ..Self::default()
        };
        for instruction in function.instructions() {
            size.instructions += 1;
            match &instruction.op {
                Op::DebugRecord { .. } => size.instructions -= 1,
                Op::Alloca { .. } => size.allocas += 1,
                Op::Load { .. } | Op::Store { .. } | Op::CmpXchg { .. } | Op::AtomicRmw { .. } => {
                    size.accesses += 1;
                }
                op => match op.call() {
                    Some(call) if is_intrinsic(&call.callee) => size.intrinsics += 1,
                    Some(_) => size.calls += 1,
                    None => {}
                },
            }
        }
        size
    }
}

fn is_intrinsic(callee: &Value<'_>) -> bool {
    matches!(callee, Value::Constant(Constant::Global(name)) if name.key().starts_with("llvm."))
}

/// Compares two functions: versions of one, mostly.
#[must_use]
pub fn diff(before: &Function<'_>, after: &Function<'_>) -> Diff {
    let (one, mut other) = (line::lines(before), line::lines(after));
    let pairs = align::pairs(&one, &other);
    align::rename(&one, &mut other, &pairs);
    Diff {
        before: Size::of(before),
        after: Size::of(after),
        rows: rows(&one, &other, &pairs),
    }
}

fn rows(one: &line::Lines, other: &line::Lines, pairs: &[(usize, usize)]) -> Vec<Row> {
    let mut rows = Vec::new();
    let (mut left, mut right) = (0, 0);
    let end = (one.lines.len(), other.lines.len());
    for (before, after) in pairs.iter().copied().chain([end]) {
        rows.extend((left..before).map(|at| Row::Removed { text: one.text(at) }));
        rows.extend((right..after).map(|at| Row::Added {
            text: other.text(at),
        }));
        if (before, after) == end {
            break;
        }
        let (text, second) = (one.text(before), other.text(after));
        rows.push(if text == second {
            Row::Same { text }
        } else {
            Row::Changed {
                before: text,
                after: second,
            }
        });
        (left, right) = (before + 1, after + 1);
    }
    rows
}

impl Row {
    /// Whether it is in both.
    #[must_use]
    pub fn is_same(&self) -> bool {
        matches!(self, Self::Same { .. })
    }

    /// The line in the first text.
    #[must_use]
    pub fn before(&self) -> Option<&str> {
        match self {
            Self::Same { text } | Self::Removed { text } => Some(text),
            Self::Changed { before, .. } => Some(before),
            Self::Added { .. } => None,
        }
    }

    /// The line in the second text.
    #[must_use]
    pub fn after(&self) -> Option<&str> {
        match self {
            Self::Same { text } | Self::Added { text } => Some(text),
            Self::Changed { after, .. } => Some(after),
            Self::Removed { .. } => None,
        }
    }

    /// Whether it is the label of a block.
    #[must_use]
    pub fn is_label(&self) -> bool {
        let text = self.before().or(self.after()).unwrap_or_default();
        !text.starts_with([' ', '}']) && !text.starts_with("define")
    }
}

impl Diff {
    /// Whether nothing is different.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.rows.iter().all(Row::is_same)
    }

    /// The parts that differ, with as many lines around them.
    #[must_use]
    pub fn hunks(&self, context: usize) -> Vec<Range<usize>> {
        let mut hunks: Vec<Range<usize>> = Vec::new();
        for (at, _) in self
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| !row.is_same())
        {
            let start = at.saturating_sub(context);
            let end = (at + 1).saturating_add(context).min(self.rows.len());
            match hunks.last_mut() {
                Some(last) if start <= last.end => last.end = end,
                _ => hunks.push(start..end),
            }
        }
        hunks
    }

    /// The label of the block in which a row is; none in the first block if that has no label.
    #[must_use]
    pub fn block(&self, row: usize) -> Option<&str> {
        let rows = self.rows.get(..row)?;
        let label = rows.iter().rev().find(|row| row.is_label())?;
        label.before().or(label.after())
    }
}
