//! The interface; a function is a method without a receiver.

use extern_trait::extern_trait;

/// A trait.
#[extern_trait(
    /// Stands for the implementor.
    pub Node
)]
pub trait NodeApi {
    /// A function.
    fn step(x: u64) -> u64;
    /// Makes one.
    fn new(x: u64) -> Self;
    /// Reads from one.
    fn get(&self, x: u64) -> u64;
    /// Passes one through.
    fn next(self) -> Self;
    /// Consumes one.
    fn finish(self) -> u64;
}
