//! Impls by mode.

use linkface_traits::attr::mode;

/// Makes a text.
pub trait Stringer {
    /// Of which kind.
    const KIND: u8;
    /// The text.
    fn string(&self) -> String;
}

/// Found without the trait.
pub struct Inside(
    /// A part of the text.
    pub u8,
);
#[mode(internal)]
impl Stringer for Inside {
    const KIND: u8 = 1;
    /// Docs go along.
    fn string(&self) -> String {
        format!("inside {}", self.0)
    }
}

/// Found by the trait's name only.
pub struct Outside<T>(
    /// A part of the text.
    pub T,
);
#[mode(external)]
impl<T: core::fmt::Debug> Stringer for Outside<T> {
    const KIND: u8 = 2;
    fn string(&self) -> String {
        format!("outside {:?}", self.0)
    }
}
