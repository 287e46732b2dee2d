//! Receivers of methods that take `self`.

/// A receiver of this type can be passed where the method takes a `T` by value: it is one, or one can be
/// moved out of it. (What can be copied doesn't come here.)
#[diagnostic::on_unimplemented(
    message = "the method takes `self` by value, and no `{T}` can be moved out of `{Self}`",
    label = "this is a `{Self}`",
    note = "a `{T}` isn't `Copy`, and only a `Box` gives up what it holds"
)]
pub trait ByValue<T> {
    /// The value.
    fn by_value(self) -> T;
}

impl<T> ByValue<T> for T {
    #[inline(always)]
    fn by_value(self) -> T {
        self
    }
}

/// Out of a `Box`, as by a deref.
#[cfg(feature = "alloc")]
impl<T> ByValue<T> for alloc::boxed::Box<T> {
    #[inline(always)]
    fn by_value(self) -> T {
        *self
    }
}
