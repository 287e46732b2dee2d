//! The types of registers, from where they are used: beside each use stands its type.

use crate::model::{Call, Function, Op, Operand, Type, Value};

/// The type of each register that is used; none where the text doesn't say it.
pub(super) fn of_locals<'f, 'a>(function: &'f Function<'a>) -> Vec<Option<&'f Type<'a>>> {
    let mut types = vec![None; function.locals().len()];
    let mut note = |ty: &'f Type<'a>, value: &'f Value<'a>| {
        if let Some(local) = value.local()
            && let Some(known) = types.get_mut(local.index())
        {
            *known = Some(ty);
        }
    };
    for instruction in function.instructions() {
        each(&instruction.op, &mut note);
    }
    types
}

/// Hands every value of which the type is written to `note`.
fn each<'f, 'a>(op: &'f Op<'a>, note: &mut dyn FnMut(&'f Type<'a>, &'f Value<'a>)) {
    const PTR: &Type<'static> = &Type::Ptr(0);
    const TOKEN: &Type<'static> = &Type::Token;
    let mut all = |operands: &[&'f Operand<'a>]| {
        for operand in operands {
            note(&operand.ty, &operand.value);
        }
    };
    match op {
        Op::Ret(Some(operand))
        | Op::Resume(operand)
        | Op::Freeze(operand)
        | Op::FNeg { operand, .. }
        | Op::Cast { operand, .. }
        | Op::CondBr {
            condition: operand, ..
        }
        | Op::Switch { value: operand, .. }
        | Op::IndirectBr {
            address: operand, ..
        }
        | Op::Alloca {
            count: Some(operand),
            ..
        }
        | Op::Load {
            pointer: operand, ..
        }
        | Op::ExtractValue {
            aggregate: operand, ..
        }
        | Op::VaArg { list: operand, .. } => all(&[operand]),
        Op::Binary {
            ty, left, right, ..
        }
        | Op::ICmp {
            ty, left, right, ..
        }
        | Op::FCmp {
            ty, left, right, ..
        } => {
            note(ty, left);
            note(ty, right);
        }
        Op::Phi { ty, incoming, .. } => incoming.iter().for_each(|(value, _)| note(ty, value)),
        Op::Select {
            condition,
            then,
            otherwise,
            ..
        } => all(&[condition, then, otherwise]),
        Op::Store { value, pointer, .. } | Op::AtomicRmw { pointer, value, .. } => {
            all(&[value, pointer]);
        }
        Op::CmpXchg {
            pointer,
            expected,
            new,
            ..
        } => all(&[pointer, expected, new]),
        Op::GetElementPtr { base, indices, .. } => {
            all(&[base]);
            indices.iter().for_each(|index| all(&[index]));
        }
        Op::ExtractElement { vector, index } => all(&[vector, index]),
        Op::InsertElement {
            vector,
            element,
            index,
        } => all(&[vector, element, index]),
        Op::ShuffleVector { left, right, mask } => all(&[left, right, mask]),
        Op::InsertValue {
            aggregate, element, ..
        } => all(&[aggregate, element]),
        Op::Call(call) | Op::Invoke { call, .. } | Op::CallBr { call, .. } => {
            note(PTR, &call.callee);
            arguments(call, note);
        }
        Op::CleanupRet { pad: token, .. }
        | Op::CatchRet { pad: token, .. }
        | Op::CatchSwitch { parent: token, .. }
        | Op::CatchPad { within: token, .. }
        | Op::CleanupPad { within: token, .. } => note(TOKEN, token),
        _ => {}
    }
}

fn arguments<'f, 'a>(call: &'f Call<'a>, note: &mut dyn FnMut(&'f Type<'a>, &'f Value<'a>)) {
    for argument in &call.arguments {
        note(&argument.ty, &argument.value);
    }
    for operand in call.bundles.iter().flat_map(|bundle| &bundle.operands) {
        note(&operand.ty, &operand.value);
    }
}
