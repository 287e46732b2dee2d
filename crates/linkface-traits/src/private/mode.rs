//! What stops calls of external methods, and what decides where there has to be something to stop them.
//!
//! How these play together is described in the macros, in `mode/trap.rs` and `mode/shared.rs`.

/// Holds if `IF` is true. The lifetime makes a bound higher-ranked: so it may be false.
pub trait When<'a, const IF: bool> {}

impl<T: ?Sized> When<'_, true> for T {}

/// The answer for modules without a mark.
pub const UNMARKED: bool = false;

/// Implements what no type of anybody's implements.
pub struct Nobody;
