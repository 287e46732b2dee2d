//! Unsafe traits and methods, and closures that a crate must not forbid unsafe code for.
#![deny(warnings, unsafe_op_in_unsafe_fn)]

use linkface_traits::{anon, attr::*};

/// Reads memory.
///
/// # Safety
/// `width` tells the truth.
unsafe trait Read {
    /// # Safety
    /// `at` is in bounds.
    unsafe fn read(&mut self, at: usize) -> u8;
    fn width(&self) -> usize;
}

#[test]
fn unsafe_traits_and_methods() {
    let bytes = *b"abc";
    let reads = 0;
    let mut object = {
        #[anon(bytes, mut reads)]
        // SAFETY: three bytes are three bytes.
        unsafe impl Read for _ {
            unsafe fn read(&mut self, at: usize) -> u8 {
                reads += 1;
                // SAFETY: the caller's promise.
                unsafe { *bytes.get_unchecked(at) }
            }
            fn width(&self) -> usize {
                bytes.len() + reads
            }
        }
    };
    // SAFETY: two is less than three.
    let byte = unsafe { object.read(2) };
    assert_eq!((byte, object.width()), (b'c', 4));
    let mut object = anon! {
        // SAFETY: as above.
        unsafe impl Read for [bytes: [u8; 3]] {
            unsafe fn read(&mut self, at: usize) -> u8 { bytes[at] }
            fn width(&self) -> usize { bytes.len() }
        }
    };
    // SAFETY: in bounds.
    assert_eq!(unsafe { object.read(0) }, b'a');
    assert_eq!(object.width(), 3);
}
