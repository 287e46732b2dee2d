//! What a debugger needs to know of a variable that is in no memory any more.

use super::slot::Slot;
use crate::model::value::Meta;
use crate::model::{BlockId, Function, InstId, Op, Operand, Type, Value};

/// `#dbg_value(T value, …)`, from the `#dbg_declare`s of a slot: what the variable is from here on.
pub(super) fn values<'a>(
    function: &Function<'a>,
    slot: &Slot<'a>,
    ty: &Type<'a>,
    value: &Value<'a>,
) -> Vec<Op<'a>> {
    let records = slot.records.iter();
    let records = records.filter_map(|id| match &function.instruction(*id).op {
        Op::DebugRecord {
            kind: "declare",
            arguments,
        } => Some(arguments),
        _ => None,
    });
    let records = records.filter_map(|arguments| match &**arguments {
        // Other expressions compute an address, and there is none.
        [_, variable, expression @ Meta::Inline(text), place]
            if *text == "!DIExpression()"
                || text.starts_with("!DIExpression(DW_OP_LLVM_fragment") =>
        {
            let value = Meta::Value(Box::new(Operand {
                ty: ty.clone(),
                value: value.clone(),
            }));
            let arguments = [value, variable.clone(), expression.clone(), place.clone()];
            Some(Op::DebugRecord {
                kind: "value",
                arguments: Box::new(arguments),
            })
        }
        _ => None,
    });
    records.collect()
}

/// Before which instruction of a block records of its phis can stand.
pub(super) fn after_phis(function: &Function<'_>, block: BlockId) -> Option<InstId> {
    let mut rest = function
        .numbered(block)
        .skip_while(|(_, instruction)| matches!(instruction.op, Op::Phi { .. }));
    let (id, first) = rest.next()?;
    match first.op {
        Op::LandingPad { .. } | Op::CatchPad { .. } | Op::CleanupPad { .. } => {
            rest.next().map(|(id, _)| id)
        }
        Op::CatchSwitch { .. } => None,
        _ => Some(id),
    }
}
