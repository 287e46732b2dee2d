//! A closure is a trait of another crate.

fn main() {
    let n = 0;
    let numbers = generic_closure::closure!(
        mut n: i32,
        Iterator(&mut self) -> Option<i32> {
            *n += 1;
            (*n < 4).then_some(*n)
        }
    );
    assert_eq!(numbers.sum::<i32>(), 6);
}
