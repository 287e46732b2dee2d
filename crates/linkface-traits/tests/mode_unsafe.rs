//! `#[mode]` on impls with `unsafe` methods and methods of other ABIs.

#![deny(warnings, clippy::pedantic, unsafe_op_in_unsafe_fn, unused_unsafe)]

mod library {
    use linkface_traits::attr::mode;

    pub(super) trait Raw {
        /// # Safety
        ///
        /// `from` is valid for a read.
        unsafe fn read(&self, from: *const u8) -> u8;
        extern "C" fn c(&self) -> u8;
    }

    macro_rules! implement {
        ($name:ident, $mode:ident) => {
            pub(super) struct $name;
            #[mode($mode)]
            impl Raw for $name {
                unsafe fn read(&self, from: *const u8) -> u8 {
                    // SAFETY: the caller vouches for it.
                    unsafe { *from }
                }
                extern "C" fn c(&self) -> u8 {
                    4
                }
            }
        };
    }
    implement!(Inside, internal);
    implement!(Outside, external);
}

#[test]
fn unsafe_methods_stay_unsafe() {
    use library::{Inside, Outside, Raw};
    let value = 3;
    // SAFETY: the pointers are of a live variable.
    let read = unsafe { Inside.read(&raw const value) + Raw::read(&Outside, &raw const value) };
    assert_eq!(read, 6);
    assert_eq!(Inside.c() + Raw::c(&Outside), 8);
    let _: unsafe fn(&Inside, *const u8) -> u8 = Inside::read;
}
