//! ELF: a default is a weak alias.
//!
//! * Under fat LTO the blobs of all crates end up in one assembly file, in any order, where a
//!   symbol can't be both weak and global. So whoever comes second looks (`.ifndef`) at what the
//!   first has set: `…_have` by an override, `…_default` by a default. Neither leaves the assembler.
//! * A weak definition keeps the linker from searching archives for a better one. A common symbol
//!   does not: the ELF linkers look for a real definition of it in archives. So a default has one,
//!   `pull`, and an override defines it.
//! * The target of an alias must stand in the same object: shims are local, not generic and never
//!   inlined.
//! * Two guards in one assembly file are an error in plain words, as nobody demangles what the
//!   assembler says.
//! * `.protected`: a shared object may not leave the symbol undefined, but still exports it
//!   (`.hidden` would not).

/// See [the module](super).
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_declare {
    (image $label:tt) => {
        $crate::__linkface_declare! { @image $label }
        $crate::__linkface_declare! { label $label }
    };
    (@image ($label:literal $text:literal)) => {
        ::core::arch::global_asm!(::core::concat!(".hidden ", $label));
    };
    (label $label:tt) => {
        $crate::__linkface_guard! { $label }
        const _: () = {
            #[used]
            static KEEP: ::core::primitive::u8 = 0;
        };
    };
    (required $($symbol:literal)+) => {
        ::core::arch::global_asm!($(::core::concat!(".protected ", $symbol)),+);
    };
}

/// See [the module](super).
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_guard {
    (($guard:literal $text:literal)) => {
        ::core::arch::global_asm!(
            ::core::concat!(".ifdef ", $guard),
            ::core::concat!(".error \"", $text, "\""),
            ".else",
            ".pushsection .rodata.linkface,\"a\"",
            ::core::concat!(".globl ", $guard),
            ::core::concat!($guard, ": .byte 0"),
            ".popsection",
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
            $(::core::concat!(".weak ", $symbol, "\n.set ", $symbol, ", {}"),)+
            ::core::concat!(".comm ", $pull, ",1,1"),
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
        // First, as linkers report collisions in the order of an object's symbols.
        $crate::__linkface_guard! { $guard }
        ::core::arch::global_asm!(
            ::core::concat!(".set ", $pull, "_have, 1"),
            ::core::concat!(".ifndef ", $pull, "_default"),
            $(::core::concat!(".globl ", $symbol),)+
            ".pushsection .rodata.linkface,\"a\"",
            ::core::concat!(".globl ", $pull),
            ::core::concat!($pull, ": .byte 0"),
            ".popsection",
            ".endif",
            $(::core::concat!(".set ", $symbol, ", {}"),)+
            $(sym $($target)+,)+
        );
    };
}

/// Whether a second implementation of an item is always an error.
pub const DUPLICATES_ARE_ERRORS: bool = true;
