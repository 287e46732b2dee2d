//! Calls of certain traits' methods stand in a chain, with arguments for the trait and the method.

use linkface_traits::q;

fn main() {
    let words = ["a", "b"];
    let sum: u64 = q!(words.iter().Iterator::map(|word| word.len() as u32).Iterator::sum::<u32>().Into::<u64>::into());
    assert_eq!(sum, 2);
}
