//! Which builds an item is in.

use super::cursor::{Cursor, split_commas};
use proc_macro2::{Delimiter, TokenTree};
use std::collections::BTreeSet;
use std::error::Error;
use std::fmt;

/// What `#[cfg(…)]` is decided by. A name that isn't set is false.
///
/// ```
/// use linkface_graph::scan::Cfg;
///
/// // What `rustc --print cfg` prints.
/// let cfg = Cfg::from_rustc("unix\ntarget_os=\"linux\"\n")?.feature("simd").tests(true);
/// # Ok::<(), linkface_graph::scan::CfgError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cfg {
    /// `unix`, and `target_os` with its value.
    set: BTreeSet<(String, Option<String>)>,
    tests: bool,
    linkface: BTreeSet<String>,
}

impl Cfg {
    /// Reads what `rustc --print cfg` prints, for a target if it was given one.
    ///
    /// # Errors
    ///
    /// When a line is neither `name` nor `name="value"`.
    pub fn from_rustc(text: &str) -> Result<Self, CfgError> {
        let mut cfg = Self::default();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (name, value) = match line.split_once('=') {
                None => (line, None),
                Some((name, quoted)) => {
                    let value = quoted.strip_prefix('"').and_then(|v| v.strip_suffix('"'));
                    let value = value.ok_or_else(|| CfgError(line.to_owned()))?;
                    (name, Some(value.to_owned()))
                }
            };
            let is_name = |c: char| c == '_' || c.is_alphanumeric();
            if name.is_empty() || !name.chars().all(is_name) {
                return Err(CfgError(line.to_owned()));
            }
            cfg.set.insert((name.to_owned(), value));
        }
        // Tests are asked for by `tests`, or the ordinary build could not be told apart.
        cfg.set.remove(&("test".to_owned(), None));
        Ok(cfg)
    }

    /// With a feature of the crate's package.
    #[must_use]
    pub fn feature(mut self, name: &str) -> Self {
        self.set
            .insert(("feature".to_owned(), Some(name.to_owned())));
        self
    }

    /// Whether to read what is under `#[cfg(test)]`, too.
    #[must_use]
    pub fn tests(mut self, tests: bool) -> Self {
        self.tests = tests;
        self
    }

    /// What the crate calls its dependency on linkface, besides `linkface`.
    #[must_use]
    pub fn linkface(mut self, name: &str) -> Self {
        self.linkface.insert(name.to_owned());
        self
    }

    pub(super) fn is_linkface(&self, name: &str) -> bool {
        name == "linkface" || self.linkface.contains(name)
    }

    /// The builds that are looked at.
    pub(super) fn builds(&self) -> Builds {
        Builds {
            ordinary: true,
            test: self.tests,
        }
    }

    /// The builds in which a predicate holds; none for what is no predicate.
    pub(super) fn holds(&self, predicate: &[TokenTree]) -> Builds {
        let mut cursor = Cursor::new(predicate);
        let Some(name) = cursor.path_name() else {
            return Builds::NONE;
        };
        if let Some(group) = cursor.group(Delimiter::Parenthesis) {
            let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
            let mut of = split_commas(&tokens).map(|inner| self.holds(inner));
            return match name.as_str() {
                "all" => of.fold(Builds::ALL, Builds::and),
                "any" => of.fold(Builds::NONE, Builds::or),
                "not" => of.next().map_or(Builds::NONE, Builds::not),
                _ => Builds::NONE,
            };
        }
        let value = cursor.eat('=').then(|| cursor.string().unwrap_or_default());
        match (name.as_str(), &value) {
            ("true", None) => return Builds::ALL,
            ("false", None) => return Builds::NONE,
            ("test", None) => {
                return Builds {
                    ordinary: false,
                    test: true,
                };
            }
            _ => {}
        }
        if self.set.contains(&(name, value)) {
            Builds::ALL
        } else {
            Builds::NONE
        }
    }
}

/// The builds of one crate that something is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Builds {
    /// Of a library or program.
    ordinary: bool,
    /// Of its unit tests.
    test: bool,
}

impl Builds {
    pub(super) const ALL: Self = Self {
        ordinary: true,
        test: true,
    };
    pub(super) const NONE: Self = Self {
        ordinary: false,
        test: false,
    };

    pub(super) fn and(self, other: Self) -> Self {
        Self {
            ordinary: self.ordinary && other.ordinary,
            test: self.test && other.test,
        }
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self {
            ordinary: self.ordinary || other.ordinary,
            test: self.test || other.test,
        }
    }

    pub(super) fn not(self) -> Self {
        Self {
            ordinary: !self.ordinary,
            test: !self.test,
        }
    }

    pub(super) fn is_none(self) -> bool {
        self == Self::NONE
    }

    pub(super) fn only_in_tests(self) -> bool {
        self.test && !self.ordinary
    }
}

/// A line that `rustc --print cfg` doesn't print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CfgError(String);

impl fmt::Display for CfgError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is not a line of `rustc --print cfg`: expected `name` or `name=\"value\"`",
            self.0
        )
    }
}

impl Error for CfgError {}
