//! Calls, each in a function of its own.

use api::{Counter, Disk};
use core::mem::MaybeUninit;

#[unsafe(no_mangle)]
pub fn linked_write(bytes: &[u8]) -> usize {
    api::write(bytes)
}
#[unsafe(no_mangle)]
pub fn linked_kept(x: u64) -> u64 {
    api::kept(x)
}
#[unsafe(no_mangle)]
pub fn linked_replaced(x: u64) -> u64 {
    api::replaced(x)
}
#[unsafe(no_mangle)]
pub fn linked_level() -> u64 {
    api::LEVEL
}
#[unsafe(no_mangle)]
pub fn linked_get(disk: &Disk, x: u64) -> u64 {
    disk.get(x)
}
#[unsafe(no_mangle)]
pub fn linked_next(disk: Disk) -> Disk {
    disk.next()
}
#[unsafe(no_mangle)]
pub fn linked_join(a: Disk, b: Disk) -> Disk {
    a.join(b)
}
#[unsafe(no_mangle)]
pub fn linked_drop(disk: &mut Disk) {
    unsafe { core::ptr::drop_in_place(disk) }
}

// The same by hand: symbols, unchecked.
#[repr(C)]
pub struct HandDisk(MaybeUninit<*mut ()>, MaybeUninit<*mut ()>);
unsafe extern "Rust" {
    safe static hand_level: u64;
    safe fn hand_write(bytes: &[u8]) -> usize;
    safe fn hand_kept(x: u64) -> u64;
    safe fn hand_get(disk: &HandDisk, x: u64) -> u64;
    safe fn hand_next(disk: HandDisk) -> HandDisk;
    safe fn hand_join(a: HandDisk, b: HandDisk) -> HandDisk;
    safe fn hand_drop(disk: *mut HandDisk);
}
#[unsafe(no_mangle)]
pub fn by_hand_write(bytes: &[u8]) -> usize {
    hand_write(bytes)
}
#[unsafe(no_mangle)]
pub fn by_hand_kept(x: u64) -> u64 {
    hand_kept(x)
}
#[unsafe(no_mangle)]
pub fn by_hand_level() -> u64 {
    hand_level
}
#[unsafe(no_mangle)]
pub fn by_hand_get(disk: &HandDisk, x: u64) -> u64 {
    hand_get(disk, x)
}
#[unsafe(no_mangle)]
pub fn by_hand_next(disk: HandDisk) -> HandDisk {
    hand_next(disk)
}
#[unsafe(no_mangle)]
pub fn by_hand_join(a: HandDisk, b: HandDisk) -> HandDisk {
    hand_join(a, b)
}
#[unsafe(no_mangle)]
pub fn by_hand_drop(disk: &mut HandDisk) {
    hand_drop(disk)
}

// What a proxy is, and what happens to one.
#[unsafe(no_mangle)]
pub fn pass(disk: Disk) -> Disk {
    disk
}
#[unsafe(no_mangle)]
pub fn swap(place: &mut Disk, disk: Disk) -> Disk {
    core::mem::replace(place, disk)
}
#[unsafe(no_mangle)]
pub fn look(counter: &Counter) -> u64 {
    counter.count() + counter.count()
}

// What a proxy must not be: the tests look for what these have.
pub struct Words(usize, usize);
#[unsafe(no_mangle)]
pub fn pass_words(words: Words) -> Words {
    words
}
#[unsafe(no_mangle)]
pub fn look_words(words: &Words, look: fn(&Words) -> u64) -> u64 {
    look(words)
}
#[unsafe(no_mangle)]
pub fn swap_words(place: &mut &'static u64, new: &'static u64) -> &'static u64 {
    core::mem::replace(place, new)
}
#[unsafe(no_mangle)]
pub fn pointer(number: usize) -> *const u8 {
    (number * 3) as *const u8
}
