//! `#[derive(Shared)]` in one image: what values become and come back as, and how types are described.
#![deny(warnings)]
#![allow(dead_code)]

mod descriptions;
mod random;
mod remote;
mod values;

use linkface_plugin::Shared;

/// Across and back.
fn cross<T: Shared>(value: T) -> T {
    // SAFETY: made of the same type, and used once.
    unsafe { T::from_wire(value.into_wire()) }
}
