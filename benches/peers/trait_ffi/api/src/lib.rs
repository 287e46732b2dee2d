//! The interface.

/// A namespace trait, with a calling function for each of its own.
#[trait_ffi::def_extern_trait(gen_caller)]
pub trait Api {
    /// A function.
    fn step(x: u64) -> u64;
}
