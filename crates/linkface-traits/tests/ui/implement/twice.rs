//! Two of one interface.

mod log {
    #[linkface::interface(pub AnyClock)]
    pub trait Clock {
        fn tick(count: u32) -> u32;
    }
}

linkface_traits::implement!(log::Clock = |count| count);
linkface_traits::implement!(log::Clock = |count| count + 1);

fn main() {}
