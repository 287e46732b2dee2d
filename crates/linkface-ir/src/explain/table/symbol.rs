//! What stands before and behind the name of a function or global: linkage, visibility, conventions.

use super::entries;

entries! {
    /// Linkage, visibility and what else is said of a symbol.
    SYMBOL_WORDS =

    "private" @ "linkage-types": "Only this module knows it; it is in no symbol table.",
    "internal" @ "linkage-types": "Only this module uses it, so all uses are known: C's `static`.",
    "available_externally" @ "linkage-types": "A copy for the optimiser only; the code itself is in another \
        object file.",
    "linkonce" @ "linkage-types": "One of several of this name is kept, or none if nobody uses it.",
    "linkonce_odr" @ "linkage-types": "One of several of this name is kept, or none if nobody uses it; all \
        are the same, so it may be inlined.",
    "weak" @ "linkage-types": "Used only if there is no other of this name; it stays even if nobody uses \
        it.",
    "weak_odr" @ "linkage-types": "One of several of this name is kept; all are the same, so it may be \
        inlined.",
    "common" @ "linkage-types": "A C variable without initial value; those of one name are one.",
    "appending" @ "linkage-types": "An array to which each module appends its own: `llvm.used` and the \
        like.",
    "extern_weak" @ "linkage-types": "From elsewhere; null if nobody defines it.",
    "external" @ "linkage-types": "From elsewhere, or for everybody.",

    "dso_local" @ "runtime-preemption-specifiers": "The symbol is in the same program or shared library, so \
        no table of addresses is needed.",
    "dso_preemptable" @ "runtime-preemption-specifiers": "At load time another symbol of this name may take \
        its place.",
    "default" @ "visibility-styles": "Visible to other shared libraries.",
    "hidden" @ "visibility-styles": "Not visible outside of the program or shared library.",
    "protected" @ "visibility-styles": "Visible outside, but nobody can put another in its place.",
    "dllimport" @ "dll-storage-classes": "From a DLL.",
    "dllexport" @ "dll-storage-classes": "A DLL offers it.",
    "thread_local" @ "thread-local-storage-models": "Each thread has its own. In parentheses: how the \
        address is found.",
    "unnamed_addr" @ "functions": "Nobody compares its address, so that it may be merged with an equal one.",
    "local_unnamed_addr" @ "functions": "Nobody in this module compares its address.",
    "externally_initialized" @ "global-variables": "Its first value may come from elsewhere, before the \
        program starts.",
    "global" @ "global-variables": "A variable: it can be written.",
    "constant" @ "global-variables": "It never changes.",
    "alias" @ "aliases": "Another name of something.",
    "ifunc" @ "ifuncs": "The loader asks a function for the address.",

    "section" @ "functions": "The section of the object file in which it is put.",
    "partition" @ "functions": "The part of a program that is split in several files in which it is put.",
    "comdat" @ "comdats": "The linker keeps one of all groups of this name.",
    "gc" @ "garbage-collector-strategy-names": "The garbage collector for which the code is made.",
    "prefix" @ "prefix-data": "Data that is put before the code.",
    "prologue" @ "prologue-data": "Data that is put at the start of the code, and is run.",
    "personality" @ "personality-function": "Whom the unwinder asks what is to be done in this function \
        when a panic passes.",
}

