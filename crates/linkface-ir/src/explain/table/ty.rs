//! Types and constants.

use super::entries;

entries! {
    /// Types. Numbers in names stand for any number: [`super::word`] knows that.
    TYPES =

    "i1" @ "integer-type": "One bit: a truth value, Rust's `bool` in registers. In memory it is a byte.",
    "iN" @ "integer-type": "A whole number of so many bits. It has no sign: instructions for which that \
        matters say which one they mean. Any width exists; unusual ones come from packed fields and from \
        clever optimisation.",
    "void" @ "void-type": "No value.",
    "ptr" @ "pointer-type": "An address. What is there isn't said: each load and store says it for itself.",
    "ptr addrspace" @ "pointer-type": "An address in memory of its own, as GPUs and some controllers have.",
    "half" @ "floating-point-types": "A floating-point number of 16 bits: Rust's `f16`.",
    "bfloat" @ "floating-point-types": "A floating-point number of 16 bits: the upper half of a `float`.",
    "float" @ "floating-point-types": "A floating-point number of 32 bits: Rust's `f32`.",
    "double" @ "floating-point-types": "A floating-point number of 64 bits: Rust's `f64`.",
    "fp128" @ "floating-point-types": "A floating-point number of 128 bits: Rust's `f128`.",
    "x86_fp80" @ "floating-point-types": "A floating-point number of 80 bits: C's `long double` on x86.",
    "ppc_fp128" @ "floating-point-types": "Two `double`s that are added: C's `long double` on PowerPC.",
    "[N x T]" @ "array-type": "So many values side by side. In an `alloca` `[N x i8]` is nothing but N bytes: \
        rustc has forgotten what is in them.",
    "<N x T>" @ "vector-type": "So many values in one register, all treated alike by each instruction: SIMD.",
    "<vscale x N x T>" @ "vector-type": "A vector whose length the processor decides: a multiple of N.",
    "{ T }" @ "structure-type": "Several values together. Fields have numbers, from 0. A pair is how Rust \
        returns a slice, an `Option<usize>`, a fat pointer.",
    "<{ T }>" @ "structure-type": "Several values together without padding between them. Constants are often \
        written so.",
    "%T" @ "structure-type": "A struct with a name, defined at the start of the file.",
    "R (T)" @ "function-type": "The type of a function, where it isn't clear from the call: it takes `...`.",
    "label" @ "label-type": "A block.",
    "token" @ "token-type": "Ties an instruction to another one; it can't be stored or chosen.",
    "metadata" @ "metadata-type": "Not a value: something for intrinsics to know.",
    "x86_amx" @ "x86-amx-type": "A matrix register of x86.",
    "target" @ "target-extension-type": "A type that only one kind of processor knows.",
    "opaque" @ "opaque-structure-types": "A struct of which nothing is known.",
}

entries! {
    /// Constants.
    CONSTANTS =

    "true" @ "simple-constants": "The `i1` 1.",
    "false" @ "simple-constants": "The `i1` 0.",
    "null" @ "simple-constants": "The pointer to address 0.",
    "none" @ "simple-constants": "No token.",
    "undef" @ "undefined-values": "Any bits, maybe others at each use: memory that was never written.",
    "poison" @ "poison-values": "The result of a promise that wasn't kept. It spreads through what is \
        computed from it; a branch or an access that depends on it is undefined behaviour. As an operand it \
        often means \"nothing yet\".",
    "zeroinitializer" @ "complex-constants": "Zeros everywhere.",
    "splat" @ "complex-constants": "The same value in each element of a vector.",
    "c" @ "complex-constants": "Bytes, written as text.",
    "blockaddress" @ "addresses-of-basic-blocks": "The address of a block, for `indirectbr`.",
    "dso_local_equivalent" @ "dso-local-equivalent": "A function that does the same, and is in this program \
        or shared library.",
    "no_cfi" @ "no-cfi": "The function itself, not what control-flow integrity puts in its place.",
    "asm" @ "inline-assembler-expressions": "Assembly that is put here: `core::arch::asm!`.",
    "sideeffect" @ "inline-assembler-expressions": "The assembly has effects that its operands don't show, \
        so that it stays even if nobody needs its results.",
    "inteldialect" @ "inline-assembler-expressions": "The assembly is written as Intel does it.",
    "alignstack" @ "inline-assembler-expressions": "The assembly wants the stack to be aligned.",
    "unwind" @ "inline-assembler-expressions": "A panic may pass through the assembly.",
    "inrange" @ "i-getelementptr": "Only this part of the global is reached through the result.",
}

entries! {
    /// Operand bundles: `[ "align"(ptr %p, i64 8) ]`.
    BUNDLES =

    "align" @ "assume-operand-bundles": "The pointer is divisible by this number (of `llvm.assume`).",
    "nonnull" @ "assume-operand-bundles": "The pointer isn't null (of `llvm.assume`).",
    "noundef" @ "assume-operand-bundles": "The value isn't undef or poison (of `llvm.assume`).",
    "dereferenceable" @ "assume-operand-bundles": "So many bytes can be read there (of `llvm.assume`).",
    "separate_storage" @ "assume-operand-bundles": "The two pointers are into different allocations (of \
        `llvm.assume`).",
    "ignore" @ "assume-operand-bundles": "Nothing any more: the promise was used up (of `llvm.assume`).",
    "cold" @ "assume-operand-bundles": "Control rarely comes here (of `llvm.assume`).",
    "funclet" @ "funclet-operand-bundles": "The pad to which the call belongs. Windows only.",
    "deopt" @ "deoptimization-operand-bundles": "What is needed to go on in less optimised code.",
    "gc-transition" @ "gc-transition-operand-bundles": "A call between code with and without garbage \
        collection.",
    "gc-live" @ "gc-live-operand-bundles": "Pointers that a garbage collector may change.",
    "cfguardtarget" @ "operand-bundles": "The function to be checked before the call. Windows only.",
    "preallocated" @ "preallocated-operand-bundles": "Where the arguments were made before.",
    "kcfi" @ "kcfi-operand-bundles": "What the callee's type has to be; the kernel's control-flow integrity \
        checks it.",
    "ptrauth" @ "pointer-authentication-operand-bundles": "How the callee's address is signed (64-bit ARM).",
    "clang.arc.attachedcall" @ "objc-arc-attached-call-operand-bundles": "A call that belongs to this one \
        (Objective-C).",
    "convergencectrl" @ "convergence-control-operand-bundles": "Which threads run together.",
}
