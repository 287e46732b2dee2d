//! What crosses, one thing of each kind.

use linkface::interface;

/// Text, numbers, results, a default, an object that is lent.
#[interface(loadable = LoadedPhysics, version = 2)]
pub trait PhysicsApi: Send {
    fn step(&mut self, at: &[f32; 3], seconds: f32) -> Result<u32, String>;
    fn names(&self) -> Vec<String>;
    fn wide(&self, number: u128, flag: bool, letter: char) -> (u128, bool, char);
    #[since(2)]
    fn debug(&self, what: Option<&str>) -> String {
        format!("default of {what:?}, {:?}", self.names())
    }
    fn draw(&self, on: &mut dyn CanvasApi);
}

/// Lent to plugins.
#[interface(loadable = LoadedCanvas)]
pub trait CanvasApi {
    fn line(&mut self, text: &str);
}

/// Offered to plugins.
#[interface(loadable = LoadedEngine)]
pub trait EngineApi: Send + Sync {
    fn log(&self, text: &str);
}
