//! What cannot cross as `&mut dyn`.

use linkface::interface;

pub trait NotDyn {
    fn generic<T>(&self, value: T);
}

#[interface]
pub fn take(value: impl NotDyn) -> u32;

fn main() {}
