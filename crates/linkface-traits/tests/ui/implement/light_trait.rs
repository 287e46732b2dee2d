//! A trait that is no interface.

mod log {
    #[linkface_traits::attr::sam]
    pub trait Single {
        fn tick(&self, count: u32) -> u32;
    }
}

linkface_traits::implement!(log::Single = |count| count);

fn main() {}
