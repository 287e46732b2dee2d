//! Receivers that no search is for: of a written type, as in `x.Self::method()`, to which they are
//! coerced; or of a trait with arguments that are left to inference.

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
