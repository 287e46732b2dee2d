//! COFF: a default is a weak external.
//!
//! * `.weak_anti_dep` makes one whose fallback is the `.set` target. Linkers don't list it in an
//!   archive's index, so the declaring object is kept in the link by its own `KEEP`.
//! * GNU ld takes no notice of a weak external once another object refers to the symbol plainly. So
//!   with it the function that callers see is never inlined: only the declaring object refers.
//! * As in `elf.rs`, whoever comes second in one assembly file looks at what the first has set.
//! * The linker reports undefined symbols itself, also for a DLL: nothing to declare.

/// See [the module](super).
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_declare {
    (image $label:tt) => {
        $crate::__linkface_declare! { label $label }
    };
    (label $label:tt) => {
        $crate::__linkface_guard! { $label }
        const _: () = {
            #[used]
            static KEEP: ::core::primitive::u8 = 0;
        };
    };
    (required $($symbol:literal)+) => {};
}

/// See [the module](super).
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_guard {
    (($guard:literal $text:literal)) => {
        ::core::arch::global_asm!(
            ::core::concat!(".ifdef ", $crate::__linkface_prefix!(), $guard),
            ::core::concat!(".error \"", $text, "\""),
            ".else",
            ".section .rdata$linkface,\"dr\"",
            ::core::concat!(".globl ", $crate::__linkface_prefix!(), $guard),
            ::core::concat!($crate::__linkface_prefix!(), $guard, ": .byte 0"),
            ".text",
            ".endif",
        );
    };
}

/// See [the module](super).
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_default {
    ($pull:literal $($symbol:literal = [$($target:tt)+]),+) => {
        ::core::arch::global_asm!(
            ::core::concat!(".ifndef ", $pull, "_have"),
            $(
                ::core::concat!(".weak_anti_dep ", $crate::__linkface_prefix!(), $symbol),
                ::core::concat!(".set ", $crate::__linkface_prefix!(), $symbol, ", {}"),
            )+
            ::core::concat!(".set ", $pull, "_default, 1"),
            ".endif",
            $(sym $($target)+,)+
        );
    };
}

/// See [the module](super).
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_override {
    ($guard:tt $pull:literal $($symbol:literal = [$($target:tt)+]),+) => {
        $crate::__linkface_guard! { $guard }
        ::core::arch::global_asm!(
            ::core::concat!(".set ", $pull, "_have, 1"),
            ::core::concat!(".ifndef ", $pull, "_default"),
            $(::core::concat!(".globl ", $crate::__linkface_prefix!(), $symbol),)+
            ".endif",
            $(::core::concat!(".set ", $crate::__linkface_prefix!(), $symbol, ", {}"),)+
            $(sym $($target)+,)+
        );
    };
}

/// What C names begin with, which rustc adds and assembly must write.
#[cfg(target_arch = "x86")]
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_prefix {
    () => {
        "_"
    };
}

/// See above.
#[cfg(not(target_arch = "x86"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_prefix {
    () => {
        ""
    };
}

/// Whether a second implementation of an item is always an error.
pub const DUPLICATES_ARE_ERRORS: bool = true;
