//! `new --facade`: one crate, or three if it has a default provider.

use super::draft::{Draft, Kind, crate_name};
use super::manifest::{self, Needed, Where};
use super::template::fill;
use super::{Steps, linkface};
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
            format!("cargo linkface new --provider {name}"),
        ),
    ])
}

/// The crate that declares.
fn declaring(
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

/// A façade whose default is a crate: three crates in one folder, which is a workspace if there is
/// none around it. Users depend on the front; the core declares; the third is the default provider.
pub(super) fn with_default(
    session: &Session,
    name: &str,
    folder: &Path,
    linkface_at: &Where,
) -> Result<Steps, Failure> {
    let (core, default) = (format!("{name}-core"), format!("{name}-default"));
    let (core_folder, default_folder) = (folder.join(&core), folder.join(&default));
    let here = |package: &str, folder: &Path| Needed {
        name: package.to_owned(),
        from: Where::Folder(folder.to_owned()),
        dev: false,
    };
    let values = [
        ("name", name),
        ("crate", &crate_name(name)),
        ("core", &core),
        ("core_crate", &crate_name(&core)),
        ("default", &default),
        ("default_crate", &crate_name(&default)),
    ];
    let front = Draft {
        name: name.to_owned(),
        folder: folder.join(name),
        kind: Kind::Library,
        description: format!("What programs need of `{name}`, with a default provider"),
        metadata: vec![("facade", name.into()), ("default", default.clone().into())],
        dependencies: vec![
            here(&core, &core_folder),
            here(&default, &default_folder),
            linkface(linkface_at, true),
        ],
        files: vec![
            (
                "src/lib.rs",
                fill(include_str!("templates/front/lib.rs"), &values),
            ),
            (
                "tests/by_default.rs",
                fill(include_str!("templates/front/by_default.rs"), &values),
            ),
            (
                "tests/replaced.rs",
                fill(include_str!("templates/front/replaced.rs"), &values),
            ),
            (
                "README.md",
                fill(include_str!("templates/front/README.md"), &values),
            ),
        ],
    };
    let values = [
        ("name", &*default),
        ("crate", &crate_name(&default)),
        ("front", name),
        ("core", &core),
        ("core_crate", &crate_name(&core)),
    ];
    let declares = declaring(&core, &core_folder, linkface_at, "(default)", &[&default]);
    let mut provider = Draft {
        name: default.clone(),
        folder: default_folder,
        kind: Kind::Library,
        description: format!("The default provider of `{name}`"),
        // Once its version is known: `provides`.
        metadata: Vec::new(),
        dependencies: vec![here(&core, &core_folder), linkface(linkface_at, false)],
        files: vec![
            (
                "src/lib.rs",
                fill(include_str!("templates/default/lib.rs"), &values),
            ),
            (
                "tests/alone.rs",
                fill(include_str!("templates/default/test.rs"), &values),
            ),
            (
                "README.md",
                fill(include_str!("templates/default/README.md"), &values),
            ),
        ],
    };
    // Cargo looks at the whole workspace when it adds a member: first the three, then what they
    // depend on.
    let made = manifest::make_workspace(session, folder)?;
    // One repository for three, which the user makes: not three.
    let args: &[&str] = if made { &["--vcs=none"] } else { &[] };
    for draft in [&front, &declares, &provider] {
        draft.create(session, args)?;
    }
    let version = manifest::version(session, &declares.manifest())?;
    let implemented = super::key(&core, &version)?;
    provider.metadata = vec![(
        "provides",
        Value::Array([implemented].into_iter().collect()),
    )];
    for draft in [front, declares, provider] {
        draft.fill(session)?;
    }
    let shown = session.display(folder);
    Ok(vec![
        (
            "declare what your façade needs",
            format!("{shown}/{core}/src/lib.rs"),
        ),
        (
            "say what happens by default",
            format!("{shown}/{default}/src/lib.rs"),
        ),
        (
            "write another provider",
            format!("cargo linkface new --provider {core}"),
        ),
    ])
}
