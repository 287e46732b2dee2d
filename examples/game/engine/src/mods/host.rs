//! Loads mods, asks them, and survives them.

use crate::{LoadedMod, ModApi, STEP, World};
use linkface_plugin::host::{Found, Watch};
use linkface_plugin::{Host, LoadError, Loadable};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use weather::{LoadedWeather, Question, RadioApi, WeatherApi};

/// The mods of a game.
pub struct Mods {
    host: Host,
    said: Arc<Mutex<Vec<String>>>,
    weather: Vec<Running<LoadedWeather>>,
    mods: Vec<Running<LoadedMod>>,
}

/// A mod, and its file, which may be built anew.
struct Running<L> {
    loaded: L,
    file: Watch,
}

/// What mods may call.
struct Radio(Arc<Mutex<Vec<String>>>);

impl RadioApi for Radio {
    fn say(&self, line: &str) {
        let mut said = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        said.push(line.to_owned());
    }
}

impl Mods {
    /// Loads what is in `folder`, and says what was refused.
    pub fn load(folder: &Path) -> Result<(Self, Vec<LoadError>), LoadError> {
        let said = Arc::default();
        let radio = Radio(Arc::clone(&said));
        // From copies: mods are built while the game runs.
        let host = Host::new().offer(radio).from_copies(true);
        // SAFETY: before a mod is reloaded, the world forgets all components that are a mod's: see
        // `reload`. Nothing else in the engine is found by its type.
        let host = unsafe { host.trust_types() };
        let mods = host.load_dir::<LoadedMod>(folder)?;
        let weather = host.load_dir::<LoadedWeather>(folder)?;
        let mut refused = mods.refused;
        // What is no weather either isn't for this game.
        for error in weather.refused.into_iter().chain(weather.others) {
            let is_it = |path: &Path| path == error.path();
            if !mods.loaded.iter().any(|found| is_it(&found.path))
                && !refused.iter().any(|refused| is_it(refused.path()))
            {
                refused.push(error);
            }
        }
        let mods = Self {
            host,
            said,
            weather: weather.loaded.into_iter().map(Running::new).collect(),
            mods: mods.loaded.into_iter().map(Running::new).collect(),
        };
        Ok((mods, refused))
    }

    /// The names of all.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let weather = self.weather.iter().map(Running::name);
        weather.chain(self.mods.iter().map(Running::name)).collect()
    }

    /// A level begins.
    pub fn enter(&mut self, world: &mut World) {
        each(&mut self.mods, world, |running, world| {
            running.loaded.enter(world);
        });
    }

    /// One frame.
    pub fn update(&mut self, world: &mut World) {
        if (world.time / STEP) as u32 % 10 == 1 {
            self.blow(world);
        }
        each(&mut self.mods, world, |running, world| {
            running.loaded.update(world);
        });
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        said.drain(..).for_each(|line| world.say(line));
    }

    /// Asks for the weather.
    fn blow(&mut self, world: &mut World) {
        let heights: Vec<f32> = (0..6).map(|nth| nth as f32 * 4.0).collect();
        world.wind = heights.iter().map(|height| (*height, 0.0)).collect();
        world.rain = 0.0;
        each(&mut self.weather, world, |Running { loaded, .. }, world| {
            let question = Question {
                time: world.time,
                heights: heights.clone(),
            };
            let answers = loaded.wind(Box::new(question));
            for (layer, answer) in world.wind.iter_mut().zip(answers) {
                layer.1 += answer.wind;
            }
            world.rain += loaded.rain(world.time);
        });
    }

    /// Replaces mods that were built anew since they were loaded.
    pub fn reload(&mut self, world: &mut World) {
        let host = &self.host;
        each(&mut self.weather, world, |running, world| {
            if running.file.changed() {
                running.renew(host, world);
            }
        });
        each(&mut self.mods, world, |running, world| {
            if running.file.changed() {
                running.loaded.leave(world);
                world.forget_components_of_mods();
                running.renew(host, world);
                running.loaded.enter(world);
            }
        });
    }
}

impl<L: Loadable> Running<L> {
    fn new(found: Found<L>) -> Self {
        Self {
            loaded: found.loaded,
            file: Watch::new(found.path),
        }
    }

    /// Its state goes along. If that can't be, it is still the old one.
    fn renew(&mut self, host: &Host, world: &mut World) {
        match host.reload(&mut self.loaded, self.file.path()) {
            Ok(()) => world.say(format!("{} was built anew", self.name())),
            Err(error) => world.say(error.to_string()),
        }
    }

    fn name(&self) -> String {
        let name = self.file.path().file_stem().unwrap_or_default();
        name.to_string_lossy().into_owned()
    }
}

/// Has all mods do something. One that panics is out of the game.
fn each<L: Loadable>(
    all: &mut Vec<Running<L>>,
    world: &mut World,
    mut f: impl FnMut(&mut Running<L>, &mut World),
) {
    all.retain_mut(|running| {
        let ended = catch_unwind(AssertUnwindSafe(|| f(running, world)));
        if let Err(panic) = &ended {
            let name = running.name();
            world.say(format!("{name} is out of the game: {}", message(&**panic)));
        }
        ended.is_ok()
    });
}

fn message(panic: &dyn Any) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("it panicked")
}
