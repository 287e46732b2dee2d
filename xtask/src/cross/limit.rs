//! What is known not to work, and why.

use super::plan::Case;
use super::row::{Class, Kind, Profile, Want};

/// A limit of a platform or of a linker. One that excuses nothing any more is out of date, which is
/// an error.
pub(super) struct Limit {
    /// Which programs it is about. Some of them may do well.
    pub(super) applies: fn(&Case) -> bool,
    /// What is in the error; see also [`LINKED`].
    pub(super) says: &'static str,
    /// For the reader of a table.
    pub(super) why: &'static str,
}

/// Instead of an error's text: there was none.
pub(super) const LINKED: &str = "it was linked";

pub(super) const LIMITS: &[Limit] = &[
    Limit {
        applies: |case| is_mingw_bfd(case) && case.row.class == Class::Defaultable,
        says: "undefined reference",
        why: "GNU ld for Windows doesn't find what a default-grade provider brings, and says that \
              the item is missing: use lld, or an ordinary provider",
    },
    Limit {
        applies: |case| {
            is_mingw_bfd(case) && case.row.class == Class::Defaulted && case.kind == Kind::Static
        },
        says: "undefined reference",
        why: "GNU ld for Windows doesn't find a static's default from another crate, and says that \
              it is missing: use lld, or a function that returns a reference",
    },
    Limit {
        applies: |case| is_coff(case) && !case.row.asks && !case.profile.is_lto(),
        says: "undefined",
        why: "for Windows, linkers report a missing item also where only code names it that nothing \
              calls, unless LTO has removed that",
    },
    Limit {
        applies: |case| {
            case.target.triple.starts_with("aarch64-unknown-linux")
                && case.linker.name.ends_with("`relocation-model=static`")
                && case.kind == Kind::Static
                && case.row.class == Class::Defaultable
        },
        says: "copy relocation against non-copyable protected symbol",
        why: "GNU ld for aarch64 refuses a static's default-grade provider in a fat LTO build with \
              `relocation-model=static`: use lld, or position-independent code, which is rustc's \
              default there",
    },
    Limit {
        applies: |case| is_wasm(case) && case.row.class == Class::Defaulted,
        says: "linkface cannot replace a default on this target",
        why: "a default in the façade is final there: replacing it is refused when the provider is \
              compiled",
    },
    Limit {
        applies: |case| is_wasm(case) && case.row.class == Class::Defaultable,
        says: "on this target: rustc takes no `global_asm!` here",
        why: "providers of an item with `#[interface(default)]` are refused when they are compiled",
    },
    Limit {
        applies: |case| is_wasm(case) && case.row.want == Want::Duplicate && !is_fat(case),
        says: LINKED,
        why: "the first of two providers wins, and nobody says so",
    },
];

fn is_mingw_bfd(case: &Case) -> bool {
    case.target.triple.ends_with("-windows-gnu") && case.linker.name == "GNU ld"
}

fn is_coff(case: &Case) -> bool {
    case.target.format == "COFF"
}

fn is_fat(case: &Case) -> bool {
    case.profile == Profile::Fat
}

fn is_wasm(case: &Case) -> bool {
    case.target.format == "wasm" && case.row.want != Want::Missing
}
