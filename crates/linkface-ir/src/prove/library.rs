//! What LLVM makes calls of, although the IR has none: `memcpy`, division of `i128`, `sin`.
//!
//! Which of them become instructions depends on the machine, on constants, and on LLVM's version. Where
//! we don't know, the answer is that it may be a call.

use crate::model::ty::Float;
use crate::model::{BinaryOp, Call, CastOp, Constant, Type, Value};

/// What becomes of an instruction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// No call.
    None,
    /// A call of this function.
    Calls(String),
    /// Instructions, or a call of this function.
    MayCall(String),
}

/// What we know of the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Machine {
    /// One whose general registers have 64 bits, of those we know: x86-64 and `AArch64`.
    wide: bool,
    /// Its atomics may be calls (`-moutline-atomics`).
    outlined_atomics: bool,
    /// It has instructions for floats, divisions and wide shifts, as far as we know: small machines and
    /// kernels go without some of them.
    complete: bool,
}

impl Machine {
    /// From `target triple`.
    pub(crate) fn of(triple: &str) -> Self {
        // Only texts by hand have none. LLVM takes the machine that it runs on then, which is none of
        // the small ones.
        if triple.is_empty() {
            return Self {
                wide: true,
                outlined_atomics: true,
                complete: true,
            };
        }
        let mut parts = triple.split('-');
        let arch = parts.next().unwrap_or_default();
        // Without a system around it, also x86-64 is used without floats.
        let bare = parts.any(|part| matches!(part, "none" | "uefi"));
        let arm = matches!(arch, "aarch64" | "arm64");
        Self {
            wide: arch == "x86_64" || arm,
            outlined_atomics: !matches!(arch, "x86_64" | "i686" | "i586"),
            complete: (arm || matches!(arch, "x86_64" | "i686" | "i586")) && !bare,
        }
    }

    /// A calculation with floats, if it isn't of a kind that is done in software everywhere.
    fn float(self, ty: &Type<'_>, what: &str) -> Effect {
        if self.complete || !is_float(ty) {
            wide_float(ty, what)
        } else {
            Effect::MayCall(what.to_owned())
        }
    }
}

/// How many bytes are copied or filled by instructions for sure: what LLVM's fast selection, which debug
/// builds use, still does inline, and other selections do, too.
const INLINE_BYTES: u64 = 32;

fn bits(ty: &Type<'_>) -> u32 {
    match ty {
        Type::Int(bits) => *bits,
        Type::Vector { element, .. } => bits(element),
        _ => 0,
    }
}

fn is_float(ty: &Type<'_>) -> bool {
    match ty {
        Type::Float(_) => true,
        Type::Vector { element, .. } => is_float(element),
        _ => false,
    }
}

fn is_f128(ty: &Type<'_>) -> bool {
    match ty {
        Type::Float(float) => matches!(float, Float::Fp128 | Float::PpcFp128),
        Type::Vector { element, .. } => is_f128(element),
        _ => false,
    }
}

fn is_half(ty: &Type<'_>) -> bool {
    match ty {
        Type::Float(float) => matches!(float, Float::Half | Float::BFloat),
        Type::Vector { element, .. } => is_half(element),
        _ => false,
    }
}

/// `f128` is calculated in software.
fn wide_float(ty: &Type<'_>, what: &str) -> Effect {
    if is_f128(ty) {
        Effect::MayCall(what.to_owned())
    } else {
        Effect::None
    }
}

/// A comparison of floats.
pub(crate) fn comparison(ty: &Type<'_>, machine: Machine) -> Effect {
    machine.float(ty, "a comparison of floats")
}

/// `frem`: no machine of ours has an instruction for it.
pub(crate) fn remainder(ty: &Type<'_>) -> Effect {
    match ty {
        Type::Float(Float::Double) => Effect::Calls("fmod".to_owned()),
        Type::Float(Float::Float) => Effect::Calls("fmodf".to_owned()),
        _ => Effect::MayCall("fmod".to_owned()),
    }
}

/// Operations on whole numbers wider than a register.
pub(crate) fn binary(op: BinaryOp, ty: &Type<'_>, right: &Value<'_>, machine: Machine) -> Effect {
    let name = match op {
        BinaryOp::UDiv => "__udivti3",
        BinaryOp::SDiv => "__divti3",
        BinaryOp::URem => "__umodti3",
        BinaryOp::SRem => "__modti3",
        BinaryOp::FAdd | BinaryOp::FSub | BinaryOp::FMul | BinaryOp::FDiv => {
            return machine.float(ty, "the arithmetic of floats");
        }
        BinaryOp::Shl | BinaryOp::LShr | BinaryOp::AShr => {
            return if machine.complete || bits(ty) <= 32 {
                Effect::None
            } else {
                Effect::MayCall("the shift of a wide number".to_owned())
            };
        }
        BinaryOp::Mul => {
            let limit = if machine.wide { 128 } else { 32 };
            return if bits(ty) > limit {
                Effect::MayCall("__multi3".to_owned())
            } else if !machine.complete {
                Effect::MayCall("a multiplication in software".to_owned())
            } else {
                Effect::None
            };
        }
        _ => return Effect::None,
    };
    match (bits(ty), machine.wide) {
        _ if !machine.complete => Effect::MayCall(name.to_owned()),
        (0..=32, _) | (33..=64, true) => Effect::None,
        // A constant becomes a multiplication, or shifts.
        (65..=128, true) if matches!(ty, Type::Int(_)) && right.local().is_some() => {
            Effect::Calls(name.to_owned())
        }
        _ => Effect::MayCall(name.to_owned()),
    }
}

