//! `self` and `Self` in closures with named captures, which are methods of a type of their own.

use linkface_traits::{attr, sam};
use std::fmt::Debug;

#[attr::sam]
pub trait Callback {
    fn run(&self, value: impl Debug) -> usize;
}

struct Counter(usize);

impl Counter {
    fn by_self(&self) -> usize {
        sam!(impl Callback [] |_x: impl Debug| -> usize { self.0 }).run(1)
    }

    fn in_a_macro(&self) -> usize {
        sam!(impl Callback [] |_x: impl Debug| -> usize { format!("{}", self.0).len() }).run(1)
    }

    fn by_type(&self) -> usize {
        // This would be the size of the closure.
        sam!(impl Callback [] |_x: impl Debug| -> usize { size_of::<Self>() }).run(1)
    }

    fn in_a_capture(&self) -> usize {
        sam!(impl Callback [this: &Self = self] |_x: impl Debug| -> usize { this.0 }).run(1)
    }
}

fn main() {}
