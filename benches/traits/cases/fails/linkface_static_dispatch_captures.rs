//! A generic method whose bound is no object, with the types of captured variables inferred.

use linkface_traits::attr::sam;

#[sam]
trait Repeat {
    fn run<T: Clone>(&self, value: T) -> Vec<T>;
}

fn main() {
    let times = 2;
    let repeat = Repeat(|x| vec![x; times]);
    drop(repeat);
}
