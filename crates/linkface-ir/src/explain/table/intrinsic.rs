//! Intrinsics: functions that LLVM itself knows. Their names end in the types for which they are.

use super::entries;

entries! {
    /// Memory and lifetimes.
    MEMORY =

    "llvm.memcpy" @ "llvm-memcpy-intrinsic": "Copies bytes between places that don't overlap. It may become \
        a call of `memcpy`, or a few moves.",
    "llvm.memcpy.inline" @ "llvm-memcpy-inline-intrinsic": "Copies bytes, never by a call.",
    "llvm.memcpy.element.unordered.atomic" @ "llvm-memcpy-element-unordered-atomic-intrinsic": "Copies \
        elements, each one in one piece.",
    "llvm.memmove" @ "llvm-memmove-intrinsic": "Copies bytes between places that may overlap. It may become \
        a call of `memmove`.",
    "llvm.memmove.element.unordered.atomic" @ "llvm-memmove-element-unordered-atomic-intrinsic": "Copies \
        elements between places that may overlap, each one in one piece.",
    "llvm.memset" @ "llvm-memset-intrinsics": "Fills bytes with one value. It may become a call of `memset`.",
    "llvm.memset.inline" @ "llvm-memset-inline-intrinsics": "Fills bytes with one value, never by a call.",
    "llvm.memset.element.unordered.atomic" @ "llvm-memset-element-unordered-atomic-intrinsic": "Fills \
        elements with one value, each one in one piece.",
    "llvm.experimental.memset.pattern" @ "intrinsic-functions": "Fills memory with a value of several bytes.",
    "llvm.lifetime.start" @ "llvm-lifetime-start-intrinsic": "From here on the `alloca` is in use: before, \
        its memory may serve another one. No code.",
    "llvm.lifetime.end" @ "llvm-lifetime-end-intrinsic": "From here on nobody needs what is in the `alloca`. \
        No code.",
    "llvm.invariant.start" @ "llvm-invariant-start-intrinsic": "From here on the memory doesn't change.",
    "llvm.invariant.end" @ "llvm-invariant-end-intrinsic": "From here on the memory may change again.",
    "llvm.launder.invariant.group" @ "llvm-launder-invariant-group-intrinsic": "The same pointer, about \
        which nothing is known any more.",
    "llvm.strip.invariant.group" @ "llvm-strip-invariant-group-intrinsic": "The same pointer, about which \
        nothing is known any more.",
    "llvm.stacksave" @ "llvm-stacksave-intrinsic": "Remembers where the stack ends.",
    "llvm.stackrestore" @ "llvm-stackrestore-intrinsic": "Cuts the stack back to where it ended.",
    "llvm.prefetch" @ "llvm-prefetch-intrinsic": "Brings memory into the cache, if that is possible.",
    "llvm.ptrmask" @ "llvm-ptrmask-intrinsic": "Clears bits of an address: rounds it down to an alignment.",
    "llvm.objectsize" @ "llvm-objectsize-intrinsic": "How many bytes there are behind a pointer, if LLVM can \
        tell.",
    "llvm.load.relative" @ "llvm-load-relative-intrinsic": "Reads a distance from a table and adds it to the \
        table's address: a `match` that became a table.",
    "llvm.threadlocal.address" @ "llvm-threadlocal-address-intrinsic": "The address of a thread-local \
        variable, for the present thread.",
    "llvm.thread.pointer" @ "intrinsic-functions": "Where the thread's own memory is.",
    "llvm.masked.load" @ "llvm-masked-load-intrinsics": "Reads those elements of a vector for which the mask \
        is set.",
    "llvm.masked.store" @ "llvm-masked-store-intrinsics": "Writes those elements of a vector for which the \
        mask is set.",
    "llvm.masked.gather" @ "llvm-masked-gather-intrinsics": "Reads the elements of a vector from places all \
        over.",
    "llvm.masked.scatter" @ "llvm-masked-scatter-intrinsics": "Writes the elements of a vector to places all \
        over.",
    "llvm.masked.expandload" @ "llvm-masked-expandload-intrinsics": "Reads elements side by side into those \
        for which the mask is set.",
    "llvm.masked.compressstore" @ "llvm-masked-compressstore-intrinsics": "Writes the elements for which the \
        mask is set, side by side.",
    "llvm.clear_cache" @ "llvm-clear-cache-intrinsic": "Makes new code visible to the processor.",
}

