//! The method takes `self` or `&mut self`, and the closure gives away or changes what it captured.

use functional_trait::functional_trait;

#[functional_trait]
trait Count {
    fn count(&mut self) -> u8;
}

#[functional_trait]
trait Finish {
    fn finish(self) -> String;
}

fn main() {
    let mut n = 0;
    let mut count = move || {
        n += 1;
        n
    };
    Count::count(&mut count);
    assert_eq!(Count::count(&mut count), 2);

    let text = String::from("a");
    assert_eq!((move || text).finish(), "a");
}