/// Conversions between `i128` or narrow floats and the rest.
pub(crate) fn cast(op: CastOp, from: &Type<'_>, to: &Type<'_>, machine: Machine) -> Effect {
    let numbers = matches!(
        op,
        CastOp::FpToUi | CastOp::FpToSi | CastOp::UiToFp | CastOp::SiToFp
    );
    let floats = matches!(op, CastOp::FpTrunc | CastOp::FpExt) || numbers;
    let limit = if machine.wide { 64 } else { 32 };
    let wide = numbers && bits(from).max(bits(to)) > limit;
    if wide
        || floats && !machine.complete
        || floats && [from, to].into_iter().any(|ty| is_f128(ty) || is_half(ty))
    {
        Effect::MayCall(format!("a conversion by `{}`", op.word()))
    } else {
        Effect::None
    }
}

/// An atomic change.
pub(crate) fn atomic(ty: &Type<'_>, machine: Machine) -> Effect {
    if machine.outlined_atomics {
        return Effect::MayCall("an atomic operation".to_owned());
    }
    wide_atomic(ty)
}

/// An atomic access that may be too wide for the machine.
pub(crate) fn wide_atomic(ty: &Type<'_>) -> Effect {
    if bits(ty) > 32 && bits(ty) != 64 {
        Effect::MayCall("an atomic operation".to_owned())
    } else {
        Effect::None
    }
}

/// A call of `llvm.…`.
pub(crate) fn intrinsic(name: &str, call: &Call<'_>, machine: Machine) -> Effect {
    let stem = name.strip_prefix("llvm.").unwrap_or(name);
    let is = |word: &str| {
        stem == word
            || stem
                .strip_prefix(word)
                .is_some_and(|rest| rest.starts_with('.'))
    };
    let copies = ["memcpy", "memmove", "memset"];
    if let Some(function) = copies.into_iter().find(|word| is(word)) {
        if is("memcpy.inline") || is("memset.inline") {
            return Effect::None;
        }
        let length = match call.arguments.get(2).map(|argument| &argument.value) {
            Some(Value::Constant(Constant::Int(length))) => length.parse::<u64>().ok(),
            _ => None,
        };
        return match length {
            Some(0) => Effect::None,
            Some(length) if machine.wide && length <= INLINE_BYTES => Effect::None,
            _ => Effect::MayCall(function.to_owned()),
        };
    }
    if let Some(word) = LIBM.iter().find(|word| is(word)) {
        return match call.returns() {
            Type::Float(Float::Double) => Effect::Calls((*word).to_owned()),
            Type::Float(Float::Float) => Effect::Calls(format!("{word}f")),
            _ => Effect::MayCall((*word).to_owned()),
        };
    }
    if let Some(word) = ROUNDING.iter().find(|word| is(word)) {
        return Effect::MayCall((*word).to_owned());
    }
    if is("sqrt") && !machine.wide {
        return Effect::MayCall("sqrt".to_owned());
    }
    if is("threadlocal.address") {
        return Effect::MayCall("__tls_get_addr".to_owned());
    }
    let wide = std::iter::once(call.returns())
        .chain(call.arguments.iter().map(|argument| &argument.ty))
        .any(|ty| is_f128(ty) || is_half(ty) || !machine.complete && is_float(ty));
    if wide && NO_CODE.iter().any(|word| is(word)) {
        return wide_or_none(stem);
    }
    let wide_number = bits(call.returns()).max(first_bits(call)) > 64;
    match NO_CODE.iter().any(|word| is(word)) {
        true if wide_number && WIDE.iter().any(|word| is(word)) => {
            Effect::MayCall(format!("`{name}`"))
        }
        true => Effect::None,
        // Not known at all: who knows whom it calls.
        false => Effect::MayCall(name.to_owned()),
    }
}

/// Only what calculates is done in software.
fn wide_or_none(stem: &str) -> Effect {
    let bookkeeping = ["lifetime", "assume", "dbg", "copysign", "fabs", "expect"];
    if bookkeeping.iter().any(|word| stem.starts_with(word)) {
        Effect::None
    } else {
        Effect::MayCall(format!("`llvm.{stem}`"))
    }
}

fn first_bits(call: &Call<'_>) -> u32 {
    call.arguments
        .first()
        .map_or(0, |argument| bits(&argument.ty))
}

/// Mathematics for which none of our machines has an instruction.
const LIBM: &[&str] = &[
    "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "pow", "exp",
    "exp2", "exp10", "log", "log2", "log10",
];

