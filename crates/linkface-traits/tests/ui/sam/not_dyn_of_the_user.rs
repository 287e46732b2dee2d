//! A bound that turns out not to be dyn-compatible: rustc's own words, on the bound.

use linkface_traits::attr::sam;

pub trait Merge {
    fn merge(&self, other: &Self);
}

#[sam]
pub trait Callback {
    fn run(&self, value: impl Merge) -> usize;
}

fn main() {}
