//! Not meant to build: the façade is here, and no provider of it.

linkface::link!();

fn main() {
    println!("{}", mailbox::post(1));
}
