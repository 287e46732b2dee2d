//! `new --provider`: a provider of a façade that is here already.

mod implementation;
mod scope;
mod value;

use super::draft::{Draft, Kind};
use super::manifest::{Needed, Where};
use super::template::fill;
use super::{Steps, linkface};
use crate::commands::facade::{Facade, crate_name};
use crate::failure::Failure;
use crate::session::Session;
use guppy::graph::{ExternalSource, GitReq, PackageSource};
use implementation::Writer;
use std::path::Path;
use toml_edit::Value;

/// A provider that has everything but the bodies.
pub(super) fn provider(
    session: &Session,
    facade: &Facade<'_>,
    name: &str,
    folder: &Path,
    linkface_at: &Where,
) -> Result<Steps, Failure> {
    let facade_crate = crate_name(&facade.package.name);
    let mut writer = Writer::new(&facade_crate, &facade.library.source);
    for item in facade.declared.iter().filter(|item| item.public) {
        writer.item(item);
    }
    let written = writer.finish();
    let values = [
        ("name", name),
        ("crate", &crate_name(name)),
        ("facade", &facade.package.name),
        ("facade_crate", &facade_crate),
        ("head", written.head()),
        ("items", &written.items),
        ("uses", &written.uses),
    ];
    let file = |path, template| (path, fill(template, &values));
    let draft = Draft {
        name: name.to_owned(),
        folder: folder.to_owned(),
        kind: Kind::Library,
        description: format!("A provider of `{}`", facade.package.name),
        metadata: vec![(
            "provides",
            Value::Array([facade.key.to_string()].into_iter().collect()),
        )],
        dependencies: vec![
            Needed {
                name: facade.package.name.clone(),
                from: origin(session, facade)?,
                dev: false,
            },
            linkface(linkface_at, false),
        ],
        files: vec![
            file("src/lib.rs", include_str!("templates/provider/lib.rs")),
            file(
                "tests/links.rs",
                include_str!("templates/provider/links.rs"),
            ),
            file("README.md", include_str!("templates/provider/README.md")),
        ],
    };
    draft.make(session)?;
    draft.format(session)?;
    let mut steps = vec![(
        "replace each `todo!`",
        format!("{}/src/lib.rs", session.display(folder)),
    )];
    for item in written.by_hand {
        steps.push(("write by hand, or it won't build", item));
    }
    steps.push((
        "use it in a program",
        format!("cargo linkface add {name} --package PROGRAM"),
    ));
    Ok(steps)
}

/// Where the façade itself comes from.
fn origin(session: &Session, facade: &Facade<'_>) -> Result<Where, Failure> {
    let id = guppy::PackageId::new(facade.package.id.0.clone());
    let graph = session.graph()?;
    let package = graph
        .metadata(&id)
        .map_err(|why| Failure::new(format!("cannot tell where the façade is from: {why}")))?;
    if let PackageSource::External(_) = package.source() {
        if let Some(ExternalSource::Git {
            repository, req, ..
        }) = package.source().parse_external()
        {
            let at = match req {
                GitReq::Branch(name) => Some(("branch", name.to_owned())),
                GitReq::Tag(name) => Some(("tag", name.to_owned())),
                GitReq::Rev(name) => Some(("rev", name.to_owned())),
                _ => None,
            };
            return Ok(Where::Git(repository.to_owned(), at));
        }
        return Ok(Where::Version(facade.package.version.clone()));
    }
    let manifest = &facade.package.manifest_path;
    let folder = manifest.parent().unwrap_or(Path::new("."));
    Ok(Where::Folder(folder.to_owned()))
}
