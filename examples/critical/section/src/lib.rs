//! A façade: critical sections, and the implementation of them that the `critical-section` crate
//! asks every program for.
#![no_std]

use critical_section::{Impl, set_impl};
use linkface::interface;

/// Keeps everybody else out for a while.
///
/// A trait, so that one provider brings both functions.
///
/// # Safety
///
/// Between [`acquire`](Self::acquire) and its [`release`](Self::release) nothing else of the program
/// runs that could be inside, too: no thread, no interrupt, no other core. Sections nest.
#[interface(pub Section)]
pub unsafe trait SectionApi {
    /// Enters; returns whether the caller was inside already.
    ///
    /// # Safety
    ///
    /// `release` follows, in the same thread, in the reverse order of entering.
    unsafe fn acquire() -> bool;

    /// Leaves.
    ///
    /// # Safety
    ///
    /// `was_inside` is what the matching `acquire` returned.
    unsafe fn release(was_inside: bool);
}

/// What `critical_section::with` calls.
struct Linked;
set_impl!(Linked);

// SAFETY: whoever implements `SectionApi` promises the same.
unsafe impl Impl for Linked {
    unsafe fn acquire() -> bool {
        // SAFETY: the caller's promise is the one that is asked for.
        unsafe { Section::acquire() }
    }

    unsafe fn release(was_inside: bool) {
        // SAFETY: as above.
        unsafe { Section::release(was_inside) }
    }
}
