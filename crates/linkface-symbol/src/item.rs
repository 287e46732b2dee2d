//! What a symbol is about.

use crate::Compat;
use std::borrow::Cow;
use std::fmt;

/// A declared item: what a symbol is about.
///
/// [`Item::new`] writes names as symbols hold them. Fields set by hand may hold `-` or `r#`:
/// symbols come out the same, but [`decode`](crate::decode) gives back the plain form.
///
/// ```
/// use linkface_symbol::{Compat, Item};
///
/// let item = Item::new("my-console", Compat::of("0.4.7")?, ["raw", "r#type"], 7);
/// assert_eq!(item.package, "my_console");
/// assert_eq!(item.path, ["raw", "type"]);
/// assert_eq!(item.to_string(), "my_console::raw::type");
/// # Ok::<(), linkface_symbol::CompatError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    /// The façade's package, spelled as a crate name: `_` for `-`.
    pub package: String,
    /// The versions of the façade that share the symbol.
    pub version: Compat,
    /// Modules as far as they are known, then the item, then the method if the item is a trait. No
    /// `r#`.
    pub path: Vec<String>,
    /// What else makes the item unique: its signature, say. See [`hash`](crate::hash()).
    pub hash: u64,
}

impl Item {
    /// An item of `package` (as in `Cargo.toml`, or the crate name) at `path` (identifiers, raw or
    /// not).
    pub fn new<P>(package: &str, version: Compat, path: P, hash: u64) -> Self
    where
        P: IntoIterator<Item: AsRef<str>>,
    {
        let path = path
            .into_iter()
            .map(|name| plain(name.as_ref()).to_owned())
            .collect();
        Self {
            package: crate_name(package).into_owned(),
            version,
            path,
            hash,
        }
    }

    /// The package as a crate name, whatever way the field was set.
    pub(crate) fn crate_name(&self) -> Cow<'_, str> {
        crate_name(&self.package)
    }

    /// The path without `r#`, whatever way the field was set.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.path.iter().map(|name| plain(name))
    }
}

impl fmt::Display for Item {
    /// Writes the path as Rust does: `console::write`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.crate_name())?;
        self.names().try_for_each(|name| write!(f, "::{name}"))
    }
}

fn crate_name(package: &str) -> Cow<'_, str> {
    if package.contains('-') {
        package.replace('-', "_").into()
    } else {
        package.into()
    }
}

fn plain(name: &str) -> &str {
    // `r#` twice is no identifier, but then the second must not be left for the next reader to
    // strip.
    name.trim_start_matches("r#")
}
