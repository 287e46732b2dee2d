//! `new --plugin`: a library that programs load; with its interface and a program, or for an interface
//! that is there.

use super::draft::{Draft, Kind};
use super::manifest::{self, Needed};
use super::next;
use super::provider::implementation::Writer;
use super::template::fill;
use super::{Steps, linkface};
use crate::commands::facade::crate_name;
use crate::commands::origin::Where;
use crate::commands::quote::quoted;
use crate::failure::Failure;
use crate::session::Session;
use linkface_graph::facts::Declared;
use linkface_graph::scan::{Cfg, Files, scan};
use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::path::Path;
use std::{fs, io};

/// The names of the three.
struct Names<'a> {
    plugin: &'a str,
    api: String,
    host: String,
}

/// An interface, a plugin that implements it, and a program that loads it: three crates in one folder,
/// which is a workspace if there is none around it.
pub(super) fn whole(
    session: &Session,
    name: &str,
    folder: &Path,
    linkface_at: &Where,
) -> Result<Steps, Failure> {
    let names = Names {
        plugin: name,
        api: format!("{name}-api"),
        host: format!("{name}-host"),
    };
    let plugin_at = linkface_plugin_at(linkface_at)?;
    let drafts = [
        plugin(&names, folder, &plugin_at),
        api(&names, folder, linkface_at, &plugin_at),
        host(&names, folder, &plugin_at),
    ];
    let made = manifest::make_workspace(session, folder)?;
    // One repository for three, which the user makes: not three.
    let args: &[&str] = if made { &["--vcs=none"] } else { &[] };
    for draft in &drafts {
        draft.create(session, args)?;
    }
    for draft in &drafts {
        draft.fill(session)?;
    }
    for draft in drafts {
        // Names decide the order of imports.
        draft.format(session)?;
    }
    let shown = session.display(folder);
    let reach = next::manifest_path(session, &folder.join(name))?;
    let build = if made { folder } else { &folder.join(name) };
    let file = library_file(session, build, name)?;
    Ok(vec![
        (
            "say what plugins do",
            format!("{shown}/{}/src/lib.rs", names.api),
        ),
        (
            "build the plugin",
            format!("cargo build --package {name}{reach}"),
        ),
        (
            "load it",
            format!("cargo run --package {}{reach} -- {file}", names.host),
        ),
    ])
}

/// Where the linker puts a plugin.
fn library_file(session: &Session, folder: &Path, name: &str) -> Result<String, Failure> {
    let file = format!("{DLL_PREFIX}{}{DLL_SUFFIX}", crate_name(name));
    let path = manifest::target_directory(session, folder)?
        .join("debug")
        .join(file);
    Ok(quoted(&session.display(&path)))
}

fn beside(package: &str, folder: &Path) -> Needed {
    Needed {
        name: package.to_owned(),
        from: Where::Folder(folder.join(package)),
        dev: false,
        features: &[],
    }
}

fn linkface_plugin(at: &Where, features: &'static [&'static str]) -> Needed {
    Needed {
        name: "linkface-plugin".to_owned(),
        from: at.clone(),
        dev: false,
        features,
    }
}

/// Where linkface-plugin is, if linkface is there: in the same repository, and of the same version.
fn linkface_plugin_at(linkface: &Where) -> Result<Where, Failure> {
    let Where::Folder(folder) = linkface else {
        return Ok(linkface.clone());
    };
    let beside = folder.with_file_name("linkface-plugin");
    if beside.join("Cargo.toml").is_file() {
        return Ok(Where::Folder(beside));
    }
    let folder = folder.display();
    Err(
        Failure::new(format!("there is no linkface-plugin beside `{folder}`"))
            .help("name the linkface of its repository: `--linkface-path …/crates/linkface`"),
    )
}

fn api(names: &Names<'_>, folder: &Path, linkface_at: &Where, plugin_at: &Where) -> Draft {
    let values = [
        ("name", &*names.api),
        ("crate", &crate_name(&names.api)),
        ("plugin", names.plugin),
    ];
    Draft {
        name: names.api.clone(),
        folder: folder.join(&names.api),
        kind: Kind::Library,
        description: format!(
            "What programs and plugins such as `{}` know of each other",
            names.plugin
        ),
        metadata: Vec::new(),
        dependencies: vec![
            linkface(linkface_at, false),
            linkface_plugin(plugin_at, &[]),
        ],
        files: vec![
            (
                "src/lib.rs",
                fill(include_str!("templates/plugin/api.rs"), &values),
            ),
            (
                "README.md",
                fill(include_str!("templates/plugin/api.md"), &values),
            ),
        ],
    }
}

