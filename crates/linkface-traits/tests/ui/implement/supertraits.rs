//! What the interface demands of its implementor.

mod log {
    #[linkface::interface(pub AnyLevel)]
    pub trait Level: Copy + core::fmt::Display {
        fn level(&self) -> u8;
    }
    #[linkface::interface(pub AnyRaw)]
    pub unsafe trait Raw {
        fn read() -> u8;
    }
}

linkface_traits::implement!(log::Level = || 3);
linkface_traits::implement!(log::Raw = || 3);

fn main() {}
