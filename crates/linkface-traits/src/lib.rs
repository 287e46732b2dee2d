#![doc = include_str!("../README.md")]
#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod attr;
pub mod foreign;
#[cfg(doc)]
pub mod guide;
#[doc(hidden)]
pub mod private;
#[doc(hidden)]
pub use private as __private;

mod anon;
mod delegate;
mod implement;
mod qualified;
mod sam;
