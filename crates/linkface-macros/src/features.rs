//! What the `linkface` has through which a macro is called.
//!
//! `cfg!(feature = "std")` in here would say something else: Cargo compiles a macro once, with the
//! features that programs and their build scripts want together, and a library for each of the two. With
//! a build dependency that enables `std`, expansions in a program without it would name what its
//! `linkface` hasn't got. So this crate has no features. A macro that depends on `linkface`'s is here
//! once for each set of them, and `linkface` re-exports the one for its own.

/// The features of `linkface`.
#[derive(Clone, Copy, Default)]
pub(crate) enum Features {
    #[default]
    None,
    Alloc,
    /// `std`, and `alloc` with it.
    Std,
}

impl Features {
    pub(crate) const fn has_alloc(self) -> bool {
        matches!(self, Self::Alloc | Self::Std)
    }

    pub(crate) const fn has_std(self) -> bool {
        matches!(self, Self::Std)
    }
}
