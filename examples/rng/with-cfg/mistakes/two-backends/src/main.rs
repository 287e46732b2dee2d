//! Defines the function that `getrandom` calls, and links the façade's backend, which does, too. It
//! builds, and one of them is used.

use entropy_getrandom as _;
use getrandom::Error;

/// # Safety
///
/// `dest` points at `len` bytes, which may be written.
// SAFETY: it isn't: somebody else has this name.
#[unsafe(no_mangle)]
unsafe extern "Rust" fn __getrandom_v03_custom(dest: *mut u8, len: usize) -> Result<(), Error> {
    println!("main.rs is asked");
    // SAFETY: the caller promises it.
    unsafe { dest.write_bytes(4, len) };
    Ok(())
}

fn main() {
    println!("draw: {:?}", lottery::draw());
}
