//! A closure is one function.

mod log {
    #[linkface::interface(pub Log)]
    pub trait Logger {
        fn log(line: &str);
        fn flush();
    }
}

linkface_traits::implement!(log::Logger = |line| println!("{line}"));

fn main() {}
