//! The implementor that linkface-plugin exports.

#![forbid(unsafe_code)]

use linkface_api::{Back, Physics, World};

#[derive(Default)]
struct Euler {
    total: u64,
}

impl Physics for Euler {
    fn add(&mut self, x: u64) -> u64 {
        work::add(&mut self.total, x)
    }
    fn world(&self, world: &World) -> u64 {
        work::world(world.id, world.size, world.age)
    }
    fn text(&self, text: &str) -> u64 {
        work::read(text.as_bytes())
    }
    fn name(&self) -> String {
        work::NAME.to_owned()
    }
    fn bytes(&self, bytes: Vec<u8>) -> u64 {
        work::read(&bytes)
    }
    fn callback(&mut self, x: u64, back: &mut dyn Back) -> u64 {
        back.back(x).wrapping_add(1)
    }
    fn closure(&mut self, x: u64, closure: &mut dyn FnMut(u64) -> u64) -> u64 {
        closure(x).wrapping_add(1)
    }
    #[cfg(not(feature = "older"))]
    fn twice(&mut self, x: u64) -> u64 {
        work::add(&mut self.total, x)
    }
}

linkface_plugin::export!(Euler = Euler::default());
