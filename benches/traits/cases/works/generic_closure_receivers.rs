//! The method takes `self` or `&mut self`, and the closure gives away or changes what it captured.

use generic_closure::{closure, closure_trait};

closure_trait!(Count(&mut self) -> u8);
closure_trait!(Finish(self) -> String);

fn main() {
    let n = 0;
    let mut count = closure!(mut n: u8, Count(&mut self) -> u8 { *n += 1; *n });
    count.call_mut();
    assert_eq!(count.call_mut(), 2);

    let text = String::from("a");
    assert_eq!(
        closure!(text: String, Finish(self) -> String { text }).call_once(),
        "a"
    );
}
