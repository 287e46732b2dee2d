//! Not meant to build: two providers.

linkface::link!();

fn main() {
    println!("{}", mailbox::post(1));
}
