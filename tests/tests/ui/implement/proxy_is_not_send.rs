//! A proxy is `Send` only if its trait is.

fn is_send<T: Send>(_: T) {}

pub fn wrong(thing: ui_facade::Thing) {
    is_send(thing);
}

fn main() {}
