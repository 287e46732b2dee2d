//! A table of C functions, written by hand: nothing is checked, a panic aborts.

use core::ffi::c_void;

/// What is read by reference.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct World {
    #[cfg(feature = "grown")]
    pub extra: u64,
    pub id: u64,
    pub size: u64,
    pub age: u64,
}

/// Bytes that somebody else allocated.
#[repr(C)]
pub struct Buffer {
    pub start: *mut u8,
    pub len: usize,
    pub capacity: usize,
    pub free: unsafe extern "C" fn(*mut u8, usize),
}

impl Buffer {
    /// Gives a vector away.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Self {
        unsafe extern "C" fn free(start: *mut u8, capacity: usize) {
            // SAFETY: of the vector below.
            drop(unsafe { Vec::from_raw_parts(start, 0, capacity) });
        }
        let mut bytes = core::mem::ManuallyDrop::new(bytes);
        Self {
            start: bytes.as_mut_ptr(),
            len: bytes.len(),
            capacity: bytes.capacity(),
            free,
        }
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        // SAFETY: of the vector that was given away.
        unsafe { core::slice::from_raw_parts(self.start, self.len) }
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        // SAFETY: by who made it.
        unsafe { (self.free)(self.start, self.capacity) }
    }
}

/// A function and what it is called with.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Callback {
    pub data: *mut c_void,
    pub call: unsafe extern "C" fn(*mut c_void, u64) -> u64,
}

/// The functions of a plugin.
#[repr(C)]
pub struct Table {
    pub new: extern "C" fn() -> *mut c_void,
    pub free: unsafe extern "C" fn(*mut c_void),
    pub add: unsafe extern "C" fn(*mut c_void, u64) -> u64,
    pub world: unsafe extern "C" fn(*const c_void, *const World) -> u64,
    pub text: unsafe extern "C" fn(*const c_void, *const u8, usize) -> u64,
    pub name: unsafe extern "C" fn(*const c_void) -> Buffer,
    pub bytes: unsafe extern "C" fn(*const c_void, Buffer) -> u64,
    pub callback: unsafe extern "C" fn(*mut c_void, u64, Callback) -> u64,
}

/// The symbol of a plugin, which is a [`Table`].
pub const SYMBOL: &[u8] = b"PHYSICS\0";
