//! Calls that name their trait.

use linkface_traits::q;

/// Something long.
pub trait Len {
    /// How long, and more.
    fn len(&self, more: usize) -> usize;
}

/// The receiver is asked for.
pub fn probed<T: Len>(it: &T) -> usize {
    q!(it.Len::len(1)) + 1
}

/// What std's methods take is known.
pub fn known(it: &mut core::slice::Iter<'_, u8>) -> Option<u8> {
    q!(it.core::iter::Iterator::next()).copied()
}
