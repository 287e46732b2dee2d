//! The type of what an instruction makes.

use super::context::Check;
use crate::model::{Op, Type};
use std::borrow::Cow;

/// How many elements a value has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lanes {
    /// We don't know the type.
    Unknown,
    /// It is no vector.
    One,
    /// It is a vector.
    Many {
        /// Whether it has `vscale` times as many.
        scalable: bool,
        /// How many.
        length: u64,
    },
}

/// A field of an aggregate: its type, if it is there.
pub(super) enum Field<'t, 'c> {
    /// There is no such field.
    None,
    /// Something is in the way that we don't know.
    Unknown,
    /// It is there.
    Some(&'t Type<'c>),
}

impl<'c> Check<'c> {
    /// The type of the result; `void` if there is none. None if we can't say.
    pub(super) fn result(&self, op: &'c Op<'c>) -> Option<Cow<'c, Type<'c>>> {
        let borrowed = |ty: &'c Type<'c>| Some(Cow::Borrowed(ty));
        match op {
            Op::Invoke { call, .. } | Op::CallBr { call, .. } | Op::Call(call) => {
                borrowed(call.returns())
            }
            Op::CatchSwitch { .. } | Op::CatchPad { .. } | Op::CleanupPad { .. } => {
                Some(Cow::Owned(Type::Token))
            }
            Op::FNeg { operand, .. } | Op::Freeze(operand) => borrowed(&operand.ty),
            Op::Binary { ty, .. }
            | Op::Phi { ty, .. }
            | Op::Load { ty, .. }
            | Op::VaArg { ty, .. }
            | Op::LandingPad { ty, .. } => borrowed(ty),
            Op::Cast { to, .. } => borrowed(to),
            Op::ICmp { ty, .. } | Op::FCmp { ty, .. } => self.like(ty, Type::Int(1)),
            Op::Select { then, .. } => borrowed(&then.ty),
            Op::Alloca { address_space, .. } => {
                Some(Cow::Owned(Type::Ptr(address_space.unwrap_or(0))))
            }
            Op::CmpXchg { expected, .. } => Some(Cow::Owned(Type::Struct {
                packed: false,
                fields: [expected.ty.clone(), Type::Int(1)].into(),
            })),
            Op::AtomicRmw { value, .. } => borrowed(&value.ty),
            Op::GetElementPtr { base, indices, .. } => {
                // A vector among the operands makes a vector of pointers.
                let vector = indices
                    .iter()
                    .find(|index| matches!(self.resolve(&index.ty), Some(Type::Vector { .. })));
                match (self.resolve(&base.ty)?, vector) {
                    (Type::Ptr(space), Some(vector)) => self.like(&vector.ty, Type::Ptr(*space)),
                    _ => borrowed(&base.ty),
                }
            }
            Op::ExtractElement { vector, .. } => match self.resolve(&vector.ty)? {
                Type::Vector { element, .. } => borrowed(element),
                _ => None,
            },
            Op::InsertElement { vector, .. } => borrowed(&vector.ty),
            Op::ShuffleVector { left, mask, .. } => match self.resolve(&left.ty)? {
                Type::Vector { element, .. } => self.like(&mask.ty, (**element).clone()),
                _ => None,
            },
            Op::ExtractValue { aggregate, indices } => match self.field(&aggregate.ty, indices) {
                Field::Some(ty) => borrowed(ty),
                Field::None | Field::Unknown => None,
            },
            Op::InsertValue { aggregate, .. } => borrowed(&aggregate.ty),
            Op::Opaque(_) => None,
            Op::Ret(_)
            | Op::Br(_)
            | Op::CondBr { .. }
            | Op::Switch { .. }
            | Op::IndirectBr { .. }
            | Op::Resume(_)
            | Op::Unreachable
            | Op::CleanupRet { .. }
            | Op::CatchRet { .. }
            | Op::Store { .. }
            | Op::Fence(_)
            | Op::DebugRecord { .. } => Some(Cow::Owned(Type::Void)),
        }
    }

    /// `scalar`, or as many of it as `ty` has elements.
    fn like(&self, ty: &Type<'c>, scalar: Type<'c>) -> Option<Cow<'c, Type<'c>>> {
        Some(Cow::Owned(match self.resolve(ty)? {
            Type::Vector {
                scalable, length, ..
            } => Type::Vector {
                scalable: *scalable,
                length: *length,
                element: Box::new(scalar),
            },
            _ => scalar,
        }))
    }

    /// The type of a field of a struct or array.
    pub(super) fn field<'t>(&self, aggregate: &'t Type<'c>, indices: &[u64]) -> Field<'t, 'c>
    where
        'c: 't,
    {
        let mut ty = aggregate;
        for index in indices {
            let inner = match self.resolve(ty) {
                None => return Field::Unknown,
                Some(Type::Array(length, element)) if index < length => Some(&**element),
                Some(Type::Struct { fields, .. }) => usize::try_from(*index)
                    .ok()
                    .and_then(|index| fields.get(index)),
                Some(_) => None,
            };
            match inner {
                Some(inner) => ty = inner,
                None => return Field::None,
            }
        }
        Field::Some(ty)
    }

    /// What a type consists of: the element of a vector, else itself.
    pub(super) fn scalar<'t>(&self, ty: &'t Type<'c>) -> Option<&'t Type<'c>>
    where
        'c: 't,
    {
        match self.resolve(ty)? {
            Type::Vector { element, .. } => self.resolve(element),
            ty => Some(ty),
        }
    }

    /// How many elements values of a type have.
    pub(super) fn lanes(&self, ty: &Type<'c>) -> Lanes {
        match self.resolve(ty) {
            None => Lanes::Unknown,
            Some(Type::Vector {
                scalable, length, ..
            }) => Lanes::Many {
                scalable: *scalable,
                length: *length,
            },
            Some(_) => Lanes::One,
        }
    }
}
