//! `--features`, `--all-features`, `--no-default-features`.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// The features that a build asks for, of the packages that it selects.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Features {
    /// `--all-features`
    pub all: bool,
    /// `--no-default-features`
    pub no_default: bool,
    /// `--features`: a selected package's own (`simd`), or a certain member's (`app/simd`).
    pub named: BTreeSet<String>,
}

impl fmt::Display for Features {
    /// What a [`Configuration`](crate::resolution::Configuration) calls them: as on the command line,
    /// or "default features".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut flags = Vec::new();
        if self.all {
            flags.push("--all-features".to_owned());
        }
        if self.no_default && !self.all {
            flags.push("--no-default-features".to_owned());
        }
        if !self.named.is_empty() && !self.all {
            let named: Vec<_> = self.named.iter().map(String::as_str).collect();
            flags.push(format!("--features {}", named.join(",")));
        }
        if flags.is_empty() {
            f.write_str("default features")
        } else {
            f.write_str(&flags.join(" "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Features;

    #[track_caller]
    fn check(all: bool, no_default: bool, named: &[&str], expected: &str) {
        let features = Features {
            all,
            no_default,
            named: named.iter().map(ToString::to_string).collect(),
        };
        assert_eq!(features.to_string(), expected);
    }

    #[test]
    fn they_are_called_as_on_the_command_line() {
        check(false, false, &[], "default features");
        check(false, true, &[], "--no-default-features");
        check(
            false,
            true,
            &["b", "a"],
            "--no-default-features --features a,b",
        );
        // `--all-features` has all of the others.
        check(true, true, &["a"], "--all-features");
    }
}
