//! The trait has a blanket impl besides.

#[auto_impl::auto_impl(Fn)]
trait Callback {
    fn run(&self, value: u8) -> u8;
}

trait Base {
    fn base(&self) -> u8;
}

impl<T: Base> Callback for T {
    fn run(&self, value: u8) -> u8 {
        self.base() + value
    }
}

fn main() {}