entries! {
    /// What tells LLVM something, or asks it.
    HINTS =

    "llvm.assume" @ "llvm-assume-intrinsic": "Promises that the condition is true, and what is in brackets. \
        If it isn't, that is undefined behaviour. No code.",
    "llvm.expect" @ "llvm-expect-intrinsic": "Its first argument; the second is what that usually is. No \
        code.",
    "llvm.expect.with.probability" @ "llvm-expect-with-probability-intrinsic": "Its first argument; the \
        second is what that usually is, the third how often.",
    "llvm.experimental.noalias.scope.decl" @ "llvm-experimental-noalias-scope-decl-intrinsic": "A function \
        with `noalias` parameters was inlined here: what they promise holds from here. No code.",
    "llvm.is.constant" @ "llvm-is-constant-intrinsic": "Whether LLVM knows the value while it compiles.",
    "llvm.donothing" @ "llvm-donothing-intrinsic": "Does nothing.",
    "llvm.sideeffect" @ "llvm-sideeffect-intrinsic": "Does nothing, and counts as an effect: a loop with it \
        may run forever.",
    "llvm.fake.use" @ "llvm-fake-use-intrinsic": "Keeps a value alive for debuggers. No code.",
    "llvm.ssa.copy" @ "llvm-ssa-copy-intrinsic": "Its argument: another name, for a pass to remember \
        something.",
    "llvm.arithmetic.fence" @ "llvm-arithmetic-fence-intrinsic": "Its argument; no relaxed arithmetic beyond \
        it.",
    "llvm.annotation" @ "llvm-annotation-intrinsic": "Its first argument, with a remark.",
    "llvm.var.annotation" @ "llvm-var-annotation-intrinsic": "A remark about a variable.",
    "llvm.ptr.annotation" @ "llvm-ptr-annotation-intrinsic": "Its first argument, with a remark.",
    "llvm.codeview.annotation" @ "llvm-codeview-annotation-intrinsic": "A remark for Windows' debuggers.",
    "llvm.pseudoprobe" @ "intrinsic-functions": "A mark for profiles. No code.",
    "llvm.trap" @ "llvm-trap-intrinsic": "Ends the program by an instruction that isn't allowed: \
        `core::intrinsics::abort`.",
    "llvm.debugtrap" @ "llvm-debugtrap-intrinsic": "Calls the debugger.",
    "llvm.ubsantrap" @ "llvm-ubsantrap-intrinsic": "Ends the program: a sanitizer has found undefined \
        behaviour.",
    "llvm.allow.ubsan.check" @ "llvm-allow-ubsan-check-intrinsic": "Whether a check is worth its cost here.",
    "llvm.allow.runtime.check" @ "llvm-allow-runtime-check-intrinsic": "Whether a check is worth its cost \
        here.",
    "llvm.type.test" @ "type-test-intrinsic": "Whether a function or vtable is of this type.",
    "llvm.type.checked.load" @ "type-checked-load-intrinsic": "Reads a function from a vtable, and whether \
        it is of this type.",
    "llvm.used" @ "the-llvm-used-global-variable": "What the linker has to keep: `#[used]`.",
    "llvm.compiler.used" @ "the-llvm-compiler-used-global-variable": "What LLVM has to keep; the linker \
        may drop it.",
    "llvm.global_ctors" @ "the-llvm-global-ctors-global-variable": "Functions that run before `main`.",
    "llvm.global_dtors" @ "the-llvm-global-dtors-global-variable": "Functions that run after `main`.",
}

