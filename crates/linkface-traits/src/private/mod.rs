//! Everything that expansions touch. Nothing here is for people: it may change in any release,
//! together with the macros, which are pinned to this crate's exact version.

#![allow(unexpected_cfgs, reason = "rust-analyzer sets `rust_analyzer`")]

pub mod mode;
pub mod qualified;

pub use linkface_traits_macros::{
    __anon, __delegate, __delegate_told, __implement, __implement_told, __mode_told, __q,
    __qualified, __sam, __sam_told,
};

/// Its input for rust-analyzer, which completes what is being written; nothing for the compiler, which
/// could not parse it.
#[cfg(rust_analyzer)]
#[macro_export]
#[doc(hidden)]
macro_rules! __linkface_traits_tokens {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// Nothing: this is the compiler.
#[cfg(not(rust_analyzer))]
#[macro_export]
#[doc(hidden)]
macro_rules! __linkface_traits_tokens {
    ($($tokens:tt)*) => {};
}

pub use crate::__linkface_traits_tokens as __tokens;
