//! Targets where rustc takes no `global_asm!` on stable (wasm, Miri among them): a default is a plain
//! definition, so nothing can replace it, and a second implementation is found only where the linker
//! sees both.

/// See [the module](super).
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_declare {
    ($($rest:tt)*) => {};
}

/// See [the module](super).
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_guard {
    ($guard:tt) => {};
}

/// There are no labels here.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_in_image {
    ($label:literal) => {};
}

/// Only default providers come here.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_default {
    ($($rest:tt)*) => {
        $crate::__linkface_unsupported! {
            "linkface has no default providers on this target: rustc takes no `global_asm!` here on \
             stable; implement the item without `default`"
        }
    };
}

/// See [the module](super).
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_override {
    ($($rest:tt)*) => {
        $crate::__linkface_unsupported! {
            "linkface cannot replace a default on this target: rustc takes no `global_asm!` here on \
             stable; declare the item without a default"
        }
    };
}

/// Miri has no linker, and programs must compile under it: there a default is never replaced.
#[cfg(miri)]
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_unsupported {
    ($text:literal) => {};
}

/// See above.
#[cfg(not(miri))]
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_unsupported {
    ($text:literal) => {
        ::core::compile_error! { $text }
    };
}

/// A default that is a function of its own: nothing can replace it here.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_default_fn {
    ($pull:literal $symbol:literal $name:ident {$($function:tt)*}) => {
        #[doc(hidden)]
        #[unsafe(export_name = $symbol)]
        $($function)*
    };
}

/// A default that is a type of its own: nothing can replace it here.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_default_trait {
    ($pull:literal $($rest:tt)*) => {
        $crate::__linkface_implement_trait! { @exported $($rest)* }
    };
}

/// A default that is a static of its own: nothing can replace it here.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_default_static {
    ($pull:literal $symbol:literal $name:ident {$($item:tt)*}) => {
        #[doc(hidden)]
        #[allow(non_upper_case_globals)]
        #[unsafe(export_name = $symbol)]
        $($item)*
    };
}

/// Whether a second implementation of an item is always an error.
pub const DUPLICATES_ARE_ERRORS: bool = false;
