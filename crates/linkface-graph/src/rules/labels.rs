//! Places that findings point at.

use crate::facts::Place;
use crate::finding::Label;
use crate::packages::{Dependency, Package};
use std::path::Path;

/// A place in code that isn't what the finding is about.
pub(super) fn at(place: &Place, text: impl Into<String>) -> Label {
    Label {
        place: place.clone(),
        key: None,
        text: text.into(),
        primary: false,
    }
}

/// What the finding is about.
pub(super) fn primary(label: Label) -> Label {
    Label {
        primary: true,
        ..label
    }
}

/// A file as a whole.
pub(super) fn file(path: &Path, text: impl Into<String>) -> Label {
    let place = Place {
        file: path.to_owned(),
        ..Place::default()
    };
    at(&place, text)
}

/// A key of a package's `Cargo.toml`.
pub(super) fn key(
    package: &Package,
    key: impl IntoIterator<Item = impl Into<String>>,
    text: impl Into<String>,
) -> Label {
    Label {
        key: Some(key.into_iter().map(Into::into).collect()),
        ..file(&package.manifest_path, text)
    }
}

/// A key of a package's `[package.metadata.linkface]`.
pub(super) fn metadata(package: &Package, path: &[&str], text: impl Into<String>) -> Label {
    let table = ["package", "metadata", "linkface"];
    key(package, table.into_iter().chain(path.iter().copied()), text)
}

/// A dependency in the `Cargo.toml` that names it.
pub(super) fn dependency(
    package: &Package,
    edge: &Dependency,
    on: &Package,
    text: impl Into<String>,
) -> Label {
    let section = if edge.normal {
        "dependencies"
    } else if edge.dev {
        "dev-dependencies"
    } else {
        "build-dependencies"
    };
    let mut path = Vec::new();
    if let Some(condition) = &edge.condition {
        path.extend(["target", condition]);
    }
    path.extend([section, manifest_key(edge, on)]);
    key(package, path, text)
}

/// What stands before the `=` of a dependency: the package's name, or what it was renamed to.
pub(super) fn manifest_key<'a>(edge: &'a Dependency, on: &'a Package) -> &'a str {
    if edge.name == on.name.replace('-', "_") {
        &on.name
    } else {
        &edge.name
    }
}
