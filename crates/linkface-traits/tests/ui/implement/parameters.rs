//! Another number of them, and another type.

mod log {
    #[linkface::interface(pub Log)]
    pub trait Logger {
        fn log(line: &str, level: u8);
    }
    #[linkface::interface(pub AnyClock)]
    pub trait Clock {
        fn tick(count: u32) -> u32;
    }
}

linkface_traits::implement!(log::Logger = |line| println!("{line}"));
linkface_traits::implement!(log::Clock = |count: u64| count);

fn main() {}
