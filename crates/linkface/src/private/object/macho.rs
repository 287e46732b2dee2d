//! Mach-O: a default is an alias of a weak definition.
//!
//! * An alias is as weak as its target, so the shim itself is marked; `.weak_definition` of the alias
//!   would do nothing.
//! * C names, and so ours, begin with an underscore, which rustc adds and assembly must write.
//! * As in `elf.rs`, whoever comes second in one assembly file looks at what the first has set, and
//!   the common symbol makes linkers search archives for an override.
//! * The linker reports undefined symbols itself, also for a dylib: nothing to declare.

/// See [the module](super).
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_declare {
    (image $label:tt) => {
        $crate::__linkface_declare! { @image $label }
        $crate::__linkface_declare! { label $label }
    };
    (@image ($label:literal $text:literal)) => {
        ::core::arch::global_asm!(::core::concat!(".private_extern _", $label));
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
            ::core::concat!(".ifdef ", "_", $guard),
            ::core::concat!(".error \"", $text, "\""),
            ".else",
            ".section __TEXT,__const",
            ::core::concat!(".globl ", "_", $guard),
            ::core::concat!("_", $guard, ": .byte 0"),
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
            $(::core::concat!(
                ".weak_definition {}\n.globl _", $symbol, "\n.set _", $symbol, ", {}"
            ),)+
            ::core::concat!(".comm _", $pull, ",1,0"),
            ::core::concat!(".set ", $pull, "_default, 1"),
            ".endif",
            // Once for each of the places above.
            $(sym $($target)+, sym $($target)+,)+
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
            $(::core::concat!(".globl _", $symbol),)+
            ".section __TEXT,__const",
            ::core::concat!(".globl _", $pull),
            ::core::concat!("_", $pull, ": .byte 0"),
            ".text",
            ".endif",
            $(::core::concat!(".set _", $symbol, ", {}"),)+
            $(sym $($target)+,)+
        );
    };
}

/// Whether a second implementation of an item is always an error.
pub const DUPLICATES_ARE_ERRORS: bool = true;
