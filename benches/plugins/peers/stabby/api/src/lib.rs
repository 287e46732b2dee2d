//! As the crate's tutorial shows: `#[stabby]` traits and `dynptr!`.

use stabby::boxed::Box;
use stabby::str::Str;
use stabby::string::String;
use stabby::vec::Vec;

/// What is read by reference.
#[stabby::stabby]
#[derive(Clone, Copy)]
pub struct World {
    #[cfg(feature = "grown")]
    pub extra: u64,
    pub id: u64,
    pub size: u64,
    pub age: u64,
}

/// What is called back.
#[stabby::stabby(checked)]
pub trait Back {
    extern "C" fn back(&mut self, x: u64) -> u64;
}

/// As it crosses.
pub type LentBack<'a> = stabby::dynptr!(&'a mut dyn Back);

/// A closure, as it crosses.
pub type LentClosure<'a> = stabby::dynptr!(&'a mut dyn FnMut(u64) -> u64);

/// The interface.
#[stabby::stabby(checked)]
pub trait Physics {
    extern "C" fn add(&mut self, x: u64) -> u64;
    extern "C" fn world<'a>(&'a self, world: &'a World) -> u64;
    extern "C" fn text<'a>(&'a self, text: Str<'a>) -> u64;
    extern "C" fn name(&self) -> String;
    extern "C" fn bytes(&self, bytes: Vec<u8>) -> u64;
    extern "C" fn callback<'a>(&'a mut self, x: u64, back: LentBack<'a>) -> u64;
    extern "C" fn closure<'a>(&'a mut self, x: u64, closure: LentClosure<'a>) -> u64;
}

/// What a plugin makes.
pub type BoxedPhysics = stabby::dynptr!(Box<dyn Physics>);

/// The symbol of a plugin: an `extern "C" fn() -> BoxedPhysics`.
pub const SYMBOL: &[u8] = b"new_physics";
