//! Attributes of parameters, results, calls and functions.

use super::entries;

entries! {
    /// Attributes of parameters and results.
    VALUE_ATTRIBUTES =

    "noundef" @ "parameter-attributes": "It isn't undef or poison: every bit has a value. Else it is \
        undefined behaviour.",
    "nonnull" @ "parameter-attributes": "The pointer isn't null: a reference, a `Box`, a `NonNull`. Null \
        would be poison.",
    "noalias" @ "parameter-attributes": "While the function runs, memory that is reached through this \
        pointer and written is reached through nothing else: what Rust's `&mut` and most `&` promise. Of a \
        result: it points to fresh memory.",
    "align" @ "parameter-attributes": "The address is divisible by this number. Else it is poison.",
    "dereferenceable" @ "parameter-attributes": "At least so many bytes can be read there, without risk, \
        at any time.",
    "dereferenceable_or_null" @ "parameter-attributes": "It is null, or at least so many bytes can be read \
        there.",
    "readonly" @ "parameter-attributes": "Through this pointer nothing is written here. Of a function: it \
        writes no memory.",
    "readnone" @ "parameter-attributes": "Through this pointer nothing is read or written here. Of a \
        function: it accesses no memory.",
    "writeonly" @ "parameter-attributes": "Through this pointer nothing is read here. Of a function: it \
        reads no memory.",
    "writable" @ "parameter-attributes": "Together with `dereferenceable`: LLVM may write there, too, even \
        where the program doesn't.",
    "captures" @ "parameter-attributes": "What is left of the pointer after the call: `none` nothing, \
        `address_is_null` whether it is null, `address` its number, `read_provenance` a pointer that reads, \
        `provenance` a pointer that reads and writes. After `ret:` what is in the result.",
    "nocapture" @ "parameter-attributes": "No copy of the pointer is left after the call. Since LLVM 21 \
        it is `captures(none)`.",
    "nofree" @ "parameter-attributes": "The memory isn't freed by this function. Of a function: it frees no \
        memory that was there before.",
    "range" @ "parameter-attributes": "The value is at least the first number and below the second (if the \
        second is the smaller one, it may wrap around). Else it is poison.",
    "initializes" @ "parameter-attributes": "These bytes behind the pointer are written before they are \
        read: `(from, to)`, counted from the pointer.",
    "dead_on_return" @ "parameter-attributes": "Nobody reads this memory after the call: a value that was \
        moved into the function.",
    "dead_on_unwind" @ "parameter-attributes": "Nobody reads this memory if the function panics.",
    "sret" @ "parameter-attributes": "Here the result goes: the caller has made room for a value of this \
        type, as it is too large for registers.",
    "byval" @ "parameter-attributes": "A copy of the value is passed on the stack; the function owns it.",
    "byref" @ "parameter-attributes": "Points to a value of this type, which is not copied.",
    "inalloca" @ "parameter-attributes": "Points to arguments on the stack (32-bit Windows).",
    "preallocated" @ "parameter-attributes": "Points to arguments on the stack that were made before.",
    "elementtype" @ "parameter-attributes": "What is behind the pointer, for intrinsics and inline assembly \
        that have to know it.",
    "zeroext" @ "parameter-attributes": "In its register it is made wider by zeros: a `bool`, a `u8` in C's \
        convention.",
    "signext" @ "parameter-attributes": "In its register it is made wider by copies of its sign: an `i8` in \
        C's convention.",
    "noext" @ "parameter-attributes": "What is in the rest of its register doesn't matter.",
    "inreg" @ "parameter-attributes": "It is passed in a register where the convention would use the stack.",
    "returned" @ "parameter-attributes": "The function always returns this argument.",
    "nest" @ "parameter-attributes": "The frame of an enclosing function, hidden from the language.",
    "immarg" @ "parameter-attributes": "It has to be a constant.",
    "nofpclass" @ "parameter-attributes": "It is no floating-point number of these kinds: `nan`, `inf`, \
        `zero`, … Else it is poison.",
    "alignstack" @ "parameter-attributes": "It is passed on the stack at an address divisible by this. Of a \
        function: its frame starts at one.",
    "allocalign" @ "parameter-attributes": "This argument is the alignment of the memory that the function \
        allocates.",
    "allocptr" @ "parameter-attributes": "This argument is the memory that the function frees or resizes.",
    "swiftself" @ "parameter-attributes": "Swift's `self`.",
    "swifterror" @ "parameter-attributes": "Where Swift keeps an error.",
    "swiftasync" @ "parameter-attributes": "Swift's context of a task.",
}

