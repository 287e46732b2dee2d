//! As the crate's readme shows: an exportable trait.

use savefile_derive::{Savefile, savefile_abi_exportable};

/// What is read by reference.
#[derive(Clone, Copy, Savefile)]
#[repr(C)]
pub struct World {
    #[cfg(feature = "grown")]
    pub extra: u64,
    pub id: u64,
    pub size: u64,
    pub age: u64,
}

/// What is called back.
#[savefile_abi_exportable(version = 0)]
pub trait Back {
    fn back(&mut self, x: u64) -> u64;
}

/// The interface.
#[savefile_abi_exportable(version = 0)]
pub trait Physics {
    fn add(&mut self, x: u64) -> u64;
    fn world(&self, world: &World) -> u64;
    fn text(&self, text: &str) -> u64;
    fn name(&self) -> String;
    fn bytes(&self, bytes: Vec<u8>) -> u64;
    fn callback(&mut self, x: u64, back: &mut dyn Back) -> u64;
    fn closure(&mut self, x: u64, closure: &mut dyn FnMut(u64) -> u64) -> u64;
}
