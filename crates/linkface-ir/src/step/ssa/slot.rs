//! Which allocas can become registers, and why others can't.

use crate::model::value::Meta;
use crate::model::{BlockId, Call, Flags, Function, InstId, Local, Op, Type, Value};
use rustc_hash::FxHashMap;
use std::fmt;

/// An `alloca`, and what is done with it.
#[derive(Clone, Debug)]
pub struct Slot<'a> {
    /// The instruction.
    pub alloca: InstId,
    /// The register that holds its address.
    pub local: Local,
    /// What is loaded and stored: one type, if it can become registers; none if nothing is.
    pub ty: Option<Type<'a>>,
    /// Loads and stores, in the order of the text.
    pub accesses: Vec<InstId>,
    /// Markers of its lifetime, in the order of the text.
    pub markers: Vec<InstId>,
    /// Debug records that name it, in the order of the text.
    pub records: Vec<InstId>,
    /// Why it has to stay in memory.
    pub stays: Option<Stays>,
}

/// Why an `alloca` has to stay in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stays {
    /// It isn't in the first block: whenever it runs there is a new one.
    NotAtStart,
    /// The first block is a jump target, which it may not be.
    Broken,
    /// `alloca T, i64 n`: it may be several.
    Array,
    /// The address of a part of it is computed.
    Parts(InstId),
    /// It is copied, filled or compared as a whole.
    Bulk(InstId),
    /// Its address goes elsewhere.
    Escapes(InstId),
    /// A volatile access: it has to happen.
    Volatile(InstId),
    /// An atomic access.
    Atomic(InstId),
    /// Two accesses of different types.
    Types(InstId, InstId),
    /// An access that is larger than it.
    Beyond(InstId),
    /// An instruction that we don't know.
    Unknown(InstId),
}

impl Stays {
    /// The instruction that is the reason.
    #[must_use]
    pub fn instruction(self) -> Option<InstId> {
        match self {
            Self::NotAtStart | Self::Broken | Self::Array => None,
            Self::Parts(at)
            | Self::Bulk(at)
            | Self::Escapes(at)
            | Self::Volatile(at)
            | Self::Atomic(at)
            | Self::Types(_, at)
            | Self::Beyond(at)
            | Self::Unknown(at) => Some(at),
        }
    }
}

/// As a sentence without a full stop.
impl fmt::Display for Stays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAtStart => "it isn't in the first block: whenever it runs there is a new slot",
            Self::Broken => "the first block is a jump target, so there is no start",
            Self::Array => "it has a count, so it may be several slots",
            Self::Parts(_) => "the address of a part of it is taken; LLVM's `sroa` may split such a slot first",
            Self::Bulk(_) => "it is copied or filled as a whole; LLVM's `sroa` may make loads and stores of that first",
            Self::Escapes(_) => "its address goes elsewhere, where others may read and write through it",
            Self::Volatile(_) => "a volatile access has to happen in memory",
            Self::Atomic(_) => "an atomic access is made for memory that others see",
            Self::Types(..) => "it is accessed as two types; LLVM's `sroa` may convert between them first",
            Self::Beyond(_) => "an access is larger than the slot",
            Self::Unknown(_) => "what this instruction does with it isn't known",
        })
    }
}

/// All allocas of a function, in the order of the text.
pub(super) fn all<'a>(function: &Function<'a>) -> Vec<Slot<'a>> {
    let mut slots = Vec::new();
    let mut by_local = FxHashMap::default();
    for block in function.block_ids() {
        for (id, instruction) in function.numbered(block) {
            let (Op::Alloca { count, flags, .. }, Some(local)) =
                (&instruction.op, instruction.result)
            else {
                continue;
            };
            let stays = if block != BlockId(0) {
                Some(Stays::NotAtStart)
            } else if count.is_some() || !flags.is_empty() {
                Some(Stays::Array)
            } else {
                None
            };
            by_local.insert(local, slots.len());
            slots.push(Slot {
                alloca: id,
                local,
                ty: None,
                accesses: Vec::new(),
                markers: Vec::new(),
                records: Vec::new(),
                stays,
            });
        }
    }
    if slots.is_empty() {
        return slots;
    }
    for (id, instruction) in (0u32..).map(InstId).zip(function.instructions()) {
        for local in instruction.op.uses() {
            if let Some(slot) = by_local.get(&local)
                && let Some(slot) = slots.get_mut(*slot)
            {
                slot.used(function, id);
            }
        }
    }
    slots
}

