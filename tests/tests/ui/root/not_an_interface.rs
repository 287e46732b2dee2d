//! Only items can be announced as foreign.

linkface::link!(extern ui_facade::ordinary);

fn main() {}
