//! A pointer's lifetimes have no bounds.

use linkface::interface;

#[interface(dynamic)]
pub fn bounded<'a, 'b: 'a>(first: &'a str, second: &'b str) -> &'a str;

#[interface(dynamic)]
pub fn clause<'a, 'b>(first: &'a str, second: &'b str) -> &'a str
where
    'b: 'a,
{
    second
}

#[interface(dynamic)]
pub fn generic<T: Into<u32>>(value: T) -> u32;

#[interface(dynamic)]
pub fn unbound<'a>() -> &'a str;

fn main() {
    bounded("a", "b");
    clause("a", "b");
}
