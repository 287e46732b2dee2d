//! The interface as it is.

use crate::{Back, World};
use linkface::interface;

/// The interface.
#[interface(loadable = LoadedPhysics, version = 2)]
pub trait Physics {
    fn add(&mut self, x: u64) -> u64;
    fn world(&self, world: &World) -> u64;
    fn text(&self, text: &str) -> u64;
    fn name(&self) -> String;
    fn bytes(&self, bytes: Vec<u8>) -> u64;
    fn callback(&mut self, x: u64, back: &mut dyn Back) -> u64;
    fn closure(&mut self, x: u64, closure: &mut dyn FnMut(u64) -> u64) -> u64;
    /// Added later, with a default: one comparison more.
    #[since(2)]
    fn twice(&mut self, x: u64) -> u64 {
        self.add(x).wrapping_add(x)
    }
}
