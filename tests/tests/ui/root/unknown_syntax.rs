//! What `link!` takes.

linkface::link!(provider = ui_facade);
linkface::link!(3);
linkface::link!(extern);

fn main() {}
