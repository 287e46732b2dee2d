//! `Box<dyn Trait>` out of a library: what most tutorials of libloading do. Nothing is checked, and
//! it is sound only if compiler, flags and all crates are the same.

/// What is read by reference.
#[derive(Clone, Copy)]
pub struct World {
    #[cfg(feature = "grown")]
    pub extra: u64,
    pub id: u64,
    pub size: u64,
    pub age: u64,
}

/// What is called back.
pub trait Back {
    fn back(&mut self, x: u64) -> u64;
}

/// The interface.
pub trait Physics {
    fn add(&mut self, x: u64) -> u64;
    fn world(&self, world: &World) -> u64;
    fn text(&self, text: &str) -> u64;
    fn name(&self) -> String;
    fn bytes(&self, bytes: Vec<u8>) -> u64;
    fn callback(&mut self, x: u64, back: &mut dyn Back) -> u64;
    fn closure(&mut self, x: u64, closure: &mut dyn FnMut(u64) -> u64) -> u64;
}

/// The symbol of a plugin.
pub const SYMBOL: &[u8] = b"new_physics\0";
/// Its type.
pub type New = fn() -> Box<dyn Physics>;
