//! A mod with a mistake.
#![forbid(unsafe_code)]

use engine::{ModApi, World};
use linkface_plugin::export;

#[derive(Default)]
struct Clumsy;

impl ModApi for Clumsy {
    fn name(&self) -> &'static str {
        "clumsy"
    }

    fn update(&mut self, world: &mut World) {
        let ahead = world.ship.position.x as usize + (world.time * 20.0) as usize;
        if world.ground[ahead] > 10.0 {
            world.say("Mind the mountain!");
        }
    }
}

export!(Clumsy);
