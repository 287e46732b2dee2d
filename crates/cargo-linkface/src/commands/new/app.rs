//! `new --app`: a program.

use super::draft::{Draft, Kind};
use super::next;
use super::template::fill;
use super::{Steps, linkface};
use crate::commands::origin::Where;
use crate::failure::Failure;
use crate::session::Session;
use std::path::Path;

/// A program that links what it depends on.
pub(super) fn app(
    session: &Session,
    name: &str,
    folder: &Path,
    linkface_at: &Where,
) -> Result<Steps, Failure> {
    let values = [("name", name)];
    let draft = Draft {
        name: name.to_owned(),
        folder: folder.to_owned(),
        kind: Kind::Program,
        description: "A program that chooses its providers by depending on them".to_owned(),
        metadata: Vec::new(),
        dependencies: vec![linkface(linkface_at, false)],
        files: vec![
            (
                "src/main.rs",
                fill(include_str!("templates/app/main.rs"), &values),
            ),
            (
                "README.md",
                fill(include_str!("templates/app/README.md"), &values),
            ),
        ],
    };
    draft.make(session)?;
    let reach = next::manifest_path(session, folder)?;
    let package = if reach.is_empty() {
        format!(" --package {name}")
    } else {
        reach.clone()
    };
    Ok(vec![
        (
            "add a provider",
            format!("cargo linkface add PROVIDER{package}"),
        ),
        (
            "see who implements what",
            format!("cargo linkface tree{reach}"),
        ),
    ])
}