fn plugin(names: &Names<'_>, folder: &Path, plugin_at: &Where) -> Draft {
    let file = format!("{DLL_PREFIX}{}{DLL_SUFFIX}", crate_name(names.plugin));
    let values = [
        ("name", names.plugin),
        ("api", &names.api),
        ("api_crate", &crate_name(&names.api)),
        ("host", &names.host),
        ("file", &file),
    ];
    Draft {
        name: names.plugin.to_owned(),
        folder: folder.join(names.plugin),
        kind: Kind::Plugin,
        description: format!("A plugin that implements what `{}` declares", names.api),
        metadata: Vec::new(),
        dependencies: vec![beside(&names.api, folder), linkface_plugin(plugin_at, &[])],
        files: vec![
            (
                "src/lib.rs",
                fill(include_str!("templates/plugin/lib.rs"), &values),
            ),
            (
                "README.md",
                fill(include_str!("templates/plugin/README.md"), &values),
            ),
        ],
    }
}

fn host(names: &Names<'_>, folder: &Path, plugin_at: &Where) -> Draft {
    let values = [
        ("name", &*names.host),
        ("api", &names.api),
        ("api_crate", &crate_name(&names.api)),
        ("plugin", names.plugin),
    ];
    Draft {
        name: names.host.clone(),
        folder: folder.join(&names.host),
        kind: Kind::Program,
        description: format!("A program that loads plugins such as `{}`", names.plugin),
        metadata: Vec::new(),
        dependencies: vec![
            beside(&names.api, folder),
            linkface_plugin(plugin_at, &["host"]),
        ],
        files: vec![
            (
                "src/main.rs",
                fill(include_str!("templates/plugin/main.rs"), &values),
            ),
            (
                "README.md",
                fill(include_str!("templates/plugin/host.md"), &values),
            ),
        ],
    }
}

/// The files that are there.
struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path) -> io::Result<String> {
        fs::read_to_string(path)
    }
}

/// A plugin that has everything but the bodies.
pub(super) fn of_interface(
    session: &Session,
    name: &str,
    interface: &Path,
    folder: &Path,
    linkface_at: &Where,
) -> Result<Steps, Failure> {
    let (api, root) = manifest::library(&interface.join("Cargo.toml"))?;
    let facts = scan(&Disk, &root, &Cfg::default());
    let declared: Vec<&Declared> = facts
        .declared
        .iter()
        .filter(|item| item.public && facts.loadable.iter().any(|of| of.path == item.path))
        .collect();
    if declared.is_empty() {
        return Err(Failure::new(format!("`{api}` declares no loadable interface")).help(
            "declare one: `#[linkface::interface(loadable = LoadedGreeter)] pub trait Greeter { … }`",
        ));
    }
    let plugin_at = linkface_plugin_at(linkface_at)?;
    let api_crate = crate_name(&api);
    let mut writer = Writer::plugin(&api_crate, &root);
    for item in declared {
        writer.item(item);
    }
    let written = writer.finish();
    let values = [
        ("name", name),
        ("api", &api),
        ("head", written.head()),
        ("items", &written.items),
        ("exports", &written.implementors.join(", ")),
    ];
    let draft = Draft {
        name: name.to_owned(),
        folder: folder.to_owned(),
        kind: Kind::Plugin,
        description: format!("A plugin that implements what `{api}` declares"),
        metadata: Vec::new(),
        dependencies: vec![
            Needed {
                name: api.clone(),
                from: Where::Folder(interface.to_owned()),
                dev: false,
                features: &[],
            },
            linkface_plugin(&plugin_at, &[]),
        ],
        files: vec![
            (
                "src/lib.rs",
                fill(include_str!("templates/plugin/of_interface.rs"), &values),
            ),
            (
                "README.md",
                fill(include_str!("templates/plugin/of_interface.md"), &values),
            ),
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
    let reach = next::manifest_path(session, folder)?;
    steps.push(("build it", format!("cargo build --package {name}{reach}")));
    steps.push((
        "load it in a program that knows the interface",
        library_file(session, folder, name)?,
    ));
    Ok(steps)
}
