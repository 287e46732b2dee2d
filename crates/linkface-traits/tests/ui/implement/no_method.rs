//! Nothing is left to implement.

mod log {
    #[linkface::interface(pub Log)]
    pub trait Logger {
        fn log(line: &str) {
            println!("{line}");
        }
    }
}

linkface_traits::implement!(log::Logger = |line| println!("{line}"));

fn main() {}
