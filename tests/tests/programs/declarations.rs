//! Every form of function that can be declared, called and implemented across crates.

use linkface_tests::{Crate, Profile, Workspace};

const API: &str = r#"
use core::fmt::{self, Debug, Write};
use linkface::interface;

pub struct Point { pub x: u32, pub y: u32 }

#[interface] pub unsafe fn peek(at: *const u8) -> u8;
#[interface] pub extern "C" fn c_call(value: u32) -> u32;
#[interface] pub unsafe extern "C" fn c_peek(at: *const u8) -> u8;
#[interface] pub fn named<'a, 'b: 'a>(a: &'a str, b: &'b str) -> &'a str;
#[interface] pub fn elided(text: &str) -> &str;
#[interface] pub fn hidden_lifetime(text: &str) -> core::str::Chars<'_>;
#[interface] pub fn halt(code: i32) -> !;
#[interface] pub fn object(value: &dyn Debug) -> String;
#[interface] pub fn object_mut(out: &mut dyn Write) -> fmt::Result;
#[interface] pub fn pointer(f: fn(u32) -> u32, g: for<'x> fn(&'x str) -> &'x str) -> u32;
#[interface] pub fn patterns((a, b): (u32, u32), Point { x, y }: Point, [first, ..]: [u32; 3], _: u32) -> u32 {
    a + b + x + y + first
}
#[interface] pub fn mutable_binding(mut value: u32) -> u32 { value += 1; value }
#[interface] pub fn nothing();
#[interface] pub fn unit() -> () { }
#[interface] pub fn array(bytes: &[u8; 4]) -> [u8; 4];
#[interface] pub fn with_const(bytes: [u8; LENGTH]) -> usize;
pub const LENGTH: usize = 2;
#[interface] pub fn sink(write: impl Write) -> fmt::Result;
#[interface] pub fn call(f: impl FnOnce(u32) -> u32) -> u32;
#[interface] pub fn each(f: impl FnMut(u32)) -> u32;
#[interface] pub fn all(values: impl Iterator<Item = u32>) -> u32;
#[interface] #[must_use] pub fn used() -> u32 { 1 }
#[interface] #[deprecated(note = "old")] pub fn old() -> u32 { 2 }
#[interface] #[cfg(any())] pub fn absent() -> Absent;
#[cfg(all())] #[interface] pub fn present() -> u32 { 3 }
#[interface] #[inline] #[cold] pub fn hinted() -> u32 { 4 }
#[interface] pub fn large(value: [u64; 16]) -> [u64; 16];
#[interface] pub fn nested_result(ok: bool) -> Result<Option<Box<str>>, Box<dyn std::error::Error>>;
pub mod outer { pub mod inner {
    #[linkface::interface] pub fn deep(point: &super::super::Point) -> u32;
} }
macro_rules! declare { ($($name:ident: $ty:ty = $value:expr),*) => { $(#[interface] pub fn $name() -> $ty { $value })* } }
declare!(from_macro: u32 = 5, other_from_macro: &'static str = "six");

"#;

const PROVIDER: &str = r#"
use core::fmt::{self, Debug, Write};
use linkface::implement;

// SAFETY of all unsafe ones: the caller passes a valid pointer.
#[implement(api::peek)] unsafe fn peek(at: *const u8) -> u8 { unsafe { *at } }
#[implement(api::c_call)] extern "C" fn c_call(value: u32) -> u32 { value + 1 }
#[implement(api::c_peek)] unsafe extern "C" fn c_peek(at: *const u8) -> u8 { unsafe { *at + 1 } }
#[implement(api::named)] fn named<'a, 'b: 'a>(a: &'a str, b: &'b str) -> &'a str { if a.is_empty() { b } else { a } }
#[implement(api::elided)] fn elided(text: &str) -> &str { &text[1..] }
#[implement(api::hidden_lifetime)] fn hidden_lifetime(text: &str) -> core::str::Chars<'_> { text.chars() }
#[implement(api::halt)] fn halt(code: i32) -> ! { std::process::exit(code) }
#[implement(api::object)] fn object(value: &dyn Debug) -> String { format!("{value:?}") }
#[implement(api::object_mut)] fn object_mut(out: &mut dyn Write) -> fmt::Result { out.write_str("out") }
#[implement(api::pointer)] fn pointer(f: fn(u32) -> u32, g: for<'x> fn(&'x str) -> &'x str) -> u32 { f(g("abc").len() as u32) }
#[implement(api::nothing)] fn nothing() {}
#[implement(api::array)] fn array(bytes: &[u8; 4]) -> [u8; 4] { let [a, b, c, d] = *bytes; [d, c, b, a] }
#[implement(api::with_const)] fn with_const(bytes: [u8; 2]) -> usize { bytes.len() }
#[implement(api::sink)] fn sink(mut write: impl Write) -> fmt::Result { write.write_str("sink") }
#[implement(api::call)] fn call(f: impl FnOnce(u32) -> u32) -> u32 { f(20) }
#[implement(api::each)] fn each(mut f: impl FnMut(u32)) -> u32 { f(1); f(2); 2 }
#[implement(api::all)] fn all(values: impl Iterator<Item = u32>) -> u32 { values.sum() }
#[implement(api::large)] fn large(mut value: [u64; 16]) -> [u64; 16] { value[0] += 1; value }
#[implement(api::nested_result)]
fn nested_result(ok: bool) -> Result<Option<Box<str>>, Box<dyn std::error::Error>> {
    if ok { Ok(Some("nested".into())) } else { Err("not ok".into()) }
}
#[implement(api::outer::inner::deep)] fn deep(point: &api::Point) -> u32 { point.x * point.y }
"#;

const APP: &str = r#"
use provider as _;
use api::*;
fn main() {
    let byte = 7u8;
    // SAFETY: the pointers come from a reference.
    unsafe { assert_eq!((peek(&byte), c_peek(&byte)), (7, 8)) };
    assert_eq!(c_call(1), 2);
    assert_eq!((named("", "b"), elided("xyz")), ("b", "yz"));
    assert_eq!(hidden_lifetime("ab").rev().collect::<String>(), "ba");
    assert_eq!(object(&Some(1)), "Some(1)");
    let mut out = String::new();
    object_mut(&mut out).unwrap();
    sink(&mut out).unwrap();
    assert_eq!(out, "outsink");
    assert_eq!(pointer(|x| x * 2, |s| &s[1..]), 4);
    assert_eq!(patterns((1, 2), Point { x: 3, y: 4 }, [5, 0, 0], 9), 15);
    assert_eq!(mutable_binding(1), 2);
    nothing();
    unit();
    assert_eq!(array(&[1, 2, 3, 4]), [4, 3, 2, 1]);
    assert_eq!(with_const([0; LENGTH]), 2);
    let text = String::from("moved");
    assert_eq!(call(move |x| x + text.len() as u32), 25);
    let mut seen = Vec::new();
    assert_eq!(each(|x| seen.push(x)), 2);
    assert_eq!(seen, [1, 2]);
    assert_eq!(all([1, 2, 3].into_iter()), 6);
    assert_eq!((used(), present(), hinted()), (1, 3, 4));
    #[allow(deprecated)] { assert_eq!(old(), 2) }
    let mut value = [1; 16];
    value[0] = 9;
    assert_eq!(large(value)[0], 10);
    assert_eq!(nested_result(true).unwrap().as_deref(), Some("nested"));
    assert_eq!(nested_result(false).unwrap_err().to_string(), "not ok");
    assert_eq!(outer::inner::deep(&Point { x: 3, y: 5 }), 15);
    assert_eq!((from_macro(), other_from_macro()), (5, "six"));
    // An item is an ordinary function: it has an address and a type.
    let pointer: fn(&str) -> &str = elided;
    assert_eq!(pointer("ab"), "b");
    println!("all");
    halt(0)
}
"#;

fn check(profile: Profile) {
    Workspace::new(&format!("declarations-{}", profile.name()))
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
        .prints("all\n");
}

#[test]
fn debug() {
    check(Profile::Debug);
}

#[test]
fn fat_lto() {
    check(Profile::Fat);
}
