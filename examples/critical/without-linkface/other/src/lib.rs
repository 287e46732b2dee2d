//! An implementation as one has it without linkface. It says that it is asked, and does no more.

use critical_section::{Impl, set_impl};

struct Section;
set_impl!(Section);

// SAFETY: for a program of one thread, which is what the only user is.
unsafe impl Impl for Section {
    unsafe fn acquire() -> bool {
        println!("`other` is asked");
        false
    }
    unsafe fn release(_was_inside: bool) {}
}
