//! A plugin by hand, with the storm's allocator. It takes a box, and frees it.

#[allow(dead_code, reason = "the storm counts its blocks")]
#[path = "../../storm/src/allocator.rs"]
mod allocator;

#[global_allocator]
static ALLOCATOR: allocator::Marking = allocator::Marking;

#[unsafe(no_mangle)]
pub extern "C" fn take(number: Box<u32>) -> u32 {
    *number
}
