//! Between a proxy and the value it holds.
//!
//! In all of this `P` is a proxy: a `repr(transparent)` [`Storage`](super::Storage), for which every
//! byte pattern is valid, and `T` its implementor, checked to fit by [`fits`](super::fits).

// Casts, all of them: a debug build, too, should see one call, the method's.
#![allow(clippy::inline_always, clippy::must_use_candidate)]

use core::mem::{ManuallyDrop, MaybeUninit};
use core::pin::Pin;

/// A proxy's way to what its façade keeps for it.
pub trait Handle: Sized {
    /// The façade's hidden type for the proxy's trait.
    type Items: Items<Proxy = Self>;
}

/// The façade's hidden type for a proxied trait.
pub trait Items {
    /// Tells this interface from every other, also from one of the same name.
    const ID: u64;
    /// The proxy.
    type Proxy;
}

/// Moves `value` into a proxy.
///
/// # Safety
///
/// `P` is a proxy and `T` the implementor that its methods and its destructor are linked to.
#[inline(always)]
pub unsafe fn from_value<P, T>(value: T) -> P {
    const { assert!(size_of::<T>() <= size_of::<P>() && align_of::<T>() <= align_of::<P>()) }
    let mut proxy = MaybeUninit::<P>::uninit();
    // SAFETY: the assertion above: `T` fits, in size and alignment. The bytes it leaves
    // uninitialised may be: all fields of a storage are `MaybeUninit`.
    unsafe {
        proxy.as_mut_ptr().cast::<T>().write(value);
        proxy.assume_init()
    }
}

/// Moves the value out of a proxy.
///
/// # Safety
///
/// `proxy` holds a `T`.
#[inline(always)]
pub unsafe fn into_value<P, T>(proxy: P) -> T {
    let proxy = ManuallyDrop::new(proxy);
    // SAFETY: the caller: a `T` is there. It is read once, as the proxy is not dropped.
    unsafe { (&raw const *proxy).cast::<T>().read() }
}

/// Borrows the value in a proxy.
///
/// # Safety
///
/// `proxy` holds a `T`.
#[inline(always)]
pub unsafe fn as_ref<P, T>(proxy: &P) -> &T {
    // SAFETY: the caller: a `T` is there, borrowed as long as the proxy. A `Cell` in it may be
    // written, since a storage is made of `UnsafeCell`s.
    unsafe { &*(&raw const *proxy).cast::<T>() }
}

/// Borrows the value in a proxy mutably.
///
/// # Safety
///
/// `proxy` holds a `T`.
#[inline(always)]
pub unsafe fn as_mut<P, T>(proxy: &mut P) -> &mut T {
    // SAFETY: the caller: a `T` is there. What is written through the reference is a `T` again.
    unsafe { &mut *(&raw mut *proxy).cast::<T>() }
}

/// Borrows the pinned value in a pinned proxy.
///
/// # Safety
///
/// `proxy` holds a `T`.
#[inline(always)]
pub unsafe fn pin_mut<P, T>(proxy: Pin<&mut P>) -> Pin<&mut T> {
    // SAFETY: the value stands inside the proxy, moves only with it, and is dropped in place by
    // the proxy's destructor: pinning one pins the other. A proxy is `Unpin` only if its trait
    // demands `Unpin` of implementors.
    unsafe { proxy.map_unchecked_mut(|proxy| as_mut(proxy)) }
}

/// Borrows the pinned value in a pinned proxy.
///
/// # Safety
///
/// `proxy` holds a `T`.
#[inline(always)]
pub unsafe fn pin_ref<P, T>(proxy: Pin<&P>) -> Pin<&T> {
    // SAFETY: as in `pin_mut`.
    unsafe { proxy.map_unchecked(|proxy| as_ref(proxy)) }
}

/// Drops the value in a proxy, in place.
///
/// # Safety
///
/// `proxy` is valid, holds a `T`, and neither is used again.
#[inline(always)]
pub unsafe fn drop_value<P, T>(proxy: *mut P) {
    // SAFETY: the caller.
    unsafe { proxy.cast::<T>().drop_in_place() }
}

/// A `&mut Self` returned from `&mut self`: hands out the proxy's own reference again.
pub struct Returned<P>(*mut P);

impl<P> Returned<P> {
    /// Remembers the proxy before it is lent to the method.
    #[inline(always)]
    pub fn from(proxy: &mut P) -> Self {
        Self(proxy)
    }

    /// The value in the proxy, for the method.
    ///
    /// # Safety
    ///
    /// The proxy holds a `T`, and nobody else uses it while the reference lives.
    #[inline(always)]
    pub unsafe fn lend<'a, T: 'a>(&self) -> &'a mut T {
        // SAFETY: the caller.
        unsafe { &mut *self.0.cast::<T>() }
    }

    /// The proxy's reference, if `value`, which the method returned, is the proxy's own value.
    ///
    /// # Panics
    ///
    /// If it is another value: the caller could swap it for one of the proxy's size, which is not
    /// the implementor's.
    ///
    /// # Safety
    ///
    /// The proxy outlives `'a`, and what [`lend`](Self::lend) gave out is not used again.
    #[inline(always)]
    pub unsafe fn check<'a, T>(&self, value: &'a mut T, method: &'static str) -> &'a mut P {
        assert!(
            core::ptr::eq::<()>((&raw const *value).cast(), self.0.cast()),
            "`{method}` must return the `&mut self` that it was given",
        );
        // SAFETY: `value` is the implementor inside this proxy, and it is not used from here on,
        // so the remembered reference is the only one again.
        unsafe { &mut *self.0 }
    }
}

/// Lends a `&mut T` as a `&mut P` to `f`: the value moves into a proxy and back, also when `f`
/// unwinds.
///
/// # Safety
///
/// `P` is a proxy of the implementor `T`.
#[inline(always)]
pub unsafe fn lend_mut<P, T, R>(value: &mut T, f: impl FnOnce(&mut P) -> R) -> R {
    struct Back<T, P>(*mut T, ManuallyDrop<P>);
    impl<T, P> Drop for Back<T, P> {
        fn drop(&mut self) {
            // SAFETY: the place was emptied when the value moved into the proxy; whatever the
            // proxy holds now is a `T`, and the proxy is not dropped.
            unsafe {
                self.0
                    .copy_from_nonoverlapping((&raw const *self.1).cast(), 1);
            }
        }
    }
    let place: *mut T = value;
    // SAFETY: the value is read once and written back before anyone can look at the place.
    let proxy = unsafe { from_value::<P, T>(place.read()) };
    let mut back = Back(place, ManuallyDrop::new(proxy));
    f(&mut back.1)
}

/// An erased parameter, for no longer than the call: its type is a type parameter of the method, and
/// must not pass for a `'static` one.
#[inline(always)]
pub fn shorten<'call, T: ?Sized>(value: &'static T, _call: &'call ()) -> &'call T {
    value
}

/// As [`shorten`].
#[inline(always)]
pub fn shorten_mut<'call, T: ?Sized>(value: &'static mut T, _call: &'call ()) -> &'call mut T {
    value
}
