//! One `link!` per root.
linkface::link!();
linkface::link!();

fn main() {}
