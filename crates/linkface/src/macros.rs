//! The macros whose expansions name what features add: those that know the features of this crate.
//! Cargo compiles it for programs and for their build scripts, each with its own features, and the
//! macros once for both.

#[cfg(not(feature = "alloc"))]
pub use linkface_macros::{__expand_over as expand_over, implement, interface};
#[cfg(all(feature = "alloc", not(feature = "std")))]
pub use linkface_macros::{
    __expand_over_with_alloc as expand_over, implement_with_alloc as implement,
    interface_with_alloc as interface,
};
#[cfg(feature = "std")]
pub use linkface_macros::{
    __expand_over_with_std as expand_over, implement_with_std as implement,
    interface_with_std as interface,
};
