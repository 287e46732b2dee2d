//! The nearest known argument is named.

use linkface::interface;

#[interface(implemet_as = other)]
pub fn write() -> u32;

#[interface(frobnicate)]
pub fn read() -> u32;

#[interface(symbol)]
pub fn seek() -> u32;

#[interface(symbol = unsafe(3))]
pub fn tell() -> u32;

#[interface(default, default)]
pub fn twice() -> u32;

fn main() {}
