//! The version of the feature resolver: what `cargo metadata` does not say.

use guppy::graph::cargo::CargoResolverVersion;
use std::fmt;
use toml_edit::{DocumentMut, TomlError};

/// Reads the version of the resolver from the text of the workspace's `Cargo.toml`: `resolver`, or
/// what follows from the edition of the package in it, or 1, as Cargo has it.
///
/// ```
/// use guppy::graph::cargo::CargoResolverVersion;
/// use linkface_graph::packages::resolver::read;
///
/// assert_eq!(read("[workspace]\nresolver = '2'").unwrap(), CargoResolverVersion::V2);
/// assert_eq!(read("[package]\nedition = '2024'").unwrap(), CargoResolverVersion::V3);
/// assert_eq!(read("[workspace]").unwrap(), CargoResolverVersion::V1);
/// ```
///
/// # Errors
///
/// If it is not TOML, or asks for a resolver or an edition that isn't known.
pub fn read(manifest: &str) -> Result<CargoResolverVersion, ResolverError> {
    let manifest: DocumentMut = manifest.parse().map_err(ResolverError::Toml)?;
    let text = |path: &[&str]| {
        let mut item = manifest.as_item();
        for key in path {
            item = item.get(key)?;
        }
        item.as_str()
    };
    if let Some(version) =
        text(&["workspace", "resolver"]).or_else(|| text(&["package", "resolver"]))
    {
        return match version {
            "1" => Ok(CargoResolverVersion::V1),
            "2" => Ok(CargoResolverVersion::V2),
            "3" => Ok(CargoResolverVersion::V3),
            other => Err(ResolverError::Unknown(other.to_owned())),
        };
    }
    let edition = text(&["package", "edition"]).or_else(|| {
        manifest.get("package")?.get("edition")?;
        text(&["workspace", "package", "edition"])
    });
    match edition {
        None | Some("2015" | "2018") => Ok(CargoResolverVersion::V1),
        Some("2021") => Ok(CargoResolverVersion::V2),
        Some("2024") => Ok(CargoResolverVersion::V3),
        Some(other) => Err(ResolverError::Edition(other.to_owned())),
    }
}

/// Why a manifest doesn't say which resolver.
#[derive(Clone, Debug)]
pub enum ResolverError {
    /// It is not TOML.
    Toml(TomlError),
    /// It asks for a resolver that isn't known.
    Unknown(String),
    /// It is of an edition that isn't known.
    Edition(String),
}

impl fmt::Display for ResolverError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Toml(error) => write!(f, "{error}"),
            Self::Unknown(version) => {
                write!(
                    f,
                    "`resolver = {version:?}` is not known: it is \"1\", \"2\" or \"3\""
                )
            }
            Self::Edition(edition) => write!(
                f,
                "edition {edition:?} is not known: write `resolver = \"3\"` beside it"
            ),
        }
    }
}

impl std::error::Error for ResolverError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Toml(error) => Some(error),
            Self::Unknown(_) | Self::Edition(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[track_caller]
    fn check(manifest: &str, expected: &str) {
        let read = match read(manifest) {
            Ok(version) => format!("{version:?}"),
            Err(error) => error.to_string(),
        };
        assert_eq!(read, expected, "{manifest}");
    }

    #[test]
    fn the_resolver_is_asked_for_or_follows_from_the_edition() {
        check(
            "[workspace]\nresolver = '1'\n[package]\nedition = '2024'",
            "V1",
        );
        check("[package]\nresolver = '3'", "V3");
        check("[package]\nedition = '2018'", "V1");
        check("[package]\nedition = '2021'", "V2");
        check("[package]\nname = 'old'", "V1");
        check(
            "[workspace.package]\nedition = '2021'\n[package]\nedition.workspace = true",
            "V2",
        );
        // A virtual workspace does not inherit from its members.
        check("[workspace.package]\nedition = '2024'", "V1");
        check(
            "[workspace]\nresolver = '9'",
            "`resolver = \"9\"` is not known: it is \"1\", \"2\" or \"3\"",
        );
        check(
            "[package]\nedition = '2042'",
            "edition \"2042\" is not known: write `resolver = \"3\"` beside it",
        );
    }
}
