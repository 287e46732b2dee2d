//! The façade that the cases of `tests/ui.rs` implement, wrongly.

use linkface::interface;

/// A type that the implementors must use.
pub struct Key(pub u32);

/// Required.
#[interface]
pub fn write(bytes: &[u8]) -> usize;
/// With a default.
#[interface]
pub fn limit() -> u32 {
    1
}
/// Of two lifetimes, the first.
#[interface]
pub fn pick<'a>(a: &'a str, b: &str) -> &'a str;
/// With a type of the façade.
#[interface]
pub fn lookup(key: Key) -> Option<u32>;
/// Of the C calling convention.
#[interface]
pub extern "C" fn call(value: u32) -> u32;
/// Safe to call.
#[interface]
pub fn safe() -> u32;
/// Not safe to call.
///
/// # Safety
///
/// `at` is valid.
#[interface]
pub unsafe fn peek(at: *const u8) -> u8;
/// Never returns.
#[interface]
pub fn halt(code: i32) -> !;
/// A name.
#[interface]
pub static NAME: &'static str;
/// A level, with a default.
#[interface]
pub static LEVEL: u8 = 3;
/// For this crate only.
#[interface]
pub(crate) fn hidden() -> u32 {
    1
}
/// Calls [`hidden`].
#[must_use]
pub fn calls_hidden() -> u32 {
    hidden()
}
/// An ordinary function, no interface.
pub fn ordinary() {}
/// An ordinary trait, no interface.
pub trait Ordinary {
    /// Does nothing.
    fn nothing(&self);
}

/// A trait that takes any implementor of two pointers.
#[interface(
    /// Its proxy.
    pub Thing
)]
pub trait ThingApi: Sized {
    /// Makes one.
    fn open(id: u32) -> Option<Self>;
    /// Asks it.
    fn value(&self) -> u32;
    /// Changes it.
    fn set(&mut self, value: u32);
    /// Has a default.
    fn twice(&self) -> u32 {
        self.value() * 2
    }
}
/// A trait whose implementors cross threads.
#[interface(
    /// Its proxy.
    pub Shared
)]
pub trait SharedApi: Sized + Send + Sync {
    /// Makes one.
    fn open() -> Self;
}
/// An unsafe trait.
///
/// # Safety
///
/// The value is even.
#[interface(
    /// Its proxy.
    pub Even
)]
pub unsafe trait EvenApi: Sized {
    /// Makes one.
    fn open() -> Self;
}
/// A group.
#[interface]
pub mod logger {
    /// Logs.
    pub fn log(text: &str);
    /// Flushes.
    pub fn flush() {}
    /// The highest level.
    pub static MAX: u8;
}
/// Can be installed.
#[interface(dynamic)]
pub fn now(zone: &str) -> u64 {
    zone.len() as u64
}
/// Can be installed.
#[interface(dynamic)]
pub static GREETING: &str = "hi";
