//! Levels come from a script.

use crate::script::{Script, ScriptError};
use oorandom::Rand32;
use rhai::{Dynamic, Map};
use std::path::Path;

/// A script with a function `level(n)`.
pub struct Levels(Script);

/// Where to land, and what makes it hard.
#[derive(Clone, Debug, Default)]
pub struct Level {
    pub name: String,
    pub gravity: f32,
    /// In seconds of thrust.
    pub fuel: f32,
    /// How high the hills are.
    pub hills: f32,
    /// How wide the landing pad is.
    pub pad: usize,
}

impl Levels {
    /// Reads the script at `path`.
    pub fn open(path: &Path) -> Result<Self, ScriptError> {
        Script::open(path).map(Self)
    }

    /// Asks the script for level `nth`.
    pub fn get(&self, nth: u32) -> Result<Level, ScriptError> {
        let level = self.0.call("level", i64::from(nth))?;
        let mut map: Map = level.try_cast().unwrap_or_default();
        let mut take = |key: &str| map.remove(key).unwrap_or_default();
        let number = |value: Dynamic| value.as_float().unwrap_or_default() as f32;
        Ok(Level {
            name: take("name").to_string(),
            gravity: number(take("gravity")),
            fuel: number(take("fuel")),
            hills: number(take("hills")),
            pad: usize::try_from(take("pad").as_int().unwrap_or_default()).unwrap_or_default(),
        })
    }
}

impl Level {
    /// The height of the ground in each column, and where the pad begins.
    pub(crate) fn ground(&self, columns: usize, random: &mut Rand32) -> (Vec<f32>, usize) {
        let mut ground = vec![1.5 + self.hills / 3.0; columns];
        let mut step = columns / 2;
        let mut height = self.hills;
        // Midpoint displacement.
        while step > 0 {
            for middle in (step..columns).step_by(2 * step) {
                let right = ground[(middle + step).min(columns - 1)];
                let moved = (random.rand_float() * 2.0 - 1.0) * height;
                ground[middle] = f32::midpoint(ground[middle - step], right) + moved;
            }
            for middle in 1..columns.saturating_sub(1) {
                if middle % step != 0 {
                    let left = middle - middle % step;
                    let right = (left + step).min(columns - 1);
                    let share = (middle - left) as f32 / step as f32;
                    ground[middle] = ground[left] + (ground[right] - ground[left]) * share;
                }
            }
            step /= 2;
            height *= 0.55;
        }
        let room = (columns - self.pad - 8) as u32;
        let pad = 4 + random.rand_range(0..room) as usize;
        let height = ground[pad].clamp(1.0, 10.0).round();
        for (column, ground) in ground.iter_mut().enumerate() {
            *ground = ground.clamp(0.6, 12.0);
            if (pad..pad + self.pad).contains(&column) {
                *ground = height;
            }
        }
        (ground, pad)
    }
}
