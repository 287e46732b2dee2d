//! Words between an opcode and its operands, and before it.

use super::entries;

entries! {
    /// The flags.
    FLAGS =

    "nuw" @ "i-add": "No unsigned wrap: as unsigned numbers, the result fits. If it didn't, it would be \
        poison.",
    "nsw" @ "i-add": "No signed wrap: as signed numbers, the result fits. If it didn't, it would be poison.",
    "exact" @ "i-udiv": "Nothing is left over: no remainder, no bit that is shifted out. Else the result is \
        poison.",
    "disjoint" @ "i-or": "No bit is set on both sides, so that it could as well be an `add`. Else the \
        result is poison.",
    "nneg" @ "i-zext": "The operand isn't negative, so that sign and zero extension are the same. Else the \
        result is poison.",
    "samesign" @ "i-icmp": "Both sides have the same sign, so that signed and unsigned comparison are the \
        same. Else the result is poison.",
    "inbounds" @ "i-getelementptr": "The pointer stays in the allocation from which it comes, or one \
        behind its end, and nothing overflows. Else the result is poison.",
    "nusw" @ "i-getelementptr": "The distance, as a signed number, doesn't overflow, and the address \
        doesn't leave the address space. Else the result is poison.",
    "volatile" @ "volatile-memory-accesses": "The access itself matters: it isn't removed, doubled or \
        reordered with other volatile ones.",
    "weak" @ "i-cmpxchg": "It may fail though the value is the expected one; loops try again anyway.",
    "inalloca" @ "i-alloca": "Holds arguments of a later call (32-bit Windows).",
    "swifterror" @ "i-alloca": "Swift keeps an error in it.",

    "fast" @ "fast-math-flags": "All relaxations of floating-point arithmetic at once.",
    "reassoc" @ "fast-math-flags": "Sums and products may be computed in another order.",
    "nnan" @ "fast-math-flags": "Neither operands nor result are NaN. Else the result is poison.",
    "ninf" @ "fast-math-flags": "Neither operands nor result are infinite. Else the result is poison.",
    "nsz" @ "fast-math-flags": "The sign of a zero doesn't matter.",
    "arcp" @ "fast-math-flags": "A division may become a multiplication by the reciprocal.",
    "contract" @ "fast-math-flags": "Multiplication and addition may become one `fma`, rounded once.",
    "afn" @ "fast-math-flags": "Functions like `sin` may be approximated.",
}

entries! {
    /// What may stand before `call`, and `...` of `atomic`.
    CALL_WORDS =

    "tail" @ "i-call": "The callee doesn't touch the caller's stack, so the call may become a jump.",
    "musttail" @ "i-call": "The call has to become a jump.",
    "notail" @ "i-call": "The call must not become a jump.",
    "atomic" @ "memory-model-for-concurrent-operations": "Other threads see all of it or nothing, in the \
        order that is given.",
    "cleanup" @ "i-landingpad": "Every panic stops here, for values to be dropped, and then goes on.",
    "catch" @ "i-landingpad": "Panics of this type are caught; `null` is any.",
    "filter" @ "i-landingpad": "Exceptions of all other types are caught.",
}
