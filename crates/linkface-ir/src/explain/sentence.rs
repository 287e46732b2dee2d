//! What one instruction does with its operands.

mod address;
mod arithmetic;
mod atomic;
mod call;
mod comparison;
mod control;
mod conversion;
mod intrinsic;
mod memory;
mod parts;
mod variable;

use crate::cfg::{Cfg, Dominators, Transfer};
use crate::model::{Function, Instruction, Op, Type};
use crate::module::Module;

/// Says what the instructions of one function do.
#[derive(Debug)]
pub struct Explainer<'f, 'a> {
    pub(super) module: Option<&'f Module<'a>>,
    pub(super) function: &'f Function<'a>,
    pub(super) dominators: Dominators,
    pub(super) transfer: Transfer<'a>,
}

impl<'f, 'a> Explainer<'f, 'a> {
    /// For `function`. With its module, constants, attribute groups and variables of the source are known
    /// too.
    #[must_use]
    pub fn new(module: Option<&'f Module<'a>>, function: &'f Function<'a>) -> Self {
        Self {
            module,
            function,
            dominators: Dominators::new(&Cfg::new(function)),
            transfer: module
                .map_or_else(Transfer::default, |module| Transfer::new(module, function)),
        }
    }

    /// What `instruction`, one of the function's, does: a sentence, seldom two.
    #[must_use]
    pub fn sentence(&self, instruction: &Instruction<'a>) -> String {
        let result = instruction.result.map(|local| self.local(local));
        let is = |what: String| match &result {
            Some(result) => format!("{result} is {what}."),
            None => format!("{what}, for nobody."),
        };
        match &instruction.op {
            Op::Ret(_)
            | Op::Br(_)
            | Op::CondBr { .. }
            | Op::Switch { .. }
            | Op::IndirectBr { .. }
            | Op::Resume(_)
            | Op::Unreachable
            | Op::CleanupRet { .. }
            | Op::CatchRet { .. }
            | Op::CatchSwitch { .. } => self.terminator(instruction),
            Op::Invoke { .. } | Op::CallBr { .. } | Op::Call(_) => self.call(instruction),
            Op::FNeg { operand, .. } => is(format!(
                "{} with the other sign{}",
                self.operand(operand),
                lanes(&operand.ty)
            )),
            Op::Binary { .. } => is(self.binary(&instruction.op)),
            Op::Cast { .. } => is(self.cast(&instruction.op)),
            Op::ICmp { .. } | Op::FCmp { .. } => is(self.comparison(&instruction.op)),
            Op::Phi { .. } => self.phi(instruction),
            Op::Select { .. } => is(self.select(&instruction.op)),
            Op::Freeze(operand) => is(format!(
                "{}; if that is poison or undef, some value, always the same one",
                self.operand(operand)
            )),
            Op::Alloca { .. }
            | Op::Load { .. }
            | Op::Store { .. }
            | Op::Fence(_)
            | Op::CmpXchg { .. }
            | Op::AtomicRmw { .. } => self.memory(instruction),
            Op::GetElementPtr { .. } => is(self.address(&instruction.op)),
            Op::ExtractElement { .. }
            | Op::InsertElement { .. }
            | Op::ShuffleVector { .. }
            | Op::ExtractValue { .. }
            | Op::InsertValue { .. } => is(self.part(&instruction.op)),
            Op::VaArg { list, ty } => is(format!(
                "the next argument of {}, taken as {ty}",
                self.operand(list)
            )),
            Op::LandingPad { .. } | Op::CatchPad { .. } | Op::CleanupPad { .. } => {
                self.pad(instruction)
            }
            Op::DebugRecord { .. } => self.variable(instruction),
            Op::Opaque(opaque) => format!("`{}` isn't known here.", opaque.opcode),
        }
    }
}

/// What to say behind an operation on vectors.
fn lanes(ty: &Type<'_>) -> &'static str {
    match ty {
        Type::Vector { .. } => ", element by element",
        _ => "",
    }
}

/// With a capital letter at the start, unless that is a name.
fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) if first.is_ascii_lowercase() => {
            let mut out = first.to_ascii_uppercase().to_string();
            out.push_str(letters.as_str());
            out
        }
        _ => sentence.to_owned(),
    }
}
