//! An unsafe item is unsafe to call, whatever its implementation is.

fn main() {
    ui_facade::peek(core::ptr::null());
}
