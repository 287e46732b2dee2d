//! Receivers of methods that take `self`.

/// A receiver of this type can be passed where the method takes a `T` by value: it is one, or one can be
/// moved out of it. (What can be copied doesn't come here.)
#[diagnostic::on_unimplemented(
    message = "cannot move `{T}` out of `{Self}`: the method takes `self` by value",
    label = "this is `{Self}`",
    note = "`{T}` is not `Copy`, and only a `Box` can be moved out of"
)]
pub trait ByValue<T> {
    /// The value.
    fn by_value(self) -> T;
}

#[diagnostic::do_not_recommend]
impl<T> ByValue<T> for T {
    #[inline(always)]
    fn by_value(self) -> T {
        self
    }
}

/// Out of a `Box`, as by a deref.
#[cfg(feature = "alloc")]
#[diagnostic::do_not_recommend]
impl<T> ByValue<T> for alloc::boxed::Box<T> {
    #[inline(always)]
    fn by_value(self) -> T {
        *self
    }
}