entries! {
    /// Attributes of functions and calls.
    FUNCTION_ATTRIBUTES =

    "alwaysinline" @ "function-attributes": "It is inlined wherever that is possible: Rust's \
        `#[inline(always)]`.",
    "inlinehint" @ "function-attributes": "To inline it is likely to be good: Rust's `#[inline]`.",
    "noinline" @ "function-attributes": "It isn't inlined: Rust's `#[inline(never)]`.",
    "nounwind" @ "function-attributes": "No panic comes out of it. Else it is undefined behaviour.",
    "noreturn" @ "function-attributes": "It doesn't return: it panics, exits or runs forever. Rust's `-> !`.",
    "willreturn" @ "function-attributes": "It ends, one way or the other: it doesn't run forever or exit.",
    "mustprogress" @ "function-attributes": "It doesn't run forever without doing something that others \
        can see.",
    "norecurse" @ "function-attributes": "It isn't called again before it has returned.",
    "nosync" @ "function-attributes": "It doesn't communicate with other threads: no atomics but relaxed \
        ones, no locks.",
    "nocallback" @ "function-attributes": "It calls nothing in this module.",
    "nocreateundeforpoison" @ "function-attributes": "If no argument is undef or poison, the result isn't, \
        either.",
    "cold" @ "function-attributes": "It is rarely called: what leads to a call of it is put out of the way. \
        Rust's `#[cold]`, and all panics.",
    "hot" @ "function-attributes": "It is often called: it is worth to be optimised.",
    "memory" @ "function-attributes": "Which memory it accesses: `argmem` what its arguments point to, \
        `inaccessiblemem` what the program can't see, `errnomem` `errno`, `target_mem0` and the like \
        special registers; a word without a place is about all other memory.",
    "argmemonly" @ "function-attributes": "It accesses memory only through its arguments. Since LLVM 16 it \
        is `memory(argmem: readwrite)`.",
    "inaccessiblememonly" @ "function-attributes": "It accesses only memory that the program can't see.",
    "speculatable" @ "function-attributes": "It has no effect and no undefined behaviour, so it may be \
        called even where the program wouldn't.",
    "nonlazybind" @ "function-attributes": "Its address is looked up when the program is loaded, not at the \
        first call.",
    "uwtable" @ "function-attributes": "There are unwind tables for it, so that a panic or a debugger finds \
        the way through it.",
    "optsize" @ "function-attributes": "Small code is better than fast code: `opt-level = \"s\"`.",
    "minsize" @ "function-attributes": "The smallest code, however slow: `opt-level = \"z\"`.",
    "optnone" @ "function-attributes": "It isn't optimised.",
    "optdebug" @ "function-attributes": "It isn't optimised where that would make debugging harder.",
    "optforfuzzing" @ "function-attributes": "It isn't optimised where that would make fuzzing harder.",
    "naked" @ "function-attributes": "Its body is assembly and nothing else: Rust's `#[naked]`.",
    "returns_twice" @ "function-attributes": "It may return more than once, as `setjmp` does.",
    "convergent" @ "function-attributes": "Threads that run together must reach a call together. (Rust \
        marks inline assembly for GPUs.)",
    "noduplicate" @ "function-attributes": "Calls of it aren't doubled.",
    "nomerge" @ "function-attributes": "Calls of it aren't merged, so that each has its place in a \
        backtrace.",
    "builtin" @ "function-attributes": "This call is of the function that its name says, though the \
        function is `nobuiltin`.",
    "nobuiltin" @ "function-attributes": "Its name doesn't say what it does: a call of it isn't taken for \
        a library function's.",
    "allocsize" @ "function-attributes": "Which arguments say how many bytes it allocates; of two, their \
        product.",
    "allockind" @ "function-attributes": "What kind of allocator it is: `alloc`, `realloc` or `free`, and \
        whether the memory is `zeroed`, `uninitialized`, `aligned`. LLVM may remove an allocation that \
        nobody uses.",
    "strictfp" @ "function-attributes": "Floating-point rounding and exceptions matter in it.",
    "noimplicitfloat" @ "function-attributes": "No floating-point or vector registers unless the program \
        asks for them: kernels need that.",
    "noredzone" @ "function-attributes": "It doesn't use memory below the stack pointer: kernels need that.",
    "null_pointer_is_valid" @ "function-attributes": "Memory at address 0 may be accessed.",
    "jumptable" @ "function-attributes": "Its address leads to a table of jumps.",
    "nocf_check" @ "function-attributes": "Indirect calls and jumps in it aren't checked by the hardware.",
    "noprofile" @ "function-attributes": "It isn't instrumented for profiles.",
    "skipprofile" @ "function-attributes": "It isn't instrumented for profiles, nor what is inlined into it.",
    "nodivergencesource" @ "function-attributes": "On a GPU, its result is the same for threads that run \
        together.",
    "hybrid_patchable" @ "function-attributes": "It can be replaced at run time (Windows on ARM).",
    "fn_ret_thunk_extern" @ "function-attributes": "It returns through a function of the kernel's, against \
        attacks on speculation.",
    "vscale_range" @ "function-attributes": "How long scalable vectors are, at least and at most.",
    "presplitcoroutine" @ "function-attributes": "A coroutine that isn't split yet (C++; Rust splits its \
        `async` itself).",
    "coro_only_destroy_when_complete" @ "function-attributes": "A coroutine that is only destroyed at its \
        end.",
    "coro_elide_safe" @ "function-attributes": "The coroutine's frame may live in its caller's.",
    "ssp" @ "function-attributes": "A guard value detects overflows of large buffers on the stack.",
    "sspstrong" @ "function-attributes": "A guard value detects overflows of buffers on the stack.",
    "sspreq" @ "function-attributes": "A guard value detects overflows on the stack, always.",
    "safestack" @ "function-attributes": "What may overflow is on a stack of its own.",
    "shadowcallstack" @ "function-attributes": "The return address is kept on a second stack, too.",
    "speculative_load_hardening" @ "function-attributes": "Loads are protected against attacks on \
        speculation.",
    "sanitize_address" @ "function-attributes": "AddressSanitizer watches it: accesses out of bounds or \
        after a free.",
    "sanitize_thread" @ "function-attributes": "ThreadSanitizer watches it: data races.",
    "sanitize_memory" @ "function-attributes": "MemorySanitizer watches it: reads of uninitialised memory.",
    "sanitize_hwaddress" @ "function-attributes": "AddressSanitizer watches it, by tags in pointers.",
    "sanitize_memtag" @ "function-attributes": "Memory is tagged by the hardware (64-bit ARM).",
    "sanitize_type" @ "function-attributes": "TypeSanitizer watches it: C's rules of aliasing.",
    "sanitize_numerical_stability" @ "function-attributes": "A sanitizer watches how exact its arithmetic \
        is.",
    "sanitize_realtime" @ "function-attributes": "RealtimeSanitizer watches it: nothing that could block.",
    "sanitize_realtime_blocking" @ "function-attributes": "It may block, says RealtimeSanitizer.",
    "sanitize_alloc_token" @ "function-attributes": "Allocations in it are told apart by their types.",
    "disable_sanitizer_instrumentation" @ "function-attributes": "No sanitizer watches it.",
    "nosanitize_bounds" @ "function-attributes": "Bounds aren't checked by a sanitizer.",
    "nosanitize_coverage" @ "function-attributes": "It isn't instrumented for coverage.",
    "#" @ "attribute-groups": "A group of attributes, written once at the end of the file for all functions \
        that have them.",
}