entries! {
    /// Whole numbers.
    INTEGERS =

    "llvm.sadd.with.overflow" @ "llvm-sadd-with-overflow-intrinsics": "Adds signed numbers: the result, \
        wrapped around, and whether it did.",
    "llvm.uadd.with.overflow" @ "llvm-uadd-with-overflow-intrinsics": "Adds unsigned numbers: the result, \
        wrapped around, and whether it did.",
    "llvm.ssub.with.overflow" @ "llvm-ssub-with-overflow-intrinsics": "Subtracts signed numbers: the result, \
        wrapped around, and whether it did.",
    "llvm.usub.with.overflow" @ "llvm-usub-with-overflow-intrinsics": "Subtracts unsigned numbers: the \
        result, wrapped around, and whether it did.",
    "llvm.smul.with.overflow" @ "llvm-smul-with-overflow-intrinsics": "Multiplies signed numbers: the \
        result, wrapped around, and whether it did.",
    "llvm.umul.with.overflow" @ "llvm-umul-with-overflow-intrinsics": "Multiplies unsigned numbers: the \
        result, wrapped around, and whether it did.",
    "llvm.sadd.sat" @ "llvm-sadd-sat-intrinsics": "Adds signed numbers; what doesn't fit is the largest or \
        smallest one.",
    "llvm.uadd.sat" @ "llvm-uadd-sat-intrinsics": "Adds unsigned numbers; what doesn't fit is the largest one.",
    "llvm.ssub.sat" @ "llvm-ssub-sat-intrinsics": "Subtracts signed numbers; what doesn't fit is the largest \
        or smallest one.",
    "llvm.usub.sat" @ "llvm-usub-sat-intrinsics": "Subtracts unsigned numbers; what would be negative is 0.",
    "llvm.sshl.sat" @ "llvm-sshl-sat-intrinsics": "Shifts to the left; what doesn't fit is the largest or \
        smallest signed number.",
    "llvm.ushl.sat" @ "llvm-ushl-sat-intrinsics": "Shifts to the left; what doesn't fit is the largest \
        unsigned number.",
    "llvm.abs" @ "llvm-abs-intrinsic": "The absolute value. The second argument says whether the smallest \
        number, which has none, gives poison or itself.",
    "llvm.smax" @ "llvm-smax-intrinsic": "The greater of two signed numbers.",
    "llvm.smin" @ "llvm-smin-intrinsic": "The lesser of two signed numbers.",
    "llvm.umax" @ "llvm-umax-intrinsic": "The greater of two unsigned numbers.",
    "llvm.umin" @ "llvm-umin-intrinsic": "The lesser of two unsigned numbers.",
    "llvm.scmp" @ "llvm-scmp-intrinsic": "Compares signed numbers: -1, 0 or 1, like Rust's `Ordering`.",
    "llvm.ucmp" @ "llvm-ucmp-intrinsic": "Compares unsigned numbers: -1, 0 or 1, like Rust's `Ordering`.",
    "llvm.ctpop" @ "llvm-ctpop-intrinsic": "How many bits are set: `count_ones`.",
    "llvm.ctlz" @ "llvm-ctlz-intrinsic": "How many zeros there are before the highest bit that is set: \
        `leading_zeros`. The second argument says whether 0 gives poison.",
    "llvm.cttz" @ "llvm-cttz-intrinsic": "How many zeros there are behind the lowest bit that is set: \
        `trailing_zeros`. The second argument says whether 0 gives poison.",
    "llvm.experimental.cttz.elts" @ "llvm-experimental-cttz-elts-intrinsic": "How many elements of a vector \
        are zero before the first that isn't.",
    "llvm.bswap" @ "llvm-bswap-intrinsics": "Reverses the bytes: `swap_bytes`.",
    "llvm.bitreverse" @ "llvm-bitreverse-intrinsics": "Reverses the bits: `reverse_bits`.",
    "llvm.fshl" @ "llvm-fshl-intrinsic": "Puts two numbers side by side, shifts to the left, and keeps the \
        upper half. With the same number twice it is `rotate_left`.",
    "llvm.fshr" @ "llvm-fshr-intrinsic": "Puts two numbers side by side, shifts to the right, and keeps the \
        lower half. With the same number twice it is `rotate_right`.",
    "llvm.clmul" @ "intrinsic-functions": "Multiplies without carries.",
    "llvm.smul.fix" @ "llvm-smul-fix-intrinsics": "Multiplies signed numbers with a fixed point.",
    "llvm.umul.fix" @ "llvm-umul-fix-intrinsics": "Multiplies unsigned numbers with a fixed point.",
    "llvm.sdiv.fix" @ "llvm-sdiv-fix-intrinsics": "Divides signed numbers with a fixed point.",
    "llvm.udiv.fix" @ "llvm-udiv-fix-intrinsics": "Divides unsigned numbers with a fixed point.",
    "llvm.fptoui.sat" @ "llvm-fptoui-sat-intrinsic": "Makes an unsigned number of a floating-point number: \
        rounded towards 0, the nearest one if it doesn't fit, 0 for NaN. Rust's `as`.",
    "llvm.fptosi.sat" @ "llvm-fptosi-sat-intrinsic": "Makes a signed number of a floating-point number: \
        rounded towards 0, the nearest one if it doesn't fit, 0 for NaN. Rust's `as`.",
}

