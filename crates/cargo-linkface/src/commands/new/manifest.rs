//! What a new package's `Cargo.toml` says beyond what Cargo has written.

use super::draft::{Draft, Kind};
use crate::commands::origin::Where;
use crate::failure::Failure;
use crate::session::Session;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Stdio;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, value};

/// A dependency of a new package.
#[derive(Clone, Debug)]
pub(super) struct Needed {
    pub(super) name: String,
    pub(super) from: Where,
    /// Whether only its tests need it.
    pub(super) dev: bool,
    pub(super) features: &'static [&'static str],
}

/// Fills in the manifest of a package that Cargo has just made.
///
/// # Errors
///
/// If it can't be read or written.
pub(super) fn complete(session: &Session, draft: &Draft) -> Result<(), Failure> {
    let file = draft.manifest();
    let mut manifest = read(&file)?;
    let shared = shared_dependencies(session, &file)?;

    if let Some(package) = manifest.get_mut("package").and_then(Item::as_table_mut) {
        package["description"] = value(&draft.description);
        if !draft.metadata.is_empty() {
            let mut ours = Table::new();
            for (key, of) in &draft.metadata {
                ours[key] = Item::Value(of.clone());
            }
            let mut metadata = Table::new();
            metadata.set_implicit(true);
            metadata["linkface"] = Item::Table(ours);
            package["metadata"] = Item::Table(metadata);
        }
    }
    if draft.kind == Kind::Plugin {
        let mut library = Table::new();
        library["crate-type"] = value(Array::from_iter(["cdylib"]));
        manifest["lib"] = Item::Table(library);
    }
    for needed in &draft.dependencies {
        let table = if needed.dev {
            "dev-dependencies"
        } else {
            "dependencies"
        };
        let table = manifest.entry(table).or_insert(Item::Table(Table::new()));
        if let Some(table) = table.as_table_like_mut() {
            let inherited = shared.contains(&needed.name);
            let of = requirement(needed, &draft.folder, inherited);
            table.insert(&needed.name, of);
        }
    }
    let text = manifest.to_string();
    fs::write(&file, text).map_err(|why| Failure::file("write", &file, why))
}

fn requirement(needed: &Needed, folder: &Path, inherited: bool) -> Item {
    let mut table = InlineTable::new();
    match &needed.from {
        _ if inherited => {
            table.insert("workspace", true.into());
            // `name.workspace = true`, as Cargo itself writes it.
            table.set_dotted(needed.features.is_empty());
        }
        Where::Version(version) if needed.features.is_empty() => return value(version),
        Where::Version(version) => {
            table.insert("version", version.into());
        }
        Where::Folder(to) => {
            // `..` in a path that was given would count as a folder.
            let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
            let path = relative(&real(folder), &real(to));
            // Cargo reads `/` everywhere.
            let path = path.to_string_lossy().replace('\\', "/");
            table.insert("path", path.into());
        }
        Where::Git(repository, at) => {
            table.insert("git", repository.into());
            if let Some((key, of)) = at {
                table.insert(*key, of.into());
            }
        }
    }
    if !needed.features.is_empty() {
        let features: Array = needed.features.iter().copied().collect();
        table.insert("features", features.into());
    }
    value(table)
}

/// The way from one folder to another, where there is one: there is none between two drives.
fn relative(from: &Path, to: &Path) -> PathBuf {
    let (mut from_parts, mut to_parts) = (from.components().peekable(), to.components().peekable());
    if from_parts.peek() != to_parts.peek() {
        return to.to_owned();
    }
    while from_parts.peek().is_some() && from_parts.peek() == to_parts.peek() {
        from_parts.next();
        to_parts.next();
    }
    let up = from_parts.map(|_| Component::ParentDir);
    up.chain(to_parts).collect()
}

/// The version of the package with this manifest: its own, or its workspace's.
///
/// # Errors
///
/// If a manifest can't be read.
pub(super) fn version(session: &Session, file: &Path) -> Result<String, Failure> {
    let manifest = read(file)?;
    if let Some(own) = manifest["package"]["version"].as_str() {
        return Ok(own.to_owned());
    }
    let root = read(&workspace(session, file)?)?;
    let shared = root
        .get("workspace")
        .and_then(|workspace| workspace.get("package")?.get("version")?.as_str());
    // What Cargo takes for a package without a version.
    Ok(shared.unwrap_or("0.0.0").to_owned())
}

/// The name of the package with this manifest, and the file of its library.
///
/// # Errors
///
/// If it can't be read, or has no name.
pub(super) fn library(file: &Path) -> Result<(String, PathBuf), Failure> {
    let manifest = read(file)?;
    let name = manifest
        .get("package")
        .and_then(|package| package.get("name")?.as_str())
        .ok_or_else(|| Failure::new(format!("`{}` is no package", file.display())))?;
    let path = manifest
        .get("lib")
        .and_then(|library| library.get("path")?.as_str())
        .unwrap_or("src/lib.rs");
    Ok((name.to_owned(), file.with_file_name(path)))
}

