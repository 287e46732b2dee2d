//! Interfaces with one method, implemented by closures: `implement!` of linkface-traits.

use linkface_tests::{Crate, Workspace};

const LOG: &str = r#"
use linkface::interface;

/// One line.
#[derive(Debug)]
pub struct Record<'a> { pub line: &'a str }

/// Who writes lines: nobody has a value of it.
#[interface(pub Log)]
pub trait Logger {
    fn log(record: &Record<'_>) -> usize;
    fn flush() -> &'static str { "flushed" }
}

/// Who tells the time, of which everybody can have one.
#[interface(pub AnyClock)]
pub trait Clock: Default + Copy + Send + core::fmt::Debug + PartialEq + 'static {
    fn tick<'a>(&self, unit: &'a str, spare: &str) -> &'a str;
}

#[interface(pub AnyNoise, default = Silence)]
pub trait Noise {
    fn level(of: crate::Pair) -> u8;
}
pub type Pair = (u8, u8);
pub struct Silence;
impl Noise for Silence { fn level(_: (u8, u8)) -> u8 { 0 } }

#[interface(pub AnyFallback, default)]
pub trait Fallback {
    fn pick(it: Option<u8>) -> Option<u8>;
}
"#;

const PROVIDER: &str = r"
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs)]
//! Implements by closures only.
use linkface_traits::implement;

// The types of the declaration, in its own words: they have to be in scope.
use log::Record;
implement!(log::Logger = |record| { if record.line.is_empty() { return 0 } record.line.len() });

// Types of one's own choice of words, and a pattern.
implement!(log::Clock = |unit, _spare: &str| unit);
implement!(log::Noise = |(a, b)| a + b);
implement!(log::Fallback, default = |it| Some(it? + 1));
";

const APP: &str = r#"
use provider as _;
fn main() {
    println!("{} {}", log::Log::log(&log::Record { line: "ready" }), log::Log::flush());
    let clock = log::AnyClock::default();
    println!("{} {}", clock.tick("ms", "-"), clock == clock);
    println!("{} {:?}", log::AnyNoise::level((3, 4)), log::AnyFallback::pick(Some(1)));
}
"#;

#[test]
fn closures_implement_interfaces_of_one_method() {
    Workspace::new("closures")
        .member(Crate::lib("log").linkface().source(LOG))
        .member(
            Crate::lib("provider")
                .linkface()
                .traits()
                .dep("log")
                .source(PROVIDER),
        )
        .member(Crate::bin("app").dep("log").dep("provider").source(APP))
        .run("app")
        .succeeds()
        .prints("5 flushed\nms true\n7 Some(2)\n");
}

const STORE: &str = r#"
use linkface::interface;
use linkface_traits::attr::*;

#[mode(default = internal)]
#[sam]
#[interface(pub Any)]
pub trait Level {
    fn level(&self, of: &str) -> u8;
    fn twice(&self, of: &str) -> u8 { Level::level(self, of) * 2 }
}

pub struct Key(pub u32);

#[interface(pub Store)]
pub trait StoreApi: Sized {
    fn open(id: u32) -> Option<Self>;
    fn get(&self, key: &crate::Key) -> u32;
    fn put(&mut self, key: &crate::Key, value: u32);
    fn name(&self) -> &'static str { "store" }
}

/// What others build their stores on.
pub struct Memory(pub [u32; 4]);
impl StoreApi for Memory {
    fn open(_: u32) -> Option<Self> { Some(Self([0; 4])) }
    fn get(&self, key: &Key) -> u32 { self.0[key.0 as usize] }
    fn put(&mut self, key: &Key, value: u32) { self.0[key.0 as usize] = value; }
    fn name(&self) -> &'static str { "memory" }
}
"#;

/// Whoever implements delegates what is there already.
const CACHED: &str = r"
#![forbid(unsafe_code)]
use linkface::implement;
use linkface_traits::{attr::*, delegate};

struct Cached(store::Memory);
delegate! {
    #[implement]
    impl store::StoreApi for Cached {
        use (self.0 as store::Memory).*;
        fn open(id: u32) -> Option<Self> { store::Memory::open(id).map(Self) }
        fn get(&self, key: &store::Key) -> u32 { self.0.get(key) + 100 }
    }
}

pub struct Three;
#[implement]
#[mode]
impl store::Level for Three {
    fn level(&self, of: &str) -> u8 { of.len() as u8 + 3 }
}
";

const USER: &str = r#"
use linkface_traits::sam;
fn ask(level: impl store::Level) -> u8 { store::Level::twice(&level, "ab") }
fn main() {
    let mut store = store::Store::open(1).unwrap();
    store.put(&store::Key(2), 7);
    println!("{} {}", store.get(&store::Key(2)), store.name());
    let k = 5;
    println!("{} {}", ask(store::Level(|of| of.len() as u8 + k)), ask(sam!(impl store::Level |of| of.len() as u8)));
    println!("{}", cached::Three.level("abc"));
    // Past the proxy's own method of the same name.
    println!("{}", linkface_traits::q!(store.store::StoreApi::name()));
}
"#;

#[test]
fn the_macros_of_linkface_traits_know_interfaces() {
    Workspace::new("light-interfaces")
        .member(Crate::lib("store").linkface().traits().source(STORE))
        .member(
            Crate::lib("cached")
                .linkface()
                .traits()
                .dep("store")
                .source(CACHED),
        )
        .member(
            Crate::bin("app")
                .traits()
                .dep("store")
                .dep("cached")
                .source(USER),
        )
        .run("app")
        .succeeds()
        .prints("107 memory\n14 4\n6\nmemory\n");
}
