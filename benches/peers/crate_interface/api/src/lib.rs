//! The interface.

/// A namespace trait, with a calling function for each of its own.
#[crate_interface::def_interface(gen_caller)]
pub trait Api {
    /// A function.
    fn step(x: u64) -> u64;
}
