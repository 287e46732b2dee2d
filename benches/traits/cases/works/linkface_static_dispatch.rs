//! A generic method whose bound is no object, with the types of captured variables written.

use linkface_traits::{attr::*, sam};

#[sam]
trait Repeat {
    fn run<T: Clone>(&self, value: T) -> Vec<T>;
}

fn main() {
    let times = 2;
    let repeat = sam!(impl Repeat [times: usize] |x: impl Clone| vec![x; times]);
    assert_eq!(repeat.run('a'), ['a', 'a']);
}
