//! A pilot who isn't human: for tests, and to see how hard a level is.

use crate::{Controls, Level, Phase, STEP, World};
use rayon::prelude::*;

/// How a flight ended.
#[derive(Clone, Debug)]
pub struct Flight {
    pub seconds: f32,
    /// 0 for a crash.
    pub score: u32,
}

/// What the pilot does.
#[must_use]
pub fn fly(world: &World) -> Controls {
    let ship = &world.ship;
    let target = world.pad as f32 + world.level.pad as f32 / 2.0;
    let away = target - ship.position.x;
    let (low, high) = if away > 0.0 {
        (ship.position.x, target)
    } else {
        (target, ship.position.x)
    };
    let between = &world.ground[low as usize..=high as usize];
    let highest = between.iter().copied().fold(0.0, f32::max);
    let is_near = away.abs() < 2.0;
    let floor = if is_near {
        world.ground_at(target)
    } else {
        highest + 4.0
    };
    let sink = ((ship.position.y - floor) * 0.4).clamp(if is_near { 0.8 } else { -3.0 }, 4.0);
    let speed = (away * 0.5).clamp(-5.0, 5.0);
    Controls {
        up: ship.velocity.y < -sink,
        left: ship.velocity.x > speed + 0.4,
        right: ship.velocity.x < speed - 0.4,
    }
}

/// Has the pilot fly a level once for each seed, on all processors.
#[must_use]
pub fn fly_many(level: &Level, seeds: &[u64]) -> Vec<Flight> {
    let fly = |&seed: &u64| {
        let mut world = World::new(level.clone(), seed);
        while world.phase == Phase::Flying && world.time < 120.0 {
            let controls = fly(&world);
            world.step(controls);
        }
        let score = if let Phase::Landed(score) = world.phase {
            score
        } else {
            0
        };
        Flight {
            seconds: (world.time / STEP).round() * STEP,
            score,
        }
    };
    seeds.par_iter().map(fly).collect()
}
