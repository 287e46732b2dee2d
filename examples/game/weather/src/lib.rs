//! The weather, as mods make it: what a mod of any compiler needs of the game, and nothing more.
#![forbid(unsafe_code)]

use linkface::interface;
use linkface_plugin::Shared;

/// When and where the game wants to know the wind.
#[derive(Clone, Debug, Shared)]
pub struct Question {
    /// In seconds.
    pub time: f32,
    pub heights: Vec<f32>,
}

/// The wind at a height.
#[derive(Clone, Copy, Debug, PartialEq, Shared)]
#[repr(C)]
pub struct Layer {
    pub height: f32,
    /// In cells per second, to the right.
    pub wind: f32,
}

/// A mod that makes weather.
#[interface(pub Weather, loadable = LoadedWeather, version = 2)]
pub trait WeatherApi: Send {
    fn name(&self) -> String;

    /// The wind at each of these heights. The box comes from the game's allocator, what is returned
    /// from the mod's.
    fn wind(&mut self, question: Box<Question>) -> Vec<Layer>;

    /// How hard it rains, from 0 to 1.
    #[since(2)]
    fn rain(&self, time: f32) -> f32 {
        let _ = time;
        0.0
    }
}

/// What the game offers to mods.
#[interface(pub Radio, loadable = LoadedRadio)]
pub trait RadioApi: Send + Sync {
    /// Tells the player.
    fn say(&self, line: &str);
}
