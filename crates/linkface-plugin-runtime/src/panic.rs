//! Panics, which never unwind from one image to another: they are caught, carried over as their
//! message, and raised again.

use crate::object::Return;
use crate::shared::{Shared, WireVec};
use core::any::Any;
use core::mem::MaybeUninit;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// A panic as it crosses.
#[derive(Debug)]
#[repr(C)]
pub struct PanicRecord {
    /// What it said.
    pub message: WireVec<u8>,
    /// Frees the record, not its message.
    pub free: unsafe extern "C" fn(*mut PanicRecord),
}

/// # Safety
///
/// `record` is of this image, and isn't used again.
unsafe extern "C" fn free(record: *mut PanicRecord) {
    // SAFETY: by the caller.
    drop(unsafe { Box::from_raw(record) });
}

impl PanicRecord {
    #[cold]
    fn new(payload: Box<dyn Any + Send>) -> *mut Self {
        let message = match payload.downcast::<String>() {
            Ok(message) => *message,
            Err(payload) => {
                let message = match payload.downcast_ref::<&str>() {
                    Some(message) => (*message).to_owned(),
                    None => "a panic whose payload is no text".to_owned(),
                };
                // A payload's destructor may panic, too.
                if let Err(second) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
                    core::mem::forget(second);
                }
                message
            }
        };
        Box::into_raw(Box::new(Self {
            message: message.into_wire(),
            free,
        }))
    }
}

/// Runs a method of an implementor for another image.
pub fn catch<W>(method: impl FnOnce() -> W) -> Return<W> {
    match catch_unwind(AssertUnwindSafe(method)) {
        Ok(value) => Return {
            value: MaybeUninit::new(value),
            panic: core::ptr::null_mut(),
        },
        Err(payload) => Return {
            value: MaybeUninit::uninit(),
            panic: PanicRecord::new(payload),
        },
    }
}

impl<W> Return<W> {
    /// What the method returned.
    ///
    /// # Safety
    ///
    /// A thunk has just returned this.
    ///
    /// # Panics
    ///
    /// If the method did, with its message. The other image's panic hook has printed it, so this one
    /// doesn't.
    #[inline]
    #[must_use]
    pub unsafe fn get(self) -> W {
        if !self.panic.is_null() {
            // SAFETY: the record of the thunk, used once.
            unsafe { raise(self.panic) }
        }
        // SAFETY: there's a value if there was no panic.
        unsafe { self.value.assume_init() }
    }

    /// What the method returned, or the message of its panic.
    ///
    /// # Safety
    ///
    /// As for [`get`](Self::get).
    ///
    /// # Errors
    ///
    /// The message, if the method panicked.
    pub unsafe fn into_result(self) -> Result<W, String> {
        if self.panic.is_null() {
            // SAFETY: there's a value if there was no panic.
            Ok(unsafe { self.value.assume_init() })
        } else {
            // SAFETY: the record of the thunk, used once.
            Err(unsafe { message(self.panic) })
        }
    }
}

/// # Safety
///
/// A thunk has just returned `record`, which isn't used again.
unsafe fn message(record: *mut PanicRecord) -> String {
    // SAFETY: by the caller: a record that is read once, and then freed by its own image.
    unsafe {
        let PanicRecord { message, free } = record.read();
        free(record);
        String::from_wire(message)
    }
}

/// # Safety
///
/// As for [`message`].
#[cold]
unsafe fn raise(record: *mut PanicRecord) -> ! {
    // SAFETY: by the caller.
    resume_unwind(Box::new(unsafe { message(record) }))
}

/// Runs a destructor for another image.
pub fn catch_drop(drop: impl FnOnce()) -> *mut PanicRecord {
    catch(drop).panic
}

/// Raises what a destructor of another image said. While this thread panics already, it is only
/// dropped: a second panic would end the program, and the other image's hook has printed it.
///
/// # Safety
///
/// A table's `drop` has just returned `record`.
///
/// # Panics
///
/// With the destructor's message.
pub unsafe fn raise_drop(record: *mut PanicRecord) {
    if record.is_null() {
        return;
    }
    // SAFETY: by the caller.
    let message = unsafe { message(record) };
    if !std::thread::panicking() {
        resume_unwind(Box::new(message));
    }
}
