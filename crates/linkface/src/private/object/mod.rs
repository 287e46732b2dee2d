//! What the linker is told about an item, for each object file format: the only assembly there is.
//!
//! Every format has the same four macros:
//!
//! | macro | emitted by | says |
//! |---|---|---|
//! | `declare` | a declaration | these symbols must be defined in this image; this item is declared here, once |
//! | `guard` | an implementation | this item is implemented here, once |
//! | `default` | a default | these symbols are these, unless somebody overrides them |
//! | `override` | an implementation of an item that may have a default | these symbols are these |
//!
//! Symbols come from `linkface-symbol`; each is `[A-Za-z0-9_]+`, so none needs quotes.

#[cfg(all(
    not(miri),
    not(any(windows, target_os = "uefi", target_vendor = "apple", target_family = "wasm")),
    any(
        target_arch = "x86",
        target_arch = "x86_64",
        target_arch = "arm",
        target_arch = "aarch64",
        target_arch = "riscv32",
        target_arch = "riscv64",
        target_arch = "loongarch64",
        target_arch = "s390x",
    ),
))]
#[path = "elf.rs"]
mod format;

// Keep in step with the above.
#[cfg(not(all(
    not(miri),
    not(any(windows, target_os = "uefi", target_vendor = "apple", target_family = "wasm")),
    any(
        target_arch = "x86",
        target_arch = "x86_64",
        target_arch = "arm",
        target_arch = "aarch64",
        target_arch = "riscv32",
        target_arch = "riscv64",
        target_arch = "loongarch64",
        target_arch = "s390x",
    ),
)))]
#[path = "none.rs"]
mod format;

pub use self::format::DUPLICATES_ARE_ERRORS;
