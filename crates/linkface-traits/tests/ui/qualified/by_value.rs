use linkface_traits::q;

trait Stringer {
    fn string(&self) -> String;
    fn pad(&self, by: usize, with: &str) -> String;
}

impl Stringer for i32 {
    fn string(&self) -> String {
        self.to_string()
    }
    fn pad(&self, by: usize, with: &str) -> String {
        format!("{}{self}", with.repeat(by))
    }
}

use std::rc::Rc;

trait Take {
    fn take(self);
    fn shared(self: Rc<Self>);
}

struct Owned;

impl Take for Owned {
    fn take(self) {}
    fn shared(self: Rc<Self>) {}
}

fn main() {
    let rc = Rc::new(Owned);
    q!(rc.Take::take());
    let owned = &Owned;
    q!(owned.Take::take());
    q!(owned.Take::shared());
}
