//! Atomic accesses: their orderings, and what `atomicrmw` computes.

use super::entries;

entries! {
    /// The orderings.
    ORDERINGS =

    "unordered" @ "ordering": "No torn values, and nothing else. Rust has no name for it; Java needs it.",
    "monotonic" @ "ordering": "All threads agree on the order of the accesses to this one place. Rust's \
        `Relaxed`.",
    "acquire" @ "ordering": "What the thread that wrote the value did before is seen after this read. \
        Rust's `Acquire`.",
    "release" @ "ordering": "What this thread did before is seen by who reads the value with `acquire`. \
        Rust's `Release`.",
    "acq_rel" @ "ordering": "Both `acquire` and `release`. Rust's `AcqRel`.",
    "seq_cst" @ "ordering": "`acq_rel`, and there is one order of all such accesses on which all threads \
        agree. Rust's `SeqCst`.",
    "singlethread" @ "ordering": "Holds only among code that runs on the same thread, like signal handlers: \
        Rust's `compiler_fence`.",
}

entries! {
    /// The operations of `atomicrmw`. `old` is what is there, `x` the operand.
    OPERATIONS =

    "xchg" @ "i-atomicrmw": "Writes `x`: Rust's `swap`.",
    "add" @ "i-atomicrmw": "Writes `old + x`, wrapping around.",
    "sub" @ "i-atomicrmw": "Writes `old - x`, wrapping around.",
    "and" @ "i-atomicrmw": "Writes `old & x`.",
    "nand" @ "i-atomicrmw": "Writes `!(old & x)`.",
    "or" @ "i-atomicrmw": "Writes `old | x`.",
    "xor" @ "i-atomicrmw": "Writes `old ^ x`.",
    "max" @ "i-atomicrmw": "Writes the greater of the two, as signed numbers.",
    "min" @ "i-atomicrmw": "Writes the lesser of the two, as signed numbers.",
    "umax" @ "i-atomicrmw": "Writes the greater of the two, as unsigned numbers.",
    "umin" @ "i-atomicrmw": "Writes the lesser of the two, as unsigned numbers.",
    "fadd" @ "i-atomicrmw": "Writes `old + x`, as floating-point numbers.",
    "fsub" @ "i-atomicrmw": "Writes `old - x`, as floating-point numbers.",
    "fmax" @ "i-atomicrmw": "Writes the greater of the two floating-point numbers, as `llvm.maxnum` has it.",
    "fmin" @ "i-atomicrmw": "Writes the lesser of the two floating-point numbers, as `llvm.minnum` has it.",
    "fmaximum" @ "i-atomicrmw": "Writes the greater of the two floating-point numbers; NaN if one is NaN.",
    "fminimum" @ "i-atomicrmw": "Writes the lesser of the two floating-point numbers; NaN if one is NaN.",
    "uinc_wrap" @ "i-atomicrmw": "Writes `old + 1`, or 0 if `old` is `x` or more.",
    "udec_wrap" @ "i-atomicrmw": "Writes `old - 1`, or `x` if `old` is 0 or more than `x`.",
    "usub_cond" @ "i-atomicrmw": "Writes `old - x` if that isn't negative, else `old`.",
    "usub_sat" @ "i-atomicrmw": "Writes `old - x`, or 0 if that would be negative.",
}
