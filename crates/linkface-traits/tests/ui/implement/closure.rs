//! What a closure can have and a method can't.

mod log {
    #[linkface::interface(pub Log)]
    pub trait Logger {
        fn log(line: &str) -> usize;
    }
    #[linkface::interface(pub AnyClock)]
    pub trait Clock {
        fn tick(&self, count: u32) -> u32;
    }
}

linkface_traits::implement!(log::Logger = async |line| line.len());
linkface_traits::implement!(log::Logger = for<'a> |line: &'a str| line.len());
linkface_traits::implement!(log::Clock = |self| 3);

fn main() {}
