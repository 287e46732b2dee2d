//! The interface, loaded.

#![forbid(unsafe_code)]

#[cfg(not(feature = "older"))]
#[path = "now.rs"]
mod version;
#[cfg(feature = "older")]
#[path = "older.rs"]
mod version;

use linkface::interface;
use linkface_plugin::Shared;
pub use version::*;

/// What is read by reference.
#[derive(Clone, Copy, Shared)]
#[repr(C)]
pub struct World {
    #[cfg(feature = "grown")]
    pub extra: u64,
    pub id: u64,
    pub size: u64,
    pub age: u64,
}

/// What is called back.
#[interface(loadable = LoadedBack)]
pub trait Back {
    fn back(&mut self, x: u64) -> u64;
}