entries! {
    /// Calling conventions.
    CONVENTIONS =

    "ccc" @ "calling-conventions": "The calling convention of C on this platform.",
    "fastcc" @ "calling-conventions": "A fast calling convention: as all callers are known, LLVM may pass \
        arguments as it likes.",
    "coldcc" @ "calling-conventions": "A calling convention for what is rarely called: it spares the \
        caller.",
    "ghccc" @ "calling-conventions": "The convention of Haskell's compiler.",
    "anyregcc" @ "calling-conventions": "Arguments are in any registers, for code that is patched.",
    "preserve_mostcc" @ "calling-conventions": "The callee keeps nearly all registers as they are: Rust's \
        `extern \"rust-cold\"`.",
    "preserve_allcc" @ "calling-conventions": "The callee keeps all registers as they are.",
    "preserve_nonecc" @ "calling-conventions": "The callee keeps no register as it is.",
    "cxx_fast_tlscc" @ "calling-conventions": "For functions that find thread-local C++ variables.",
    "tailcc" @ "calling-conventions": "Calls at the end always become jumps.",
    "swiftcc" @ "calling-conventions": "The convention of Swift.",
    "swifttailcc" @ "calling-conventions": "The convention of Swift, with calls at the end as jumps.",
    "cfguard_checkcc" @ "calling-conventions": "Windows' check of an indirect call.",
    "x86_stdcallcc" @ "calling-conventions": "`extern \"stdcall\"`: the callee cleans up the stack (32-bit \
        Windows).",
    "x86_fastcallcc" @ "calling-conventions": "`extern \"fastcall\"`: two arguments in registers (32-bit \
        Windows).",
    "x86_thiscallcc" @ "calling-conventions": "`extern \"thiscall\"`: C++ methods (32-bit Windows).",
    "x86_vectorcallcc" @ "calling-conventions": "`extern \"vectorcall\"`: vectors in registers (Windows).",
    "x86_regcallcc" @ "calling-conventions": "Arguments in as many registers as possible.",
    "x86_intrcc" @ "calling-conventions": "`extern \"x86-interrupt\"`: a handler of interrupts.",
    "x86_64_sysvcc" @ "calling-conventions": "`extern \"sysv64\"`: the convention of Unix on x86-64.",
    "win64cc" @ "calling-conventions": "`extern \"win64\"`, `extern \"efiapi\"`: the convention of Windows on \
        x86-64.",
    "arm_apcscc" @ "calling-conventions": "An old convention of ARM.",
    "arm_aapcscc" @ "calling-conventions": "`extern \"aapcs\"`: the convention of ARM.",
    "arm_aapcs_vfpcc" @ "calling-conventions": "The convention of ARM, floating-point numbers in registers.",
    "aarch64_vector_pcs" @ "calling-conventions": "64-bit ARM, more vector registers are kept.",
    "aarch64_sve_vector_pcs" @ "calling-conventions": "64-bit ARM with SVE, more vector registers are kept.",
    "avr_intrcc" @ "calling-conventions": "`extern \"avr-interrupt\"`: a handler of interrupts.",
    "avr_signalcc" @ "calling-conventions": "`extern \"avr-non-blocking-interrupt\"`: a handler of \
        interrupts.",
    "msp430_intrcc" @ "calling-conventions": "`extern \"msp430-interrupt\"`: a handler of interrupts.",
    "riscv_vector_cc" @ "calling-conventions": "RISC-V, vector registers are kept.",
    "amdgpu_kernel" @ "calling-conventions": "What a GPU runs, started from outside.",
    "amdgpu_cs" @ "calling-conventions": "A compute shader of an AMD GPU.",
    "amdgpu_vs" @ "calling-conventions": "A vertex shader of an AMD GPU.",
    "amdgpu_ps" @ "calling-conventions": "A pixel shader of an AMD GPU.",
    "amdgpu_gs" @ "calling-conventions": "A geometry shader of an AMD GPU.",
    "amdgpu_hs" @ "calling-conventions": "A hull shader of an AMD GPU.",
    "amdgpu_ls" @ "calling-conventions": "A local shader of an AMD GPU.",
    "amdgpu_es" @ "calling-conventions": "An export shader of an AMD GPU.",
    "amdgpu_gfx" @ "calling-conventions": "A function that graphics shaders of an AMD GPU call.",
    "ptx_kernel" @ "calling-conventions": "`extern \"ptx-kernel\"`: what an NVIDIA GPU runs, started from \
        outside.",
    "ptx_device" @ "calling-conventions": "A function that runs on an NVIDIA GPU.",
    "spir_func" @ "calling-conventions": "A function of OpenCL.",
    "spir_kernel" @ "calling-conventions": "What OpenCL runs, started from outside.",
    "intel_ocl_bicc" @ "calling-conventions": "A built-in function of Intel's OpenCL.",
    "graalcc" @ "calling-conventions": "The convention of GraalVM.",
    "cc" @ "calling-conventions": "A calling convention by its number.",
}
