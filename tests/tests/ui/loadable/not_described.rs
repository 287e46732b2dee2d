//! Types that may not cross: one error for each, on the type.

use linkface::interface;
use std::rc::Rc;

pub struct World {
    pub size: u32,
}
pub trait Shape {}

#[interface(loadable = LoadedPhysics)]
pub trait PhysicsApi {
    fn step(&mut self, world: World, dt: f32) -> u32;
    fn all(&self) -> Result<Vec<World>, String>;
    fn read(&self, world: &World);
    fn write(&self, worlds: &mut [World]);
    fn name(&self, name: &String);
    fn shape(&self, shape: &dyn Shape);
    fn shapes(&self, shape: Box<dyn Shape>);
    fn tell(&self, tell: &mut dyn FnMut(&World) -> Rc<World>);
    async fn wait(&self, world: World) -> World;
    fn changed(&mut self, worlds: Option<Vec<World>>) -> Vec<Option<Box<World>>>;
    fn ask(&self, ask: Box<dyn Fn(Vec<Vec<World>>) -> Result<Vec<World>, String>>);
    async fn later(&self) -> Result<Vec<World>, String>;
}

fn main() {}
