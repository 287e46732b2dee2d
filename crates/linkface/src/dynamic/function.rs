//! The slot of a declared function.

use super::installed::{AlreadyInstalled, Installed};
use super::slot::Slot;
use super::word::{address_of, value_of};
use core::marker::PhantomData;

/// The slot of a function of type `F`; threads override it by an `O`, a `dyn Fn`.
pub struct FunctionSlot<F, O: ?Sized + 'static> {
    slot: Slot,
    item: &'static str,
    of: PhantomData<fn(F, &O)>,
}

impl<F: Copy, O: ?Sized> FunctionSlot<F, O> {
    /// Of `item`, which is `initial` as long as nothing is installed. `dispatcher` calls what
    /// it gets from `dispatch`, or what is [`beneath`](Self::beneath).
    ///
    /// # Safety
    ///
    /// `F` is a function pointer type.
    pub const unsafe fn new(item: &'static str, initial: F, dispatcher: Option<F>) -> Self {
        let dispatcher = match dispatcher {
            Some(dispatcher) => address_of(dispatcher),
            None => core::ptr::null_mut(),
        };
        Self {
            slot: Slot::new(address_of(initial), dispatcher),
            item,
            of: PhantomData,
        }
    }

    /// What a call calls.
    #[inline]
    #[must_use]
    pub fn get(&self) -> F {
        // SAFETY: what a slot holds is its initial `F`, its dispatcher, an `F`, or what `install` and
        // `Installed::replace` took as an `F`.
        unsafe { value_of(self.slot.current()) }
    }

    /// What a call calls, if its thread doesn't override it.
    #[must_use]
    pub fn beneath(&self) -> F {
        // SAFETY: as in `get`.
        unsafe { value_of(self.slot.beneath()) }
    }

    /// Puts `implementation` in place.
    ///
    /// # Errors
    ///
    /// If something has been installed before.
    pub fn install(&'static self, implementation: F) -> Result<Installed<F>, AlreadyInstalled> {
        Installed::first(&self.slot, self.item, implementation)
    }

    /// Whether something is installed.
    #[must_use]
    pub fn is_installed(&self) -> bool {
        self.slot.is_installed()
    }
}

#[cfg(feature = "std")]
impl<F: Copy, O: ?Sized> FunctionSlot<F, O> {
    /// Runs `body`, on this thread with `implementation`.
    ///
    /// # Safety
    ///
    /// `implementation` lives until this returns or unwinds; longer it need not. The slot has a
    /// dispatcher.
    pub unsafe fn scoped<R>(
        &'static self,
        implementation: &'static O,
        body: impl FnOnce() -> R,
    ) -> R {
        struct Ends<'a>(&'a Slot);
        impl Drop for Ends<'_> {
            fn drop(&mut self) {
                self.0.end_overriding();
            }
        }

        super::frames::with(&raw const self.slot, &implementation, || {
            self.slot.begin_overriding();
            let _ends = Ends(&self.slot);
            body()
        })
    }

    /// Calls `call` with this thread's own implementation, if it has one.
    pub fn dispatch<R>(&'static self, call: impl FnOnce(Option<&O>) -> R) -> R {
        // SAFETY: only `scoped` makes frames of this slot, of a `&O`.
        unsafe { super::frames::innermost_of(&raw const self.slot, call) }
    }
}
