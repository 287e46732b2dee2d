//! How a case is compiled.

use std::env;

/// A Cargo profile. All but the first two are defined in every case's workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// `cargo build`
    Debug,
    /// `cargo build --release`
    Release,
    /// Release with thin LTO over all crates.
    Thin,
    /// Release with fat LTO.
    Fat,
    /// Debug in one codegen unit: the default's body sits beside its callers.
    DebugOneUnit,
    /// Release in one codegen unit.
    ReleaseOneUnit,
    /// Release, incrementally: many more codegen units.
    ReleaseIncremental,
}

impl Profile {
    /// The four that people use.
    pub const USUAL: &[Self] = &[Self::Debug, Self::Release, Self::Thin, Self::Fat];
    /// All.
    pub const ALL: &[Self] = &[
        Self::Debug,
        Self::Release,
        Self::Thin,
        Self::Fat,
        Self::DebugOneUnit,
        Self::ReleaseOneUnit,
        Self::ReleaseIncremental,
    ];

    /// The profiles to test: `usual`, or what the variable `LINKFACE_MATRIX` says, which is `full`
    /// for all of `all`, or names with commas between.
    #[must_use]
    pub fn chosen(usual: &[Self], all: &[Self]) -> Vec<Self> {
        let Ok(choice) = env::var("LINKFACE_MATRIX") else {
            return usual.to_vec();
        };
        if choice == "full" {
            return all.to_vec();
        }
        let named = |name| {
            Self::ALL
                .iter()
                .copied()
                .find(|profile| profile.name() == name)
        };
        choice
            .split(',')
            .map(|name| {
                named(name).unwrap_or_else(|| panic!("LINKFACE_MATRIX: no profile `{name}`"))
            })
            .collect()
    }

    /// What Cargo's `--profile` takes.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Debug => "dev",
            Self::Release => "release",
            Self::Thin => "thin",
            Self::Fat => "fat",
            Self::DebugOneUnit => "dev-one-unit",
            Self::ReleaseOneUnit => "release-one-unit",
            Self::ReleaseIncremental => "release-incremental",
        }
    }

    /// The folder that Cargo puts its artifacts in.
    #[must_use]
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            other => other.name(),
        }
    }

    /// Whether crates are optimised together.
    #[must_use]
    pub const fn is_lto(self) -> bool {
        matches!(self, Self::Thin | Self::Fat)
    }

    /// Its definition, for a workspace's manifest.
    pub(crate) const fn definition(self) -> &'static str {
        match self {
            Self::Debug | Self::Release => "",
            Self::Thin => "[profile.thin]\ninherits = 'release'\nlto = 'thin'\n",
            Self::Fat => "[profile.fat]\ninherits = 'release'\nlto = 'fat'\n",
            Self::DebugOneUnit => {
                "[profile.dev-one-unit]\ninherits = 'dev'\ncodegen-units = 1\nincremental = false\n"
            }
            Self::ReleaseOneUnit => {
                "[profile.release-one-unit]\ninherits = 'release'\ncodegen-units = 1\n"
            }
            Self::ReleaseIncremental => {
                "[profile.release-incremental]\ninherits = 'release'\nincremental = true\n"
            }
        }
    }
}
