//! The values that an instruction takes.

use super::instruction::Op;
use super::value::{Constant, Expression, Meta, Operand, Value};
use super::{Call, Local};

impl<'a> Op<'a> {
    /// Hands every value that it takes to `each`, in the order in which they are written: operands,
    /// arguments, the callee, what comes into a phi. Labels aren't values; [`Op::successors`] has those.
    /// Values inside of constants and metadata are not handed over.
    pub fn values<'s>(&'s self, mut each: impl FnMut(&'s Value<'a>)) {
        let each: &mut dyn FnMut(&'s Value<'a>) = &mut each;
        match self {
            Self::Ret(operand) => operand.iter().for_each(|operand| each(&operand.value)),
            Self::CondBr { condition, .. } => each(&condition.value),
            Self::Switch { value, cases, .. } => {
                each(&value.value);
                cases.iter().for_each(|(case, _)| each(&case.value));
            }
            Self::IndirectBr { address, .. } => each(&address.value),
            Self::Invoke { call, .. } | Self::CallBr { call, .. } | Self::Call(call) => {
                call_values(call, each);
            }
            Self::Resume(operand)
            | Self::Freeze(operand)
            | Self::FNeg { operand, .. }
            | Self::Cast { operand, .. } => each(&operand.value),
            Self::CleanupRet { pad, .. } | Self::CatchRet { pad, .. } => each(pad),
            Self::CatchSwitch { parent, .. } => each(parent),
            Self::Binary { left, right, .. }
            | Self::ICmp { left, right, .. }
            | Self::FCmp { left, right, .. } => {
                each(left);
                each(right);
            }
            Self::Phi { incoming, .. } => incoming.iter().for_each(|(value, _)| each(value)),
            Self::Select {
                condition,
                then,
                otherwise,
                ..
            } => all([condition, then, otherwise], each),
            Self::Alloca { count, .. } => count.iter().for_each(|count| each(&count.value)),
            Self::Load { pointer, .. } => each(&pointer.value),
            Self::Store { value, pointer, .. } => all([value, pointer], each),
            Self::CmpXchg {
                pointer,
                expected,
                new,
                ..
            } => all([pointer, expected, new], each),
            Self::AtomicRmw { pointer, value, .. } => all([pointer, value], each),
            Self::GetElementPtr { base, indices, .. } => {
                each(&base.value);
                all(indices, each);
            }
            Self::ExtractElement { vector, index } => all([vector, index], each),
            Self::InsertElement {
                vector,
                element,
                index,
            } => all([vector, element, index], each),
            Self::ShuffleVector { left, right, mask } => all([left, right, mask], each),
            Self::ExtractValue { aggregate, .. } => each(&aggregate.value),
            Self::InsertValue {
                aggregate, element, ..
            } => all([aggregate, element], each),
            Self::VaArg { list, .. } => each(&list.value),
            Self::LandingPad { clauses, .. } => {
                clauses.iter().for_each(|(_, operand)| each(&operand.value));
            }
            Self::CatchPad { within, arguments } | Self::CleanupPad { within, arguments } => {
                each(within);
                all(arguments, each);
            }
            Self::Br(_)
            | Self::Unreachable
            | Self::Fence(_)
            | Self::DebugRecord { .. }
            | Self::Opaque(_) => {}
        }
    }

    /// The registers that it reads, in the order in which they are written, those in metadata arguments
    /// and debug records included.
    #[must_use]
    pub fn uses(&self) -> Vec<Local> {
        let mut out = Vec::new();
        self.values(|value| value_locals(value, &mut out));
        match self {
            Self::DebugRecord { arguments, .. } => {
                arguments
                    .iter()
                    .for_each(|meta| meta_locals(meta, &mut out));
            }
            Self::Opaque(opaque) => out.extend_from_slice(&opaque.uses),
            _ => {}
        }
        out
    }
}

fn all<'s, 'a: 's>(
    operands: impl IntoIterator<Item = &'s Operand<'a>>,
    each: &mut dyn FnMut(&'s Value<'a>),
) {
    for operand in operands {
        each(&operand.value);
    }
}

fn call_values<'s, 'a>(call: &'s Call<'a>, each: &mut dyn FnMut(&'s Value<'a>)) {
    each(&call.callee);
    for argument in &call.arguments {
        each(&argument.value);
    }
    for bundle in &call.bundles {
        all(&bundle.operands, each);
    }
}

fn value_locals(value: &Value<'_>, out: &mut Vec<Local>) {
    match value {
        Value::Local(local) => out.push(*local),
        Value::Metadata(meta) => meta_locals(meta, out),
        Value::Constant(_) | Value::Asm(_) => {}
    }
}

fn meta_locals(meta: &Meta<'_>, out: &mut Vec<Local>) {
    match meta {
        Meta::Value(operand) => value_locals(&operand.value, out),
        Meta::List(operands) => operands
            .iter()
            .for_each(|operand| value_locals(&operand.value, out)),
        _ => {}
    }
}

impl<'a> Constant<'a> {
    /// The functions and globals whose addresses are in it, at any depth.
    pub fn globals(&self, each: &mut dyn FnMut(super::Name<'a>)) {
        match self {
            Self::Global(name)
            | Self::BlockAddress(name, _)
            | Self::DsoLocalEquivalent(name)
            | Self::NoCfi(name) => each(*name),
            Self::Array(operands) | Self::Vector(operands) => operand_globals(operands, each),
            Self::Struct { fields, .. } => operand_globals(fields, each),
            Self::Splat(operand) => operand_globals([&**operand], each),
            Self::Expression(expression) => match &**expression {
                Expression::Cast { operand, .. } => operand_globals([operand], each),
                Expression::Binary { left, right, .. } => operand_globals([left, right], each),
                Expression::GetElementPtr { operands, .. } => operand_globals(operands, each),
            },
            _ => {}
        }
    }
}

fn operand_globals<'s, 'a: 's>(
    operands: impl IntoIterator<Item = &'s Operand<'a>>,
    each: &mut dyn FnMut(super::Name<'a>),
) {
    for operand in operands {
        if let Value::Constant(constant) = &operand.value {
            constant.globals(each);
        }
    }
}
