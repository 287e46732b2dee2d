//! Objects of `#[export]` modules: types that stay in the library that made them, and how that library
//! finds its own again.

use core::sync::atomic::AtomicU8;

/// A value whose type stays in its library, as an implementor of the type's interface.
#[derive(Debug)]
pub struct Held<T>(Option<T>);

/// Its address says which library this is: a static of each.
#[derive(Debug)]
// An atomic is never merged with another static, whatever it holds.
pub struct ImageMark(AtomicU8);

impl ImageMark {
    /// Another one.
    #[expect(clippy::new_without_default, reason = "for generated statics")]
    #[must_use]
    pub const fn new() -> Self {
        Self(AtomicU8::new(0))
    }

    /// What is asked for.
    #[must_use]
    pub fn address(&'static self) -> usize {
        (&raw const self.0).addr()
    }
}

impl<T> Held<T> {
    /// Of a value.
    pub fn new(value: T) -> Self {
        Self(Some(value))
    }

    /// # Panics
    ///
    /// If it was taken: generated code drops what it takes of.
    #[inline]
    pub fn get(&self) -> &T {
        self.0
            .as_ref()
            .expect("an object that was taken is only dropped")
    }

    /// # Panics
    ///
    /// As [`get`](Self::get).
    #[inline]
    pub fn get_mut(&mut self) -> &mut T {
        self.0
            .as_mut()
            .expect("an object that was taken is only dropped")
    }

    /// # Panics
    ///
    /// As [`get`](Self::get).
    pub fn take(&mut self) -> T {
        self.0
            .take()
            .expect("an object that was taken is only dropped")
    }

    /// Where the value is, if it is `mine` that is asked for; otherwise 0.
    pub fn address(&self, asked: usize, mine: &'static ImageMark) -> usize {
        if asked == mine.address() {
            core::ptr::from_ref(self.get()).expose_provenance()
        } else {
            0
        }
    }

    /// As [`address`](Self::address); `take` moves the value into a box, whose address it is then.
    pub fn address_mut(&mut self, asked: usize, mine: &'static ImageMark, take: bool) -> usize {
        if asked != mine.address() {
            0
        } else if take {
            Box::into_raw(Box::new(self.take())).expose_provenance()
        } else {
            core::ptr::from_mut(self.get_mut()).expose_provenance()
        }
    }
}

#[cold]
fn of_another(ty: &str) -> ! {
    panic!(
        "this `{ty}` was made by another library than the one that is called: its type stays with the \
         library that made it"
    )
}

/// # Safety
///
/// `address` is what [`Held::address`] of a `Held<T>` returned for a mark of `T` and of this image, and the
/// `Held` is borrowed for `'a`.
///
/// # Panics
///
/// If it is 0.
#[must_use]
pub unsafe fn borrowed_own<'a, T>(address: usize, ty: &str) -> &'a T {
    if address == 0 {
        of_another(ty)
    }
    // SAFETY: by the caller.
    unsafe { &*core::ptr::with_exposed_provenance(address) }
}

/// # Safety
///
/// As [`borrowed_own`], of [`Held::address_mut`], mutably borrowed.
///
/// # Panics
///
/// If it is 0.
#[must_use]
pub unsafe fn borrowed_own_mut<'a, T>(address: usize, ty: &str) -> &'a mut T {
    if address == 0 {
        of_another(ty)
    }
    // SAFETY: by the caller.
    unsafe { &mut *core::ptr::with_exposed_provenance_mut(address) }
}

/// # Safety
///
/// As [`borrowed_own`], of [`Held::address_mut`] with `take`, once.
///
/// # Panics
///
/// If it is 0.
#[must_use]
pub unsafe fn taken<T>(address: usize, ty: &str) -> T {
    if address == 0 {
        of_another(ty)
    }
    // SAFETY: by the caller.
    *unsafe { Box::from_raw(core::ptr::with_exposed_provenance_mut(address)) }
}
