//! What an installation returns.

use super::slot::Slot;
use super::word::{address_of, value_of};
use core::fmt;
use core::marker::PhantomData;

/// The right to replace what was installed: who installs a dynamic item holds it, and nobody else.
///
/// `V` is a function's pointer type, or a `&'static T` for a static. Dropping it leaves the
/// implementation in place, for good.
///
/// ```
/// mod clock {
///     #[linkface::interface(dynamic)]
///     pub fn now() -> u64 {
///         0
///     }
/// }
/// # fn main() {
/// let mut installed = clock::now::install(|| 1).expect("nobody else installs a clock");
/// assert_eq!(clock::now(), 1);
///
/// let before = installed.replace(|| 2); // a newer version was loaded
/// assert_eq!((before(), clock::now()), (1, 2));
///
/// assert!(clock::now::install(|| 3).is_err());
/// # }
/// ```
///
/// More: [dynamic items](crate::guide::dynamic).
pub struct Installed<V> {
    slot: &'static Slot,
    item: &'static str,
    of: PhantomData<V>,
}

impl<V: Copy> Installed<V> {
    /// If nothing was installed before.
    pub(super) fn first(
        slot: &'static Slot,
        item: &'static str,
        implementation: V,
    ) -> Result<Self, AlreadyInstalled> {
        if slot.install(address_of(implementation)) {
            Ok(Self {
                slot,
                item,
                of: PhantomData,
            })
        } else {
            Err(AlreadyInstalled { item })
        }
    }

    /// Puts another implementation in place, and returns the one before.
    ///
    /// Calls that begin after this returns find the new one. Calls under way end in the old one: its
    /// code and data must stay, so an image that it came from is never unloaded.
    pub fn replace(&mut self, implementation: V) -> V {
        let before = self.slot.replace(address_of(implementation));
        // SAFETY: there is a token, so `installed` is what `first` or this put there, a `V`.
        unsafe { value_of(before) }
    }
}

impl<V> fmt::Debug for Installed<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Installed").field(&self.item).finish()
    }
}

/// A dynamic item was installed before, perhaps by somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlreadyInstalled {
    item: &'static str,
}

impl AlreadyInstalled {
    /// The item, with its modules.
    #[must_use]
    pub fn item(&self) -> &'static str {
        self.item
    }
}

impl fmt::Display for AlreadyInstalled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is installed already: only who holds its `Installed` can replace it",
            self.item
        )
    }
}

impl core::error::Error for AlreadyInstalled {}
