//! What stops calls of external methods, and what decides where there has to be something to stop them.
//!
//! How these play together is described in the macros, in `mode/shared.rs`.

use core::marker::PhantomData;

/// On a type with an external impl, one for each such impl.
pub trait Marked<const MARK: u64> {}

/// Whether `T` has a mark: `<Probe<T, MARK>>::MARKED`, where [`Unmarked`] is in scope.
pub struct Probe<T: ?Sized, const MARK: u64>(PhantomData<T>);

impl<T: ?Sized + Marked<MARK>, const MARK: u64> Probe<T, MARK> {
    /// It has. This constant is there only if the bound holds, and then it comes first.
    pub const MARKED: bool = true;
}

/// The answer for types without the mark.
pub trait Unmarked {
    /// It hasn't.
    const MARKED: bool = false;
}

impl<T: ?Sized, const MARK: u64> Unmarked for Probe<T, MARK> {}

/// The answer for modules without the mark.
pub const UNMARKED: bool = false;

/// Holds if `IF` is true. The lifetime makes a bound higher-ranked: so it may be false.
pub trait When<'a, const IF: bool> {}

impl<T: ?Sized> When<'_, true> for T {}

/// Implements what no type of anybody's implements.
pub struct Nobody;
