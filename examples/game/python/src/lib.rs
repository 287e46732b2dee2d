//! The engine in Python: what a plugin for Blender would import to build levels as meshes.

use engine::{Levels, World, fly_many};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use std::path::PathBuf;

#[pymodule]
mod gamecore {
    use super::*;

    /// The height of the ground in each column of level `nth`.
    #[pyfunction]
    #[pyo3(signature = (levels, nth, seed = 1))]
    fn ground(levels: PathBuf, nth: u32, seed: u64) -> PyResult<Vec<f32>> {
        Ok(World::new(level(levels, nth)?, seed).ground)
    }

    /// Has the pilot fly level `nth` once for each seed: the points, 0 for a crash.
    #[pyfunction]
    fn simulate(py: Python<'_>, levels: PathBuf, nth: u32, seeds: Vec<u64>) -> PyResult<Vec<u32>> {
        let level = level(levels, nth)?;
        let flights = py.detach(|| fly_many(&level, &seeds));
        Ok(flights.iter().map(|flight| flight.score).collect())
    }
}

fn level(levels: PathBuf, nth: u32) -> PyResult<engine::Level> {
    let level = Levels::open(&levels).and_then(|levels| levels.get(nth));
    level.map_err(|error| PyValueError::new_err(error.to_string()))
}
