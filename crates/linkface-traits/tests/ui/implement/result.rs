//! The closure gives something else.

mod log {
    #[linkface::interface(pub AnyClock)]
    pub trait Clock {
        fn tick(count: u32) -> u32;
    }
}

linkface_traits::implement!(log::Clock = |count| count.to_string());

fn main() {}
