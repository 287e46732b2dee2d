//! The engine: a world with a lander in it, a screen, and who may change the game.
//!
//! A dylib: the game, its mods, the inspector and the Python module all link to one `libengine.so`.

mod level;
mod mods;
mod pilot;
mod screen;
mod script;
pub mod terminal;
mod world;

pub use level::{Level, Levels};
pub use mods::{LoadedMod, Mod, ModApi, Mods};
pub use pilot::{Flight, fly, fly_many};
pub use screen::{Color, Screen};
pub use script::{Script, ScriptError};
pub use world::{
    Brain, Controls, Glyph, Hazard, Landing, Lifetime, Mind, Phase, Position, Rule, STEP, Ship,
    Velocity, World,
};

// What the engine is made of is its users', too, in the very version.
pub use {glam, hecs, oorandom};
