//! A static is one object, not a copy of it: everyone sees the same address and the same atomic.

use linkface_tests::{Crate, Profile, Workspace};

const API: &str = r"
use core::sync::atomic::AtomicU32;
use linkface::interface;
#[interface] pub static REQUIRED: AtomicU32;
#[interface] pub static DEFAULT: AtomicU32 = AtomicU32::new(10);
#[interface] pub static OVERRIDDEN: AtomicU32 = AtomicU32::new(20);
#[interface] pub static TABLE: [u8; 3];
#[interface] pub static CALL: fn(u32) -> u32;
pub fn addresses() -> [usize; 3] {
    [&raw const REQUIRED as usize, &raw const DEFAULT as usize, &raw const OVERRIDDEN as usize]
}
";
const PROVIDER: &str = r"
use core::sync::atomic::AtomicU32;
use linkface::implement;
#[implement(api::REQUIRED)] pub static MINE: AtomicU32 = AtomicU32::new(1);
#[implement(api::OVERRIDDEN)] pub static MINE_TOO: AtomicU32 = AtomicU32::new(2);
#[implement(api::TABLE)] static TABLE: [u8; 3] = [1, 2, 3];
#[implement(api::CALL)] static CALL: fn(u32) -> u32 = double;
fn double(value: u32) -> u32 { value * 2 }
";
const APP: &str = r#"
use std::sync::atomic::Ordering::Relaxed;
fn main() {
    let here =
        [&raw const api::REQUIRED as usize, &raw const api::DEFAULT as usize, &raw const api::OVERRIDDEN as usize];
    assert_eq!(here, api::addresses());
    assert_eq!(here[0], &raw const provider::MINE as usize);
    assert_eq!(here[2], &raw const provider::MINE_TOO as usize);
    api::REQUIRED.fetch_add(5, Relaxed);
    api::DEFAULT.fetch_add(5, Relaxed);
    provider::MINE_TOO.fetch_add(5, Relaxed);
    println!("{} {} {}", provider::MINE.load(Relaxed), api::DEFAULT.load(Relaxed), api::OVERRIDDEN.load(Relaxed));
    println!("{:?} {}", api::TABLE, (api::CALL)(21));
}
"#;

fn check(profile: Profile) {
    Workspace::new(&format!("statics-{}", profile.name()))
        .profile(profile)
        .member(Crate::lib("api").linkface().source(API))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(PROVIDER),
        )
        .member(Crate::bin("app").dep("api").dep("provider").source(APP))
        .run("app")
        .succeeds()
        .prints("6 15 7\n[1, 2, 3] 42\n");
}

#[test]
fn debug() {
    check(Profile::Debug);
}

#[test]
fn fat_lto() {
    check(Profile::Fat);
}
