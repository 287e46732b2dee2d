use linkface_plugin::Host;
use sb_engine::{JobsApi, LoadedMod, ModApi, Pair, STARTED, Settings, World};
use std::sync::atomic::Ordering;

struct Jobs;

impl JobsApi for Jobs {
    fn run(&self, job: Box<dyn FnOnce() -> u32 + Send>) -> u32 {
        std::thread::spawn(job).join().unwrap()
    }
}

fn main() {
    // What nobody checks.
    println!("{}", sb_engine::gravity(&Settings { gravity: 1.0, drag: 5.0 }));
    let loaded = Host::new().offer(Jobs).load(std::env::args().nth(1).unwrap());
    let mut loaded: LoadedMod = match loaded {
        Ok(loaded) => loaded,
        Err(error) => return println!("{error}"),
    };
    let mut world = World::default();
    loaded.start(&mut world);
    println!("{:?} {:?} {}", world.bodies, world.names, world.rules[0](2.0));
    println!("{} {}", world.settings.gravity, STARTED.load(Ordering::Relaxed));
    let bodies = vec![1.0, 2.0];
    let buffer = bodies.as_ptr();
    let bodies = loaded.take(bodies);
    println!("{bodies:?} {}", bodies.as_ptr() == buffer);
    println!("{}", loaded.by(&["a", "b"])("c"));
    let Pair(number, text) = loaded.pair(Pair("text".to_owned(), Some(3)));
    println!("{number:?} {text}");
    if let Some(other) = std::env::args().nth(2) {
        let host = Host::new().offer(Jobs);
        println!("{}", host.load::<LoadedMod>(&other).map(drop).unwrap_err());
        println!("{}", host.reload(&mut loaded, &other).unwrap_err().reason());
        // SAFETY: the two are of one source.
        let host = unsafe { host.trust_types() };
        host.reload(&mut loaded, &other).unwrap();
        println!("{}", loaded.by(&["a", "b"])("c"));
    }
}
