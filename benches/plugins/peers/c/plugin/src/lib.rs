//! The implementor behind a table of C functions.

use c_api::{Buffer, Callback, Table, World};
use core::ffi::c_void;

struct Euler {
    total: u64,
}

extern "C" fn new() -> *mut c_void {
    Box::into_raw(Box::new(Euler { total: 0 })).cast()
}

unsafe extern "C" fn free(this: *mut c_void) {
    // SAFETY: made by `new`.
    drop(unsafe { Box::from_raw(this.cast::<Euler>()) });
}

unsafe extern "C" fn add(this: *mut c_void, x: u64) -> u64 {
    // SAFETY: made by `new`.
    let this = unsafe { &mut *this.cast::<Euler>() };
    work::add(&mut this.total, x)
}

unsafe extern "C" fn world(_: *const c_void, world: *const World) -> u64 {
    // SAFETY: by the caller.
    let world = unsafe { &*world };
    work::world(world.id, world.size, world.age)
}

unsafe extern "C" fn text(_: *const c_void, start: *const u8, len: usize) -> u64 {
    // SAFETY: by the caller.
    work::read(unsafe { core::slice::from_raw_parts(start, len) })
}

unsafe extern "C" fn name(_: *const c_void) -> Buffer {
    Buffer::new(work::NAME.to_owned().into_bytes())
}

unsafe extern "C" fn bytes(_: *const c_void, bytes: Buffer) -> u64 {
    work::read(bytes.bytes())
}

unsafe extern "C" fn callback(_: *mut c_void, x: u64, back: Callback) -> u64 {
    // SAFETY: by the caller.
    unsafe { (back.call)(back.data, x) }.wrapping_add(1)
}

#[unsafe(no_mangle)]
static PHYSICS: Table = Table {
    new,
    free,
    add,
    world,
    text,
    name,
    bytes,
    callback,
};
