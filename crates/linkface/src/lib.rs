#![doc = include_str!("../README.md")]
#![no_std]

#[doc(hidden)]
pub mod private;
#[doc(hidden)]
pub use private as __private;

pub use linkface_macros::{facade, implement, interface, link, provider};
