//! A library that the host and its plugins share. BUILD
#![forbid(unsafe_code)]

use std::collections::HashMap;
use std::sync::atomic::AtomicU32;

pub static STARTED: AtomicU32 = AtomicU32::new(0);

#[derive(Default)]
pub struct World {
    pub bodies: Vec<f32>,
    pub names: HashMap<String, usize>,
    pub rules: Vec<Box<dyn Fn(f32) -> f32 + Send>>,
    pub settings: Settings,
}

#[derive(Default)]
pub struct Settings {
    // FIELDS
    pub gravity: f32,
    pub drag: f32,
}

#[inline(never)]
pub fn gravity(settings: &Settings) -> f32 {
    settings.gravity
}

#[linkface::interface(loadable = LoadedMod, same_build)]
pub trait ModApi: Send {
    fn start(&mut self, world: &mut World);
    fn take(&mut self, bodies: Vec<f32>) -> Vec<f32>;
    fn by<'a>(&self, names: &'a [&'a str]) -> Box<dyn Fn(&str) -> String + 'a>;
    fn pair(&self, pair: Pair<String, Option<u8>>) -> Pair<Option<u8>, String>;
}

pub struct Pair<A, B>(pub A, pub B);

/// Offered.
#[linkface::interface(loadable = LoadedJobs, same_build)]
pub trait JobsApi: Send + Sync {
    fn run(&self, job: Box<dyn FnOnce() -> u32 + Send>) -> u32;
}
