//! Two draws of one seed are the same: each thread begins with seed 0, and so does its `rand::rng()`.

use std::thread;

// The backend, and the provider that it leads to. Nothing else names them.
use entropy_getrandom as _;
use entropy_seeded as _;

fn main() {
    let [one, other] = [(); 2].map(|()| thread::spawn(lottery::draw).join());
    println!(
        "two draws of one seed are the same: {}",
        one.ok() == other.ok()
    );
}