impl<'a> Slot<'a> {
    /// One instruction uses its address.
    fn used(&mut self, function: &Function<'a>, id: InstId) {
        let is_address = |value: &Value<'a>| value.local() == Some(self.local);
        match &function.instruction(id).op {
            Op::Load {
                flags, ty, atomic, ..
            } => self.accessed(function, id, ty, *flags, atomic.is_some()),
            Op::Store { value, .. } if is_address(&value.value) => {
                self.stay(Stays::Escapes(id));
            }
            Op::Store {
                flags,
                value,
                atomic,
                ..
            } => self.accessed(function, id, &value.ty, *flags, atomic.is_some()),
            Op::DebugRecord { .. } => push(&mut self.records, id),
            Op::Call(call) => self.called(call, id),
            Op::Opaque(_) => {
                self.stay(Stays::Unknown(id));
            }
            Op::GetElementPtr { base, .. } if is_address(&base.value) => {
                self.stay(Stays::Parts(id));
            }
            _ => {
                self.stay(Stays::Escapes(id));
            }
        }
    }

    /// The first reason counts, but one that `sroa` can do nothing about is the better one.
    fn stay(&mut self, why: Stays) {
        let splits = |why: &Stays| {
            matches!(
                why,
                Stays::Parts(_) | Stays::Bulk(_) | Stays::Types(..) | Stays::Beyond(_)
            )
        };
        match &self.stays {
            Some(known) if !splits(known) || splits(&why) => {}
            _ => self.stays = Some(why),
        }
    }

    fn called(&mut self, call: &Call<'a>, id: InstId) {
        let callee = call.callee.global().map_or("", |name| name.key());
        let debug_only = call.arguments.iter().all(|argument| {
            let is_address = argument.value.local() == Some(self.local);
            matches!(
                &argument.value,
                Value::Metadata(Meta::Value(_) | Meta::List(_))
            ) || !is_address
        }) && callee.starts_with("llvm.dbg.");
        if callee.starts_with("llvm.lifetime.") {
            push(&mut self.markers, id);
        } else if debug_only {
            push(&mut self.records, id);
        } else {
            let bulk = ["llvm.memcpy.", "llvm.memmove.", "llvm.memset."];
            self.stay(if bulk.iter().any(|prefix| callee.starts_with(prefix)) {
                Stays::Bulk(id)
            } else {
                Stays::Escapes(id)
            });
        }
    }

    fn accessed(
        &mut self,
        function: &Function<'a>,
        id: InstId,
        ty: &Type<'a>,
        flags: Flags,
        atomic: bool,
    ) {
        if flags.has(Flags::VOLATILE) {
            self.stay(Stays::Volatile(id));
        } else if atomic {
            self.stay(Stays::Atomic(id));
        } else if self.ty.as_ref().is_some_and(|first| first != ty) {
            let first = self.accesses.first().copied().unwrap_or(id);
            self.stay(Stays::Types(first, id));
        } else if let Op::Alloca { ty: whole, .. } = &function.instruction(self.alloca).op
            && let (Some(part), Some(whole)) = (bytes(ty), bytes(whole))
            && part > whole
        {
            self.stay(Stays::Beyond(id));
        }
        self.ty.get_or_insert_with(|| ty.clone());
        push(&mut self.accesses, id);
    }
}

/// An instruction may use an address twice.
fn push(list: &mut Vec<InstId>, id: InstId) {
    if list.last() != Some(&id) {
        list.push(id);
    }
}

/// How many bytes a type takes, where that is the same on every target.
fn bytes(ty: &Type<'_>) -> Option<u64> {
    match ty {
        Type::Int(bits) => Some(u64::from(*bits).div_ceil(8)),
        Type::Float(float) => Some(u64::from(float.bits()).div_ceil(8)),
        Type::Array(length, element) => match **element {
            Type::Int(8) => Some(*length),
            _ => None,
        },
        _ => None,
    }
}