/// Mathematics for which machines of some kinds have an instruction.
const ROUNDING: &[&str] = &[
    "floor",
    "ceil",
    "trunc",
    "rint",
    "nearbyint",
    "round",
    "roundeven",
    "lround",
    "llround",
    "lrint",
    "llrint",
    "fma",
    "powi",
    "ldexp",
    "frexp",
    "sincos",
    "sincospi",
    "modf",
    "minimumnum",
    "maximumnum",
    // Calls of `fmin` and `fmax` where code is to be small.
    "minnum",
    "maxnum",
];

/// Calls on wide numbers that may be done in software.
const WIDE: &[&str] = &[
    "umul.with.overflow",
    "smul.with.overflow",
    "umul.fix",
    "smul.fix",
    "fptoui.sat",
    "fptosi.sat",
];

/// Intrinsics that become instructions, data or nothing, on every machine that we know
/// ([LangRef, Intrinsic Functions](https://llvm.org/docs/LangRef.html#intrinsic-functions)).
const NO_CODE: &[&str] = &[
    "aarch64",
    "abs",
    "allow.runtime.check",
    "allow.ubsan.check",
    "annotation",
    "arithmetic.fence",
    "assume",
    "bitreverse",
    "bswap",
    "canonicalize",
    "copysign",
    "ctlz",
    "ctpop",
    "cttz",
    "dbg.assign",
    "dbg.declare",
    "dbg.label",
    "dbg.value",
    "debugtrap",
    "donothing",
    "eh.typeid.for",
    "expect",
    "expect.with.probability",
    "experimental.noalias.scope.decl",
    "fabs",
    "fake.use",
    "fmuladd",
    "fptosi.sat",
    "fptoui.sat",
    "frameaddress",
    "fshl",
    "fshr",
    "get.active.lane.mask",
    "invariant.end",
    "invariant.start",
    "is.constant",
    "is.fpclass",
    "launder.invariant.group",
    "lifetime.end",
    "lifetime.start",
    "load.relative",
    "masked.compressstore",
    "masked.expandload",
    "masked.gather",
    "masked.load",
    "masked.scatter",
    "masked.store",
    "maximum",
    "minimum",
    "objectsize",
    "prefetch",
    "pseudoprobe",
    "ptr.annotation",
    "ptrmask",
    "public.type.test",
    "readcyclecounter",
    "returnaddress",
    "sadd.sat",
    "sadd.with.overflow",
    "scmp",
    "sideeffect",
    "smax",
    "smin",
    "smul.with.overflow",
    "sqrt",
    "sshl.sat",
    "ssub.sat",
    "ssub.with.overflow",
    "stackrestore",
    "stacksave",
    "stepvector",
    "strip.invariant.group",
    "threadlocal.address",
    "trap",
    "type.checked.load",
    "type.test",
    "uadd.sat",
    "uadd.with.overflow",
    "ubsantrap",
    "ucmp",
    "umax",
    "umin",
    "umul.with.overflow",
    "ushl.sat",
    "usub.sat",
    "usub.with.overflow",
    "vector.deinterleave2",
    "vector.extract",
    "vector.insert",
    "vector.interleave2",
    "vector.reduce",
    "vector.reverse",
    "vector.splice",
    "vscale",
    "x86",
];

/// Functions of C whose calls LLVM may turn into instructions.
pub(crate) fn is_known_to_llvm(symbol: &str) -> bool {
    const MEMORY: &[&str] = &[
        "memcpy", "memmove", "memset", "memcmp", "bcmp", "memchr", "strlen", "strnlen", "strcmp",
        "strcpy", "stpcpy", "mempcpy",
    ];
    MEMORY.contains(&symbol) || is_mathematics(symbol)
}

/// Functions of C's library for mathematics.
pub(crate) fn is_mathematics(symbol: &str) -> bool {
    const MORE: &[&str] = &[
        "sqrt",
        "fabs",
        "copysign",
        "fmin",
        "fmax",
        "fmod",
        "cbrt",
        "hypot",
        "expm1",
        "log1p",
        "asinh",
        "acosh",
        "atanh",
        "fdim",
        "tgamma",
        "lgamma_r",
        "remainder",
    ];
    let known =
        |name: &str| LIBM.contains(&name) || ROUNDING.contains(&name) || MORE.contains(&name);
    known(symbol) || symbol.strip_suffix(['f', 'l']).is_some_and(known)
}

/// Whether it is known to do nothing but calculate, copy and compare: it neither calls back, panics nor
/// allocates.
pub(crate) fn is_harmless(function: &str) -> bool {
    // Of compiler-rt, and the words that stand for one of its functions above.
    let runtime = function.starts_with("__")
        && [
            "ti3", "ti2", "di3", "di2", "si2", "si3", "df2", "sf2", "tf2", "hf2", "xf2", "tf3",
            "df3", "sf3",
        ]
        .iter()
        .any(|end| function.ends_with(end));
    let words = [
        "a comparison",
        "a conversion",
        "an atomic",
        "the arithmetic",
        "the shift",
        "`llvm.",
    ];
    runtime
        || is_known_to_llvm(function)
        || function == "__tls_get_addr"
        || words.iter().any(|word| function.starts_with(word))
}
