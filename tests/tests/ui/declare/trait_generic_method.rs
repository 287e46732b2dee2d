//! A generic method stays in the façade, so it needs a body.

use linkface::interface;

#[interface(pub Console)]
pub trait ConsoleApi: Sized {
    fn write<T: AsRef<[u8]>>(&self, bytes: T);
}

fn main() {}
