#![forbid(unsafe_code)]

use sb_engine::{JobsApi, LoadedJobs, ModApi, Pair, STARTED, World};
use std::sync::Arc;
use std::sync::atomic::Ordering;

struct Mod(Arc<LoadedJobs>);

impl ModApi for Mod {
    fn start(&mut self, world: &mut World) {
        world.bodies.push(7.0);
        world.names.insert("x".to_owned(), 1);
        world.rules.push(Box::new(|x| x * 3.0));
        world.settings.gravity += 1.0;
        STARTED.fetch_add(self.0.run(Box::new(|| 2)), Ordering::Relaxed);
    }
    fn take(&mut self, mut bodies: Vec<f32>) -> Vec<f32> {
        bodies[0] = 9.0;
        bodies
    }
    fn by<'a>(&self, names: &'a [&'a str]) -> Box<dyn Fn(&str) -> String + 'a> {
        Box::new(move |end| names.concat() + end)
    }
    fn pair(&self, Pair(a, b): Pair<String, Option<u8>>) -> Pair<Option<u8>, String> {
        Pair(b, a)
    }
}

linkface_plugin::export!(Mod = |host| Mod(host.get()?); needs LoadedJobs);
