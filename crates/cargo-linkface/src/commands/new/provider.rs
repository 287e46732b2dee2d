//! `new --provider`: a provider of a façade that is here already.

pub(super) mod implementation;
mod scope;
mod value;

use super::draft::{Draft, Kind};
use super::manifest::Needed;
use super::next;
use super::template::fill;
use super::{Steps, linkface};
use crate::commands::facade::{Facade, crate_name};
use crate::commands::origin::Where;
use crate::failure::Failure;
use crate::session::Session;
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
                from: Where::of(facade.package, session)?,
                dev: false,
                features: &[],
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
    steps.push(next::use_provider(session, name, folder)?);
    Ok(steps)
}
