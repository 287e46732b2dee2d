//! The façade.

use linkface::interface;

#[interface]
pub fn write(bytes: &[u8]) -> usize;
#[interface]
pub fn kept(x: u64) -> u64 {
    x.wrapping_mul(0x1f35_77c9)
}
#[interface]
pub fn replaced(x: u64) -> u64 {
    x.wrapping_mul(0x2b84_61d3)
}
#[interface]
pub static LEVEL: u64;

// Behind a pointer.
#[interface(pub Disk)]
pub trait DiskApi: Sized {
    fn get(&self, x: u64) -> u64;
    fn next(self) -> Self;
    fn join(self, other: Self) -> Self;
}

// Inline.
#[interface(pub Counter)]
pub trait CounterApi: Sized {
    fn count(&self) -> u64;
}
