//! What is left out.

use super::Fold;
use crate::model::instruction::Attachment;
use crate::model::{Function, Instruction, Op};

/// Metadata that says something of values; the rest is about debuggers, aliasing and profiles of C.
const KEPT: &[&str] = &[
    "align",
    "callees",
    "dereferenceable",
    "dereferenceable_or_null",
    "invariant.load",
    "llvm.loop",
    "noundef",
    "nonnull",
    "nontemporal",
    "prof",
    "range",
    "unpredictable",
];

pub(super) fn function<'a>(function: &Function<'a>, fold: Fold) -> Function<'a> {
    let mut function = function.clone();
    if fold == Fold::Nothing {
        return function;
    }
    function.comments.clear();
    let signature = &mut function.signature;
    signature.attachments = Box::default();
    signature.declared = Box::default();
    if fold == Fold::All {
        signature.words = Box::default();
        signature.convention = None;
        signature.unnamed = None;
        signature.attributes = Box::default();
        signature.return_attributes = Box::default();
        signature.clauses = Box::default();
        for parameter in &mut signature.parameters {
            parameter.attributes = Box::default();
        }
    }
    for instruction in &mut function.instructions {
        instruction.debug = None;
        instruction.attachments = kept(&instruction.attachments);
        if fold == Fold::All {
            plain(instruction);
        }
    }
    function
}

fn kept<'a>(attachments: &[Attachment<'a>]) -> Box<[Attachment<'a>]> {
    let attachments = attachments.iter();
    attachments
        .filter(|attachment| KEPT.contains(&attachment.kind.key()))
        .cloned()
        .collect()
}

/// Without the attributes of a call.
fn plain(instruction: &mut Instruction<'_>) {
    let (Op::Call(call) | Op::Invoke { call, .. } | Op::CallBr { call, .. }) = &mut instruction.op
    else {
        return;
    };
    call.tail = None;
    call.convention = None;
    call.return_attributes = Box::default();
    call.attributes = Box::default();
    for argument in &mut call.arguments {
        argument.attributes = Box::default();
    }
}
