//! A library on the real `rand`. Neither has heard of the façade.

/// Six of 49 numbers.
#[must_use]
pub fn draw() -> Vec<usize> {
    let drawn = rand::seq::index::sample(&mut rand::rng(), 49, 6);
    let mut numbers: Vec<usize> = drawn.into_iter().map(|index| index + 1).collect();
    numbers.sort_unstable();
    numbers
}
