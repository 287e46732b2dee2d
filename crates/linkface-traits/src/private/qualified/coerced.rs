//! Receivers of a type that is written: `x.Self::method()`, `x.<Foo as Trait>::method()`.

use super::asked::Asked;

/// Every type. Its methods borrow what they are called on, through a reference if it is one.
pub trait Any {
    /// By `&`.
    #[inline(always)]
    fn __linkface_ref(&self) -> &Self {
        self
    }

    /// By `&mut`. Through a `&mut`, it reborrows: the variable needn't be `mut`.
    #[inline(always)]
    fn __linkface_mut(&mut self) -> &mut Self {
        self
    }
}

impl<T: ?Sized> Any for T {}

/// Where a `&T` coerces to what the call wants.
#[inline(always)]
pub fn as_ref<'a, S: ?Sized, M: ?Sized, P, D, K>(
    _asked: &Asked<S, M, P, D, K>,
    receiver: &'a S,
) -> &'a S {
    receiver
}

/// Where a `&mut T` coerces to what the call wants.
#[inline(always)]
pub fn as_mut<'a, S: ?Sized, M: ?Sized, P, D, K>(
    _asked: &Asked<S, M, P, D, K>,
    receiver: &'a mut M,
) -> &'a mut M {
    receiver
}
