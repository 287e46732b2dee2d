//! What is in the world, and what happens in it.

use crate::Level;
use crate::screen::{Color, HEIGHT, Screen, WIDTH};
use glam::{Vec2, vec2};
use hecs::Entity;
use oorandom::Rand32;

/// Seconds between two frames.
pub const STEP: f32 = 1.0 / 30.0;

/// Which engines burn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Controls {
    pub up: bool,
    pub left: bool,
    pub right: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position(pub Vec2);

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Velocity(pub Vec2);

/// How an entity looks.
#[derive(Clone, Copy, Debug)]
pub struct Glyph(pub char, pub Color);

/// Hurts the ship that comes nearer than this.
#[derive(Clone, Copy, Debug)]
pub struct Hazard(pub f32);

/// Seconds until it is gone.
#[derive(Clone, Copy, Debug)]
pub struct Lifetime(pub f32);

/// Decides where an entity goes.
pub trait Brain: Send + Sync {
    /// The new velocity of the one at `position`.
    fn steer(&mut self, position: Vec2, velocity: Vec2, ship: &Ship) -> Vec2;
}

/// Has an entity steered by whatever brain.
pub struct Mind(pub Box<dyn Brain>);

#[derive(Clone, Debug)]
pub struct Ship {
    pub position: Vec2,
    pub velocity: Vec2,
    /// In seconds of thrust.
    pub fuel: f32,
    pub hull: u32,
    pub burning: Controls,
    /// Seconds for which nothing hurts it again.
    safe: f32,
}

/// How well a landing went.
#[derive(Clone, Debug, PartialEq)]
pub struct Landing {
    pub speed: f32,
    pub fuel: f32,
    pub hull: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    Flying,
    Landed(u32),
    Crashed(&'static str),
}

/// More points for a landing, and what for.
pub type Rule = Box<dyn Fn(&Landing) -> Option<(u32, String)> + Send + Sync>;

pub struct World {
    pub level: Level,
    pub ship: Ship,
    pub phase: Phase,
    pub time: f32,
    pub ground: Vec<f32>,
    /// Where the landing pad begins.
    pub pad: usize,
    /// What else is there.
    pub entities: hecs::World,
    pub random: Rand32,
    /// The wind at some heights, lowest first.
    pub wind: Vec<(f32, f32)>,
    /// From 0 to 1.
    pub rain: f32,
    rules: Vec<(String, Rule)>,
    said: Vec<String>,
}

impl World {
    #[must_use]
    pub fn new(level: Level, seed: u64) -> Self {
        let mut random = Rand32::new(seed);
        let (ground, pad) = level.ground(WIDTH, &mut random);
        let side = if pad > WIDTH / 2 { 8.0 } else { 72.0 };
        let ship = Ship {
            position: vec2(side, HEIGHT as f32 - 4.0),
            velocity: Vec2::ZERO,
            fuel: level.fuel,
            hull: 3,
            burning: Controls::default(),
            safe: 0.0,
        };
        Self {
            level,
            ship,
            phase: Phase::Flying,
            time: 0.0,
            ground,
            pad,
            entities: hecs::World::new(),
            random,
            wind: Vec::new(),
            rain: 0.0,
            rules: Vec::new(),
            said: Vec::new(),
        }
    }

    /// Tells the player.
    pub fn say(&mut self, line: impl Into<String>) {
        self.said.push(line.into());
    }

    /// What was said since the last time.
    pub fn heard(&mut self) -> Vec<String> {
        std::mem::take(&mut self.said)
    }

    /// Gives more points for landings. What `who` had said before is replaced.
    pub fn rule(&mut self, who: &str, rule: Rule) {
        self.rules.retain(|(whose, _)| whose != who);
        self.rules.push((who.to_owned(), rule));
    }

    /// Something to be seen.
    pub fn spawn_thing(&mut self, at: Vec2, glyph: Glyph) -> Entity {
        self.entities.spawn((Position(at), glyph))
    }

