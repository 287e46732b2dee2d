//! A twin crosses itself, and is made from the dependency's type, which is made from it.

use linkface::interface;

pub struct World {
    pub size: u32,
}
pub struct Plain {
    pub size: u32,
}
impl From<World> for Plain {
    fn from(world: World) -> Self {
        Self { size: world.size }
    }
}
impl From<Plain> for World {
    fn from(plain: Plain) -> Self {
        Self { size: plain.size }
    }
}

#[interface(loadable = LoadedPhysics)]
pub trait PhysicsApi {
    fn step(&mut self, #[shared(with = Plain)] world: World);
    #[shared(returns = Option<Vec<Plain>>)]
    fn all(&self) -> Option<Vec<World>>;
    fn named(&self, #[shared(with = Option<String>)] world: Option<World>);
}

fn main() {}
