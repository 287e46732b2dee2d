//! Who changes the game.

mod host;

pub use host::Mods;

use crate::World;
use linkface::interface;

/// A mod with the whole engine at hand. It is built against the very engine that loads it, so that
/// anything may cross: generics, closures, trait objects, types that only Rust knows.
#[interface(pub Mod, loadable = LoadedMod, same_build)]
pub trait ModApi: Send {
    fn name(&self) -> &'static str;

    /// The mod comes into a world: a level begins, or a newer build of it takes over.
    fn enter(&mut self, world: &mut World) {
        let _ = world;
    }

    /// Called for each frame.
    fn update(&mut self, world: &mut World);

    /// The mod takes everything that is its own out of the world: a newer build of it will come in,
    /// with its state.
    fn leave(&mut self, world: &mut World) {
        let _ = world;
    }
}
