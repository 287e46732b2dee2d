//! Values: what instructions take.

use super::{Local, Name, Type};

/// A value with its type: `i32 %x`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operand<'a> {
    /// Its type.
    pub ty: Type<'a>,
    /// The value.
    pub value: Value<'a>,
}

/// A value without its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// `%x`: a register of the function.
    Local(Local),
    /// What is known before the program runs.
    Constant(Constant<'a>),
    /// What follows `metadata`.
    Metadata(Meta<'a>),
    /// `asm …`: only as the callee of a call.
    Asm(Box<InlineAsm<'a>>),
}

/// What is known before the program runs
/// ([LangRef, Constants](https://llvm.org/docs/LangRef.html#constants)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Constant<'a> {
    /// A whole number, as it is written: `42`, `-1`, `u0xff`.
    Int(&'a str),
    /// `true` or `false`.
    Bool(bool),
    /// A floating-point number, as it is written: `1.0e0`, `0x3FF0000000000000`, `0xK…`.
    Float(&'a str),
    /// `null`.
    Null,
    /// `none`, of type `token`.
    None,
    /// `undef`: any bits, others at each use.
    Undef,
    /// `poison`: the result of a promise that wasn't kept.
    Poison,
    /// `zeroinitializer`.
    Zero,
    /// `c"…"`: bytes, as they are written between the quotes.
    Bytes(&'a str),
    /// `[T a, T b]`.
    Array(Box<[Operand<'a>]>),
    /// `{T a, U b}`; packed: `<{T a, U b}>`.
    Struct {
        /// Without padding between the fields.
        packed: bool,
        /// The fields.
        fields: Box<[Operand<'a>]>,
    },
    /// `<T a, T b>`.
    Vector(Box<[Operand<'a>]>),
    /// `splat (T a)`.
    Splat(Box<Operand<'a>>),
    /// `@name`: the address of a function or global.
    Global(Name<'a>),
    /// `blockaddress(@function, %block)`.
    BlockAddress(Name<'a>, Name<'a>),
    /// `dso_local_equivalent @name`.
    DsoLocalEquivalent(Name<'a>),
    /// `no_cfi @name`.
    NoCfi(Name<'a>),
    /// An operation on constants: `getelementptr inbounds (i8, ptr @a, i64 8)`.
    Expression(Box<Expression<'a>>),
    /// Anything else, as it is written.
    Other(&'a str),
}

/// An operation on constants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression<'a> {
    /// `ptrtoint (ptr @a to i64)` and the other conversions.
    Cast {
        /// Which.
        op: super::CastOp,
        /// Its words: `nuw`, `nneg`.
        flags: super::Flags,
        /// Of what.
        operand: Operand<'a>,
        /// To what.
        to: Type<'a>,
    },
    /// `add (i64 a, i64 b)`, `sub`, `xor`, …
    Binary {
        /// Which.
        op: super::BinaryOp,
        /// Its words: `nuw`, `nsw`.
        flags: super::Flags,
        /// The left side.
        left: Operand<'a>,
        /// The right side.
        right: Operand<'a>,
    },
    /// `getelementptr inbounds (T, ptr @a, i64 1)`.
    GetElementPtr {
        /// `inbounds`, `nusw`, `nuw`.
        flags: super::Flags,
        /// What stands between `inrange(` and `)`.
        in_range: Option<&'a str>,
        /// The type that is stepped over.
        element: Type<'a>,
        /// The base, then the indices.
        operands: Box<[Operand<'a>]>,
    },
}

/// Metadata as a value or as an argument of a debug record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meta<'a> {
    /// `!17`.
    Node(u32),
    /// `!"text"`: what is between the quotes.
    Text(&'a str),
    /// `i32 %x`: a value.
    Value(Box<Operand<'a>>),
    /// `!DIArgList(i32 %x, i32 %y)`.
    List(Box<[Operand<'a>]>),
    /// `!DIExpression(…)`, `!{…}` and other nodes that are written in place, as they are written.
    Inline(&'a str),
    /// `null`.
    Null,
}

/// `asm sideeffect "text", "constraints"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InlineAsm<'a> {
    /// `sideeffect`, `alignstack`, `inteldialect`, `unwind`, in this order.
    pub words: Box<[&'a str]>,
    /// The instructions, as they are written between the quotes.
    pub text: &'a str,
    /// What goes in and out, as it is written between the quotes.
    pub constraints: &'a str,
}

impl<'a> Value<'a> {
    /// The register that it is.
    #[must_use]
    pub fn local(&self) -> Option<Local> {
        match self {
            Self::Local(local) => Some(*local),
            _ => None,
        }
    }

    /// The function or global that it is.
    #[must_use]
    pub fn global(&self) -> Option<Name<'a>> {
        match self {
            Self::Constant(Constant::Global(name)) => Some(*name),
            _ => None,
        }
    }
}
