//! Types.

use super::Name;

/// A type ([LangRef, Type System](https://llvm.org/docs/LangRef.html#type-system)).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type<'a> {
    /// `void`: no value.
    Void,
    /// `iN`: an integer of N bits, without a sign.
    Int(u32),
    /// `half`, `bfloat`, `float`, `double`, `fp128`, `x86_fp80`, `ppc_fp128`.
    Float(Float),
    /// `ptr`, `ptr addrspace(N)`: a pointer to anything.
    Ptr(u32),
    /// `[N x T]`.
    Array(u64, Box<Type<'a>>),
    /// `<N x T>`, `<vscale x N x T>`.
    Vector {
        /// Whether it has `vscale` times as many elements.
        scalable: bool,
        /// How many elements.
        length: u64,
        /// What each element is.
        element: Box<Type<'a>>,
    },
    /// `{ A, B }`; packed: `<{ A, B }>`.
    Struct {
        /// Without padding between the fields.
        packed: bool,
        /// The fields, in order; they have no names.
        fields: Box<[Type<'a>]>,
    },
    /// `%Name`: defined elsewhere in the module.
    Named(Name<'a>),
    /// `R (A, B, ...)`: only of the callee of a call.
    Function(Box<FunctionType<'a>>),
    /// `label`.
    Label,
    /// `token`.
    Token,
    /// `metadata`.
    Metadata,
    /// `x86_amx`.
    X86Amx,
    /// `opaque`: in type definitions only.
    OpaqueStruct,
    /// `target("…", …)`, and whatever a later LLVM brings, as it is written.
    Other(&'a str),
}

/// The type of a function: what it returns and takes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FunctionType<'a> {
    /// What it returns.
    pub returns: Type<'a>,
    /// What it takes.
    pub parameters: Box<[Type<'a>]>,
    /// Whether `...` follows.
    pub variadic: bool,
}

/// The types of floating-point numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Float {
    /// `half`: IEEE binary16.
    Half,
    /// `bfloat`: the upper half of a `float`.
    BFloat,
    /// `float`: IEEE binary32, Rust's `f32`.
    Float,
    /// `double`: IEEE binary64, Rust's `f64`.
    Double,
    /// `fp128`: IEEE binary128, Rust's `f128`.
    Fp128,
    /// `x86_fp80`: the x87's 80 bits.
    X86Fp80,
    /// `ppc_fp128`: two doubles.
    PpcFp128,
}

impl Float {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Half => "half",
            Self::BFloat => "bfloat",
            Self::Float => "float",
            Self::Double => "double",
            Self::Fp128 => "fp128",
            Self::X86Fp80 => "x86_fp80",
            Self::PpcFp128 => "ppc_fp128",
        }
    }

    /// How many bits it has.
    #[must_use]
    pub fn bits(self) -> u32 {
        match self {
            Self::Half | Self::BFloat => 16,
            Self::Float => 32,
            Self::Double => 64,
            Self::X86Fp80 => 80,
            Self::Fp128 | Self::PpcFp128 => 128,
        }
    }
}

impl Type<'_> {
    /// Whether it is `void`.
    #[must_use]
    pub fn is_void(&self) -> bool {
        matches!(self, Self::Void)
    }

    /// Whether it is a pointer.
    #[must_use]
    pub fn is_ptr(&self) -> bool {
        matches!(self, Self::Ptr(_))
    }
}
