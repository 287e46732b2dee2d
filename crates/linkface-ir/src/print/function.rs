//! A function with its body.

use super::Printer;
use crate::model::{Block, BlockId, InstId};
use std::fmt::{self, Write};

/// Where LLVM writes `; preds = …`.
const COMMENT_COLUMN: usize = 50;

impl<'a> Printer<'_, 'a> {
    pub(super) fn write_function(self, out: &mut String) -> fmt::Result {
        out.push_str("define");
        self.write_signature(self.function.signature(), out)?;
        out.push_str(" {\n");
        let predecessors = self.predecessors();
        for id in self.function.block_ids() {
            let block = self.function.block(id);
            let from = predecessors
                .get(id.index())
                .map(Vec::as_slice)
                .unwrap_or_default();
            self.write_label(id, block, from, out)?;
            for (at, instruction) in self.function.numbered(id) {
                self.write_comments(at, out);
                out.push_str(match instruction.op {
                    crate::model::Op::DebugRecord { .. } => "    ",
                    _ => "  ",
                });
                self.write_instruction(instruction, out)?;
                out.push('\n');
            }
        }
        let end = u32::try_from(self.function.instructions().len()).unwrap_or(u32::MAX);
        self.write_comments(InstId(end), out);
        out.push('}');
        Ok(())
    }

    fn write_comments(self, at: InstId, out: &mut String) {
        let mut first = true;
        for comment in self.function.comments(at) {
            // The order of uses stands at the end, behind a comment that says so.
            if comment.trim_start_matches("; ").starts_with("uselistorder") {
                if first {
                    out.push('\n');
                }
                if !comment.starts_with(';') {
                    out.push_str("  ");
                }
                first = false;
            }
            out.push_str(comment);
            out.push('\n');
        }
    }

    fn write_label(
        self,
        id: BlockId,
        block: &Block<'a>,
        from: &[BlockId],
        out: &mut String,
    ) -> fmt::Result {
        let entry = id.index() == 0;
        if entry && !block.labelled {
            return Ok(());
        }
        if !entry {
            out.push('\n');
        }
        for comment in &block.comments {
            out.push_str(comment);
            out.push('\n');
        }
        let start = out.len();
        let info = self.function.local(block.label);
        write!(out, "{}:", info.name)?;
        if !entry || block.note.is_some() {
            let width = out[start..].len();
            for _ in width..COMMENT_COLUMN.max(width + 1) {
                out.push(' ');
            }
            if let Some(note) = block.note {
                out.push_str(note);
            } else if from.is_empty() {
                out.push_str("; No predecessors!");
            } else {
                out.push_str("; preds = ");
                super::separated(from, out, |from, out| {
                    self.write_local(self.function.block(*from).label, out)
                })?;
            }
        }
        out.push('\n');
        Ok(())
    }

    /// From where one may come to each block.
    fn predecessors(self) -> Vec<Vec<BlockId>> {
        let mut predecessors = vec![Vec::new(); self.function.blocks().len()];
        for id in self.function.block_ids() {
            let Some(terminator) = self.function.terminator(id) else {
                continue;
            };
            for label in terminator.op.successors() {
                if let Some(to) = self.function.block_of(label)
                    && let Some(list) = predecessors.get_mut(to.index())
                {
                    list.push(id);
                }
            }
        }
        predecessors
    }
}
