//! Implementing with something that exists already: `#[implement(path)] pub use …;`, and functions
//! by another name.

use linkface_tests::{Crate, Workspace};

const API: &str = r"
use linkface::interface;
#[interface] pub fn millis() -> u64;
#[interface] pub fn length(text: &str) -> usize { text.len() + 100 }
#[interface] pub fn pick<'a>(a: &'a str, b: &str) -> &'a str;
#[interface] pub unsafe fn peek(at: *const u8) -> u8;
#[interface(implement_as = implement_beep)] pub fn beep(hz: u32) -> u32;
";

const PROVIDER: &str = r"
use linkface::implement;

mod clock {
    pub fn now() -> u64 { 42 }
}
#[implement(api::millis)] pub use clock::now;
mod lengths {
    pub fn bytes(text: &str) -> usize { text.len() }
}
#[implement(api::length)] use lengths::bytes;

// The implementor may promise more than was asked for.
#[implement(api::pick)] fn first<'x>(a: &'x str, _: &str) -> &'x str { a }
#[implement(api::peek)] fn peek(_: *const u8) -> u8 { 9 }
#[implement(api::implement_beep)] fn beep(hz: u32) -> u32 { hz + 1 }
";

const APP: &str = r#"
use provider as _;
fn main() {
    println!("{} {} {}", api::millis(), api::length("four"), api::pick("a", "b"));
    // SAFETY: the provider reads nothing.
    println!("{} {}", unsafe { api::peek(std::ptr::null()) }, api::beep(440));
    println!("{}", provider::now());
}
"#;

#[test]
fn existing_functions_implement() {
    Workspace::new("delegation")
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
        .prints("42 4 a\n9 441\n42\n");
}
