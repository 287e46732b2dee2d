//! The ways to build.

/// A Cargo profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// `cargo build --release`: no optimisation across crates.
    Release,
    /// With thin LTO.
    Thin,
    /// With fat LTO.
    Fat,
}

impl Profile {
    pub(crate) const ALL: [Self; 3] = [Self::Release, Self::Thin, Self::Fat];

    /// What Cargo calls it, which is its folder's name, too.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Thin => "thin",
            Self::Fat => "fat",
        }
    }

    /// Its name in tables.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Release => "release, no LTO",
            Self::Thin => "thin LTO",
            Self::Fat => "fat LTO",
        }
    }
}
