//! The trait has a blanket impl besides.

generic_closure::closure_trait!(Callback(value: u8) -> u8);

trait Base {
    fn base(&self) -> u8;
}

impl<T: Base> Callback for T {
    fn call(&self, value: u8) -> u8 {
        self.base() + value
    }
}

fn main() {
    let callback = generic_closure::closure!(Callback(x: u8) -> u8 { x + 1 });
    assert_eq!(callback.call(3), 4);
}
