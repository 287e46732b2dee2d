//! What can be asked of an operation: its word, its call, where it goes.

use super::{Call, Local, Op};

impl<'a> Op<'a> {
    /// The word that says which instruction it is: `add`, `br`, `#dbg_value`'s is `#dbg`.
    #[must_use]
    pub fn word(&self) -> &'a str {
        match self {
            Self::Ret(_) => "ret",
            Self::Br(_) | Self::CondBr { .. } => "br",
            Self::Switch { .. } => "switch",
            Self::IndirectBr { .. } => "indirectbr",
            Self::Invoke { .. } => "invoke",
            Self::CallBr { .. } => "callbr",
            Self::Resume(_) => "resume",
            Self::Unreachable => "unreachable",
            Self::CleanupRet { .. } => "cleanupret",
            Self::CatchRet { .. } => "catchret",
            Self::CatchSwitch { .. } => "catchswitch",
            Self::FNeg { .. } => "fneg",
            Self::Binary { op, .. } => op.word(),
            Self::Cast { op, .. } => op.word(),
            Self::ICmp { .. } => "icmp",
            Self::FCmp { .. } => "fcmp",
            Self::Phi { .. } => "phi",
            Self::Select { .. } => "select",
            Self::Freeze(_) => "freeze",
            Self::Alloca { .. } => "alloca",
            Self::Load { .. } => "load",
            Self::Store { .. } => "store",
            Self::Fence(_) => "fence",
            Self::CmpXchg { .. } => "cmpxchg",
            Self::AtomicRmw { .. } => "atomicrmw",
            Self::GetElementPtr { .. } => "getelementptr",
            Self::ExtractElement { .. } => "extractelement",
            Self::InsertElement { .. } => "insertelement",
            Self::ShuffleVector { .. } => "shufflevector",
            Self::ExtractValue { .. } => "extractvalue",
            Self::InsertValue { .. } => "insertvalue",
            Self::Call(_) => "call",
            Self::VaArg { .. } => "va_arg",
            Self::LandingPad { .. } => "landingpad",
            Self::CatchPad { .. } => "catchpad",
            Self::CleanupPad { .. } => "cleanuppad",
            Self::DebugRecord { .. } => "#dbg",
            Self::Opaque(opaque) => opaque.opcode,
        }
    }

    /// Whether it ends a block. An unknown instruction with labels counts as one that does.
    #[must_use]
    pub fn is_terminator(&self) -> bool {
        match self {
            Self::Ret(_)
            | Self::Br(_)
            | Self::CondBr { .. }
            | Self::Switch { .. }
            | Self::IndirectBr { .. }
            | Self::Invoke { .. }
            | Self::CallBr { .. }
            | Self::Resume(_)
            | Self::Unreachable
            | Self::CleanupRet { .. }
            | Self::CatchRet { .. }
            | Self::CatchSwitch { .. } => true,
            Self::Opaque(opaque) => !opaque.labels.is_empty(),
            _ => false,
        }
    }

    /// The call in it: of `call`, `invoke` and `callbr`.
    #[must_use]
    pub fn call(&self) -> Option<&Call<'a>> {
        match self {
            Self::Call(call) | Self::Invoke { call, .. } | Self::CallBr { call, .. } => Some(call),
            _ => None,
        }
    }

    /// The blocks to which it may go, in the order in which they are written; one may be there twice.
    #[must_use]
    pub fn successors(&self) -> Vec<Local> {
        match self {
            Self::Br(to) | Self::CatchRet { to, .. } => vec![*to],
            Self::CondBr {
                then, otherwise, ..
            } => vec![*then, *otherwise],
            Self::Switch { default, cases, .. } => std::iter::once(*default)
                .chain(cases.iter().map(|(_, to)| *to))
                .collect(),
            Self::IndirectBr { targets, .. } => targets.to_vec(),
            Self::Invoke { normal, unwind, .. } => vec![*normal, *unwind],
            Self::CallBr {
                normal, targets, ..
            } => std::iter::once(*normal)
                .chain(targets.iter().copied())
                .collect(),
            Self::CleanupRet { unwind, .. } => unwind.iter().copied().collect(),
            Self::CatchSwitch {
                handlers, unwind, ..
            } => handlers.iter().copied().chain(*unwind).collect(),
            Self::Opaque(opaque) => opaque.labels.to_vec(),
            _ => Vec::new(),
        }
    }
}
