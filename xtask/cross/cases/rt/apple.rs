//! Not on a Mac: `loader.c` maps the program and hands it `print` and `exit`.

use core::sync::atomic::{AtomicPtr, Ordering};

#[repr(C)]
struct Host {
    print: extern "C" fn(*const u8, usize),
    exit: extern "C" fn(u32) -> !,
}

static HOST: AtomicPtr<Host> = AtomicPtr::new(core::ptr::null_mut());

fn host() -> &'static Host {
    // SAFETY: `main` comes before everything else, and the loader's table stays.
    unsafe { &*HOST.load(Ordering::Relaxed) }
}

#[unsafe(no_mangle)]
extern "C" fn main(_: i32, host: *mut Host) -> i32 {
    HOST.store(host, Ordering::Relaxed);
    super::start()
}

pub fn print(text: &[u8]) {
    (host().print)(text.as_ptr(), text.len())
}

pub fn exit(code: u32) -> ! {
    (host().exit)(code)
}
