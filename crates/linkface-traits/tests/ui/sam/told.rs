//! Traits that don't tell how they are declared, or tell what a closure can't be.

use linkface_traits::sam;

pub trait Plain<T> {
    fn run(&self, t: T);
}

pub trait Two {
    fn one(&self);
    fn two(&self);
}

// As other attributes write it.
macro_rules! Two {
    (@trait [$($to:tt)*] $($rest:tt)*) => {
        $($to)*! { { trait Two { fn one(&self); fn two(&self); } } $($rest)* }
    };
}

fn main() {
    let _ = sam!(impl Plain<u8> |t| ());
    let _ = sam!(impl Two [] || ());
    let _ = sam!(impl Iterator { fn next() -> u8; } || Some(1));
    let _ = sam!(impl Extend<u8> {
        fn extend<T: IntoIterator<Item = u8> + Clone>(&mut self, iter: T);
    } |items| ());
}
