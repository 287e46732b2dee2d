//! `new --facade`: one crate, or three if it has a default provider.

use super::draft::{Draft, Kind};
use super::next;
use super::template::fill;
use super::{Steps, linkface};
use crate::commands::facade::crate_name;
use crate::commands::origin::Where;
use crate::failure::Failure;
use crate::session::Session;
use std::path::Path;
use toml_edit::{Array, Value};

/// A façade that leaves everything to its providers.
pub(super) fn one(
    session: &Session,
    name: &str,
    folder: &Path,
    linkface_at: &Where,
) -> Result<Steps, Failure> {
    declaring(name, folder, linkface_at, "", &[]).make(session)?;
    Ok(vec![
        (
            "declare what your façade needs",
            format!("{}/src/lib.rs", session.display(folder)),
        ),
        (
            "write a provider",
            format!(
                "cargo linkface new --provider {name}{}",
                next::manifest_path(session, folder)?
            ),
        ),
    ])
}

/// The crate that declares.
pub(super) fn declaring(
    name: &str,
    folder: &Path,
    linkface_at: &Where,
    default: &str,
    suggested: &[&str],
) -> Draft {
    let values = [
        ("name", name),
        ("crate", &crate_name(name)),
        ("default", default),
    ];
    Draft {
        name: name.to_owned(),
        folder: folder.to_owned(),
        kind: Kind::Library,
        description: format!("What programs need of `{name}`, and leave to a provider"),
        metadata: vec![
            ("facade", name.into()),
            (
                "suggest",
                Value::Array(suggested.iter().copied().collect::<Array>()),
            ),
        ],
        dependencies: vec![linkface(linkface_at, false)],
        files: vec![
            (
                "src/lib.rs",
                fill(include_str!("templates/facade/lib.rs"), &values),
            ),
            (
                "tests/mock.rs",
                fill(include_str!("templates/facade/mock.rs"), &values),
            ),
            (
                "README.md",
                fill(include_str!("templates/facade/README.md"), &values),
            ),
        ],
    }
}
