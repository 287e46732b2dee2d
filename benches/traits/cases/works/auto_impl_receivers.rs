//! The method takes `self` or `&mut self`, and the closure gives away or changes what it captured.

use auto_impl::auto_impl;

#[auto_impl(FnMut)]
trait Count {
    fn step(&mut self) -> u8;
}

#[auto_impl(FnOnce)]
trait Finish {
    fn finish(self) -> String;
}

fn main() {
    let mut n = 0;
    let mut count = move || {
        n += 1;
        n
    };
    count.step();
    assert_eq!(count.step(), 2);

    let text = String::from("a");
    assert_eq!((move || text).finish(), "a");
}
