//! Wasps, which live in a nest and chase the ship. They have the whole engine at hand: its entities
//! with a component of their own, its traits, its closures, the very `glam` that it uses.
#![forbid(unsafe_code)]

use engine::glam::{Vec2, vec2};
use engine::hecs::Entity;
use engine::{Brain, Color, Glyph, ModApi, Phase, Position, Rule, Script, Ship, World};
use linkface_plugin::{Reload, export};
use std::error::Error;

/// How fast the wasps are, and how they look. `ANGRY=1 cargo build` builds others, for a game that
/// runs.
const WASPS: (&str, Glyph) = if option_env!("ANGRY").is_some() {
    ("fn pace(nth) { 3.0 + nth * 0.3 }", Glyph('%', Color::Red))
} else {
    (
        "fn pace(nth) { 1.5 + nth * 0.3 }",
        Glyph('&', Color::Yellow),
    )
};

struct Wasps {
    script: Script,
    born: u8,
    nest: Option<Entity>,
    /// Who isn't in the world, but will be.
    waiting: Vec<(u8, Vec2)>,
}

/// A component of the mod's own.
struct Wasp {
    born: u8,
}

struct Chase {
    pace: f32,
}

impl Brain for Chase {
    fn steer(&mut self, position: Vec2, velocity: Vec2, ship: &Ship) -> Vec2 {
        let wanted = (ship.position - position).normalize_or_zero() * self.pace;
        velocity.lerp(wanted, 0.05)
    }
}

impl Wasps {
    fn hatch(&self, world: &mut World, at: Vec2, born: u8) {
        let pace = self.script.number("pace", i64::from(born)).unwrap_or(1.0);
        let brain = Box::new(Chase { pace });
        let wasp = world.spawn_creature(at, WASPS.1, 1.2, brain);
        // It is there.
        let _ = world.entities.insert_one(wasp, Wasp { born });
    }

    fn nest(world: &World) -> Vec2 {
        let column = (world.pad + 40) % world.ground.len();
        vec2(column as f32, world.ground[column] + 1.0)
    }

    /// Takes wasps out of the world.
    fn remove(world: &mut World, mut which: impl FnMut(&Wasp, Vec2) -> bool) {
        let mut gone = Vec::new();
        world.each::<(Entity, &Wasp, &Position)>(|(entity, wasp, at)| {
            if which(wasp, at.0) {
                gone.push(entity);
            }
        });
        for wasp in gone {
            // It was there a moment ago.
            let _ = world.entities.despawn(wasp);
        }
    }
}

impl ModApi for Wasps {
    fn name(&self) -> &'static str {
        "wasps"
    }

    fn enter(&mut self, world: &mut World) {
        if world.time == 0.0 {
            (self.born, self.waiting) = (0, Vec::new());
        }
        let nest = world.spawn_thing(Self::nest(world), Glyph('@', Color::DarkYellow));
        self.nest = Some(nest);
        let rule: Rule =
            Box::new(|landing| (landing.hull == 3).then(|| (50, "Never stung".to_owned())));
        world.rule("wasps", rule);
        for (born, at) in std::mem::take(&mut self.waiting) {
            self.hatch(world, at, born);
        }
    }

    fn update(&mut self, world: &mut World) {
        if world.phase == Phase::Flying && world.time > f32::from(self.born) * 4.0 + 2.0 {
            self.born += 1;
            self.hatch(world, Self::nest(world), self.born);
        }
        // Five are enough.
        let oldest = self.born.saturating_sub(5);
        Self::remove(world, |wasp, _| wasp.born <= oldest);
    }

    fn leave(&mut self, world: &mut World) {
        if let Some(nest) = self.nest.take() {
            // It has been there since the mod came in.
            let _ = world.entities.despawn(nest);
        }
        Self::remove(world, |wasp, at| {
            self.waiting.push((wasp.born, at));
            true
        });
    }
}

/// For the next build: how many were born, and the wasps that there are.
impl Reload for Wasps {
    fn save(&self) -> Vec<u8> {
        let mut state = vec![self.born];
        for (born, at) in &self.waiting {
            state.push(*born);
            state.extend(at.x.to_le_bytes());
            state.extend(at.y.to_le_bytes());
        }
        state
    }

    fn restore(&mut self, state: &[u8]) -> Result<(), Box<dyn Error + Send + Sync>> {
        let (born, wasps) = state.split_first().ok_or("there is no state")?;
        self.born = *born;
        for &[born, a, b, c, d, e, f, g, h] in wasps.as_chunks().0 {
            let at = [[a, b, c, d], [e, f, g, h]].map(f32::from_le_bytes);
            self.waiting.push((born, Vec2::from(at)));
        }
        Ok(())
    }
}

export!(
    Wasps = Wasps {
        script: Script::new(WASPS.0)?,
        born: 0,
        nest: None,
        waiting: Vec::new(),
    }
);
