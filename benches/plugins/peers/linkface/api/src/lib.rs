//! The interface, loaded.

#![forbid(unsafe_code)]

#[cfg(not(feature = "older"))]
#[path = "now.rs"]
mod version;
#[cfg(feature = "older")]
#[path = "older.rs"]
mod version;

use linkface::interface;
pub use version::*;

/// What is read by reference.
#[cfg(not(feature = "grown"))]
pub type World = [u64; 3];
#[cfg(feature = "grown")]
pub type World = [u64; 4];

/// What is called back.
#[interface(loadable = LoadedBack)]
pub trait Back {
    fn back(&mut self, x: u64) -> u64;
}
