//! Changing what an instruction takes and where it goes.

use super::instruction::Op;
use super::value::{Meta, Operand, Value};
use super::{Call, Local};

impl<'a> Op<'a> {
    /// Hands every value that it takes to `each`, which may change it; those in metadata arguments and
    /// debug records too. What an instruction takes that we don't know can't be changed.
    pub(crate) fn values_mut(&mut self, each: &mut dyn FnMut(&mut Value<'a>)) {
        let mut deep = |value: &mut Value<'a>| value_mut(value, each);
        let deep: &mut dyn FnMut(&mut Value<'a>) = &mut deep;
        match self {
            Self::Ret(operand) => all(operand, deep),
            Self::CondBr { condition, .. } => deep(&mut condition.value),
            Self::Switch { value, .. } => deep(&mut value.value),
            Self::IndirectBr { address, .. } => deep(&mut address.value),
            Self::Invoke { call, .. } | Self::CallBr { call, .. } | Self::Call(call) => {
                call_values(call, deep);
            }
            Self::Resume(operand)
            | Self::Freeze(operand)
            | Self::FNeg { operand, .. }
            | Self::Cast { operand, .. } => deep(&mut operand.value),
            Self::CleanupRet { pad: value, .. }
            | Self::CatchRet { pad: value, .. }
            | Self::CatchSwitch { parent: value, .. } => deep(value),
            Self::Binary { left, right, .. }
            | Self::ICmp { left, right, .. }
            | Self::FCmp { left, right, .. } => {
                deep(left);
                deep(right);
            }
            Self::Phi { incoming, .. } => {
                incoming.iter_mut().for_each(|(value, _)| deep(value));
            }
            Self::Select {
                condition,
                then,
                otherwise,
                ..
            } => all([condition, then, otherwise], deep),
            Self::Alloca { count, .. } => all(count, deep),
            Self::Load { pointer, .. } => deep(&mut pointer.value),
            Self::Store { value, pointer, .. } | Self::AtomicRmw { pointer, value, .. } => {
                all([value, pointer], deep);
            }
            Self::CmpXchg {
                pointer,
                expected,
                new,
                ..
            } => all([pointer, expected, new], deep),
            Self::GetElementPtr { base, indices, .. } => {
                deep(&mut base.value);
                all(&mut **indices, deep);
            }
            Self::ExtractElement { vector, index } => all([vector, index], deep),
            Self::InsertElement {
                vector,
                element,
                index,
            } => all([vector, element, index], deep),
            Self::ShuffleVector { left, right, mask } => all([left, right, mask], deep),
            Self::ExtractValue { aggregate, .. } => deep(&mut aggregate.value),
            Self::InsertValue {
                aggregate, element, ..
            } => all([aggregate, element], deep),
            Self::VaArg { list, .. } => deep(&mut list.value),
            Self::LandingPad { clauses, .. } => {
                all(clauses.iter_mut().map(|(_, operand)| operand), deep);
            }
            Self::CatchPad { within, arguments } | Self::CleanupPad { within, arguments } => {
                deep(within);
                all(&mut **arguments, deep);
            }
            Self::DebugRecord { arguments, .. } => {
                arguments.iter_mut().for_each(|meta| meta_mut(meta, each));
            }
            Self::Br(_) | Self::Unreachable | Self::Fence(_) | Self::Opaque(_) => {}
        }
    }
}

impl Op<'_> {
    /// Hands every label to `each`, which may change it, in the order of [`Op::successors`].
    pub(crate) fn labels_mut(&mut self, mut each: impl FnMut(&mut Local)) {
        match self {
            Self::Br(to) | Self::CatchRet { to, .. } => each(to),
            Self::CondBr {
                then, otherwise, ..
            } => [then, otherwise].into_iter().for_each(each),
            Self::Switch { default, cases, .. } => {
                each(default);
                cases.iter_mut().for_each(|(_, to)| each(to));
            }
            Self::IndirectBr { targets, .. } => targets.iter_mut().for_each(each),
            Self::Invoke { normal, unwind, .. } => [normal, unwind].into_iter().for_each(each),
            Self::CallBr {
                normal, targets, ..
            } => {
                each(normal);
                targets.iter_mut().for_each(each);
            }
            Self::CleanupRet { unwind, .. } => unwind.iter_mut().for_each(each),
            Self::CatchSwitch {
                handlers, unwind, ..
            } => handlers.iter_mut().chain(unwind).for_each(each),
            Self::Opaque(opaque) => opaque.labels.iter_mut().for_each(each),
            _ => {}
        }
    }
}

fn all<'s, 'a: 's>(
    operands: impl IntoIterator<Item = &'s mut Operand<'a>>,
    deep: &mut dyn FnMut(&mut Value<'a>),
) {
    for operand in operands {
        deep(&mut operand.value);
    }
}

fn call_values<'a>(call: &mut Call<'a>, deep: &mut dyn FnMut(&mut Value<'a>)) {
    deep(&mut call.callee);
    for argument in &mut call.arguments {
        deep(&mut argument.value);
    }
    for bundle in &mut call.bundles {
        all(&mut *bundle.operands, deep);
    }
}

fn value_mut<'a>(value: &mut Value<'a>, each: &mut dyn FnMut(&mut Value<'a>)) {
    match value {
        Value::Metadata(meta) => meta_mut(meta, each),
        _ => each(value),
    }
}

fn meta_mut<'a>(meta: &mut Meta<'a>, each: &mut dyn FnMut(&mut Value<'a>)) {
    match meta {
        Meta::Value(operand) => each(&mut operand.value),
        Meta::List(operands) => operands
            .iter_mut()
            .for_each(|operand| each(&mut operand.value)),
        _ => {}
    }
}
