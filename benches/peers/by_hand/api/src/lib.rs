//! The least that can be written by hand: symbols, unchecked.

use core::mem::MaybeUninit;

unsafe extern "Rust" {
    safe fn by_hand_step(x: u64) -> u64;
    safe static BY_HAND_LEVEL: u64;
    safe fn by_hand_new(x: u64) -> Node;
    safe fn by_hand_get(node: &Node, x: u64) -> u64;
    safe fn by_hand_next(node: Node) -> Node;
    safe fn by_hand_finish(node: Node) -> u64;
    fn by_hand_drop(node: *mut Node);
}

/// A function.
#[inline]
pub fn step(x: u64) -> u64 {
    by_hand_step(x)
}

/// A static.
#[inline]
pub fn level() -> u64 {
    BY_HAND_LEVEL
}

/// A type.
#[repr(C)]
pub struct Node(MaybeUninit<*mut ()>, MaybeUninit<*mut ()>);

impl Node {
    /// Makes one.
    #[inline]
    pub fn new(x: u64) -> Self {
        by_hand_new(x)
    }

    /// Reads from one.
    #[inline]
    pub fn get(&self, x: u64) -> u64 {
        by_hand_get(self, x)
    }

    /// Passes one through.
    #[inline]
    pub fn next(self) -> Self {
        by_hand_next(self)
    }

    /// Consumes one.
    #[inline]
    pub fn finish(self) -> u64 {
        by_hand_finish(self)
    }
}

impl Drop for Node {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: it was made by the implementor, and is dropped once.
        unsafe { by_hand_drop(self) }
    }
}
