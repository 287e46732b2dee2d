//! Instructions.

use super::value::Meta;
use super::{
    BinaryOp, Call, CastOp, Flags, FloatPredicate, IntPredicate, Local, Name, Operand, Ordering,
    Type, Value,
};
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

/// How an atomic access is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Atomic<'a> {
    /// `syncscope("…")`: what is between the quotes.
    pub scope: Option<&'a str>,
    /// The ordering.
    pub ordering: Ordering,
}
