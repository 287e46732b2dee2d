//! The object has fields, and methods of its own.

use anonymous_trait::anonymous_trait;

trait Step {
    fn step(&mut self) -> u8;
}

fn main() {
    #[anonymous_trait(let mut steps = 0)]
    impl Step for u8 {
        fn step(&mut self) -> u8 {
            *self += 1;
            *self
        }
        fn steps(&self) -> u8 {
            *self
        }
    }
    steps.step();
    assert_eq!(steps.steps(), 1);
}
