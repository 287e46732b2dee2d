//! What registers hold while a function runs.

use super::int::Int;
use super::poison::Poison;
use crate::model::ty::Float;
use std::fmt;
use std::rc::Rc;

/// A value.
#[derive(Clone, Debug)]
pub enum Value {
    /// A whole number.
    Int(Int),
    /// A floating-point number: its type and its bits.
    Float(Float, u128),
    /// A pointer.
    Ptr(Pointer),
    /// A pointer or floating-point number that is `undef`.
    Undef,
    /// The result of a promise that wasn't kept.
    Poison(Poison),
    /// The fields of a struct, the elements of an array or vector.
    Aggregate(Rc<[Value]>),
    /// Nothing: what `void` functions return.
    Void,
}

/// A pointer: an address, and the memory that it may be used for
/// ([LangRef, Pointer Aliasing Rules](https://llvm.org/docs/LangRef.html#pointer-aliasing-rules)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// The address.
    pub address: u64,
    /// The memory.
    pub provenance: Provenance,
}

/// Which memory a pointer may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Provenance {
    /// None: `null`, or an address that was made up.
    None,
    /// Any whose address was given away by `ptrtoint`: what `inttoptr` returns.
    Exposed,
    /// This one.
    Allocation(AllocationId),
}

/// One object in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AllocationId(pub(crate) u64);

impl Pointer {
    /// The null pointer.
    pub const NULL: Self = Self {
        address: 0,
        provenance: Provenance::None,
    };

    /// The same memory at another address.
    #[must_use]
    pub fn at(self, address: u64) -> Self {
        Self { address, ..self }
    }
}

impl Value {
    /// An integer of this width.
    #[must_use]
    pub fn int(width: u32, value: i128) -> Self {
        Self::Int(Int::signed(width, value))
    }

    /// `true` or `false`.
    #[must_use]
    pub fn bool(value: bool) -> Self {
        Self::Int(Int::bool(value))
    }

    /// A `double`.
    #[must_use]
    pub fn double(value: f64) -> Self {
        Self::Float(Float::Double, u128::from(value.to_bits()))
    }

    /// A `float`.
    #[must_use]
    pub fn float(value: f32) -> Self {
        Self::Float(Float::Float, u128::from(value.to_bits()))
    }

    /// A struct, array or vector.
    #[must_use]
    pub fn aggregate(fields: impl IntoIterator<Item = Self>) -> Self {
        Self::Aggregate(fields.into_iter().collect())
    }

    /// Its poison, its first field's that has one.
    #[must_use]
    pub fn poison(&self) -> Option<&Poison> {
        match self {
            Self::Poison(poison) => Some(poison),
            Self::Aggregate(fields) => fields.iter().find_map(Self::poison),
            _ => None,
        }
    }

    /// Whether a bit of it is `undef`.
    #[must_use]
    pub fn has_undef(&self) -> bool {
        match self {
            Self::Int(int) => !int.is_defined(),
            Self::Undef => true,
            Self::Aggregate(fields) => fields.iter().any(Self::has_undef),
            _ => false,
        }
    }

    /// The whole number that it is, if every bit of it is known.
    #[must_use]
    pub fn as_int(&self) -> Option<Int> {
        match self {
            Self::Int(int) if int.is_defined() => Some(*int),
            _ => None,
        }
    }

    /// The fields or elements.
    #[must_use]
    pub fn fields(&self) -> Option<&[Self]> {
        match self {
            Self::Aggregate(fields) => Some(fields),
            _ => None,
        }
    }
}

/// As LLVM would write it, without types. Pointers have an address.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(int) => int.fmt(f),
            Self::Float(kind, bits) => float(*kind, *bits, f),
            Self::Ptr(Pointer::NULL) => f.write_str("null"),
            Self::Ptr(pointer) => write!(f, "{:#x}", pointer.address),
            Self::Undef => f.write_str("undef"),
            Self::Poison(_) => f.write_str("poison"),
            Self::Void => f.write_str("void"),
            Self::Aggregate(fields) => {
                f.write_str("{ ")?;
                for (nth, field) in fields.iter().enumerate() {
                    if nth > 0 {
                        f.write_str(", ")?;
                    }
                    field.fmt(f)?;
                }
                f.write_str(" }")
            }
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the upper bits of a narrow number are zero"
)]
fn float(kind: Float, bits: u128, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match kind {
        Float::Float => write!(f, "{:?}", f32::from_bits(bits as u32)),
        Float::Double => write!(f, "{:?}", f64::from_bits(bits as u64)),
        _ => write!(f, "{} {bits:#x}", kind.word()),
    }
}
