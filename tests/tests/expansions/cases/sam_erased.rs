//! A closure for a trait with a generic method.

use linkface_traits::attr::*;
use linkface_traits::sam;

/// Something long.
pub trait Len {
    /// How long.
    fn len(&self) -> usize;
}

/// Takes whatever is long.
#[sam]
pub trait Callback {
    /// Takes it.
    fn run(&self, value: impl Len) -> usize;
}

/// The argument is erased.
pub fn erased(k: usize) -> impl Callback {
    Callback(move |value| value.len() * k)
}

/// It is not: the types of captures are written.
pub fn annotated(k: &usize) -> impl Callback {
    sam!(impl Callback [k: &usize] |value: impl Len| -> usize { value.len() * *k })
}

/// It is not: a closure within holds the captures.
pub fn helper(k: usize) -> impl Callback {
    sam!(impl Callback [times = move |n: usize| -> usize { n * k }] |value: impl Len| -> usize {
        times(value.len())
    })
}