entries! {
    /// Attributes in quotes: what LLVM hands on to the backend or to a pass.
    TEXT_ATTRIBUTES =

    "target-cpu" @ "function-attributes": "The processor for which the code is made: `-C target-cpu`.",
    "tune-cpu" @ "function-attributes": "The processor on which the code shall be fast, though it runs on \
        others.",
    "target-features" @ "function-attributes": "Instruction sets that the function may use (`+`) or not \
        (`-`): Rust's `#[target_feature]`.",
    "probe-stack" @ "function-attributes": "How each page of a large stack frame is touched, so that an \
        overflow meets the guard page: `inline-asm` is a loop in the function itself.",
    "frame-pointer" @ "function-attributes": "Which functions keep a frame pointer: `all`, `non-leaf` (those \
        that call), `none`.",
    "stack-probe-size" @ "function-attributes": "How far apart the touches of `probe-stack` are.",
    "no-frame-pointer-elim" @ "function-attributes": "Whether frame pointers are kept, in old IR.",
    "alloc-family" @ "function-attributes": "Allocators of one family fit together: what one allocates, \
        another of it frees.",
    "alloc-variant-zeroed" @ "function-attributes": "The allocator to call instead if the memory is set to \
        zero right away.",
    "denormal-fp-math" @ "function-attributes": "What becomes of floating-point numbers near zero that \
        aren't normal.",
    "denormal-fp-math-f32" @ "function-attributes": "The same for 32-bit floating-point numbers.",
    "function-inline-cost" @ "function-attributes": "What the inliner shall think that the function costs.",
    "function-inline-cost-multiplier" @ "function-attributes": "How much dearer the inliner shall think \
        each call is: against code that grows without end.",
    "function-inline-threshold" @ "function-attributes": "What a call may cost to be inlined here.",
    "inline-remark" @ "function-attributes": "Why a call wasn't inlined.",
    "instrument-function-entry" @ "function-attributes": "A function to call at each entry.",
    "instrument-function-exit" @ "function-attributes": "A function to call at each exit.",
    "instrument-function-entry-inlined" @ "function-attributes": "A function to call at each entry, after \
        inlining.",
    "fentry-call" @ "function-attributes": "A call at each entry, for tracers.",
    "function-instrument" @ "function-attributes": "XRay instruments it.",
    "xray-instruction-threshold" @ "function-attributes": "XRay instruments it if it is longer than this.",
    "patchable-function" @ "function-attributes": "Its start can be replaced while it runs.",
    "patchable-function-entry" @ "function-attributes": "How many empty instructions are at its start, to \
        be replaced later.",
    "patchable-function-prefix" @ "function-attributes": "How many empty instructions are before its start.",
    "disable-tail-calls" @ "function-attributes": "No call becomes a jump.",
    "no-jump-tables" @ "function-attributes": "A `switch` doesn't become a table of addresses.",
    "no-builtins" @ "function-attributes": "No library function is known by its name; loops don't become \
        `memcpy`: Rust's `#![no_builtins]`.",
    "no-builtin-memcpy" @ "function-attributes": "`memcpy` isn't known by its name.",
    "no-trapping-math" @ "function-attributes": "Floating-point exceptions don't matter.",
    "no-infs-fp-math" @ "fast-math-flags": "No floating-point number is infinite.",
    "no-nans-fp-math" @ "fast-math-flags": "No floating-point number is NaN.",
    "no-signed-zeros-fp-math" @ "fast-math-flags": "The sign of a zero doesn't matter.",
    "approx-func-fp-math" @ "fast-math-flags": "Functions like `sin` may be approximated.",
    "unsafe-fp-math" @ "fast-math-flags": "All relaxations of floating-point arithmetic.",
    "use-soft-float" @ "function-attributes": "Floating-point arithmetic by calls: there is no unit for it.",
    "min-legal-vector-width" @ "function-attributes": "Vectors up to this width (in bits) have to work.",
    "prefer-vector-width" @ "function-attributes": "Vectors wider than this (in bits) are avoided.",
    "stack-protector-buffer-size" @ "function-attributes": "From which size on a buffer on the stack is \
        guarded.",
    "stackrealign" @ "function-attributes": "The stack is aligned at the function's start.",
    "branch-target-enforcement" @ "function-attributes": "Indirect jumps only to marked places (64-bit ARM).",
    "sign-return-address" @ "function-attributes": "Return addresses are signed (64-bit ARM).",
    "sign-return-address-key" @ "function-attributes": "With which key return addresses are signed.",
    "guarded-control-stack" @ "function-attributes": "Return addresses are kept by the hardware, too (64-bit \
        ARM).",
    "indirect-tls-seg-refs" @ "function-attributes": "How thread-locals are reached.",
    "cmse_nonsecure_call" @ "function-attributes": "A call out of the secure world (ARM).",
    "cmse_nonsecure_entry" @ "function-attributes": "A function that the other world may call (ARM).",
    "interrupt" @ "function-attributes": "A handler of interrupts, and of which.",
    "target-abi" @ "function-attributes": "The variant of the platform's conventions.",
    "thunk" @ "function-attributes": "It only calls another function, with the same arguments.",
    "no-inline-line-tables" @ "function-attributes": "What is inlined here has the place of the call.",
    "uniform-work-group-size" @ "function-attributes": "All groups of threads of a GPU have the same size.",
    "less-precise-fpmad" @ "fast-math-flags": "Multiplication with addition may be less exact.",
    "loader-replaceable" @ "function-attributes": "The loader may put another function in its place.",
    "bpf-stack-size" @ "function-attributes": "How much stack there is.",
    "wasm-import-module" @ "function-attributes": "The module of WebAssembly from which it comes: Rust's \
        `#[link(wasm_import_module)]`.",
    "wasm-import-name" @ "function-attributes": "Its name in the module of WebAssembly from which it comes.",
    "wasm-export-name" @ "function-attributes": "The name under which WebAssembly offers it.",
    "enzyme_type" @ "function-attributes": "What Enzyme, which differentiates, has to know of a type.",
    "zero-call-used-regs" @ "function-attributes": "Which registers are cleared before it returns.",
    "split-stack" @ "function-attributes": "Its stack may grow in pieces.",
    "save-reg-params" @ "function-attributes": "Arguments in registers are written to the stack, too.",
    "warn-stack-size" @ "function-attributes": "A larger stack frame than this is told.",
    "hotpatch" @ "function-attributes": "Its start can be replaced while it runs (Windows).",
}