/// Where Cargo puts what it builds of the package in this folder.
///
/// # Errors
///
/// If Cargo can't be called.
pub(super) fn target_directory(session: &Session, folder: &Path) -> Result<PathBuf, Failure> {
    #[derive(serde::Deserialize)]
    struct Metadata {
        target_directory: PathBuf,
    }
    let mut cargo = session.cargo()?;
    cargo.args(["metadata", "--format-version=1", "--no-deps", "--offline"]);
    let output = cargo
        .current_dir(folder)
        .stderr(Stdio::null())
        .output()
        .map_err(|why| Failure::new(format!("cannot run `cargo metadata`: {why}")))?;
    let metadata = serde_json::from_slice::<Metadata>(&output.stdout);
    // What is wrong in the workspace the next build says.
    Ok(metadata.map_or_else(|_| folder.join("target"), |of| of.target_directory))
}

/// Makes `folder`, and a workspace in it, unless there is one around it. Says whether it did.
///
/// # Errors
///
/// If a file can't be read or written.
pub(super) fn make_workspace(session: &Session, folder: &Path) -> Result<bool, Failure> {
    let is_inside = around(session, folder)?.is_some();
    fs::create_dir_all(folder).map_err(|why| Failure::file("make", folder, why))?;
    if !is_inside {
        for (name, text) in [
            (
                "Cargo.toml",
                "[workspace]\nresolver = \"3\"\nmembers = []\n",
            ),
            (".gitignore", "/target\n"),
        ] {
            let file = folder.join(name);
            fs::write(&file, text).map_err(|why| Failure::file("write", &file, why))?;
        }
    }
    Ok(!is_inside)
}

/// The manifest of the workspace around a folder, which needn't be there yet.
///
/// # Errors
///
/// If a file can't be read, or Cargo can't be called.
pub(super) fn around(session: &Session, folder: &Path) -> Result<Option<PathBuf>, Failure> {
    let Some(folder) = folder.ancestors().find(|folder| folder.is_dir()) else {
        return Ok(None);
    };
    match locate(session, folder, Stdio::null())? {
        Some(root) => Ok(read(&root)?.contains_key("workspace").then_some(root)),
        None => Ok(None),
    }
}

/// What the workspace around a folder shares with its members.
///
/// # Errors
///
/// If a file can't be read, or Cargo can't be called.
pub(super) fn shared_around(session: &Session, folder: &Path) -> Result<Vec<String>, Failure> {
    match around(session, folder)? {
        Some(root) => shared_by(&root),
        None => Ok(Vec::new()),
    }
}

fn shared_dependencies(session: &Session, file: &Path) -> Result<Vec<String>, Failure> {
    shared_by(&workspace(session, file)?)
}

/// What stands in `[workspace.dependencies]`.
fn shared_by(workspace: &Path) -> Result<Vec<String>, Failure> {
    let root = read(workspace)?;
    let shared = root
        .get("workspace")
        .and_then(|workspace| workspace.get("dependencies")?.as_table_like());
    let names = shared.into_iter().flat_map(|shared| shared.iter());
    Ok(names.map(|(name, _)| name.to_owned()).collect())
}

/// The manifest of the workspace that a package is in: its own if it is in none.
fn workspace(session: &Session, file: &Path) -> Result<PathBuf, Failure> {
    let folder = file.parent().unwrap_or(Path::new("."));
    locate(session, folder, Stdio::inherit())?.ok_or(Failure::Reported)
}

/// The manifest of the workspace, or else of the package, that a folder is in.
fn locate(session: &Session, folder: &Path, stderr: Stdio) -> Result<Option<PathBuf>, Failure> {
    let mut cargo = session.cargo()?;
    cargo.args(["locate-project", "--workspace", "--message-format=plain"]);
    let output = cargo
        .current_dir(folder)
        .stderr(stderr)
        .output()
        .map_err(|why| Failure::new(format!("cannot run `cargo locate-project`: {why}")))?;
    let path = String::from_utf8_lossy(&output.stdout);
    let path = path.trim_end_matches(['\r', '\n']);
    Ok(output.status.success().then(|| PathBuf::from(path)))
}

fn read(file: &Path) -> Result<DocumentMut, Failure> {
    let text = fs::read_to_string(file).map_err(|why| Failure::file("read", file, why))?;
    text.parse()
        .map_err(|why: toml_edit::TomlError| Failure::file("read", file, why.message()))
}

#[cfg(test)]
mod tests {
    use super::relative;
    use std::path::Path;

    #[track_caller]
    fn check(from: &str, to: &str, expected: &str) {
        assert_eq!(
            relative(Path::new(from), Path::new(to)),
            Path::new(expected)
        );
    }

    #[test]
    fn ways_between_folders() {
        check("/a/b", "/a/c/d", "../c/d");
        check("/a/b", "/a/b/c", "c");
        check("/a/b", "/a", "..");
        check("/a/b", "/", "../..");
        check("a", "/b", "/b");
    }
}
