//! A façade: arithmetic with a hook of its own for overflow.
//!
//! `a + b` that overflows is a panic like any other, if it is checked at all. [`add`] and its
//! siblings are always checked, and ask [`on_overflow`] what to do.
#![no_std]
#![forbid(unsafe_code)]

mod integer;

pub use integer::Integer;

use core::fmt;
use core::panic::Location;
use linkface::interface;

/// What overflowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// [`add`]
    Add,
    /// [`sub`]
    Sub,
    /// [`mul`]
    Mul,
}

/// What to go on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The low bits of the result.
    Wrap,
    /// The number next to the result.
    Saturate,
}

/// Called when an operation overflows; `at` is the place of the operation. By default it panics.
///
/// The place is an argument: `#[track_caller]` would be one that the linker knows nothing of.
#[interface]
pub fn on_overflow(operation: Operation, at: &'static Location<'static>) -> Answer {
    panic!("attempt to {operation} with overflow at {at}");
}

/// `a + b`
#[track_caller]
pub fn add<T: Integer>(a: T, b: T) -> T {
    checked(Operation::Add, a, b)
}

/// `a - b`
#[track_caller]
pub fn sub<T: Integer>(a: T, b: T) -> T {
    checked(Operation::Sub, a, b)
}

/// `a * b`
#[track_caller]
pub fn mul<T: Integer>(a: T, b: T) -> T {
    checked(Operation::Mul, a, b)
}

#[track_caller]
fn checked<T: Integer>(operation: Operation, a: T, b: T) -> T {
    let (wrapped, overflows) = a.overflowing(operation, b);
    if !overflows {
        return wrapped;
    }
    match on_overflow(operation, Location::caller()) {
        Answer::Wrap => wrapped,
        Answer::Saturate => a.saturating(operation, b),
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Add => "add",
            Self::Sub => "subtract",
            Self::Mul => "multiply",
        })
    }
}
