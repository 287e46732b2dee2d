//! Delegation of `unsafe fn`s, and of traits that are `unsafe` to implement.

#![deny(warnings, clippy::pedantic)]

use linkface_traits::attr::*;
use linkface_traits::delegate;

/// # Safety
/// `N` is odd.
#[delegatable]
unsafe trait Odd {
    const N: usize;

    /// # Safety
    /// `at` is below `N`.
    unsafe fn at(&self, at: usize) -> u8;
}

struct Bytes([u8; 3]);

impl Bytes {
    /// # Safety
    /// `at` is below 3.
    unsafe fn get(&self, at: usize) -> u8 {
        // SAFETY: the caller says so.
        unsafe { *self.0.get_unchecked(at) }
    }
}

delegate! {
    // SAFETY: three is odd; and `get` asks no more than `at`.
    unsafe impl Odd for Bytes {
        const N: usize = 3;
        use Bytes::get as at;
    }
}

struct Wrap(Bytes);

// SAFETY: as the field has it.
#[delegate(use (self.0 as Bytes).*)]
unsafe impl Odd for Wrap {}

delegate! {
    impl Wrap {
        use Odd::*;
    }
}

#[test]
fn unsafe_methods_stay_unsafe() {
    // SAFETY: all are below 3.
    unsafe {
        assert_eq!(Odd::at(&Wrap(Bytes([1, 2, 3])), 2), 3);
        assert_eq!(Wrap(Bytes([1, 2, 3])).at(1), 2);
    }
    assert_eq!(Wrap::N, 3);
}