entries! {
    /// Floating-point numbers.
    FLOATS =

    "llvm.sqrt" @ "llvm-sqrt-intrinsic": "The square root.",
    "llvm.powi" @ "llvm-powi-intrinsic": "A power, the exponent a whole number.",
    "llvm.pow" @ "llvm-pow-intrinsic": "A power. Usually a call of `pow`.",
    "llvm.ldexp" @ "llvm-ldexp-intrinsic": "Times a power of two.",
    "llvm.frexp" @ "llvm-frexp-intrinsic": "The fraction and the exponent.",
    "llvm.modf" @ "llvm-modf-intrinsic": "The part behind the point, and the part before it.",
    "llvm.sin" @ "llvm-sin-intrinsic": "The sine. Usually a call of `sin`.",
    "llvm.cos" @ "llvm-cos-intrinsic": "The cosine. Usually a call of `cos`.",
    "llvm.sincos" @ "llvm-sincos-intrinsic": "Sine and cosine together.",
    "llvm.sincospi" @ "llvm-sincospi-intrinsic": "Sine and cosine of so many half turns.",
    "llvm.tan" @ "llvm-tan-intrinsic": "The tangent. Usually a call of `tan`.",
    "llvm.asin" @ "llvm-asin-intrinsic": "The angle of a sine.",
    "llvm.acos" @ "llvm-acos-intrinsic": "The angle of a cosine.",
    "llvm.atan" @ "llvm-atan-intrinsic": "The angle of a tangent.",
    "llvm.atan2" @ "llvm-atan2-intrinsic": "The angle of a direction.",
    "llvm.sinh" @ "llvm-sinh-intrinsic": "The hyperbolic sine.",
    "llvm.cosh" @ "llvm-cosh-intrinsic": "The hyperbolic cosine.",
    "llvm.tanh" @ "llvm-tanh-intrinsic": "The hyperbolic tangent.",
    "llvm.exp" @ "llvm-exp-intrinsic": "A power of e. Usually a call of `exp`.",
    "llvm.exp2" @ "llvm-exp2-intrinsic": "A power of two. Usually a call of `exp2`.",
    "llvm.exp10" @ "llvm-exp10-intrinsic": "A power of ten. Usually a call of `exp10`.",
    "llvm.log" @ "llvm-log-intrinsic": "The natural logarithm. Usually a call of `log`.",
    "llvm.log2" @ "llvm-log2-intrinsic": "The logarithm of base two. Usually a call of `log2`.",
    "llvm.log10" @ "llvm-log10-intrinsic": "The logarithm of base ten. Usually a call of `log10`.",
    "llvm.fma" @ "llvm-fma-intrinsic": "`a * b + c`, rounded once: `mul_add`. Without hardware for it, a call \
        of `fma`.",
    "llvm.fmuladd" @ "llvm-fmuladd-intrinsic": "`a * b + c`, rounded once or twice, whatever is faster.",
    "llvm.fabs" @ "llvm-fabs-intrinsic": "The absolute value: clears the sign.",
    "llvm.copysign" @ "llvm-copysign-intrinsic": "The first number with the sign of the second.",
    "llvm.minnum" @ "llvm-minnum-intrinsic": "The lesser of two numbers; if one is NaN, the other.",
    "llvm.maxnum" @ "llvm-maxnum-intrinsic": "The greater of two numbers; if one is NaN, the other.",
    "llvm.minimum" @ "llvm-minimum-intrinsic": "The lesser of two numbers; NaN if one is NaN.",
    "llvm.maximum" @ "llvm-maximum-intrinsic": "The greater of two numbers; NaN if one is NaN.",
    "llvm.minimumnum" @ "llvm-minimumnum-intrinsic": "The lesser of two numbers; if one is NaN, the other; \
        -0 is less than 0.",
    "llvm.maximumnum" @ "llvm-maximumnum-intrinsic": "The greater of two numbers; if one is NaN, the other; \
        -0 is less than 0.",
    "llvm.floor" @ "llvm-floor-intrinsic": "Rounds down.",
    "llvm.ceil" @ "llvm-ceil-intrinsic": "Rounds up.",
    "llvm.trunc" @ "llvm-trunc-intrinsic": "Rounds towards 0.",
    "llvm.rint" @ "llvm-rint-intrinsic": "Rounds to the nearest whole number, halves to the even one.",
    "llvm.nearbyint" @ "llvm-nearbyint-intrinsic": "Rounds to the nearest whole number, halves to the even \
        one.",
    "llvm.round" @ "llvm-round-intrinsic": "Rounds to the nearest whole number, halves away from 0.",
    "llvm.roundeven" @ "llvm-roundeven-intrinsic": "Rounds to the nearest whole number, halves to the even \
        one.",
    "llvm.lround" @ "llvm-lround-intrinsic": "Rounds to the nearest whole number, as an integer.",
    "llvm.llround" @ "llvm-llround-intrinsic": "Rounds to the nearest whole number, as an integer.",
    "llvm.lrint" @ "llvm-lrint-intrinsic": "Rounds to the nearest whole number, as an integer.",
    "llvm.llrint" @ "llvm-llrint-intrinsic": "Rounds to the nearest whole number, as an integer.",
    "llvm.canonicalize" @ "llvm-canonicalize-intrinsic": "The same number in its usual form.",
    "llvm.is.fpclass" @ "llvm-is-fpclass-intrinsic": "Whether a number is of these kinds: NaN, infinite, \
        zero and others.",
    "llvm.convert.to.fp16" @ "llvm-convert-to-fp16-intrinsic": "Makes a number of 16 bits.",
    "llvm.convert.from.fp16" @ "llvm-convert-from-fp16-intrinsic": "Makes a wider number of one of 16 bits.",
    "llvm.fptrunc.round" @ "llvm-fptrunc-round-intrinsic": "Makes a number narrower, rounding as is said.",
    "llvm.get.rounding" @ "llvm-get-rounding-intrinsic": "How numbers are rounded now.",
    "llvm.set.rounding" @ "llvm-set-rounding-intrinsic": "How numbers are rounded from now on.",
    "llvm.get.fpenv" @ "llvm-get-fpenv-intrinsic": "The state of the floating-point unit.",
    "llvm.set.fpenv" @ "llvm-set-fpenv-intrinsic": "Sets the state of the floating-point unit.",
    "llvm.reset.fpenv" @ "llvm-reset-fpenv-intrinsic": "Sets the floating-point unit back.",
    "llvm.get.fpmode" @ "llvm-get-fpmode-intrinsic": "The modes of the floating-point unit.",
    "llvm.set.fpmode" @ "llvm-set-fpmode-intrinsic": "Sets the modes of the floating-point unit.",
    "llvm.reset.fpmode" @ "llvm-reset-fpmode-intrinsic": "Sets the modes of the floating-point unit back.",
}