    /// Somebody who moves, and hurts the ship that comes nearer than `reach`.
    pub fn spawn_creature(
        &mut self,
        at: Vec2,
        glyph: Glyph,
        reach: f32,
        brain: Box<dyn Brain>,
    ) -> Entity {
        let still = Velocity(Vec2::ZERO);
        self.entities
            .spawn((Position(at), still, glyph, Hazard(reach), Mind(brain)))
    }

    /// Calls `f` with each entity that has what `Q` asks for.
    pub fn each<Q: hecs::Query>(&mut self, mut f: impl FnMut(Q::Item<'_>)) {
        for item in self.entities.query_mut::<Q>() {
            f(item);
        }
    }

    /// Leaves nothing in the entities that a mod's own component could be in.
    ///
    /// Entities are found by the `TypeId`s of their components, and the next build of a mod has the
    /// same `TypeId`s, even for a type that it lays out in another way.
    pub(crate) fn forget_components_of_mods(&mut self) {
        let mut old = std::mem::take(&mut self.entities);
        let entities: Vec<_> = old.iter().map(|entity| entity.entity()).collect();
        for entity in entities {
            let mut kept = hecs::EntityBuilder::new();
            keep::<Position>(&mut old, entity, &mut kept);
            keep::<Velocity>(&mut old, entity, &mut kept);
            keep::<Glyph>(&mut old, entity, &mut kept);
            keep::<Hazard>(&mut old, entity, &mut kept);
            keep::<Lifetime>(&mut old, entity, &mut kept);
            keep::<Mind>(&mut old, entity, &mut kept);
            self.entities.spawn_at(entity, kept.build());
        }
    }

    /// The wind at `height`, in cells per second to the right.
    #[must_use]
    pub fn wind_at(&self, height: f32) -> f32 {
        let above = self.wind.partition_point(|(at, _)| *at < height);
        match (
            above.checked_sub(1).map(|at| self.wind[at]),
            self.wind.get(above),
        ) {
            (Some((low, from)), Some(&(high, to))) => {
                from + (to - from) * (height - low) / (high - low)
            }
            (Some((_, wind)), None) | (None, Some(&(_, wind))) => wind,
            (None, None) => 0.0,
        }
    }

    /// The height of the ground at `x`.
    #[must_use]
    pub fn ground_at(&self, x: f32) -> f32 {
        self.ground[(x.max(0.0) as usize).min(WIDTH - 1)]
    }

    /// One frame.
    pub fn step(&mut self, controls: Controls) {
        self.time += STEP;
        if self.phase == Phase::Flying {
            self.fly(controls);
        }
        let ship = &self.ship;
        self.entities
            .query_mut::<(&Position, &mut Velocity, &mut Mind)>()
            .into_iter()
            .for_each(|(at, velocity, mind)| {
                velocity.0 = mind.0.steer(at.0, velocity.0, ship);
            });
        self.each::<(&mut Position, &Velocity)>(|(at, velocity)| at.0 += velocity.0 * STEP);
        let mut gone = Vec::new();
        self.each::<(Entity, &mut Lifetime)>(|(entity, left)| {
            left.0 -= STEP;
            if left.0 <= 0.0 {
                gone.push(entity);
            }
        });
        for entity in gone {
            // It was there a moment ago.
            let _ = self.entities.despawn(entity);
        }
    }

    fn fly(&mut self, controls: Controls) {
        let wind = self.wind_at(self.ship.position.y);
        let ship = &mut self.ship;
        ship.burning = if ship.fuel > 0.0 {
            controls
        } else {
            Controls::default()
        };
        let Controls { up, left, right } = ship.burning;
        let side = f32::from(right) - f32::from(left);
        let thrust = vec2(side * 4.0, f32::from(up) * 5.0);
        ship.fuel = (ship.fuel - (f32::from(up) + side.abs() / 2.0) * STEP).max(0.0);
        let push = vec2(wind * 0.35, -self.level.gravity);
        ship.velocity += (thrust + push - vec2(ship.velocity.x * 0.15, 0.0)) * STEP;
        ship.position += ship.velocity * STEP;
        ship.safe -= STEP;
        let Vec2 { x, y } = ship.position;
        if !(1.0..WIDTH as f32 - 1.0).contains(&x) {
            ship.velocity.x = -ship.velocity.x / 2.0;
            ship.position.x = x.clamp(1.0, WIDTH as f32 - 1.5);
        }
        if y > HEIGHT as f32 - 2.0 {
            ship.velocity.y = ship.velocity.y.min(0.0);
        }
        if up {
            let spread = (self.random.rand_float() - 0.5) * 3.0;
            self.entities.spawn((
                Position(vec2(x, y - 0.6)),
                Velocity(vec2(spread, -5.0)),
                Glyph(if spread > 0.0 { '*' } else { '\'' }, Color::Yellow),
                Lifetime(0.3),
            ));
        }
        self.collide();
    }

    fn collide(&mut self) {
        let at = self.ship.position;
        if self.ship.safe <= 0.0 {
            let mut hit = false;
            self.each::<(&Position, &Hazard)>(|(other, hazard)| {
                hit |= other.0.distance(at) < hazard.0;
            });
            if hit {
                self.ship.safe = 1.5;
                self.ship.hull -= 1;
                self.say(format!(
                    "Ouch! The hull stands {} more of this.",
                    self.ship.hull
                ));
                if self.ship.hull == 0 {
                    self.phase = Phase::Crashed("The hull is in pieces.");
                }
            }
        }
        let under = [-1.0, 0.0, 1.0].map(|side| self.ground_at(at.x + side));
        if at.y > under.into_iter().fold(0.0, f32::max) + 0.5 {
            return;
        }
        let speed = self.ship.velocity.length();
        let pad = self.pad as f32..(self.pad + self.level.pad) as f32;
        self.phase = if !(pad.contains(&(at.x - 1.0)) && pad.contains(&(at.x + 1.0))) {
            Phase::Crashed("That wasn't the landing pad.")
        } else if speed > 2.5 {
            Phase::Crashed("That was too fast.")
        } else {
            Phase::Landed(self.score(&Landing {
                speed,
                fuel: self.ship.fuel,
                hull: self.ship.hull,
            }))
        };
    }

    fn score(&mut self, landing: &Landing) -> u32 {
        let mut score = 100 + (landing.fuel * 10.0) as u32;
        for (_, rule) in &self.rules {
            if let Some((more, why)) = rule(landing) {
                score += more;
                self.said.push(format!("{why}: {more} points"));
            }
        }
        score
    }

    /// Draws it all, but for what mods add.
    pub fn draw(&self, screen: &mut Screen) {
        screen.clear();
        screen.stars();
        screen.rain(self.rain, self.time, |height| self.wind_at(height));
        screen.ground(&self.ground, self.pad..self.pad + self.level.pad);
        for (at, glyph) in &mut self.entities.query::<(&Position, &Glyph)>() {
            screen.put(at.0, glyph.0, glyph.1);
        }
        screen.ship(&self.ship, &self.phase);
        let ship = &self.ship;
        let Vec2 { x, y } = ship.velocity;
        let left = format!(
            "{}  hull {}  fuel {:4.1}",
            self.level.name, ship.hull, ship.fuel
        );
        let wind = self.wind_at(ship.position.y);
        let right = format!("wind {wind:+5.1}  speed {x:+5.1} {y:+5.1}");
        screen.text(0, 0, &left, Color::White);
        let color = if ship.velocity.length() > 2.5 {
            Color::Red
        } else {
            Color::Green
        };
        screen.text(WIDTH - right.len(), 0, &right, color);
    }
}

fn keep<C: hecs::Component>(old: &mut hecs::World, entity: Entity, kept: &mut hecs::EntityBuilder) {
    if let Ok(component) = old.remove_one::<C>(entity) {
        kept.add(component);
    }
}
