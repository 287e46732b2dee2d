//! What each instruction does.

use super::entries;

entries! {
    /// The opcodes.
    OPCODES =

    // The ends of blocks.
    "ret" @ "i-ret": "Ends the function and hands its result to the caller.",
    "br" @ "i-br": "Goes on at another block: at the only one that is named, or at the first of two if \
        the condition is true and at the second if it is false. A condition that is poison or undef is \
        undefined behaviour.",
    "switch" @ "i-switch": "Goes on at the block that belongs to the value, or at the first one named if \
        no case fits. Many `match`es become one.",
    "indirectbr" @ "i-indirectbr": "Goes on at a block whose address was computed. It has to be one of \
        those that are listed.",
    "invoke" @ "i-invoke": "Calls a function that may unwind: goes on at the first block if it returns, \
        at the second if a panic passes through it.",
    "callbr" @ "i-callbr": "Runs inline assembly that may jump to one of the blocks in brackets instead \
        of falling through.",
    "resume" @ "i-resume": "Lets the panic go on to the caller, after the values of this function were \
        dropped.",
    "unreachable" @ "i-unreachable": "Says that control never comes here. LLVM may throw away whatever \
        leads here and nowhere else; if control came here after all, that would be undefined behaviour.",
    "cleanupret" @ "i-cleanupret": "Leaves a cleanup pad: unwinding goes on, at the block that is named or \
        in the caller. Windows only.",
    "catchret" @ "i-catchret": "Leaves a catch pad: the panic is over, and ordinary control goes on at the \
        block that is named. Windows only.",
    "catchswitch" @ "i-catchswitch": "Chooses among handlers of a panic. Windows only.",

    // Whole numbers.
    "add" @ "i-add": "Adds. Without `nuw` and `nsw` a result that doesn't fit wraps around, for both signs \
        alike.",
    "sub" @ "i-sub": "Subtracts. Without `nuw` and `nsw` a result that doesn't fit wraps around.",
    "mul" @ "i-mul": "Multiplies. Without `nuw` and `nsw` a result that doesn't fit wraps around.",
    "udiv" @ "i-udiv": "Divides unsigned numbers, rounding down. Division by 0 is undefined behaviour: \
        that is why Rust checks before.",
    "sdiv" @ "i-sdiv": "Divides signed numbers, rounding towards 0. Division by 0, and the smallest number \
        by -1, are undefined behaviour: that is why Rust checks before.",
    "urem" @ "i-urem": "The remainder of an unsigned division. Division by 0 is undefined behaviour.",
    "srem" @ "i-srem": "The remainder of a signed division; it has the sign of the left side. Division by \
        0, and the smallest number by -1, are undefined behaviour.",
    "shl" @ "i-shl": "Shifts bits to the left: times two for each step. A distance of the width or more \
        gives poison.",
    "lshr" @ "i-lshr": "Shifts bits to the right and fills up with zeros: an unsigned division by a power \
        of two. A distance of the width or more gives poison.",
    "ashr" @ "i-ashr": "Shifts bits to the right and fills up with copies of the sign. A distance of the \
        width or more gives poison.",
    "and" @ "i-and": "Bits that are set on both sides.",
    "or" @ "i-or": "Bits that are set on either side.",
    "xor" @ "i-xor": "Bits that are set on exactly one side. With `true` or -1 it is the opposite: `!x`.",

    // Floating-point numbers.
    "fneg" @ "i-fneg": "Flips the sign, even of zero and NaN.",
    "fadd" @ "i-fadd": "Adds floating-point numbers, rounding to the nearest.",
    "fsub" @ "i-fsub": "Subtracts floating-point numbers, rounding to the nearest.",
    "fmul" @ "i-fmul": "Multiplies floating-point numbers, rounding to the nearest.",
    "fdiv" @ "i-fdiv": "Divides floating-point numbers. Division by zero is infinity or NaN, and no \
        mistake.",
    "frem" @ "i-frem": "The remainder of a division, with the sign of the left side: C's `fmod`, often a \
        call of it.",

    // Conversions.
    "trunc" @ "i-trunc": "Keeps the low bits of a whole number.",
    "zext" @ "i-zext": "Makes a whole number wider by zeros above it: an unsigned number keeps its value.",
    "sext" @ "i-sext": "Makes a whole number wider by copies of its sign: a signed number keeps its value.",
    "fptrunc" @ "i-fptrunc": "Makes a floating-point number narrower, rounding to the nearest.",
    "fpext" @ "i-fpext": "Makes a floating-point number wider; nothing is lost.",
    "fptoui" @ "i-fptoui": "Makes an unsigned number of a floating-point number, rounding towards 0. What \
        doesn't fit gives poison; Rust's `as` uses `llvm.fptoui.sat` instead.",
    "fptosi" @ "i-fptosi": "Makes a signed number of a floating-point number, rounding towards 0. What \
        doesn't fit gives poison; Rust's `as` uses `llvm.fptosi.sat` instead.",
    "uitofp" @ "i-uitofp": "Makes a floating-point number of an unsigned number.",
    "sitofp" @ "i-sitofp": "Makes a floating-point number of a signed number.",
    "ptrtoint" @ "i-ptrtoint": "Makes a whole number of a pointer, and exposes its provenance: a number \
        can be made a pointer again.",
    "ptrtoaddr" @ "i-ptrtoaddr": "The address of a pointer as a whole number. Provenance isn't exposed.",
    "inttoptr" @ "i-inttoptr": "Makes a pointer of a whole number.",
    "bitcast" @ "i-bitcast": "The same bits as another type of the same size. No code.",
    "addrspacecast" @ "i-addrspacecast": "Makes a pointer of one address space one of another.",

    // Comparisons and choices.
    "icmp" @ "i-icmp": "Compares whole numbers or addresses. The result is an `i1`.",
    "fcmp" @ "i-fcmp": "Compares floating-point numbers. The result is an `i1`.",
    "phi" @ "i-phi": "Takes the value that belongs to the block from which control came: how a variable \
        has one value after an `if`, another after the `else`. It stands at the start of a block.",
    "select" @ "i-select": "One of two values, without a jump. Both are computed before.",
    "freeze" @ "i-freeze": "Makes poison or undef some ordinary value, the same one at each use; any other \
        value stays.",

    // Memory.
    "alloca" @ "i-alloca": "Reserves memory on the stack until the function returns. The result is its \
        address.",
    "load" @ "i-load": "Reads memory.",
    "store" @ "i-store": "Writes memory.",
    "fence" @ "i-fence": "Orders the memory accesses before it and after it, as other threads see them.",
    "cmpxchg" @ "i-cmpxchg": "Writes a new value if the memory holds an expected one, in one step that no \
        thread can interrupt. The result is what was there, and whether it was written.",
    "atomicrmw" @ "i-atomicrmw": "Reads memory, computes, and writes the result, in one step that no \
        thread can interrupt. The result is what was there before.",
    "getelementptr" @ "i-getelementptr": "Computes an address from a pointer and distances; memory is not \
        accessed. The type says how large a step is.",

    // Parts of values.
    "extractvalue" @ "i-extractvalue": "Takes a field out of a struct or array that is in registers.",
    "insertvalue" @ "i-insertvalue": "A copy of a struct or array with another value in one field.",
    "extractelement" @ "i-extractelement": "Takes one element out of a vector. A place that isn't there \
        gives poison.",
    "insertelement" @ "i-insertelement": "A copy of a vector with another value in one element. A place \
        that isn't there gives poison.",
    "shufflevector" @ "i-shufflevector": "A new vector of elements of two vectors; the mask says which. \
        Elements of the second are counted on from those of the first.",

    // Calls, and what belongs to unwinding.
    "call" @ "i-call": "Calls a function.",
    "va_arg" @ "i-va-arg": "Takes the next argument of those behind `...`.",
    "landingpad" @ "i-landingpad": "Where a panic arrives: says what is done with it here, and has what \
        the unwinder hands over.",
    "catchpad" @ "i-catchpad": "Begins a handler of a panic. Windows only.",
    "cleanuppad" @ "i-cleanuppad": "Begins what is dropped while a panic passes. Windows only.",
}
