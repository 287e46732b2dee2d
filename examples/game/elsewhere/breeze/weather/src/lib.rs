//! The weather, as mods made it last year: version 1.
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
#[interface(pub Weather, loadable = LoadedWeather)]
pub trait WeatherApi: Send {
    fn name(&self) -> String;

    /// The wind at each of these heights. The box comes from the game's allocator, what is returned
    /// from the mod's.
    fn wind(&mut self, question: Box<Question>) -> Vec<Layer>;
}

/// What the game offers to mods.
#[interface(pub Radio, loadable = LoadedRadio)]
pub trait RadioApi: Send + Sync {
    /// Tells the player.
    fn say(&self, line: &str);
}