entries! {
    /// Vectors.
    VECTORS =

    "llvm.vector.reduce.add" @ "llvm-vector-reduce-add-intrinsic": "The sum of all elements.",
    "llvm.vector.reduce.fadd" @ "llvm-vector-reduce-fadd-intrinsic": "The sum of all elements and a first \
        number, in order.",
    "llvm.vector.reduce.mul" @ "llvm-vector-reduce-mul-intrinsic": "The product of all elements.",
    "llvm.vector.reduce.fmul" @ "llvm-vector-reduce-fmul-intrinsic": "The product of all elements and a \
        first number, in order.",
    "llvm.vector.reduce.and" @ "llvm-vector-reduce-and-intrinsic": "Bits that are set in all elements; of \
        truth values: whether all are true.",
    "llvm.vector.reduce.or" @ "llvm-vector-reduce-or-intrinsic": "Bits that are set in an element; of truth \
        values: whether one is true.",
    "llvm.vector.reduce.xor" @ "llvm-vector-reduce-xor-intrinsic": "Bits that are set in an odd number of \
        elements.",
    "llvm.vector.reduce.smax" @ "llvm-vector-reduce-smax-intrinsic": "The greatest element, signed.",
    "llvm.vector.reduce.smin" @ "llvm-vector-reduce-smin-intrinsic": "The least element, signed.",
    "llvm.vector.reduce.umax" @ "llvm-vector-reduce-umax-intrinsic": "The greatest element, unsigned.",
    "llvm.vector.reduce.umin" @ "llvm-vector-reduce-umin-intrinsic": "The least element, unsigned.",
    "llvm.vector.reduce.fmax" @ "llvm-vector-reduce-fmax-intrinsic": "The greatest element; NaN is passed \
        over.",
    "llvm.vector.reduce.fmin" @ "llvm-vector-reduce-fmin-intrinsic": "The least element; NaN is passed over.",
    "llvm.vector.reduce.fmaximum" @ "llvm-vector-reduce-fmaximum-intrinsic": "The greatest element, or NaN.",
    "llvm.vector.reduce.fminimum" @ "llvm-vector-reduce-fminimum-intrinsic": "The least element, or NaN.",
    "llvm.vector.extract" @ "llvm-vector-extract-intrinsic": "A part of a vector.",
    "llvm.vector.insert" @ "llvm-vector-insert-intrinsic": "A vector with another one in a part of it.",
    "llvm.vector.reverse" @ "llvm-vector-reverse-intrinsic": "The elements the other way round.",
    "llvm.vector.splice" @ "intrinsic-functions": "A piece out of two vectors that are put one behind the \
        other.",
    "llvm.vector.interleave2" @ "llvm-vector-interleave2-3-4-5-6-7-8-intrinsic": "The elements of two vectors \
        in turn.",
    "llvm.vector.deinterleave2" @ "llvm-vector-deinterleave2-3-4-5-6-7-8-intrinsic": "The even elements and \
        the odd ones.",
    "llvm.vector.partial.reduce.add" @ "llvm-vector-partial-reduce-add-intrinsic": "Sums of groups of \
        elements.",
    "llvm.stepvector" @ "llvm-stepvector-intrinsic": "The vector of 0, 1, 2 and so on.",
    "llvm.vscale" @ "llvm-vscale-intrinsic": "How many times longer scalable vectors are than it is written.",
    "llvm.get.active.lane.mask" @ "llvm-get-active-lane-mask-intrinsics": "Which elements of a vector a loop \
        still has to do.",
    "llvm.experimental.get.vector.length" @ "intrinsic-functions": "How many elements of a vector a loop does \
        in this round.",
    "llvm.experimental.vector.compress" @ "intrinsic-functions": "The elements for which the mask is set, \
        side by side.",
}

