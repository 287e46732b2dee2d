//! No such crate.

linkface::link!(nobody);

fn main() {}
