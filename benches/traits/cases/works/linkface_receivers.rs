//! The method takes `self` or `&mut self`, and the closure gives away or changes what it captured.

use linkface_traits::attr::sam;

#[sam]
trait Count {
    fn count(&mut self) -> u8;
}

#[sam]
trait Finish {
    fn finish(self) -> String;
}

fn main() {
    let mut n = 0;
    let mut count = Count(move || {
        n += 1;
        n
    });
    count.count();
    assert_eq!(count.count(), 2);

    let text = String::from("a");
    assert_eq!(Finish(move || text).finish(), "a");
}