entries! {
    /// The machine, calls and unwinding.
    MACHINE =

    "llvm.va_start" @ "llvm-va-start-intrinsic": "Begins to read the arguments behind `...`.",
    "llvm.va_copy" @ "llvm-va-copy-intrinsic": "Copies where one is in the arguments behind `...`.",
    "llvm.va_end" @ "llvm-va-end-intrinsic": "Ends to read the arguments behind `...`.",
    "llvm.returnaddress" @ "llvm-returnaddress-intrinsic": "Where the function returns to.",
    "llvm.addressofreturnaddress" @ "llvm-addressofreturnaddress-intrinsic": "Where it is kept where the \
        function returns to.",
    "llvm.frameaddress" @ "llvm-frameaddress-intrinsic": "The address of a stack frame.",
    "llvm.sponentry" @ "llvm-sponentry-intrinsic": "Where the stack ended when the function was called.",
    "llvm.localescape" @ "llvm-localescape-and-llvm-localrecover-intrinsics": "Gives nested functions a way \
        to the `alloca`s of this one. Windows only.",
    "llvm.localrecover" @ "llvm-localescape-and-llvm-localrecover-intrinsics": "Finds an `alloca` of an \
        enclosing function. Windows only.",
    "llvm.read_register" @ "llvm-read-register-llvm-read-volatile-register-and-llvm-write-register-intrinsics":
        "Reads a register of the processor.",
    "llvm.write_register" @ "llvm-read-register-llvm-read-volatile-register-and-llvm-write-register-intrinsics":
        "Writes a register of the processor.",
    "llvm.readcyclecounter" @ "llvm-readcyclecounter-intrinsic": "How many cycles the processor has done.",
    "llvm.readsteadycounter" @ "llvm-readsteadycounter-intrinsic": "A clock of the processor's.",
    "llvm.eh.typeid.for" @ "intrinsic-functions": "The number of a type of exceptions.",
    "llvm.eh" @ "intrinsic-functions": "A part of unwinding.",
    "llvm.seh" @ "intrinsic-functions": "A part of unwinding on Windows.",
    "llvm.init.trampoline" @ "llvm-init-trampoline-intrinsic": "Writes code that calls a nested function.",
    "llvm.adjust.trampoline" @ "llvm-adjust-trampoline-intrinsic": "The address at which to call that code.",
    "llvm.instrprof.increment" @ "llvm-instrprof-increment-intrinsic": "Counts for a profile or for coverage.",
    "llvm.instrprof.increment.step" @ "llvm-instrprof-increment-step-intrinsic": "Counts by a step, for a \
        profile.",
    "llvm.instrprof" @ "intrinsic-functions": "A part of profiles and coverage: `-C instrument-coverage`.",
    "llvm.stackprotector" @ "llvm-stackprotector-intrinsic": "Puts a guard value on the stack.",
    "llvm.stackguard" @ "llvm-stackguard-intrinsic": "The guard value of the stack.",
    "llvm.dbg.value" @ "debug-records": "From here on a variable of the source has this value. (Newer LLVM \
        writes `#dbg_value`.)",
    "llvm.dbg.declare" @ "debug-records": "A variable of the source lives at this address. (Newer LLVM writes \
        `#dbg_declare`.)",
    "llvm.dbg" @ "debug-records": "Debug information. (Newer LLVM writes `#dbg_…`.)",
}

