//! A façade: random bytes. This half declares; providers depend on it.
//!
//! Libraries and programs depend on the other half, `entropy`, which brings a default provider. One
//! crate can't be both, for a provider depends on the declaration and the default is a provider.
#![no_std]
#![forbid(unsafe_code)]

mod error;

pub use error::Error;

use linkface::interface;

/// Fills `dest` with random bytes, fit for keys.
///
/// # Errors
///
/// There are none to be had. What is in `dest` then is not to be used.
#[interface(default)]
pub fn fill(dest: &mut [u8]) -> Result<(), Error>;
