//! The object holds a state, whose type is written.

use anonymous_trait::anonymous_trait;

trait Source {
    fn get(&mut self) -> Option<i32>;
}

fn main() {
    let list = vec![1, 2, 3];

    #[anonymous_trait(let mut source = list.clone())]
    impl Source for Vec<i32> {
        fn get(&mut self) -> Option<i32> {
            self.pop()
        }
    }
    assert_eq!(source.get(), Some(3));
}
