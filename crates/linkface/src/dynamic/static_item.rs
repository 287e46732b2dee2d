//! A declared static with its slot.

use super::installed::{AlreadyInstalled, Installed};
use super::slot::Slot;
use super::sync::AtomicPtr;
use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;

/// A static that can be implemented while the program runs: what `#[interface(dynamic)]` makes of a
/// `static` of type `T`.
///
/// It is read through `*`, or wherever a `&T` is wanted.
///
/// ```
/// mod shop {
///     #[linkface::interface(dynamic)]
///     pub static GREETING: &str = "hi";
///
///     #[linkface::interface(dynamic)]
///     pub static SIGN: String;
/// }
/// # fn main() -> Result<(), linkface::AlreadyInstalled> {
/// assert_eq!(*shop::GREETING, "hi");
/// assert_eq!(shop::GREETING.len(), 2);
///
/// shop::GREETING.install(&"hello")?;
/// assert_eq!(*shop::GREETING, "hello");
///
/// let sign = Box::leak(Box::new("open".repeat(2))); // made when the program runs
/// shop::SIGN.install(sign)?;
/// assert_eq!(*shop::SIGN, "openopen");
/// # Ok(())
/// # }
/// ```
///
/// # Panics
///
/// Reading one that has no default panics before one is installed or linked.
///
/// More: [dynamic items](crate::guide::dynamic).
pub struct Dynamic<T: 'static> {
    slot: Slot,
    item: &'static str,
    /// Where the slot points while there is no `T`; null if there always is one.
    unset: AtomicPtr<()>,
    of: PhantomData<&'static T>,
}

impl<T> Dynamic<T> {
    /// Of `item`, which is at `initial` as long as nothing is installed.
    ///
    /// # Safety
    ///
    /// At `initial` is a `T` that lives as long as the program, or `initial` is `unset`.
    #[doc(hidden)]
    #[must_use]
    pub const unsafe fn __new(item: &'static str, initial: *const (), unset: *const ()) -> Self {
        assert!(
            unset.is_null() || size_of::<T>() > 0,
            "a dynamic static of a type without a size needs a default: it has no address to be told by"
        );
        Self {
            slot: Slot::new(initial.cast_mut(), core::ptr::null_mut()),
            item,
            unset: AtomicPtr::new(unset.cast_mut()),
            of: PhantomData,
        }
    }

    /// Puts `value` in place of the default or what is linked, once.
    ///
    /// References that were taken before remain those to the value before.
    ///
    /// # Errors
    ///
    /// If something has been installed before.
    pub fn install(
        &'static self,
        value: &'static T,
    ) -> Result<Installed<&'static T>, AlreadyInstalled> {
        Installed::first(&self.slot, self.item, value)
    }

    /// Whether [`install`](Self::install) has been called. A linked implementation isn't counted.
    #[must_use]
    pub fn is_installed(&self) -> bool {
        self.slot.is_installed()
    }

    fn value(&self) -> Option<&'static T> {
        let current = self.slot.current();
        if current == self.unset.load(core::sync::atomic::Ordering::Relaxed) {
            return None;
        }
        // SAFETY: it is what `install` or `Installed::replace` took as a `&'static T`, or the initial
        // value, which is there as it isn't `unset`: see `__new`.
        Some(unsafe { &*current.cast_const().cast::<T>() })
    }
}

impl<T> Deref for Dynamic<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        match self.value() {
            Some(value) => value,
            None => super::no_value(self.item),
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Dynamic<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value: &dyn fmt::Debug = match self.value() {
            Some(value) => value,
            None => &format_args!("<not implemented>"),
        };
        f.debug_tuple("Dynamic").field(value).finish()
    }
}