entries! {
    /// Families: what is known of a name that is in no other table.
    FAMILIES =

    "llvm.vp" @ "vector-predication-intrinsics": "The operation that its name says, on so many elements of \
        vectors, where the mask is set.",
    "llvm.experimental.vp" @ "vector-predication-intrinsics": "The operation that its name says, on so many \
        elements of vectors, where the mask is set.",
    "llvm.experimental.constrained" @ "constrained-floating-point-intrinsics": "The operation that its name \
        says, with a rounding and exceptions that matter.",
    "llvm.experimental.gc" @ "intrinsic-functions": "A part of garbage collection.",
    "llvm.gc" @ "intrinsic-functions": "A part of garbage collection.",
    "llvm.coro" @ "intrinsic-functions": "A part of LLVM's own coroutines (C++ and Swift; rustc splits its \
        `async` itself).",
    "llvm.matrix" @ "matrix-intrinsics": "An operation on matrices that lie in vectors.",
    "llvm.objc" @ "intrinsic-functions": "A part of Objective-C's reference counting.",
    "llvm.ptrauth" @ "intrinsic-functions": "Signs or checks a pointer (64-bit ARM).",
    "llvm.masked" @ "intrinsic-functions": "Accesses those elements of a vector for which a mask is set.",
    "llvm.vector" @ "intrinsic-functions": "The operation on vectors that its name says.",
    "llvm.preserve" @ "intrinsic-functions": "An address that BPF fits to the kernel.",
    "llvm.experimental" @ "intrinsic-functions": "Something of which LLVM hasn't decided yet whether it \
        stays.",
    "llvm.x86" @ "intrinsic-functions": "One instruction of x86, of the extension and name that follow: \
        `core::arch::x86_64`.",
    "llvm.aarch64" @ "intrinsic-functions": "One instruction of 64-bit ARM: `core::arch::aarch64`.",
    "llvm.arm" @ "intrinsic-functions": "One instruction of ARM: `core::arch::arm`.",
    "llvm.wasm" @ "intrinsic-functions": "One instruction of WebAssembly: `core::arch::wasm32`.",
    "llvm.riscv" @ "intrinsic-functions": "One instruction of RISC-V.",
    "llvm.ppc" @ "intrinsic-functions": "One instruction of PowerPC.",
    "llvm.s390" @ "intrinsic-functions": "One instruction of IBM Z.",
    "llvm.mips" @ "intrinsic-functions": "One instruction of MIPS.",
    "llvm.loongarch" @ "intrinsic-functions": "One instruction of LoongArch.",
    "llvm.hexagon" @ "intrinsic-functions": "One instruction of Hexagon.",
    "llvm.nvvm" @ "intrinsic-functions": "One instruction of NVIDIA's GPUs.",
    "llvm.amdgcn" @ "intrinsic-functions": "One instruction of AMD's GPUs.",
    "llvm.bpf" @ "intrinsic-functions": "One instruction of BPF.",
    "llvm.spv" @ "intrinsic-functions": "One instruction of SPIR-V.",
}

