//! A path, where a closure should be.

mod log {
    #[linkface::interface(pub AnyClock)]
    pub trait Clock {
        fn tick(count: u32) -> u32;
    }
}

fn tick(count: u32) -> u32 {
    count
}

linkface_traits::implement!(log::Clock = tick);
linkface_traits::implement!(log::Clock => |count| count);
linkface_traits::implement!();

fn main() {}
