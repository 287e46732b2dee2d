//! A trait that is no interface and tells nothing.

mod log {
    pub trait Clock {
        fn tick(count: u32) -> u32;
    }
}

linkface_traits::implement!(log::Clock = |count| count);

fn main() {}
