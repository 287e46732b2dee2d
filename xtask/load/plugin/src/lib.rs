//! A plugin.
#![forbid(unsafe_code)]

use api::{CanvasApi, EngineApi, LoadedEngine, PhysicsApi};
use std::sync::Arc;

struct Euler {
    steps: u32,
    engine: Arc<LoadedEngine>,
}

impl PhysicsApi for Euler {
    fn step(&mut self, at: &[f32; 3], seconds: f32) -> Result<u32, String> {
        self.steps += 1;
        self.engine.log(&format!("step {}", self.steps));
        assert!(seconds >= 0.0, "time runs backwards: {seconds}");
        if at[0] > 1.0 {
            return Err(format!("too far: {at:?}"));
        }
        Ok(self.steps)
    }

    fn names(&self) -> Vec<String> {
        vec!["a".to_owned(), "b".to_owned()]
    }

    fn wide(&self, number: u128, flag: bool, letter: char) -> (u128, bool, char) {
        (number + 1, !flag, letter)
    }

    fn draw(&self, on: &mut dyn CanvasApi) {
        on.line("hi");
        on.line("ho");
    }
}

impl Drop for Euler {
    fn drop(&mut self) {
        self.engine.log("dropped");
    }
}

linkface_plugin::export!(
    Euler = |host| Euler { steps: 0, engine: host.get()? };
    needs LoadedEngine
);
