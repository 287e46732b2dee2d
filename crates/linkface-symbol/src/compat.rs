//! The versions that share a symbol.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

/// A set of semver-compatible versions, as Cargo sees them: one program holds at most one version
/// of each set.
///
/// It is the left-most nonzero number of a version and all numbers before it. A symbol carries this
/// and not the full version, so that a façade's patch release still meets the providers of the
/// release before, while `log` 0.4 and `log` 0.5 coexist. Pre-release and build tags are ignored.
///
/// ```
/// use linkface_symbol::Compat;
///
/// assert_eq!(Compat::of("1.2.3")?.to_string(), "1");
/// assert_eq!(Compat::of("0.4.7-rc.1")?.to_string(), "0.4");
/// assert_eq!(Compat::of("0.0.3")?.to_string(), "0.0.3");
/// assert_eq!(Compat::of("0.4.7")?, "0.4".parse()?);
/// # Ok::<(), linkface_symbol::CompatError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Compat(Set);

// In the order of the versions they hold, for `Ord`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Set {
    /// `0.0.n`
    Patch(u64),
    /// `0.n`, never 0
    Minor(u64),
    /// `n`, never 0
    Major(u64),
}

impl Compat {
    /// The set that `version` is in.
    ///
    /// Numbers that don't matter may be left out (`1`, `0.4`), so that what
    /// [`Display`](fmt::Display) writes can be read back.
    ///
    /// # Errors
    ///
    /// When `version` isn't one to three numbers as semver writes them, or when too few are given
    /// to tell: `0` and `0.0` hold many incompatible versions.
    pub fn of(version: &str) -> Result<Self, CompatError> {
        let refuse = |reason| CompatError {
            version: version.to_owned(),
            reason,
        };
        let numbers = version.split(['-', '+']).next().unwrap_or_default();
        let numbers = numbers.split('.').map(number).collect::<Option<Vec<u64>>>();
        let numbers = numbers.ok_or_else(|| refuse("is not a version: write it like `1.2.3`"))?;
        match numbers[..] {
            [_, _, _, _, ..] => Err(refuse("has more than three numbers")),
            [0, 0, patch] => Ok(Self(Set::Patch(patch))),
            [0] | [0, 0] => Err(refuse(
                "holds incompatible versions: write it in full, like `0.0.3`",
            )),
            [0, minor, ..] => Ok(Self(Set::Minor(minor))),
            [major, ..] => Ok(Self(Set::Major(major))),
            [] => Err(refuse("is empty")),
        }
    }
}

/// Reads a number as semver writes it: no sign, no leading zero.
fn number(text: &str) -> Option<u64> {
    let plain =
        text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    if plain { text.parse().ok() } else { None }
}

impl fmt::Display for Compat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Set::Patch(patch) => write!(f, "0.0.{patch}"),
            Set::Minor(minor) => write!(f, "0.{minor}"),
            Set::Major(major) => write!(f, "{major}"),
        }
    }
}

impl FromStr for Compat {
    type Err = CompatError;

    /// The same as [`Compat::of`].
    fn from_str(version: &str) -> Result<Self, CompatError> {
        Self::of(version)
    }
}

/// Why a text has no [`Compat`].
///
/// ```
/// let error = linkface_symbol::Compat::of("0.0").unwrap_err();
/// assert_eq!(error.to_string(), "`0.0` holds incompatible versions: write it in full, like `0.0.3`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompatError {
    version: String,
    reason: &'static str,
}

impl fmt::Display for CompatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.version, self.reason)
    }
}

impl Error for CompatError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_leftmost_nonzero_number_decides() {
        for (version, set) in [
            ("1.2.3", "1"),
            ("12", "12"),
            ("1.0", "1"),
            ("1.0.0-alpha.1+build.5", "1"),
            ("0.4.7", "0.4"),
            ("0.4", "0.4"),
            ("0.10.0+20130313", "0.10"),
            ("0.0.3", "0.0.3"),
            ("0.0.0", "0.0.0"),
            ("18446744073709551615.0.0", "18446744073709551615"),
        ] {
            let compat = Compat::of(version).unwrap();
            assert_eq!(compat.to_string(), set);
            assert_eq!(set.parse(), Ok(compat), "what is written can be read back");
        }
    }

    #[test]
    fn what_is_no_version_is_refused() {
        let bad = [
            "", "0", "0.0", "01.2", "1.", ".1", "1..2", "+1", "-1", "a", "1.2.3.4", "1.x", "٣",
            "1 ",
        ];
        for version in bad.into_iter().chain(["18446744073709551616"]) {
            assert!(Compat::of(version).is_err(), "{version}");
        }
    }

    #[test]
    fn sets_are_ordered_as_their_versions_are() {
        let sets =
            ["0.0.0", "0.0.9", "0.1", "0.10", "1", "2"].map(|version| Compat::of(version).unwrap());
        assert!(sets.is_sorted());
    }
}
