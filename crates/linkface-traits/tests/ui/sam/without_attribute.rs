//! Traits without `#[sam]`: rustc knows what can be imported.

use linkface_traits::sam;

pub trait Plain<T> {
    fn run(&self, t: T);
}

fn main() {
    let _ = sam!(impl Plain |t| ());
    let _ = sam!(impl Iterator || Some(1));
    let _ = sam!(impl Iterator { type Item; fn next(&mut self) -> Option<u8>; } || Some(1));
}
