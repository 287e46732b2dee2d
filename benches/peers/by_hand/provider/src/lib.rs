//! Exports the symbols.

use bench_harness::{mix, seen};
use core::mem::{ManuallyDrop, MaybeUninit};
use peer_by_hand_api::Node;

#[unsafe(no_mangle)]
extern "Rust" fn by_hand_step(x: u64) -> u64 {
    mix::<0x5c83_19ab>(x)
}

#[unsafe(no_mangle)]
static BY_HAND_LEVEL: u64 = 0x2e13;

struct Mine(u64, u64);

impl Drop for Mine {
    fn drop(&mut self) {
        seen(self.0);
    }
}

fn wrap(mine: Mine) -> Node {
    let mut node = MaybeUninit::<Node>::uninit();
    // SAFETY: both are two words, and a node's may hold anything.
    unsafe {
        node.as_mut_ptr().cast::<Mine>().write(mine);
        node.assume_init()
    }
}

fn unwrap(node: Node) -> Mine {
    let node = ManuallyDrop::new(node);
    // SAFETY: `wrap` made it.
    unsafe { (&raw const node).cast::<Mine>().read() }
}

#[unsafe(no_mangle)]
extern "Rust" fn by_hand_new(x: u64) -> Node {
    wrap(Mine(x, 0x2e13))
}

#[unsafe(no_mangle)]
extern "Rust" fn by_hand_get(node: &Node, x: u64) -> u64 {
    // SAFETY: `wrap` made it.
    let mine = unsafe { &*core::ptr::from_ref(node).cast::<Mine>() };
    mix::<0x4d92_a3f1>(x) ^ mine.0
}

#[unsafe(no_mangle)]
extern "Rust" fn by_hand_next(node: Node) -> Node {
    let mut mine = unwrap(node);
    mine.0 ^= mine.1;
    wrap(mine)
}

#[unsafe(no_mangle)]
extern "Rust" fn by_hand_finish(node: Node) -> u64 {
    let mine = unwrap(node);
    mine.0 ^ mine.1
}

#[unsafe(no_mangle)]
unsafe extern "Rust" fn by_hand_drop(node: *mut Node) {
    // SAFETY: `wrap` made it, and the caller forgets it.
    unsafe { node.cast::<Mine>().drop_in_place() }
}
