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

// The conditions stand in full, as macros exported from behind another macro have no path.

/// wasm and Miri among them.
#[cfg(any(
    miri,
    target_family = "wasm",
    target_os = "uefi",
    not(any(
        target_arch = "x86",
        target_arch = "x86_64",
        target_arch = "arm",
        target_arch = "aarch64",
        target_arch = "riscv32",
        target_arch = "riscv64",
        target_arch = "loongarch64",
        target_arch = "s390x",
    )),
))]
#[path = "none.rs"]
mod format;

#[cfg(all(
    not(any(miri, target_family = "wasm", target_os = "uefi")),
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
#[macro_use]
mod alias;

#[cfg(all(
    not(miri),
    target_vendor = "apple",
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
#[path = "macho.rs"]
mod format;

#[cfg(all(
    not(miri),
    windows,
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
#[path = "coff.rs"]
mod format;

#[cfg(all(
    not(any(
        miri,
        windows,
        target_vendor = "apple",
        target_family = "wasm",
        target_os = "uefi"
    )),
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

pub use self::format::DUPLICATES_ARE_ERRORS;
