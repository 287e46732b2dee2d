//! What `sam!` can't read.

use linkface_traits::attr;
use linkface_traits::sam;

#[attr::sam]
pub trait Callback {
    fn run(&self, n: usize) -> usize;
}

fn main() {
    sam!();
    sam!(impl);
    sam!(|n| n);
    sam!(impl |n| n);
    sam!(impl Callback);
    sam!(impl Callback [k: &usize]);
    sam!(impl Callback + Send |n| n);
    sam!(impl Callback |n| n; 5);
    sam!(impl Callback [&k] |n| n);
    sam!(impl Callback [move] |n| n);
    sam!(impl Callback for);
    sam!(impl Callback { fn run(&self) } |n| n);
    sam!(impl Fn(u8) -> u8 [k: u8] |n| n);
    sam!(5);
}
