//! What an audio effect is, to a host in Rust or in C.

use linkface::interface;

/// How loud it is at one moment. The feature is there to show what becomes of a change.
#[cfg(not(feature = "double"))]
pub type Sample = f32;
#[cfg(feature = "double")]
pub type Sample = f64;

/// An effect that changes sound while it is played.
#[interface(loadable = LoadedEffect, version = 1)]
pub trait EffectApi: Send {
    /// For the list that the user chooses from.
    fn name(&self) -> String;

    /// Sets a parameter, or says why not.
    fn set(&mut self, parameter: &str, value: f32) -> Result<(), String>;

    /// Changes the samples in place. Returns the loudest.
    ///
    /// # Panics
    ///
    /// If there are none.
    fn process(&mut self, samples: &mut [Sample]) -> Sample;
}
