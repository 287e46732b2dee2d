//! A closure for a trait without generic methods.

use linkface_traits::attr::sam;

/// Compares.
#[sam]
pub trait Compare<T>: Send {
    /// Of a comparison.
    type Out;
    /// Compares two.
    fn compare(&self, one: &T, other: &T) -> Option<Self::Out>;
    /// Something that has a default.
    fn name(&self) -> &'static str {
        "compare"
    }
}

/// Bigger?
pub fn bigger() -> impl Compare<u8, Out = bool> {
    Compare(|one: &u8, other: &u8| Some(one > other))
}
