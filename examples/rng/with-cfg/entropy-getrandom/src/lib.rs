//! The façade as the custom backend of `getrandom` 0.4.

use getrandom::Error;

/// What `getrandom` calls, if it was compiled with `--cfg getrandom_backend="custom"`.
///
/// # Safety
///
/// `dest` points at `len` bytes, which may be written and needn't be initialised.
// SAFETY: nobody else has this name in this program. `getrandom` asks for one such function.
#[unsafe(no_mangle)]
unsafe extern "Rust" fn __getrandom_v03_custom(dest: *mut u8, len: usize) -> Result<(), Error> {
    // SAFETY: the caller promises that these bytes may be written, and after this line they are
    // initialised.
    let dest = unsafe {
        dest.write_bytes(0, len);
        std::slice::from_raw_parts_mut(dest, len)
    };
    entropy::fill(dest).map_err(theirs)
}

/// `getrandom` makes no errors from numbers: theirs are the operating system's, or custom.
fn theirs(error: entropy::Error) -> Error {
    let code = error
        .raw_os_error()
        .and_then(|code| u16::try_from(code).ok());
    code.map_or(Error::UNSUPPORTED, Error::new_custom)
}
