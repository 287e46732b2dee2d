//! A call's `unsafe` block vouches for the call only.

use linkface_traits::attr::delegatable;
use linkface_traits::delegate;

#[delegatable]
trait Read {
    unsafe fn read(&self) -> u8;
}
impl Read for u8 {
    unsafe fn read(&self) -> u8 {
        *self
    }
}

struct Pointer(*const u8);
delegate! {
    impl Read for Pointer {
        use (*self.0).*;
    }
}

fn main() {}
