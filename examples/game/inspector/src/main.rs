//! How hard the levels are: the engine as a library of a tool.

use engine::{Levels, World, fly_many};
use std::path::Path;

const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args_os().nth(1);
    let path = path.ok_or("usage: inspector LEVELS")?;
    let levels = Levels::open(Path::new(&path))?;
    let seeds: Vec<u64> = (1..=200).collect();
    for nth in 1..=6 {
        let level = levels.get(nth)?;
        let flights = fly_many(&level, &seeds);
        let landed = flights.iter().filter(|flight| flight.score > 0).count();
        let best = flights.iter().map(|flight| flight.score).max();
        let world = World::new(level, u64::from(nth));
        let ground = world
            .ground
            .chunks(2)
            .map(|two| BARS[(two[0] * 0.6) as usize % 8]);
        println!(
            "{nth} {:<20} {} {:3} % land, {:3} points at best",
            world.level.name,
            ground.collect::<String>(),
            landed * 100 / flights.len(),
            best.unwrap_or_default()
        );
    }
    Ok(())
}
