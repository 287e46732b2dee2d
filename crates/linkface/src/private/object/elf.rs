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
//! * `.protected`: a shared object may not leave the symbol undefined, but still exports it
//!   (`.hidden` would not).

/// See [the module](super).
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_declare {
    ($declared:literal $($required:literal)*) => {
        ::core::arch::global_asm!(
            $(concat!(".protected ", $required),)*
            ".pushsection .rodata.linkface,\"a\"",
            concat!(".globl ", $declared),
            concat!($declared, ": .byte 0"),
            ".popsection",
        );
        const _: () = {
            #[used]
            static KEEP: u8 = 0;
        };
    };
}

/// See [the module](super).
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_guard {
    ($guard:literal) => {
        ::core::arch::global_asm!(
            ".pushsection .rodata.linkface,\"a\"",
            concat!(".globl ", $guard),
            concat!($guard, ": .byte 0"),
            ".popsection",
        );
    };
}

/// See [the module](super).
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_default {
    ($pull:literal $($symbol:literal = [$($target:tt)+]),+) => {
        ::core::arch::global_asm!(
            concat!(".ifndef ", $pull, "_have"),
            $(concat!(".weak ", $symbol, "\n.set ", $symbol, ", {}"),)+
            concat!(".comm ", $pull, ",1,1"),
            concat!(".set ", $pull, "_default, 1"),
            ".endif",
            $(sym $($target)+,)+
        );
    };
}

/// See [the module](super).
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_override {
    ($guard:literal $pull:literal $($symbol:literal = [$($target:tt)+]),+) => {
        ::core::arch::global_asm!(
            concat!(".set ", $pull, "_have, 1"),
            ".pushsection .rodata.linkface,\"a\"",
            concat!(".ifndef ", $pull, "_default"),
            $(concat!(".globl ", $symbol),)+
            concat!(".globl ", $pull),
            concat!($pull, ": .byte 0"),
            ".endif",
            concat!(".globl ", $guard),
            concat!($guard, ": .byte 0"),
            ".popsection",
            $(concat!(".set ", $symbol, ", {}"),)+
            $(sym $($target)+,)+
        );
    };
}

/// Whether a second implementation of an item is always an error.
pub const DUPLICATES_ARE_ERRORS: bool = true;
