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

/// The provider's own name for the static and the façade's are one object for the optimiser too: a
/// store through one is seen through the other. (With two symbols at one address LLVM takes them for
/// two objects, and forwards the first store to the load.)
#[test]
fn both_names_are_one_object_to_the_optimiser() {
    let api = r"
        use core::cell::UnsafeCell;
        pub struct Plain(UnsafeCell<u32>);
        // SAFETY: the program has one thread.
        unsafe impl Sync for Plain {}
        impl Plain {
            pub const fn new(value: u32) -> Self { Self(UnsafeCell::new(value)) }
            // SAFETY: the reference ends here.
            pub fn set(&self, value: u32) { unsafe { *self.0.get() = value } }
            pub fn get(&self) -> u32 { unsafe { *self.0.get() } }
        }
        #[linkface::interface] pub static REQUIRED: Plain;
        #[linkface::interface] pub static OVERRIDDEN: Plain = Plain::new(1);
        #[linkface::interface] pub static DEFAULT: Plain = Plain::new(1);
        pub fn set_default(value: u32) { DEFAULT.set(value) }
    ";
    let provider = r"
        use api::Plain;
        #[linkface::implement(api::REQUIRED)] pub static MINE: Plain = Plain::new(2);
        #[linkface::implement(api::OVERRIDDEN)] pub static MINE_TOO: Plain = Plain::new(2);
    ";
    let app = r#"
        #[inline(never)] fn through_both() -> [u32; 3] {
            api::OVERRIDDEN.set(100);
            provider::MINE_TOO.set(101);
            api::REQUIRED.set(200);
            provider::MINE.set(201);
            api::DEFAULT.set(300);
            api::set_default(301);
            [api::OVERRIDDEN.get(), api::REQUIRED.get(), api::DEFAULT.get()]
        }
        fn main() { println!("{:?}", through_both()) }
    "#;
    for profile in [Profile::Release, Profile::Thin, Profile::Fat] {
        Workspace::new(&format!("statics-alias-{}", profile.name()))
            .profile(profile)
            .member(Crate::lib("api").linkface().source(api))
            .member(
                Crate::lib("provider")
                    .linkface()
                    .dep("api")
                    .source(provider),
            )
            .member(Crate::bin("app").dep("api").dep("provider").source(app))
            .run("app")
            .succeeds()
            .prints("[101, 201, 301]\n");
    }
}