entries! {
    /// Instructions of x86 that std itself uses.
    X86 =

    "llvm.x86.sse2.pause" @ "intrinsic-functions": "`pause`: this is a loop that waits. Rust's \
        `hint::spin_loop`.",
    "llvm.x86.xgetbv" @ "intrinsic-functions": "`xgetbv`: which registers the operating system saves.",
    "llvm.x86.ssse3.pshuf.b.128" @ "intrinsic-functions": "`pshufb`: bytes of the first vector, chosen by \
        those of the second.",
    "llvm.x86.avx2.pshuf.b" @ "intrinsic-functions": "`vpshufb`: bytes of the first vector, chosen by those \
        of the second, in both halves.",
    "llvm.x86.sse2.psad.bw" @ "intrinsic-functions": "`psadbw`: how far bytes are apart, summed up in groups \
        of eight.",
    "llvm.x86.sse2.pmadd.wd" @ "intrinsic-functions": "`pmaddwd`: multiplies 16-bit numbers and adds pairs \
        of the products.",
    "llvm.x86.sse2.packuswb.128" @ "intrinsic-functions": "`packuswb`: 16-bit numbers become bytes; what \
        doesn't fit is 0 or 255.",
    "llvm.x86.sse.movmsk.ps" @ "intrinsic-functions": "`movmskps`: the signs of four floating-point numbers, \
        as bits.",
    "llvm.x86.sse2.movmsk.pd" @ "intrinsic-functions": "`movmskpd`: the signs of two floating-point numbers, \
        as bits.",
    "llvm.x86.sse2.pmovmskb.128" @ "intrinsic-functions": "`pmovmskb`: the highest bit of each byte.",
    "llvm.x86.avx2.pmovmskb" @ "intrinsic-functions": "`vpmovmskb`: the highest bit of each byte.",
    "llvm.x86.pclmulqdq" @ "intrinsic-functions": "`pclmulqdq`: multiplies without carries.",
    "llvm.x86.sse42.crc32" @ "intrinsic-functions": "`crc32`: one step of a checksum.",
    "llvm.x86.aesni" @ "intrinsic-functions": "One step of AES.",
    "llvm.x86.sha" @ "intrinsic-functions": "One step of SHA.",
    "llvm.x86.rdrand" @ "intrinsic-functions": "`rdrand`: a random number, and whether there was one.",
    "llvm.x86.rdtsc" @ "intrinsic-functions": "`rdtsc`: the processor's counter.",
}
