//! `new --facade --default-provider`: a façade whose default is a crate.
//!
//! Three crates in one folder, which is a workspace if there is none around it. Users depend on the
//! front; the core declares; the third is the default provider.

use super::draft::{Draft, Kind};
use super::facade::declaring;
use super::manifest::{self, Needed};
use super::next;
use super::template::fill;
use super::{Steps, key, linkface};
use crate::commands::facade::crate_name;
use crate::commands::origin::Where;
use crate::failure::Failure;
use crate::session::Session;
use std::path::Path;
use toml_edit::Value;

/// The names of the three.
struct Names<'a> {
    front: &'a str,
    core: String,
    default: String,
}

/// Makes the three.
pub(super) fn with_default(
    session: &Session,
    name: &str,
    folder: &Path,
    linkface_at: &Where,
) -> Result<Steps, Failure> {
    let names = Names {
        front: name,
        core: format!("{name}-core"),
        default: format!("{name}-default"),
    };
    let front = front(&names, folder, linkface_at);
    let suggested: &[&str] = &[&names.default];
    let core_folder = folder.join(&names.core);
    let core = declaring(
        &names.core,
        &core_folder,
        linkface_at,
        "(default)",
        suggested,
    );
    let mut default = default(&names, folder, linkface_at);
    // Cargo looks at the whole workspace when it adds a member: first the three, then what they
    // depend on.
    let made = manifest::make_workspace(session, folder)?;
    // One repository for three, which the user makes: not three.
    let args: &[&str] = if made { &["--vcs=none"] } else { &[] };
    for draft in [&front, &core, &default] {
        draft.create(session, args)?;
    }
    let version = manifest::version(session, &core.manifest())?;
    let implemented = key(&names.core, &version)?;
    default.metadata = vec![(
        "provides",
        Value::Array([implemented].into_iter().collect()),
    )];
    for draft in [front, core, default] {
        draft.fill(session)?;
    }
    let shown = session.display(folder);
    let reach = next::manifest_path(session, &core_folder)?;
    let Names { core, default, .. } = names;
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
            format!("cargo linkface new --provider {core}{reach}"),
        ),
    ])
}

fn beside(package: &str, folder: &Path) -> Needed {
    Needed {
        name: package.to_owned(),
        from: Where::Folder(folder.join(package)),
        dev: false,
        features: &[],
    }
}

/// What libraries and programs depend on.
fn front(names: &Names<'_>, folder: &Path, linkface_at: &Where) -> Draft {
    let name = names.front;
    let values = [
        ("name", name),
        ("crate", &crate_name(name)),
        ("core", &names.core),
        ("core_crate", &crate_name(&names.core)),
        ("default", &names.default),
        ("default_crate", &crate_name(&names.default)),
    ];
    let file = |path, template| (path, fill(template, &values));
    Draft {
        name: name.to_owned(),
        folder: folder.join(name),
        kind: Kind::Library,
        description: format!("What programs need of `{name}`, with a default provider"),
        metadata: vec![
            ("facade", name.into()),
            ("default", names.default.clone().into()),
        ],
        dependencies: vec![
            beside(&names.core, folder),
            beside(&names.default, folder),
            linkface(linkface_at, true),
        ],
        files: vec![
            file("src/lib.rs", include_str!("templates/front/lib.rs")),
            file(
                "tests/by_default.rs",
                include_str!("templates/front/by_default.rs"),
            ),
            file(
                "tests/replaced.rs",
                include_str!("templates/front/replaced.rs"),
            ),
            file("README.md", include_str!("templates/front/README.md")),
        ],
    }
}

/// The default provider. What it provides is filled in when the core's version is known.
fn default(names: &Names<'_>, folder: &Path, linkface_at: &Where) -> Draft {
    let name = &names.default;
    let values = [
        ("name", &**name),
        ("crate", &crate_name(name)),
        ("front", names.front),
        ("core", &names.core),
        ("core_crate", &crate_name(&names.core)),
    ];
    let file = |path, template| (path, fill(template, &values));
    Draft {
        name: name.clone(),
        folder: folder.join(name),
        kind: Kind::Library,
        description: format!("The default provider of `{}`", names.front),
        metadata: Vec::new(),
        dependencies: vec![beside(&names.core, folder), linkface(linkface_at, false)],
        files: vec![
            file("src/lib.rs", include_str!("templates/default/lib.rs")),
            file("tests/alone.rs", include_str!("templates/default/test.rs")),
            file("README.md", include_str!("templates/default/README.md")),
        ],
    }
}
