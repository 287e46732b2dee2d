//! The program: chooses its console by depending on it and linking it.

linkface::link!();

fn main() {
    greeting::greet("world");
}
