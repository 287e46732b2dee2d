//! Receivers that are no places, as `f()` in `f().Trait::method()`.
//!
//! The temporary that a method call makes of such a receiver lives until the end of the statement. A
//! variable in an expansion would not: what the method returns could not borrow from it. So the value is
//! put into a temporary of ours, from which an arm takes it or borrows it.

use core::convert::Infallible;

/// The value of a receiver.
pub struct Kept<T>(Option<T>);

impl<T> Kept<T> {
    /// Keeps a value.
    #[inline(always)]
    pub fn new(value: T) -> Self {
        Self(Some(value))
    }

    /// The value.
    #[inline(always)]
    pub fn take(kept: &mut Self) -> T {
        match kept.0.take() {
            Some(value) => value,
            None => unreachable!(),
        }
    }

    /// A place that holds the value.
    #[inline(always)]
    pub fn place(kept: &mut Self) -> &mut T {
        match &mut kept.0 {
            Some(value) => value,
            None => unreachable!(),
        }
    }
}

/// A kept `&mut T` is passed on, not borrowed in its temporary: what the method returns may outlive
/// the statement.
pub trait Exclusive {
    /// Whether it is one.
    #[inline(always)]
    fn __linkface_is_exclusive(&self) -> bool {
        true
    }
    /// Inhabited.
    #[inline(always)]
    fn __linkface_on_exclusive(&self) {}
    /// Uninhabited.
    fn __linkface_on_other(&self) -> Infallible {
        unreachable!()
    }
}

impl<T: ?Sized> Exclusive for &Kept<&mut T> {}

/// Everything else is borrowed where it is.
pub trait Other {
    /// Whether it is a `&mut`.
    #[inline(always)]
    fn __linkface_is_exclusive(&self) -> bool {
        false
    }
    /// Uninhabited.
    fn __linkface_on_exclusive(&self) -> Infallible {
        unreachable!()
    }
    /// Inhabited.
    #[inline(always)]
    fn __linkface_on_other(&self) {}
}

impl<T> Other for Kept<T> {}
