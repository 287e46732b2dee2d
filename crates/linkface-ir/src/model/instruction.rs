//! Instructions.

use super::attribute::Attributes;
use super::value::Meta;
use super::{Local, Name, Operand, Type, Value};
use crate::span::Span;

/// One instruction, or one debug record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instruction<'a> {
    /// `%x =`: the register that holds the result.
    pub result: Option<Local>,
    /// What it does.
    pub op: Op<'a>,
    /// `!dbg !5`: where in the source it comes from.
    pub debug: Option<u32>,
    /// Other metadata, in the order in which it is written.
    pub attachments: Box<[Attachment<'a>]>,
    /// Where it is.
    pub span: Span,
}

/// `!range !5`: metadata of an instruction, function or global.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment<'a> {
    /// What it says, without `!`.
    pub kind: Name<'a>,
    /// The metadata.
    pub node: Meta<'a>,
}

/// What an instruction does
/// ([LangRef, Instruction Reference](https://llvm.org/docs/LangRef.html#instruction-reference)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op<'a> {
    /// `ret T a`, `ret void`.
    Ret(Option<Operand<'a>>),
    /// `br label %to`.
    Br(Local),
    /// `br i1 %c, label %a, label %b`.
    CondBr {
        /// What decides.
        condition: Operand<'a>,
        /// Where to go if it is true.
        then: Local,
        /// Where to go if it is false.
        otherwise: Local,
    },
    /// `switch T a, label %default [ T 0, label %b … ]`.
    Switch {
        /// What decides.
        value: Operand<'a>,
        /// Where to go if no case fits.
        default: Local,
        /// The cases.
        cases: Box<[(Operand<'a>, Local)]>,
    },
    /// `indirectbr ptr %a, [ label %b, … ]`.
    IndirectBr {
        /// Where to go.
        address: Operand<'a>,
        /// Where that may be.
        targets: Box<[Local]>,
    },
    /// `invoke …  to label %normal unwind label %unwind`: a call that may panic.
    Invoke {
        /// The call.
        call: Box<Call<'a>>,
        /// Where to go when it returns.
        normal: Local,
        /// Where to go when it panics.
        unwind: Local,
    },
    /// `callbr … to label %normal [label %a]`: inline assembly that jumps.
    CallBr {
        /// The call.
        call: Box<Call<'a>>,
        /// Where to go when it falls through.
        normal: Local,
        /// Where it may jump.
        targets: Box<[Local]>,
    },
    /// `resume T a`: the panic goes on.
    Resume(Operand<'a>),
    /// `unreachable`.
    Unreachable,
    /// `cleanupret from %pad unwind …`.
    CleanupRet {
        /// Which pad is left.
        pad: Value<'a>,
        /// Where to go; none is the caller.
        unwind: Option<Local>,
    },
    /// `catchret from %pad to label %b`.
    CatchRet {
        /// Which pad is left.
        pad: Value<'a>,
        /// Where to go.
        to: Local,
    },
    /// `catchswitch within %parent [label %a] unwind …`.
    CatchSwitch {
        /// In which pad it is: `none` or a token.
        parent: Value<'a>,
        /// The handlers.
        handlers: Box<[Local]>,
        /// Where to go if none handles it; none is the caller.
        unwind: Option<Local>,
    },
    /// `fneg T a`.
    FNeg {
        /// Fast-math words.
        flags: Flags,
        /// Of what.
        operand: Operand<'a>,
    },
    /// `add nuw T a, b` and the like.
    Binary {
        /// Which.
        op: BinaryOp,
        /// Its words.
        flags: Flags,
        /// The type of both sides and of the result.
        ty: Type<'a>,
        /// The left side.
        left: Value<'a>,
        /// The right side.
        right: Value<'a>,
    },
    /// `zext nneg T a to U` and the like.
    Cast {
        /// Which.
        op: CastOp,
        /// Its words.
        flags: Flags,
        /// Of what.
        operand: Operand<'a>,
        /// To what.
        to: Type<'a>,
    },
    /// `icmp ult T a, b`.
    ICmp {
        /// `samesign`.
        flags: Flags,
        /// How they are compared.
        predicate: IntPredicate,
        /// The type of both sides.
        ty: Type<'a>,
        /// The left side.
        left: Value<'a>,
        /// The right side.
        right: Value<'a>,
    },
    /// `fcmp olt T a, b`.
    FCmp {
        /// Fast-math words.
        flags: Flags,
        /// How they are compared: `oeq`, `une`, …
        predicate: FloatPredicate,
        /// The type of both sides.
        ty: Type<'a>,
        /// The left side.
        left: Value<'a>,
        /// The right side.
        right: Value<'a>,
    },
    /// `phi T [ a, %from ], …`.
    Phi {
        /// Fast-math words.
        flags: Flags,
        /// The type of all.
        ty: Type<'a>,
        /// What it is, and from where one has to come for it.
        incoming: Box<[(Value<'a>, Local)]>,
    },
    /// `select i1 c, T a, T b`.
    Select {
        /// Fast-math words.
        flags: Flags,
        /// What decides.
        condition: Operand<'a>,
        /// The result if it is true.
        then: Operand<'a>,
        /// The result if it is false.
        otherwise: Operand<'a>,
    },
    /// `freeze T a`.
    Freeze(Operand<'a>),
    /// `alloca T, i64 n, align 8`.
    Alloca {
        /// `inalloca`, `swifterror`.
        flags: Flags,
        /// What of.
        ty: Type<'a>,
        /// How many, if that is written.
        count: Option<Operand<'a>>,
        /// Its alignment in bytes, if that is written.
        align: Option<u64>,
        /// `addrspace(n)`.
        address_space: Option<u32>,
    },
    /// `load T, ptr p, align 8`.
    Load {
        /// `volatile`.
        flags: Flags,
        /// What is loaded.
        ty: Type<'a>,
        /// From where.
        pointer: Operand<'a>,
        /// If it is atomic: `atomic … acquire`.
        atomic: Option<Atomic<'a>>,
        /// The alignment in bytes, if that is written.
        align: Option<u64>,
    },
    /// `store T a, ptr p, align 8`.
    Store {
        /// `volatile`.
        flags: Flags,
        /// What is stored.
        value: Operand<'a>,
        /// Where to.
        pointer: Operand<'a>,
        /// If it is atomic.
        atomic: Option<Atomic<'a>>,
        /// The alignment in bytes, if that is written.
        align: Option<u64>,
    },
    /// `fence acquire`.
    Fence(Atomic<'a>),
    /// `cmpxchg weak ptr p, T old, T new acquire monotonic`.
    CmpXchg {
        /// `weak`, `volatile`.
        flags: Flags,
        /// Where.
        pointer: Operand<'a>,
        /// What has to be there.
        expected: Operand<'a>,
        /// What is put there.
        new: Operand<'a>,
        /// The ordering if it was.
        success: Atomic<'a>,
        /// The ordering if it wasn't.
        failure: Ordering,
        /// The alignment in bytes, if that is written.
        align: Option<u64>,
    },
    /// `atomicrmw add ptr p, T a seq_cst`.
    AtomicRmw {
        /// `volatile`.
        flags: Flags,
        /// `xchg`, `add`, `fmaximum`, …
        op: &'a str,
        /// Where.
        pointer: Operand<'a>,
        /// With what.
        value: Operand<'a>,
        /// The ordering.
        atomic: Atomic<'a>,
        /// The alignment in bytes, if that is written.
        align: Option<u64>,
    },
    /// `getelementptr inbounds T, ptr p, i64 i, …`.
    GetElementPtr {
        /// `inbounds`, `nusw`, `nuw`.
        flags: Flags,
        /// The type that is stepped over.
        element: Type<'a>,
        /// From where.
        base: Operand<'a>,
        /// The indices.
        indices: Box<[Operand<'a>]>,
    },
    /// `extractelement <n x T> v, i64 i`.
    ExtractElement {
        /// The vector.
        vector: Operand<'a>,
        /// Which element.
        index: Operand<'a>,
    },
    /// `insertelement <n x T> v, T a, i64 i`.
    InsertElement {
        /// The vector.
        vector: Operand<'a>,
        /// What is put in.
        element: Operand<'a>,
        /// At which place.
        index: Operand<'a>,
    },
    /// `shufflevector <n x T> a, <n x T> b, <m x i32> mask`.
    ShuffleVector {
        /// The first vector.
        left: Operand<'a>,
        /// The second.
        right: Operand<'a>,
        /// Which elements of the two.
        mask: Operand<'a>,
    },
    /// `extractvalue T a, 1, 0`.
    ExtractValue {
        /// The struct or array.
        aggregate: Operand<'a>,
        /// The way to the field.
        indices: Box<[u64]>,
    },
    /// `insertvalue T a, U b, 1, 0`.
    InsertValue {
        /// The struct or array.
        aggregate: Operand<'a>,
        /// What is put in.
        element: Operand<'a>,
        /// The way to the field.
        indices: Box<[u64]>,
    },
    /// `call T @f(…)`.
    Call(Box<Call<'a>>),
    /// `va_arg ptr p, T`.
    VaArg {
        /// The list.
        list: Operand<'a>,
        /// What is taken from it.
        ty: Type<'a>,
    },
    /// `landingpad T cleanup catch ptr null`.
    LandingPad {
        /// The type of the result.
        ty: Type<'a>,
        /// Whether it is for `Drop`s.
        cleanup: bool,
        /// `catch T a` and `filter T a`.
        clauses: Box<[(&'a str, Operand<'a>)]>,
    },
    /// `catchpad within %s [T a, …]`.
    CatchPad {
        /// In which switch it is.
        within: Value<'a>,
        /// What it catches.
        arguments: Box<[Operand<'a>]>,
    },
    /// `cleanuppad within %s [T a, …]`.
    CleanupPad {
        /// In which pad it is: `none` or a token.
        within: Value<'a>,
        /// Its arguments.
        arguments: Box<[Operand<'a>]>,
    },
    /// `#dbg_value(…)` and the like: what a variable of the source is from here on. Not an instruction.
    DebugRecord {
        /// `value`, `declare`, `assign`, `label`.
        kind: &'a str,
        /// Its arguments, the last of which is its place in the source.
        arguments: Box<[Meta<'a>]>,
    },
    /// What we don't know, as it is written.
    Opaque(Box<Opaque<'a>>),
}

/// An instruction that we don't know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opaque<'a> {
    /// Its first word.
    pub opcode: &'a str,
    /// Everything after `%x =`, as it is written, metadata included.
    pub text: &'a str,
    /// The registers in it.
    pub uses: Box<[Local]>,
    /// The labels in it (after the word `label`): if there are any, it may be the end of a block.
    pub labels: Box<[Local]>,
}

/// A call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call<'a> {
    /// `tail`, `musttail`, `notail`.
    pub tail: Option<&'a str>,
    /// Fast-math words.
    pub flags: Flags,
    /// `fastcc`, `cc 10`, …
    pub convention: Option<&'a str>,
    /// Attributes of the result.
    pub return_attributes: Attributes<'a>,
    /// `addrspace(n)` of the callee.
    pub address_space: Option<u32>,
    /// The type of the result, or of the whole function if it takes `...`.
    pub ty: Type<'a>,
    /// What is called: a [`Value::Constant`] (`@f`), a [`Value::Local`] (`%f`) or a [`Value::Asm`].
    pub callee: Value<'a>,
    /// What it is called with.
    pub arguments: Box<[Argument<'a>]>,
    /// Attributes of the call.
    pub attributes: Attributes<'a>,
    /// `[ "name"(T a, …) ]`.
    pub bundles: Box<[Bundle<'a>]>,
}

impl<'a> Call<'a> {
    /// The type of the result.
    #[must_use]
    pub fn returns(&self) -> &Type<'a> {
        match &self.ty {
            Type::Function(function) => &function.returns,
            ty => ty,
        }
    }
}

/// An argument: `ptr noundef align 8 %x`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument<'a> {
    /// Its type.
    pub ty: Type<'a>,
    /// Its attributes.
    pub attributes: Attributes<'a>,
    /// The value.
    pub value: Value<'a>,
}

/// `"align"(ptr %p, i64 8)`: an operand bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle<'a> {
    /// What is between the quotes.
    pub tag: &'a str,
    /// Its operands.
    pub operands: Box<[Operand<'a>]>,
}

/// How an atomic access is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Atomic<'a> {
    /// `syncscope("…")`: what is between the quotes.
    pub scope: Option<&'a str>,
    /// The ordering.
    pub ordering: Ordering,
}

macro_rules! words {
    ($(#[$outer:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$inner])* #[doc = concat!("`", $word, "`")] $variant,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// From its word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }

            /// The word for it.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }
    };
}

words! {
    /// The orderings of atomic accesses.
    Ordering {
        Unordered = "unordered",
        Monotonic = "monotonic",
        Acquire = "acquire",
        Release = "release",
        AcqRel = "acq_rel",
        SeqCst = "seq_cst",
    }
}

words! {
    /// Operations on two values of one type.
    BinaryOp {
        Add = "add",
        FAdd = "fadd",
        Sub = "sub",
        FSub = "fsub",
        Mul = "mul",
        FMul = "fmul",
        UDiv = "udiv",
        SDiv = "sdiv",
        FDiv = "fdiv",
        URem = "urem",
        SRem = "srem",
        FRem = "frem",
        Shl = "shl",
        LShr = "lshr",
        AShr = "ashr",
        And = "and",
        Or = "or",
        Xor = "xor",
    }
}

words! {
    /// Conversions.
    CastOp {
        Trunc = "trunc",
        ZExt = "zext",
        SExt = "sext",
        FpTrunc = "fptrunc",
        FpExt = "fpext",
        FpToUi = "fptoui",
        FpToSi = "fptosi",
        UiToFp = "uitofp",
        SiToFp = "sitofp",
        PtrToInt = "ptrtoint",
        PtrToAddr = "ptrtoaddr",
        IntToPtr = "inttoptr",
        Bitcast = "bitcast",
        AddrSpaceCast = "addrspacecast",
    }
}

words! {
    /// How whole numbers and pointers are compared.
    IntPredicate {
        Eq = "eq",
        Ne = "ne",
        Ugt = "ugt",
        Uge = "uge",
        Ult = "ult",
        Ule = "ule",
        Sgt = "sgt",
        Sge = "sge",
        Slt = "slt",
        Sle = "sle",
    }
}

words! {
    /// How floating-point numbers are compared: `o…` is false if one is NaN, `u…` is true.
    FloatPredicate {
        False = "false",
        Oeq = "oeq",
        Ogt = "ogt",
        Oge = "oge",
        Olt = "olt",
        Ole = "ole",
        One = "one",
        Ord = "ord",
        Ueq = "ueq",
        Ugt = "ugt",
        Uge = "uge",
        Ult = "ult",
        Ule = "ule",
        Une = "une",
        Uno = "uno",
        True = "true",
    }
}

/// The words between an opcode and its operands.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Flags(u32);

macro_rules! flags {
    ($($(#[$inner:meta])* $name:ident = $word:literal,)*) => {
        flags!(@bits 0u32; $($(#[$inner])* $name = $word,)*);

        impl Flags {
            /// All words, in the order in which LLVM writes them.
            pub const ALL: &[(Self, &'static str)] = &[$((Self::$name, $word),)*];

            /// From one word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
    (@bits $at:expr;) => {};
    (@bits $at:expr; $(#[$inner:meta])* $name:ident = $word:literal, $($rest:tt)*) => {
        impl Flags {
            $(#[$inner])*
            #[doc = concat!("`", $word, "`")]
            pub const $name: Self = Self(1 << ($at));
        }
        flags!(@bits $at + 1; $($rest)*);
    };
}

flags! {
    WEAK = "weak",
    INALLOCA = "inalloca",
    SWIFTERROR = "swifterror",
    VOLATILE = "volatile",
    FAST = "fast",
    REASSOC = "reassoc",
    NNAN = "nnan",
    NINF = "ninf",
    NSZ = "nsz",
    ARCP = "arcp",
    CONTRACT = "contract",
    AFN = "afn",
    INBOUNDS = "inbounds",
    NUSW = "nusw",
    NUW = "nuw",
    NSW = "nsw",
    EXACT = "exact",
    DISJOINT = "disjoint",
    NNEG = "nneg",
    SAMESIGN = "samesign",
}

impl Flags {
    /// No word.
    pub const NONE: Self = Self(0);

    /// Whether all words of `other` are among these.
    #[must_use]
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// These words and those.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These words without those.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The words, in the order in which LLVM writes them.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        Self::ALL
            .iter()
            .filter(move |(flag, _)| self.has(*flag))
            .map(|(_, word)| *word)
    }
}

impl std::fmt::Debug for Flags {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.words()).finish()
    }
}

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
