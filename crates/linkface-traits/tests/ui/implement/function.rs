//! Functions are implemented by functions.

mod console {
    #[linkface::interface]
    pub fn write(bytes: &[u8]) -> usize;
    #[linkface::interface]
    pub fn beep();
}

linkface_traits::implement!(console::write = |bytes| bytes.len());
linkface_traits::implement!(console::beep = || ());

fn main() {}
