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

const PROVIDER: &str = r#"
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
"#;

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
