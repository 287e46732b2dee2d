//! The façade, with a mock in place of a provider.
//!
//! Each file in this folder is a program of its own, so each can have another mock.

use linkface::implement;
use std::sync::Mutex;

static WRITTEN: Mutex<Vec<u8>> = Mutex::new(Vec::new());

#[implement({{crate}}::write)]
fn write(bytes: &[u8]) -> usize {
    WRITTEN
        .lock()
        .expect("no test panics while it writes")
        .extend_from_slice(bytes);
    bytes.len()
}

#[test]
fn calls_reach_the_implementation() {
    assert_eq!({{crate}}::write(b"hello"), 5);
    let written = WRITTEN.lock().expect("no test panics while it writes");
    assert_eq!(*written, b"hello");
}

#[test]
fn what_nobody_implements_has_its_default() {
    assert_eq!({{crate}}::prefix(), "> ");
}
