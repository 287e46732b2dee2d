//! A host: loads the plugin that it is told, and prints what it does.

use api::{CanvasApi, EngineApi, LoadedPhysics, PhysicsApi};
use linkface_plugin::Host;
use std::panic::{AssertUnwindSafe, catch_unwind};

struct Engine;

impl EngineApi for Engine {
    fn log(&self, text: &str) {
        println!("log: {text}");
    }
}

struct Lines(Vec<String>);

impl CanvasApi for Lines {
    fn line(&mut self, text: &str) {
        self.0.push(text.to_owned());
    }
}

fn main() {
    let file = std::env::args().nth(1).expect("a plugin's file");
    let refused = Host::new().load::<LoadedPhysics>(&file).map(drop);
    println!("{}", refused.expect_err("it needs an engine"));

    let mut physics: LoadedPhysics = match Host::new().offer(Engine).load(&file) {
        Ok(physics) => physics,
        Err(error) => {
            println!("{error}");
            std::process::exit(1)
        }
    };
    println!("{:?}", physics.step(&[0.0; 3], 0.1));
    println!("{:?}", physics.step(&[2.0; 3], 0.1));
    println!("{:?}", physics.names());
    println!("{:?}", physics.wide(u128::MAX - 1, true, 'ß'));
    println!("{}", physics.debug(Some("x")));
    let mut lines = Lines(Vec::new());
    physics.draw(&mut lines);
    println!("{:?}", lines.0);
    let panicked = catch_unwind(AssertUnwindSafe(|| physics.step(&[0.0; 3], -1.0)));
    let said = panicked.expect_err("it panics");
    println!("caught: {:?}", said.downcast_ref::<String>());
    println!("{:?}", physics.step(&[0.0; 3], 0.1));
}
