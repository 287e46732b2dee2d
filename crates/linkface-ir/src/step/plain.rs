//! A function without what only debuggers and later passes read.

use super::edit::Edit;
use crate::model::{Function, InstId, Op};

/// The function without debug records, debug locations and other metadata: easier to read, and its
/// numbers mean nothing without the module.
#[must_use]
pub fn without_metadata<'a>(function: &Function<'a>) -> Function<'a> {
    let mut edit = Edit::default();
    for (id, instruction) in (0u32..).map(InstId).zip(function.instructions()) {
        if matches!(instruction.op, Op::DebugRecord { .. }) {
            edit.removed.insert(id);
        }
    }
    let mut plain = edit.apply(function);
    plain.signature.attachments = Box::default();
    for instruction in &mut plain.instructions {
        instruction.debug = None;
        instruction.attachments = Box::default();
    }
    plain
}
