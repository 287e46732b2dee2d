//! Stands in for `getrandom` 0.4, by `[patch.crates-io]`: the part of its API that the `rand` crates
//! use. There is one backend, the façade.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "sys_rng")]
mod sys_rng;

pub use entropy::{Error, fill};
#[cfg(feature = "sys_rng")]
pub use rand_core;
#[cfg(feature = "sys_rng")]
pub use sys_rng::SysRng;

/// A random number.
///
/// # Errors
///
/// As for [`fill`].
pub fn u32() -> Result<u32, Error> {
    let mut bytes = [0; 4];
    fill(&mut bytes)?;
    Ok(u32::from_ne_bytes(bytes))
}

/// A random number.
///
/// # Errors
///
/// As for [`fill`].
pub fn u64() -> Result<u64, Error> {
    let mut bytes = [0; 8];
    fill(&mut bytes)?;
    Ok(u64::from_ne_bytes(bytes))
}
